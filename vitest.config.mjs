import { defineConfig } from 'vitest/config';
import SummaryReporter from './scripts/summary-reporter.mjs';
import { yamlForVite } from './scripts/yaml-plugin.mjs';

export default defineConfig({
  plugins: [yamlForVite],
  test: {
    include: ['test/**/*.test.ts'],
    // slow, not stuck, on a busy machine
    testTimeout: 300_000,
    hookTimeout: 120_000,
    reporters: ['default', new SummaryReporter()],
  },
});
