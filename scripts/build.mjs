// Builds dist/: the bundled program (nothing to install beside it), the compiled policies and the templates.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { parse } from 'yaml';
import { yamlForEsbuild } from './yaml-plugin.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const shared = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  plugins: [yamlForEsbuild],
  define: { __VERSION__: JSON.stringify(version) },
  // optional peer of unzipper, never used here
  external: ['@aws-sdk/client-s3'],
  logLevel: 'warning',
};

rmSync('dist', { recursive: true, force: true });
await build({
  ...shared,
  entryPoints: { cli: 'src/cli/main.ts' },
  outdir: 'dist',
  splitting: true,
  minify: true,
  chunkNames: 'chunks/[name]-[hash]',
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
});

const compiler = 'dist/.compile-policies.mjs';
await build({
  ...shared,
  entryPoints: ['scripts/compile-policies.ts'],
  outfile: compiler,
  packages: 'external',
});
const { compilePolicies } = await import(new URL(`../${compiler}`, import.meta.url).href);
rmSync(compiler);
const { summaries, surfaces } = compilePolicies('policies');
mkdirSync('dist/policies', { recursive: true });
writeFileSync('dist/policies/index.json', JSON.stringify(summaries));
for (const [id, surface] of Object.entries(surfaces)) {
  writeFileSync(join('dist/policies', `${id}.json`), JSON.stringify(surface));
}

const templates = {};
for (const name of readdirSync('templates')
  .filter((file) => file.endsWith('.yaml'))
  .sort()) {
  templates[basename(name, '.yaml')] = parse(readFileSync(join('templates', name), 'utf8'));
}
writeFileSync('dist/templates.json', JSON.stringify(templates));
