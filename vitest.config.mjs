import { defineConfig } from 'vitest/config';
import SummaryReporter from './scripts/summary-reporter.mjs';
import { yamlForVite } from './scripts/yaml-plugin.mjs';

export default defineConfig({
  plugins: [yamlForVite],
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default', new SummaryReporter()],
  },
});
