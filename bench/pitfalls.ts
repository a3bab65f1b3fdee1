import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { assess } from '../src/assess/index.ts';
import { loadPolicyFolder } from '../src/authoring/index.ts';
import { findPitfalls } from '../src/pitfalls/index.ts';
import { fromPlain, readProfile } from '../src/profile/index.ts';
import { AS_OF } from './company.ts';
import { median, table } from './table.ts';

const ROUNDS = 200;
const EDITION = 'national-little-giant-2026';
/** all detectors on one profile */
const BOUND = 5;

const FILES = {
  资料齐全: ['test/pitfalls/base.yaml'],
  十项都埋了: ['test/pitfalls/base.yaml', 'test/pitfalls/planted.yaml'],
} as const;

/** Milliseconds for all detectors on one profile, the assessment made before. */
export const pitfalls = (): { readonly text: string; readonly withinBound: boolean } => {
  const edition = loadPolicyFolder('policies').find((file) => file.edition.id === EDITION)?.edition;
  if (edition === undefined) throw new Error(`no edition ${EDITION}`);
  const rows = Object.entries(FILES).map(([name, files]) => {
    const plain: Record<string, unknown> = Object.assign(
      {},
      ...files.map((file) => parse(readFileSync(file, 'utf8'))),
    );
    const { profile } = readProfile(fromPlain(plain));
    const assessments = [assess(profile, edition, AS_OF)];
    let found = 0;
    const times = Array.from({ length: ROUNDS }, () => {
      const start = performance.now();
      found = findPitfalls(profile, assessments, AS_OF).findings.length;
      return performance.now() - start;
    });
    return { name, found, time: median(times) };
  });
  const withinBound = rows.every(({ time }) => time <= BOUND);
  return {
    text: table([
      ['档案', '发现', '用时'],
      ...rows.map(({ name, found, time }) => [name, `${found}条`, `${time.toFixed(2)} ms`]),
      ['限度', '', `${BOUND} ms`],
    ]),
    withinBound,
  };
};
