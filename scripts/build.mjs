// Builds dist/: the bundled program (nothing to install beside it), the compiled policies and the templates.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
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

// built aside and put in place whole, so that a failed build leaves the last good one
const target = `.cache/build-${process.pid}`;
mkdirSync(target, { recursive: true });
await build({
  ...shared,
  entryPoints: { cli: 'src/cli/main.ts', 'screen-worker': 'src/cli/screening/worker.ts' },
  outdir: target,
  splitting: true,
  minify: true,
  chunkNames: 'chunks/[name]-[hash]',
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
});

const compiler = join(target, 'compile-policies.mjs');
await build({
  ...shared,
  entryPoints: ['scripts/compile-policies.ts'],
  outfile: compiler,
  packages: 'external',
});
const { compilePolicies } = await import(pathToFileURL(resolve(compiler)).href);
rmSync(compiler);
const { summaries, surfaces } = compilePolicies('policies');
mkdirSync(join(target, 'policies'));
writeFileSync(join(target, 'policies/index.json'), JSON.stringify(summaries));
for (const [id, surface] of Object.entries(surfaces)) {
  writeFileSync(join(target, 'policies', `${id}.json`), JSON.stringify(surface));
}

const templates = {};
for (const name of readdirSync('templates')
  .filter((file) => file.endsWith('.yaml'))
  .sort()) {
  templates[basename(name, '.yaml')] = parse(readFileSync(join('templates', name), 'utf8'));
}
writeFileSync(join(target, 'templates.json'), JSON.stringify(templates));

rmSync('dist', { recursive: true, force: true });
renameSync(target, 'dist');
