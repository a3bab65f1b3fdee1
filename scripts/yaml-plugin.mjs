import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const moduleOf = (path) => `export default ${JSON.stringify(parse(readFileSync(path, 'utf8')))};`;

/** Lets esbuild import a YAML data file as a value. */
export const yamlForEsbuild = {
  name: 'yaml',
  setup(build) {
    build.onLoad({ filter: /\.yaml$/ }, ({ path }) => ({ contents: moduleOf(path), loader: 'js' }));
  },
};

/** The same for vitest. */
export const yamlForVite = {
  name: 'yaml',
  load(id) {
    return id.endsWith('.yaml') ? moduleOf(id) : undefined;
  },
};
