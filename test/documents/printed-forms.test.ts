import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { GeneratedDocument } from '../../src/documents/index.ts';
import { FORM_RICH } from './form-sample.ts';
import { fillForms, rawForms, readSheet, toPdf } from './printed.ts';

interface Printed {
  readonly 行: string;
  readonly 页: readonly [number, number];
  readonly 印: readonly string[];
}

const PRINTED: Readonly<Record<string, Printed>> = parse(
  readFileSync('test/documents/printed-forms.yaml', 'utf8'),
);
const RAW = rawForms();
const FORMS = Object.entries(RAW).filter(([, data]) => data.类型 === '表格');
const EMPTY = { 企业名称: '空白企业（虚构）' };

const SOURCE = '../shared/sources/policy-compilation-2021.txt';

/** Lines of the compilation without white space, boxes and page headers. */
const sourceText = (lines: string): string => {
  const [from = 0, to = 0] = lines.split('-').map(Number);
  return readFileSync(SOURCE, 'utf8')
    .split('\n')
    .slice(from - 1, to)
    .map((line) => line.replace(/^\d+\t/, ''))
    .filter((line) => !/政策汇编|^\s*\d{1,3}\s*$/.test(line) || /^\s*\d\s*$/.test(line))
    .join('')
    .replace(/[\s□❏]/g, '');
};

describe.skipIf(!existsSync(SOURCE))('印的文字和汇编原文一致', () => {
  it.each(Object.entries(PRINTED))('%s', (_name, { 行: lines, 印: labels }) => {
    const text = sourceText(lines);
    expect(labels.filter((label) => !text.includes(label))).toEqual([]);
  });
});

const PROGRAMMES = '../shared/reference/programmes.tsv';

describe.skipIf(!existsSync(PROGRAMMES))('适用的项目', () => {
  it.each(FORMS)('%s：项目编号在项目总表里', (_name, { 适用: programmes = [] }) => {
    const known = readFileSync(PROGRAMMES, 'utf8')
      .split('\n')
      .map((row) => row.split('\t')[1] ?? '');
    expect(programmes.filter((id) => !known.includes(id))).toEqual([]);
  });
});

describe('转成 PDF 后', () => {
  let filled: ReadonlyMap<string, { text: string; pages: number }> = new Map();
  beforeAll(async () => {
    filled = toPdf(await fillForms(FORM_RICH));
  });

  it.each(Object.entries(PRINTED))(
    '%s：印的文字一个不少，次序不乱，页数相当',
    (name, { 页: pages, 印: labels }) => {
      const { text = '', pages: count = 0 } = filled.get(name) ?? {};
      const plain = withoutMarks(text, name);
      const { 脚注: notes = [] } = RAW[name] ?? {};
      const footnotes = notes.map((note) => note.replace(/\s/g, ''));
      const inBody = labels.filter((label) => !footnotes.includes(label));
      expect(missingInOrder(plain, inBody)).toEqual([]);
      expect(footnotes.filter((note) => !plain.includes(note))).toEqual([]);
      expect(count).toBeGreaterThanOrEqual(pages[0]);
      expect(count).toBeLessThanOrEqual(pages[1]);
    },
  );

  it.each(FORMS)('%s：没有花括号、undefined、NaN', (name) => {
    const { text = '' } = filled.get(name) ?? {};
    expect(text.length).toBeGreaterThan(50);
    expect(text).not.toMatch(/[{}]|undefined|NaN|null|\[object|Infinity/);
  });
});

/** The text without boxes, page headers and page numbers, which stand between the two halves of a broken row. */
const withoutMarks = (text: string, name: string): string =>
  text
    .replaceAll('□', '')
    .replaceAll('☑', '')
    .replaceAll((RAW[name]?.页眉 ?? '').replace(/\s/g, ''), '')
    .replace(/第\d+页共\d+页/g, '');

/** Labels that are not found behind the one before. */
const missingInOrder = (text: string, labels: readonly string[]): readonly string[] => {
  let at = 0;
  return labels.filter((label) => {
    const found = text.indexOf(label, at);
    if (found < 0) return true;
    at = found + label.length;
    return false;
  });
};

describe('每一份表格', () => {
  const all: [string, Record<string, unknown>, ReadonlyMap<string, GeneratedDocument>][] = [];
  beforeAll(async () => {
    for (const data of [FORM_RICH, EMPTY]) all.push(['', data, await fillForms(data)]);
  });

  it.each(FORMS)('%s：各行格子合起来恰好是表的列数，档案空白时也一样', async (name) => {
    for (const [, , documents] of all) {
      const { tables } = await readSheet(documents.get(name)?.bytes ?? new Uint8Array());
      expect(tables.length).toBeGreaterThan(0);
      for (const { columns, cells, rows } of tables) {
        const widths = Array.from({ length: rows }, (_, row) =>
          cells.filter((cell) => cell.row === row).reduce((sum, cell) => sum + cell.columns, 0),
        );
        expect(new Set(widths)).toEqual(new Set([columns]));
      }
    }
  });

  it.each(FORMS)('%s：写明服务哪个项目，生成的文件名不同', (_name, data) => {
    expect(data.适用?.length).toBeGreaterThan(0);
    expect(FORMS.filter(([, other]) => other.文件名 === data.文件名)).toHaveLength(1);
  });

  it.each(FORMS)('%s：档案空白时一个框也不勾，也不写“无”', async (name) => {
    const { xml } = await readSheet(all[1]?.[2].get(name)?.bytes ?? new Uint8Array());
    expect(xml.includes('☑')).toBe(false);
    // 无 beside a box is printed
    const words = xml.replaceAll(/□<\/w:t><\/w:r><w:r>(?:<w:br\/>)?<w:t[^>]*>无/g, '');
    expect(/<w:t[^>]*>无</.test(words)).toBe(false);
    expect(all[1]?.[2].get(name)?.blanks.length).toBeGreaterThan(0);
  });
});
