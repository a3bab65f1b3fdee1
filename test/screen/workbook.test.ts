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

  it('有汇总、明细、待补资料、注意事项、读取问题、列对应、说明七张表', () => {
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual([
      '汇总',
      '明细',
      '待补资料',
      '注意事项',
      '读取问题',
      '列对应',
      '说明',
    ]);
  });

  it('汇总一行一家，结论有字有底色', () => {
    const sheet = book.getWorksheet('汇总');
    expect(texts(sheet, 1)).toEqual([
      '排名',
      '原行号',
      '企业名称',
      '统一社会信用代码',
      '下一步',
      '下一步结论',
      '可计算条件（符合/总数）',
      '不符合',
      '缺资料',
      '待核实',
      '决定性差距',
      '还差金额（万元）',
      '还差（个百分点）',
      '缺的资料',
      '下一个问题',
      '文件写明的资金',
      '备注',
      '创新型企业',
      '创新型企业：进度和差距',
    ]);
    expect(texts(sheet, 2)).toEqual([
      '1',
      '3',
      '示例二（虚构）有限公司',
      '',
      '创新型企业',
      '缺资料',
      '7/9',
      '1',
      '0',
      '0',
      '',
      '',
      '',
      '',
      '研发费用（2025年）',
      '',
      '创新型企业已于2026-11-20到期\n部分读取：有1格没读到，见“读取问题”\n有1条注意事项',
      '缺资料',
      '符合7/9，不符合1',
    ]);
    expect(texts(sheet, 3)).toEqual([
      '2',
      '2',
      '示例一（虚构）有限公司',
      '919900000000000192',
      '创新型企业',
      '不符合',
      '7/9',
      '1',
      '0',
      '0',
      '营业收入（2025年）还差100万元',
      '1',
      '',
      '',
      '研发费用（2025年）',
      '',
      '创新型企业已于2026-11-20到期\n有1条注意事项',
      '不符合',
      '符合7/9，不符合1；营业收入（2025年）还差100万元',
    ]);
    expect(sheet?.getCell('F3').fill).toMatchObject({ pattern: 'solid', fgColor: { argb: 'FFF8D7DA' } });
    expect(sheet?.getCell('F2').fill).toMatchObject({ fgColor: { argb: 'FFFFF2CC' } });
    expect(sheet?.getCell('R3').fill).toMatchObject({ fgColor: { argb: 'FFF8D7DA' } });
  });

  it('表头冻结、可筛选，列宽放得下中文', () => {
    for (const sheet of book.worksheets) {
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
      expect(sheet.autoFilter).toBeTruthy();
    }
    expect(book.getWorksheet('汇总')?.getColumn(3).width).toBeGreaterThanOrEqual(22);
  });

  it('汇总只打印到“决定性差距”一列，缩得不至于看不清', () => {
    expect(book.getWorksheet('汇总')?.pageSetup.printArea).toBe('A1:K8');
    expect(book.getWorksheet('汇总')?.getCell('K1').text).toBe('决定性差距');
  });

  it('明细按名单的顺序一行一条，任一的分支标明', () => {
    const sheet = book.getWorksheet('明细');
    const rows = [2, 3, 4, 5].map((row) => texts(sheet, row).slice(0, 9));
    expect(rows).toEqual([
      [
        '2',
        '示例一（虚构）有限公司',
        '创新型企业',
        '收入',
        '不符合',
        '实际值',
        '要求值',
        '营业收入（2025年）还差100万元',
        '第一条',
      ],
      ['2', '示例一（虚构）有限公司', '创新型企业', '二选一', '符合', '', '', '', '第一条'],
      ['2', '示例一（虚构）有限公司', '创新型企业', '〔任一〕甲项', '符合', '实际值', '要求值', '', '第一条'],
      [
        '2',
        '示例一（虚构）有限公司',
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
      ['名单', '4', '', '错误', '1'],
      ['名单', '3', 'C3', '警告', '约五千'],
    ]);
    expect(rows[1]?.slice(5)).toEqual([
      '营业收入（2025年，万元）：“约五千”不是数，按未填处理',
      '写成 123万元 的样子',
      'W420',
    ]);
  });

  it('列对应写明每列读作什么，没读的写明原因', () => {
    const sheet = book.getWorksheet('列对应');
    expect([2, 3, 4, 5].map((row) => texts(sheet, row))).toEqual([
      ['A', '企业名称', '企业名称', '程序', '', ''],
      ['B', '统一社会信用代码', '统一社会信用代码', '程序', '', ''],
      ['C', '营业收入（2025年，万元）', '营业收入（2025年，万元）', '程序', '', ''],
      [
        'D',
        '业务员',
        '（没有读）',
        '程序',
        '不认识表头“业务员”，这一列没有读',
        '不需要这一列就不用管；需要的话改成字段的中文名',
      ],
    ]);
  });

  it('待补资料写明先问什么，注意事项写明程度、代码、内容、建议', () => {
    expect(texts(book.getWorksheet('注意事项'), 2)).toEqual([
      '1',
      '3',
      '示例二（虚构）有限公司',
      '错误',
      'P08.1',
      '前后不一致',
      '请核对',
    ]);
    expect(book.getWorksheet('待补资料')?.rowCount).toBe(1);
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
      ['创新型企业', '示例版；2026-04-01起；有效；评估7家'],
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
