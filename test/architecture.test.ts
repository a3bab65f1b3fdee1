import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Import {
  readonly from: string;
  readonly to: string;
}

const list = (folder: string, end: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(end))
    .map((name) => join(folder, name).replaceAll('\\', '/'));

const SOURCES = list('src', '.ts').filter((path) => !path.endsWith('.d.ts'));
const textOf = (path: string): string => readFileSync(path, 'utf8');
const specifiers = (path: string): string[] =>
  [...textOf(path).matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '');

const IMPORTS: readonly Import[] = SOURCES.flatMap((from) =>
  specifiers(from)
    .filter((to) => to.startsWith('.'))
    .map((to) => ({ from, to: normalize(join(dirname(from), to)).replaceAll('\\', '/') })),
);
const folderOf = (path: string): string => relative('src', path).replaceAll('\\', '/').split('/')[0] ?? '';
const across = IMPORTS.filter(({ from, to }) => to.startsWith('src/') && folderOf(from) !== folderOf(to));

/** What each folder may use (design: one way, no going back). */
const LOWER = ['base', 'profile', 'policy', 'assess'];
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  base: [],
  profile: ['base'],
  policy: ['base', 'profile'],
  assess: ['base', 'profile', 'policy'],
  pitfalls: LOWER,
  report: [...LOWER, 'pitfalls', 'documents', 'screen'],
  documents: LOWER,
  plan: [...LOWER, 'report'],
  table: ['base'],
  screen: [...LOWER, 'table'],
  needs: LOWER,
  interview: [...LOWER, 'needs', 'pitfalls'],
  workbook: [...LOWER, 'needs', 'table'],
  lint: [...LOWER, 'pitfalls'],
  authoring: LOWER,
  cli: [
    ...LOWER,
    'pitfalls',
    'report',
    'documents',
    'plan',
    'needs',
    'interview',
    'table',
    'screen',
    'workbook',
    'lint',
    'authoring',
  ],
};

const show = ({ from, to }: Import): string => `${from} → ${to}`;

describe('imports go one way', () => {
  it('finds the sources', () => {
    expect(SOURCES.length).toBeGreaterThan(50);
    expect(IMPORTS.length).toBeGreaterThan(200);
    expect([...new Set(SOURCES.map(folderOf))].sort()).toEqual(Object.keys(MAY_USE).sort());
  });

  it('a folder uses only what lies below it', () => {
    const wrong = across.filter(({ from, to }) => !(MAY_USE[folderOf(from)] ?? []).includes(folderOf(to)));
    expect(wrong.map(show)).toEqual([]);
  });

  it('nothing imports past a door', () => {
    const wrong = across.filter(({ from, to }) => {
      if (folderOf(to) === 'base' || to === `src/${folderOf(to)}/index.ts`) return false;
      return !(to === 'src/policy/surface.ts' && folderOf(from) === 'authoring');
    });
    expect(wrong.map(show)).toEqual([]);
  });

  it('only data is imported from outside src', () => {
    const outside = IMPORTS.filter(({ to }) => !to.startsWith('src/'));
    expect(outside.filter(({ to }) => !/^policies\/共用\/[^/]+\.yaml$/.test(to)).map(show)).toEqual([]);
  });
});

describe('what a folder must not touch', () => {
  const using = (pattern: RegExp, paths: readonly string[]): string[] =>
    paths.filter((path) => pattern.test(textOf(path)));
  const below = (...folders: string[]): string[] =>
    SOURCES.filter((path) => folders.includes(folderOf(path)));

  it('assess reads no clock and no file', () => {
    expect(using(/node:|Date\.now|new Date\(|process\.|performance\./, below('assess'))).toEqual([]);
  });

  it('only the command line reads the clock', () => {
    expect(
      using(/Date\.now|new Date\(\)|performance\.now/, SOURCES).filter((path) => folderOf(path) !== 'cli'),
    ).toEqual([]);
  });

  it('only the command line and the policy folder reader touch files', () => {
    const allowed = (path: string): boolean => folderOf(path) === 'cli' || path === 'src/authoring/folder.ts';
    expect(using(/['"](node:)?(fs|fs\/promises)['"]/, SOURCES).filter((path) => !allowed(path))).toEqual([]);
  });

  it('only the command line reads arguments, prints and exits', () => {
    const pattern = /process\.(argv|stdout|stderr|exit|env)|\bconsole\.\w+\(/;
    expect(using(pattern, SOURCES).filter((path) => folderOf(path) !== 'cli')).toEqual([]);
  });

  it('nothing opens a connection: client data never leaves the computer', () => {
    expect(
      using(/['"](node:)?(https?|net|tls|dgram|dns|http2|child_process)['"]|\bfetch\(/, SOURCES),
    ).toEqual([]);
  });

  it('no function is made from text', () => {
    expect(using(/\beval\(|new Function\(/, SOURCES)).toEqual([]);
  });
});

describe('rules are data', () => {
  const ids = list('policies', '.yaml')
    .filter((path) => !path.includes('用例'))
    .flatMap((path) => /^编号: (.+)$/m.exec(textOf(path))?.[1] ?? []);

  it('knows the editions', () => {
    expect(ids.length).toBeGreaterThanOrEqual(9);
  });

  it.each(SOURCES)('%s names no edition', (path) => {
    const text = textOf(path);
    expect(ids.filter((id) => text.includes(id))).toEqual([]);
  });
});
