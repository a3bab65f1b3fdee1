import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { dice } from '../../bench/dice.ts';
import { InputError } from '../../src/base/diagnostic.ts';
import { assessment, screenBytes, sheetBytes } from './support.ts';

type Dice = () => number;
const below = (roll: Dice, limit: number): number => Math.floor(roll() * limit);
const pick = <Item>(roll: Dice, items: readonly [Item, ...Item[]]): Item =>
  items[below(roll, items.length)] ?? items[0];

/** One to four hurts of the kinds that disks, mail gateways and half-done downloads inflict. */
const hurtBytes = (bytes: Uint8Array, roll: Dice): Uint8Array => {
  let hurt = Buffer.from(bytes);
  for (let times = 1 + below(roll, 4); times > 0; times -= 1) {
    const at = below(roll, hurt.length);
    const kind = below(roll, 5);
    if (kind === 0) hurt[at] = below(roll, 256);
    else if (kind === 1) hurt = hurt.subarray(0, at);
    else if (kind === 2) hurt = Buffer.concat([hurt.subarray(0, at), hurt.subarray(at + below(roll, 200))]);
    else if (kind === 3) hurt = Buffer.concat([hurt.subarray(0, at), hurt.subarray(below(roll, at + 1))]);
    else hurt.fill(below(roll, 256), at, Math.min(hurt.length, at + below(roll, 100)));
    if (hurt.length === 0) return new Uint8Array();
  }
  return new Uint8Array(hurt);
};

const STRAY = [
  '<row>',
  '</row>',
  '<c r="',
  '</c>',
  '</sheetData>',
  '<v>',
  '"',
  '>',
  '<',
  '&#x110000;',
  '&nbsp;',
  '<!--',
  '<![CDATA[',
  ']]>',
  'r="ZZZZ9"',
  'r="A0"',
  't="s"',
  's="999"',
  '\u0000',
  '\uFFFF',
  '<f>',
  '1e999',
  '-',
  '<is>',
  '<mergeCell ref="A1:XFD1048576"/>',
  '<row r="99999999999">',
  'x:',
  '<sheetData>',
  '<?x?>',
  '<si>',
  ' ',
] as const;

const hurtText = (text: string, stray: readonly [string, ...string[]], roll: Dice): string => {
  let hurt = text;
  for (let times = 1 + below(roll, 5); times > 0; times -= 1) {
    const at = below(roll, hurt.length + 1);
    const kind = below(roll, 4);
    if (kind === 0) hurt = hurt.slice(0, at) + pick(roll, stray) + hurt.slice(at);
    else if (kind === 1) hurt = hurt.slice(0, at) + hurt.slice(at + 1 + below(roll, 30));
    else if (kind === 2) hurt = hurt.slice(0, at) + hurt.slice(below(roll, at + 1), at) + hurt.slice(at);
    else hurt = hurt.slice(0, at) + pick(roll, stray) + hurt.slice(at + 1 + below(roll, 8));
    hurt = hurt.slice(0, 200_000);
  }
  return hurt;
};

/** A workbook whose zip is sound and whose parts are not. */
const hurtParts = async (bytes: Uint8Array, roll: Dice): Promise<Uint8Array> => {
  const zip = await JSZip.loadAsync(bytes);
  const names = Object.keys(zip.files).filter((name) => /\.(xml|rels)$/.test(name));
  const likely = ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/workbook.xml', 'xl/styles.xml'];
  const name =
    roll() < 0.8 ? (likely[below(roll, likely.length)] ?? '') : (names[below(roll, names.length)] ?? '');
  const part = zip.file(name);
  if (part === null) return bytes;
  if (roll() < 0.03) zip.remove(name);
  else zip.file(name, hurtText(await part.async('string'), STRAY, roll));
  return zip.generateAsync({ type: 'uint8array' });
};

const CSV_STRAY = [
  '"',
  '""',
  ',',
  ';',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '\u0000',
  '\uFEFF',
  '=',
  'sep=',
  '\uFFFD',
  '企业名称',
  '2025年',
] as const;

/** How a run ended: with companies, or with a diagnostic that says what to do. */
const endOf = async (bytes: Uint8Array): Promise<'result' | 'refused'> => {
  try {
    const { totals, refused } = await screenBytes(bytes, () => ({
      assessments: [assessment({ tier: '创新型', verdict: 'unmet' })],
      findings: [],
    }));
    // the program itself must never be the reason why a row is refused
    expect(refused.filter(({ code }) => code === 'E429')).toEqual([]);
    return totals.companies > 0 ? 'result' : 'refused';
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const { code, message, fix } of error.diagnostics) {
      expect(code).toMatch(/^E4\d\d$/);
      expect(message).toMatch(/[\u4e00-\u9fff]/);
      expect(fix).toMatch(/[\u4e00-\u9fff]/);
    }
    return 'refused';
  }
};

const ends = async (cases: number, make: (roll: Dice) => Promise<Uint8Array> | Uint8Array) => {
  const counts = { result: 0, refused: 0 };
  for (let seed = 1; seed <= cases; seed += 1) {
    const bytes = await make(dice(seed));
    try {
      counts[await endOf(bytes)] += 1;
    } catch (error) {
      throw new Error(`seed ${seed}`, { cause: error });
    }
  }
  return counts;
};

describe('2,000份损坏的名单，每份都以结果或说明收场', { timeout: 300_000 }, () => {
  let small: Uint8Array;
  let sample: Uint8Array;
  const csv =
    '企业名称,统一社会信用代码,营业收入（2025年，万元）,成立日期\n"示例甲（虚构）""有限""公司",,5000,2015-03-01\n示例乙（虚构）,,"1,200",45900\n合计,,6200,\n';

  beforeAll(async () => {
    small = await sheetBytes([
      ['客户名单'],
      ['企业名称', '营业收入（2025年，万元）', '成立日期', '高企有效期至'],
      ['示例甲（虚构）有限公司', 5000, new Date(Date.UTC(2015, 2, 1)), '无'],
      ['示例乙（虚构）有限公司', { formula: '1+1', result: 2 }, '2016-01-01', '2027-12-31'],
    ]);
    sample = new Uint8Array(readFileSync('profiles/客户名单示例.xlsx'));
  });

  it('600份压缩包坏了的工作簿', async () => {
    const counts = await ends(600, (roll) => hurtBytes(roll() < 0.5 ? small : sample, roll));
    expect(counts.result + counts.refused).toBe(600);
    expect(counts.refused).toBeGreaterThan(300);
  });

  it('700份部件内容坏了的工作簿', async () => {
    const counts = await ends(700, (roll) => hurtParts(small, roll));
    expect(counts.result + counts.refused).toBe(700);
    expect(counts.result).toBeGreaterThan(100);
    expect(counts.refused).toBeGreaterThan(100);
  });

  it('700份坏了的 CSV', async () => {
    const counts = await ends(700, (roll) =>
      roll() < 0.5
        ? hurtBytes(Buffer.from(csv), roll)
        : new Uint8Array(Buffer.from(hurtText(csv, CSV_STRAY, roll), roll() < 0.3 ? 'utf16le' : 'utf8')),
    );
    expect(counts.result + counts.refused).toBe(700);
    expect(counts.result).toBeGreaterThan(100);
    expect(counts.refused).toBeGreaterThan(100);
  });
});
