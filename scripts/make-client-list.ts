// Writes profiles/客户名单示例.xlsx from client-list.yaml: node scripts/run.mjs scripts/make-client-list.ts
import { writeFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import data from './client-list.yaml';

type Value = string | number | null;
interface Column {
  键: string;
  表头: string;
  宽: number;
  格式?: string;
}
interface Sample {
  列: Column[];
  表名: string;
  标题: string;
  说明: string;
  缺省: Record<string, Value>;
  企业: Array<Record<string, Value>>;
}
const sample = data as Sample;

const OUT = 'profiles/客户名单示例.xlsx';
const FIXED_DATE = new Date('2026-11-10T00:00:00Z');

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weighted = (text: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * ALPHABET.indexOf(text[index] ?? '0'), 0);

/** A code of the nonexistent district 990000, check characters by GB 11714 and GB 32100-2015. */
const creditCode = (number: number): string => {
  const body = String(number).padStart(8, '0');
  const rest = 11 - (weighted(body, [3, 7, 9, 10, 5, 8, 4, 2]) % 11);
  const code = `91990000${body}${rest === 10 ? 'X' : rest === 11 ? '0' : rest}`;
  const sum = weighted(code, [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]);
  return `${code}${ALPHABET[(31 - (sum % 31)) % 31]}`;
};

const cellValue = (value: Value, column: Column): ExcelJS.CellValue =>
  typeof value === 'string' && column.格式 === 'yyyy-mm-dd' && /^\d{4}-/.test(value)
    ? new Date(`${value}T00:00:00Z`)
    : value;

const rowOf = (company: Record<string, Value>, index: number): ExcelJS.CellValue[] => {
  const values: Record<string, Value> = {
    ...sample.缺省,
    ...company,
    序号: index + 1,
    名称: `${company.名}（虚构）有限公司`,
    代码: creditCode(index + 1),
  };
  return sample.列.map((column) => cellValue(values[column.键] ?? null, column));
};

const workbook = new ExcelJS.Workbook();
workbook.created = FIXED_DATE;
workbook.modified = FIXED_DATE;
const sheet = workbook.addWorksheet(sample.表名, { views: [{ state: 'frozen', xSplit: 2, ySplit: 3 }] });
sheet.addRow([sample.标题]).font = { bold: true, size: 14 };
sheet.mergeCells(1, 1, 1, 12);
sheet.addRow([sample.说明]);
sheet.mergeCells(2, 1, 2, 12);
const header = sheet.addRow(sample.列.map((column) => column.表头));
header.font = { bold: true };
header.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' };
for (const [index, company] of sample.企业.entries()) sheet.addRow(rowOf(company, index));
for (const [index, column] of sample.列.entries()) {
  const target = sheet.getColumn(index + 1);
  target.width = column.宽;
  if (column.格式 !== undefined) target.numFmt = column.格式;
}

// packed again with fixed dates, so that the same content gives the same bytes
const packed = await JSZip.loadAsync(await workbook.xlsx.writeBuffer());
const fixed = new JSZip();
for (const name of Object.keys(packed.files).sort()) {
  const file = packed.file(name);
  if (file !== null)
    fixed.file(name, await file.async('uint8array'), { date: FIXED_DATE, createFolders: false });
}
const bytes = await fixed.generateAsync({ type: 'uint8array', compression: 'DEFLATE', platform: 'DOS' });
writeFileSync(OUT, bytes);
process.stderr.write(`${OUT}: ${sample.企业.length} 家\n`);
