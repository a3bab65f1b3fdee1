import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

export const BIN = resolve('bin/zjtx.js');

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built program as a user does: `npm test` builds it first. */
export const zjtx = (
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Run => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    ...options,
  });
  return { code: status, out: stdout, err: stderr };
};

/** A folder that goes away with the test. */
export const tempFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'zjtx-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** Traces of an exception that was not meant for the user. */
export const STACK = /^\s+at .+|node:internal|\.(?:js|mjs|ts):\d+:\d+\)|Error:/m;

export const DAY = ['--as-of', '2026-11-21'] as const;
export const SAMPLES = {
  exact: 'profiles/01-恰好达标-小巨人.yaml',
  research: 'profiles/02-研发一年不足.yaml',
  blanks: 'profiles/03-多处空白.yaml',
  small: 'profiles/04-收入不足五千万.yaml',
  guangxi: 'profiles/05-广西三新一强.yaml',
  transferred: 'profiles/06-转入专利与过期称号.yaml',
} as const;

export const asRecord = (value: unknown): Record<string, unknown> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('not an object');
  return Object.fromEntries(Object.entries(value));
};
export const asList = (value: unknown): readonly Record<string, unknown>[] => {
  if (!Array.isArray(value)) throw new Error('not a list');
  return value.map(asRecord);
};
export const json = (run: Run): Record<string, unknown> => asRecord(JSON.parse(run.out));

/** programme id → verdict of a `check --json`. */
export const verdicts = (run: Run): Record<string, unknown> =>
  Object.fromEntries(
    asList(json(run).assessments).map((item) => [String(asRecord(item.programme).id), item.verdict]),
  );

const criteriaOf = (run: Run, programme: string): readonly Record<string, unknown>[] => {
  const found = asList(json(run).assessments).find((item) => asRecord(item.programme).id === programme);
  if (found === undefined) throw new Error(programme);
  return asList(found.criteria);
};
export const criterionOf = (run: Run, programme: string, id: string): Record<string, unknown> => {
  const found = criteriaOf(run, programme).find((item) => item.id === id);
  if (found === undefined) throw new Error(`${programme}/${id}`);
  return found;
};
