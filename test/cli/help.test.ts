import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { terminalStyle } from '../../src/cli/style.ts';
import { asRecord, zjtx } from './support.ts';

const version = asRecord(JSON.parse(readFileSync('package.json', 'utf8'))).version;

describe('version', () => {
  it.each(['--version', '-V'])('%s prints the version and nothing else', (flag) => {
    expect(zjtx([flag])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });
});

describe('help in Chinese', () => {
  it.each([['--help'], ['-h'], ['help'], []])('zjtx %s names the commands', (...args: string[]) => {
    const { code, out, err } = zjtx(args);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).toContain('用法：');
    expect(out).toContain('专精特新申报工具箱');
    for (const name of ['check', 'generate', 'screen', 'explain', 'policy'])
      expect(out).toMatch(new RegExp(`^ +${name}\\b.*\\p{Script=Han}`, 'mu'));
  });

  it.each([
    [['check', '--help'], '--as-of'],
    [['help', 'check'], '--programme'],
    [['policy', '--help'], 'validate'],
    [['policy', 'list', '--help'], '--province'],
    [['screen', '--help'], '--out'],
    [['generate', '--help'], '--out'],
    [['explain', '--help'], '--json'],
  ])('%j', (args, word) => {
    const { code, out, err } = zjtx(args);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).toContain(word);
    expect(out).not.toMatch(/\b(Usage|Options|Arguments|Commands|display help|output the version)\b/);
  });
});

describe('colours', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    process.stdout.isTTY = tty;
  });
  const tty = process.stdout.isTTY;
  const coloured = (allowed: boolean): boolean =>
    terminalStyle(allowed).verdict('unmet', '不符合').includes('\u001b');

  it('only on a terminal that wants them', () => {
    vi.stubEnv('NO_COLOR', undefined);
    vi.stubEnv('TERM', 'xterm');
    process.stdout.isTTY = true;
    expect(coloured(true)).toBe(true);
    expect(coloured(false)).toBe(false);
    process.stdout.isTTY = false;
    expect(coloured(true)).toBe(false);
  });

  it('not with NO_COLOR, nor on a dumb terminal', () => {
    process.stdout.isTTY = true;
    vi.stubEnv('TERM', 'xterm');
    vi.stubEnv('NO_COLOR', '1');
    expect(coloured(true)).toBe(false);
    vi.stubEnv('NO_COLOR', undefined);
    vi.stubEnv('TERM', 'dumb');
    expect(coloured(true)).toBe(false);
  });

  it('the word stays the same', () => {
    expect(terminalStyle(false).verdict('unmet', '不符合')).toBe('不符合');
  });
});
