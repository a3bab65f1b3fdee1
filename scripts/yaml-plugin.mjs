import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const moduleOf = (path) => `export default ${JSON.stringify(parse(readFileSync(path, 'utf8')))};`;

/** Style sheets and scripts of a page are imported as their text. */
const PAGE_TEXT = /\.(css|browser\.js)$/;

/** Lets esbuild import a YAML data file as a value, and a page's style or script as text. */
export const yamlForEsbuild = {
  name: 'yaml',
  setup(build) {
    build.onLoad({ filter: /\.yaml$/ }, ({ path }) => ({ contents: moduleOf(path), loader: 'js' }));
    build.onLoad({ filter: PAGE_TEXT }, ({ path }) => ({
      contents: readFileSync(path, 'utf8'),
      loader: 'text',
    }));
  },
};

/** A name that vite's own handling of style sheets does not catch. */
const TEXT_PREFIX = '\0page-text:';

/** The same for vitest. */
export const yamlForVite = {
  name: 'yaml',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!PAGE_TEXT.test(source)) return undefined;
    const found = await this.resolve(source, importer, { skipSelf: true });
    return found === null ? undefined : `${TEXT_PREFIX}${found.id}.txt`;
  },
  load(id) {
    if (id.startsWith(TEXT_PREFIX)) {
      const text = readFileSync(id.slice(TEXT_PREFIX.length, -'.txt'.length), 'utf8');
      return `export default ${JSON.stringify(text)};`;
    }
    return id.endsWith('.yaml') ? moduleOf(id) : undefined;
  },
};
