import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeResultWorkbook } from '../../src/screen/index.ts';
import { assessment, edition, group, leaf, openBytes, screenBytes, sheetBytes } from './support.ts';

const FORMULA_LIKE = ['=1+1', '+86', '-甲', '@乙', '\t丙'];

const texts = (sheet: ExcelJS.Worksheet | undefined, row: number): string[] => {
  const found: string[] = [];
  sheet?.getRow(row).eachCell({ includeEmpty: true }, (cell) => found.push(cell.text));
  return found;
};

describe('结果工作簿', () => {
  let book: ExcelJS.Workbook;

  beforeAll(async () => {
    const bytes = await sheetBytes([
      ['企业名称', '统一社会信用代码', '营业收入（2025年，万元）', '业务员'],
      ['示例一（虚构）有限公司', '919900000000000192', 5000, '某某'],
      ['示例二（虚构）有限公司', null, '约五千', '某某'],
      [null, null, 1],
      ...FORMULA_LIKE.map((name) => [name, null, 1]),
    ]);
    const result = await screenBytes(
      bytes,
      (profile) => ({
        assessments: [
          assessment({
            tier: '创新型',
            verdict: profile.yearly.has('revenue') ? 'unmet' : 'unknown',
            tally: { met: 7, computable: 9, unmet: 1 },
            missing: ['研发费用（2025年）'],
            held: { until: '2026-11-20', valid: false },
            parts: [
              leaf('收入', 'unmet', '营业收入（2025年）还差100万元'),
              group('二选一', 'any', 'met', [leaf('甲项', 'met'), leaf('乙项', 'unmet', '差1项')]),
            ],
          }),
        ],
        findings: [{ code: 'P08.1', severity: 'error', message: '前后不一致', fix: '请核对' }],
      }),
      [edition('创新型')],
    );
    const chunks: Uint8Array[] = [];
    await writeResultWorkbook(result, undefined, {
      write: async (chunk) => {
        chunks.push(Buffer.from(chunk));
      },
    });
    book = await openBytes(Buffer.concat(chunks));
  });

  it('有汇总、明细、读取问题、说明四张表', () => {
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['汇总', '明细', '读取问题', '说明']);
  });

  it('汇总一行一家，结论有字有底色', () => {
    const sheet = book.getWorksheet('汇总');
    expect(texts(sheet, 1)).toEqual([
      '排名',
      '原行号',
      '企业名称',
      '统一社会信用代码',
      '创新型企业',
      '下一步',
      '可计算条件（符合/总数）',
      '决定性差距',
      '缺的资料',
      '下一个问题',
      '备注',
    ]);
    expect(texts(sheet, 2).slice(0, 7)).toEqual([
      '1',
      '3',
      '示例二（虚构）有限公司',
      '',
      '缺资料',
      '创新型企业：缺资料',
      '7/9',
    ]);
    expect(texts(sheet, 2).at(-1)).toContain('部分读取：有1格没读到');
    expect(texts(sheet, 3)).toEqual([
      '2',
      '2',
      '示例一（虚构）有限公司',
      '919900000000000192',
      '不符合',
      '创新型企业：不符合',
      '7/9',
      '营业收入（2025年）还差100万元',
      '',
      '研发费用（2025年）',
      expect.stringContaining('创新型企业已于2026-11-20到期'),
    ]);
    expect(sheet?.getCell('E3').fill).toMatchObject({ pattern: 'solid', fgColor: { argb: 'FFF8D7DA' } });
    expect(sheet?.getCell('E2').fill).toMatchObject({ fgColor: { argb: 'FFFFF2CC' } });
  });

  it('表头冻结、可筛选，列宽放得下中文', () => {
    for (const sheet of book.worksheets) {
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
      expect(sheet.autoFilter).toBeTruthy();
    }
    expect(book.getWorksheet('汇总')?.getColumn(3).width).toBeGreaterThanOrEqual(22);
  });

  it('明细一行一条，任一的分支标明', () => {
    const sheet = book.getWorksheet('明细');
    const rows = [2, 3, 4, 5].map((row) => texts(sheet, row).slice(0, 9));
    expect(rows).toEqual([
      [
        '3',
        '示例二（虚构）有限公司',
        '创新型企业',
        '收入',
        '不符合',
        '实际值',
        '要求值',
        '营业收入（2025年）还差100万元',
        '第一条',
      ],
      ['3', '示例二（虚构）有限公司', '创新型企业', '二选一', '符合', '', '', '', '第一条'],
      ['3', '示例二（虚构）有限公司', '创新型企业', '〔任一〕甲项', '符合', '实际值', '要求值', '', '第一条'],
      [
        '3',
        '示例二（虚构）有限公司',
        '创新型企业',
        '〔任一〕乙项',
        '不符合',
        '实际值',
        '要求值',
        '差1项',
        '第一条',
      ],
    ]);
  });

  it('读取问题写明表、行、列、原文、原因、建议', () => {
    const sheet = book.getWorksheet('读取问题');
    const rows = Array.from({ length: (sheet?.rowCount ?? 1) - 1 }, (_, index) => texts(sheet, index + 2));
    expect(rows.map((row) => row.slice(0, 5))).toEqual([
      ['名单', '1', 'D', '警告', '业务员'],
      ['名单', '3', 'C', '警告', '约五千'],
      ['名单', '4', '', '错误', '1'],
    ]);
    expect(rows[1]?.slice(5)).toEqual([
      '营业收入（2025年，万元）：“约五千”不是数，按未填处理',
      '写成 123万元 的样子',
      'W420',
    ]);
  });

  it('说明里有评估日、版本和文号、行数、免责', () => {
    const sheet = book.getWorksheet('说明');
    const lines = Array.from({ length: (sheet?.rowCount ?? 1) - 1 }, (_, index) => texts(sheet, index + 2));
    const rows = new Map(lines.map(([name, text]) => [name, text]));
    expect(rows.get('性质')).toBe('预检结果，认定以主管部门为准');
    expect(rows.get('评估日')).toBe('2026-11-21');
    expect(rows.get('读入企业')).toBe('7家，其中1家部分读取（有的格子没读到，按未填处理）');
    expect(rows.get('拒收的行')).toBe('1行，见“读取问题”');
    expect(lines.slice(-2)).toEqual([
      ['创新型企业', '示例版；2026-04-01起；有效'],
      ['创新型企业', '依据：示例办法（示例〔2026〕1号）；可信度A，2026-11-21核对（示例）'],
    ]);
  });

  it('像公式的客户文字按文字写，不成为公式', () => {
    const sheet = book.getWorksheet('汇总');
    const cells = Array.from({ length: 7 }, (_, index) => sheet?.getCell(index + 2, 3));
    const found = cells.filter((cell) =>
      FORMULA_LIKE.map((text) => text.trim()).includes(String(cell?.value).trim()),
    );
    expect(found.map((cell) => cell?.type)).toEqual(FORMULA_LIKE.map(() => ExcelJS.ValueType.String));
    for (const other of book.worksheets) {
      other.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBeUndefined()));
    }
  });
});
