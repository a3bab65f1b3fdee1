import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { detailHead, findClientTable, Journal, makeScreener, runBatches } from '../../src/screen/index.ts';
import { bytesSource, openTables } from '../../src/table/index.ts';
import { assessment, FILE, leaf, memorySpool } from './support.ts';

const FINGERPRINT = '{"list":"一"}';
const COMPANIES = 1000;
/** 1,000 rows go in five batches of 200, the header being in the first, and one left over */
const BATCHES = 6;

const list = Buffer.from(
  `企业名称,营业收入（2025年，万元）\n${Array.from({ length: COMPANIES }, (_, index) => `示例${index}（虚构）有限公司,${index}\n`).join('')}`,
);

interface Files {
  readonly journal: Buffer;
  readonly details: Buffer;
}
const NOTHING: Files = { journal: Buffer.alloc(0), details: Buffer.alloc(0) };

/** Compared as a sum: a list of half a million bytes is too long to be shown. */
const sumOf = ({ journal, details }: Files): string =>
  createHash('sha256').update(journal).update('|').update(details).digest('hex');

/** Runs the list from what an earlier run left behind; tells how many batches were screened and what is left now. */
const run = async (
  left: Files,
  { resume = true, fingerprint = FINGERPRINT, stopAfter = Number.POSITIVE_INFINITY } = {},
) => {
  const client = await findClientTable(await openTables(bytesSource(list), FILE), FILE, new Map());
  const [spool, details] = [memorySpool(left.journal), memorySpool(left.details)];
  const journal = new Journal(spool, details, fingerprint, resume);
  if (details.size === 0) details.append(Buffer.from(detailHead()));
  const screen = makeScreener(
    { format: client.table.format, start: client.start, details: true },
    (profile) => ({
      assessments: [
        assessment({
          tier: '创新型',
          verdict: 'unmet',
          parts: [leaf(`收入${String(profile.yearly.get('revenue')?.get(2025)?.value)}`, 'unmet')],
        }),
      ],
      findings: [],
    }),
    new Map(),
  );
  let screened = 0;
  await runBatches({
    table: client.table,
    journal,
    runner: {
      width: 1,
      screen: async (batch) => {
        screened += 1;
        return screen(batch);
      },
    },
    stopped: () => screened >= stopAfter,
  });
  return { screened, journal, left: { journal: spool.bytes(), details: details.bytes() } };
};

describe('续跑记录', () => {
  let whole: Awaited<ReturnType<typeof run>>;
  beforeAll(async () => {
    whole = await run(NOTHING, { resume: false });
  });

  it('一次跑完时每批评一次，每家都在', () => {
    expect(whole.screened).toBe(BATCHES);
    expect(whole.journal.companies.map(({ row }) => row)).toEqual(
      Array.from({ length: COMPANIES }, (_, index) => index + 2),
    );
    expect(whole.left.details.toString('utf8').split('\r\n').length).toBe(1 + COMPANIES + 1);
    expect(whole.left.details.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });

  it.each([0, 1, 2, 5, 6])('做完%i批后停下再接着跑，不重做，也不少，逐字节相同', async (stopAfter) => {
    const first = await run(NOTHING, { resume: false, stopAfter });
    expect(first.screened).toBe(stopAfter);
    const second = await run(first.left);
    expect(second.screened).toBe(BATCHES - stopAfter);
    expect(sumOf(second.left)).toBe(sumOf(whole.left));
  });

  it('记录断在任何一处，接着跑都与一次跑完逐字节相同', async () => {
    const { journal, details } = whole.left;
    for (const share of [0, 0.001, 0.1, 0.2, 0.333, 0.5, 0.75, 0.9, 0.999]) {
      const cut = journal.subarray(0, Math.floor(journal.length * share));
      expect(sumOf((await run({ journal: cut, details })).left)).toBe(sumOf(whole.left));
    }
    for (const back of [1, 10, 100]) {
      const again = await run({ journal: journal.subarray(0, journal.length - back), details });
      expect(again.screened).toBe(1);
      expect(sumOf(again.left)).toBe(sumOf(whole.left));
    }
  });

  it('明细比记录短时，从明细还在的那一批接着跑', async () => {
    const { journal, details } = whole.left;
    for (const share of [0, 0.0005, 0.3, 0.6, 0.999]) {
      const cut = details.subarray(0, Math.floor(details.length * share));
      expect(sumOf((await run({ journal, details: cut })).left)).toBe(sumOf(whole.left));
    }
  });

  it('记录里有一个字节坏了，从坏的那一批起重做', async () => {
    const { journal, details } = whole.left;
    for (const share of [0.01, 0.4, 0.95]) {
      const damaged = Buffer.from(journal);
      const at = Math.floor(damaged.length * share);
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      expect(sumOf((await run({ journal: damaged, details })).left)).toBe(sumOf(whole.left));
    }
  });

  it('名单、选项或规则变了就不接', async () => {
    await expect(run(whole.left, { fingerprint: '{"list":"二"}' })).rejects.toMatchObject({
      diagnostics: [{ code: 'E451', severity: 'error' }],
    });
  });

  it('不接着跑时，上次留下的不算', async () => {
    const again = await run(whole.left, { resume: false });
    expect(again.screened).toBe(BATCHES);
    expect(sumOf(again.left)).toBe(sumOf(whole.left));
  });
});
