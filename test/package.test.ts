import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const onWindows = process.platform === 'win32';
let folder = '';
let home = '';

const run = (command: string, args: readonly string[], cwd: string) =>
  spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    shell: onWindows,
    env: {
      ...process.env,
      npm_config_cache: join(folder, 'cache'),
      npm_config_update_notifier: 'false',
      npm_config_loglevel: 'error',
    },
  });
const npm = (args: readonly string[], cwd: string): string => {
  const { status, stdout, stderr } = run('npm', args, cwd);
  if (status !== 0) throw new Error(`npm ${args.join(' ')}: ${stderr}`);
  return stdout;
};
const installed = (...args: string[]) => {
  const { status, stdout, stderr } = run(join(home, 'node_modules', '.bin', 'zjtx'), args, home);
  return { code: status, out: stdout, err: stderr };
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zjtx-package-'));
  home = join(folder, 'home');
  mkdirSync(home);
  npm(['pack', '--ignore-scripts', '--pack-destination', folder], resolve('.'));
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error('no tarball');
  writeFileSync(join(home, 'package.json'), '{"private": true}\n');
  npm(['install', '--offline', '--no-audit', '--no-fund', join(folder, tarball)], home);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SAMPLE = join('node_modules', 'zjtx', 'profiles', '01-恰好达标-小巨人.yaml');
const DAY = ['--as-of', '2026-11-21'];

describe('the packed project, installed in an empty folder without a network', () => {
  it('brings no other package', () => {
    expect(readdirSync(join(home, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['zjtx']);
    const manifest: unknown = JSON.parse(readFileSync(join(home, 'node_modules/zjtx/package.json'), 'utf8'));
    expect(manifest).not.toHaveProperty('dependencies');
  });

  it('leaves sources, tests and policy drafts out', () => {
    const names = readdirSync(join(home, 'node_modules', 'zjtx'));
    expect(names).toEqual(expect.arrayContaining(['bin', 'dist', 'package.json', 'profiles']));
    for (const name of ['src', 'test', 'scripts', 'node_modules', 'bench']) expect(names).not.toContain(name);
  });

  it('prints its version', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(installed('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  it('checks a sample', () => {
    const { code, out, err } = installed('check', SAMPLE, ...DAY, '-p', 'national-little-giant-2026');
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toContain('结论：符合');
  });

  it('lists its policies', () => {
    const { code, out, err } = installed('policy', 'list', ...DAY);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('national-little-giant-2026');
  });

  it('screens the sample list without a word on stderr but its own', () => {
    const list = join('node_modules', 'zjtx', 'profiles', '客户名单示例.xlsx');
    const { code, err } = installed('screen', list, '--out', '结果.xlsx', ...DAY);
    expect(code).toBe(0);
    expect(err).not.toMatch(/Warning|Deprecat|node:/);
    expect(readdirSync(home)).toContain('结果.xlsx');
  });

  it('generates documents without a word on stderr but its own', () => {
    const { code, err } = installed('generate', SAMPLE, '--out', '底稿', ...DAY);
    expect(code).toBe(0);
    expect(err).not.toMatch(/Warning|Deprecat|node:/);
    const [company = ''] = readdirSync(join(home, '底稿'));
    expect(
      readdirSync(join(home, '底稿', company)).filter((name) => name.endsWith('.docx')).length,
    ).toBeGreaterThan(1);
  });
});
