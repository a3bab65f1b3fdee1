import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { dice } from '../../bench/dice.ts';
import { packageBytes, readByExceljs, readFirst, words } from './support.ts';
import { ZOO } from './zoo.ts';

describe('各种程序写的工作簿', () => {
  it.each(ZOO.map((animal) => [animal.name, animal] as const))('%s', async (_, animal) => {
    const bytes = await packageBytes(animal);
    const read = await readFirst(bytes);
    expect(read.words).toEqual(animal.cells);
    expect(read.fast).toBe(animal.fast);
    expect(read.sheet).toBe('名单');
    // whatever way the rows are cut
    expect((await readFirst(bytes, '名单.xlsx', 1000)).words).toEqual(animal.cells);
  });

  it.each(
    ZOO.filter((animal) => animal.exceljsFails === undefined).map((animal) => [animal.name, animal] as const),
  )('与 exceljs 读的一样：%s', async (_, animal) => {
    const sheet = await readByExceljs(await packageBytes(animal));
    expect(words(sheet?.rows ?? [])).toEqual(animal.cells);
  });

  it('exceljs 读错的都另有依据，不拿它作准', () => {
    expect(ZOO.filter((animal) => animal.exceljsFails !== undefined).length).toBe(8);
  });
});

const FORMATS = ['General', '0.00', '0.0%', 'yyyy-mm-dd', '#,##0"万元"', '@'];
const TEXTS = [
  '示例（虚构）有限公司',
  ' 前后空格 ',
  '<&>"\'',
  '一\n二',
  '=1+1',
  '0012',
  '√',
  '😀',
  '',
  'a_b',
];

/** A sheet of cells of every kind, the same for the same seed. */
const madeSheet = async (
  seed: number,
  options: { readonly useSharedStrings: boolean },
): Promise<Uint8Array> => {
  const roll = dice(seed);
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(roll() * items.length)];
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('名单');
  for (let row = 1; row <= 12; row += 1) {
    for (let column = 1; column <= 9; column += 1) {
      const cell = sheet.getCell(row, column);
      const kind = Math.floor(roll() * 9);
      if (kind === 0) continue;
      if (kind === 1) cell.value = pick(TEXTS) ?? '';
      else if (kind === 2) cell.value = Math.round((roll() - 0.3) * 1e9) / 10 ** Math.floor(roll() * 8);
      else if (kind === 3)
        cell.value = new Date(Date.UTC(1990 + Math.floor(roll() * 50), 5, 1 + Math.floor(roll() * 28)));
      else if (kind === 4) cell.value = roll() < 0.5;
      else if (kind === 5)
        cell.value = { richText: [{ text: pick(TEXTS) ?? '' }, { text: '尾', font: { bold: true } }] };
      else if (kind === 6) cell.value = { formula: 'A1+1', result: Math.round(roll() * 1000) };
      else if (kind === 7) cell.value = { error: '#REF!' };
      else cell.value = { text: '链接', hyperlink: 'https://example.invalid/' };
      if (kind === 2) cell.numFmt = pick(FORMATS) ?? 'General';
    }
  }
  if (roll() < 0.5) sheet.mergeCells(2, 2, 3, 4);
  return new Uint8Array(await workbook.xlsx.writeBuffer({ ...options, filename: '' }));
};

describe('快读与 exceljs 逐格相同', () => {
  it.each([true, false])('75张随机的表（共享文字：%s）', async (useSharedStrings) => {
    for (let seed = 1; seed <= 75; seed += 1) {
      const bytes = await madeSheet(seed, { useSharedStrings });
      const [fast, sheet] = [await readFirst(bytes), await readByExceljs(bytes)];
      expect(fast.fast).toBe(true);
      expect(fast.words, `seed ${seed}`).toEqual(words(sheet?.rows ?? []));
      expect(fast.merges, `seed ${seed}`).toBe(sheet?.merges.length);
    }
  });
});
