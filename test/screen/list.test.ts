import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/base/diagnostic.ts';
import { type Cell, FILE, listOf, readClientList, screenBytes, sheetBytes } from './support.ts';

const HEADER = ['企业名称', '统一社会信用代码', '营业收入（2025年，万元）'];
const COMPANY = (name: string, revenue: Cell = 5000): Cell[] => [name, null, revenue];

/** The error of a list that cannot be read. */
const refusal = async (
  bytes: Uint8Array | Promise<Uint8Array>,
): Promise<{ code: string; message: string; fix: string }> => {
  try {
    await readClientList(await bytes, FILE);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const [first] = error.diagnostics;
    return { code: first?.code ?? '', message: first?.message ?? '', fix: first?.fix ?? '' };
  }
  throw new Error('was read');
};

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
const ole = (name: string): Uint8Array =>
  new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...[...name].flatMap((letter) => [letter.charCodeAt(0), 0])]);

describe('读不了的名单是明确的错误，不是空结果', () => {
  it.each([
    ['空文件', new Uint8Array(), 'E402', '空文件'],
    ['网页', ascii('<html><table><tr><td>企业名称'), 'E402', '是网页'],
    ['二进制', new Uint8Array([1, 0, 2, 0, 3]), 'E402', '不是 .xlsx 工作簿，也不是 CSV'],
    ['文字', ascii('企业一览\n没有表头'), 'E407', '找不到表头'],
    ['旧版 xls', ole('Workbook'), 'E404', '旧版 .xls'],
    ['加密的 xlsx', ole('EncryptedPackage'), 'E403', '打开密码'],
    ['截断的 zip', ascii('PK\u0003\u0004xxxxxxxx'), 'E405', '损坏'],
  ])('%s', async (_, bytes, code, message) => {
    const found = await refusal(bytes);
    expect(found.code).toBe(code);
    expect(found.message).toContain(message);
    expect(found.fix).not.toBe('');
  });

  it('不是工作簿的 zip', async () => {
    const emptyZip = new Uint8Array([0x50, 0x4b, 0x05, 0x06, ...new Array<number>(18).fill(0)]);
    expect((await refusal(emptyZip)).code).toMatch(/E405|E406/);
  });

  it('没有任何行', async () => {
    expect(await refusal(sheetBytes([]))).toMatchObject({ code: 'E406' });
  });

  it('有数据的表是隐藏的', async () => {
    const bytes = sheetBytes([HEADER, COMPANY('示例（虚构）有限公司')], (sheet) => {
      sheet.state = 'hidden';
    });
    expect((await refusal(bytes)).fix).toContain('取消隐藏');
  });

  it('一个表头也对不上', async () => {
    const found = await refusal(
      sheetBytes([
        ['甲', '乙'],
        ['1', '2'],
      ]),
    );
    expect(found.code).toBe('E407');
    expect(found.message).toContain('“名单”');
  });

  it('没有企业名称列', async () => {
    const found = await refusal(
      sheetBytes([
        ['统一社会信用代码', '注册地'],
        ['x', '江苏省'],
      ]),
    );
    expect(found).toMatchObject({ code: 'E408' });
    expect(found.message).toContain('第 1 行');
  });
});

describe('表的样子', () => {
  it('跳过表头上方的标题行，读出行号和格子地址', async () => {
    const list = await listOf(
      [['客户名单（示例）'], ['填表：某某　2026-11-10'], [], HEADER, COMPANY('示例一（虚构）有限公司')],
      (sheet) => sheet.mergeCells('A1:C1'),
    );
    expect(list.headerRow).toBe(4);
    expect(list.rows[0]?.row).toBe(5);
    expect(list.rows[0]?.profile.yearly.get('revenue')?.get(2025)?.at).toEqual({
      file: FILE,
      sheet: '名单',
      cell: 'C5',
      line: 5,
    });
    expect(list.problems).toEqual([]);
  });

  it('表头上方写的单位用于没写单位的金额列', async () => {
    const list = await listOf([
      ['单位：元'],
      ['企业名称', '营业收入（2025年）', '研发费用（2025年，万元）', '全职员工数（2025年）'],
      ['示例（虚构）有限公司', 52000000, 160, 30],
    ]);
    const yearly = list.rows[0]?.profile.yearly;
    expect(yearly?.get('revenue')?.get(2025)?.value).toEqual({ n: 52000000n, d: 1n });
    expect(yearly?.get('rd')?.get(2025)?.value).toEqual({ n: 1600000n, d: 1n });
    expect(yearly?.get('staff')?.get(2025)?.value).toEqual({ n: 30n, d: 1n });
  });

  it('表头上方写了两个单位就不猜', async () => {
    const rows = [['单位：元'], ['金额单位：万元'], HEADER, COMPANY('示例（虚构）有限公司')];
    expect(await refusal(sheetBytes(rows))).toMatchObject({ code: 'E409' });
  });

  it('说明在前、名单在后的两张表，读名单那张并说明另一张没读', async () => {
    const list = await listOf([['填写说明'], ['每行一家']], (_, workbook) => {
      const second = workbook.addWorksheet('客户');
      second.addRow(HEADER);
      second.addRow(COMPANY('示例（虚构）有限公司'));
    });
    expect(list.sheet).toBe('客户');
    expect(list.otherSheets).toEqual(['名单']);
  });

  it('不认识的列和重复的列各报一次，其余照读', async () => {
    const list = await listOf([
      [...HEADER, '营业额（2025年）', '2025年营业收入（万元）', '营业收入'],
      [...COMPANY('示例（虚构）有限公司'), 1, 2, 3],
    ]);
    expect(list.headers.map((problem) => [problem.code, problem.cell, problem.text])).toEqual([
      ['W410', 'D1', '营业额（2025年）'],
      ['W412', 'E1', '2025年营业收入（万元）'],
      ['W411', 'F1', '营业收入'],
    ]);
    expect(list.rows[0]?.profile.yearly.get('revenue')?.get(2025)?.value).toEqual({ n: 50000000n, d: 1n });
  });
});

describe('填报日期', () => {
  const NAMED = [['企业名称'], ['示例（虚构）有限公司']];
  const filledOn = async (rows: readonly (readonly Cell[])[]): Promise<unknown> =>
    (await listOf(rows)).rows[0]?.profile.single.get('filledOn')?.value;

  it('表头上方写明的用于各行', async () => {
    expect(await filledOn([['填表日期：2026-11-10　　某某'], ...NAMED])).toBe('2026-11-10');
    expect(await filledOn([['填报时间', new Date('2026-10-01T00:00:00Z')], ...NAMED])).toBe('2026-10-01');
  });

  it('行里自己写的优先', async () => {
    const rows = [
      ['填表日期：2026-11-10'],
      ['企业名称', '填报日期'],
      ['示例（虚构）有限公司', '2026年9月1日'],
    ];
    expect(await filledOn(rows)).toBe('2026-09-01');
  });

  it('都没写的不代填', async () => {
    expect(await filledOn(NAMED)).toBeUndefined();
  });
});

describe('行', () => {
  it('坏格只让那一项未填，其余行和列照读', async () => {
    const list = await listOf([
      [...HEADER, '成立日期'],
      ['示例一（虚构）有限公司', null, '约五千', new Date('2012-03-08T00:00:00Z')],
      COMPANY('示例二（虚构）有限公司'),
    ]);
    expect(list.rows.map((row) => row.problems.length)).toEqual([1, 0]);
    expect(list.rows[0]?.profile.yearly.has('revenue')).toBe(false);
    expect(list.rows[0]?.profile.single.get('founded')?.value).toBe('2012-03-08');
    expect(list.problems).toMatchObject([
      {
        code: 'W420',
        severity: 'warning',
        text: '约五千',
        message: '营业收入（2025年，万元）：“约五千”不是数，按未填处理',
        row: 2,
        cell: 'C2',
      },
    ]);
  });

  it('没有企业名称的行、合计行和附注拒收并列出，空行跳过', async () => {
    const list = await listOf([
      ['序号', ...HEADER],
      [1, ...COMPANY('示例一（虚构）有限公司')],
      [2, null, null, 300],
      [3, null, null, null],
      [],
      [null, '合计', null, 5300],
      [null, '注：以上数据未经审计'],
      [null, '   '],
    ]);
    expect(list.rows.map((row) => row.name)).toEqual(['示例一（虚构）有限公司']);
    expect(list.refused.map((problem) => [problem.row, problem.text])).toEqual([
      [3, '2、300'],
      [6, '合计'],
      [7, '注：以上数据未经审计'],
    ]);
  });

  it('企业名称是公式错误的行拒收', async () => {
    const list = await listOf([HEADER, [{ error: '#REF!' }, null, 5000], COMPANY('示例（虚构）有限公司')]);
    expect(list.refused[0]?.message).toBe('企业名称读不了：单元格是公式错误 #REF!，没有评估');
  });

  it('重名和重复的信用代码给警告，两行都留', async () => {
    const list = await screenBytes(
      await sheetBytes([
        HEADER,
        ['示例（虚构）有限公司', '919900000000000189', 1],
        ['示例 （虚构）有限公司', '919900000000000189', 2],
      ]),
      () => ({ assessments: [], findings: [] }),
    );
    expect(list.totals.companies).toBe(2);
    const again = list.company(1).reading.filter((problem) => problem.code === 'W422');
    expect(list.company(0).reading.some((problem) => problem.code === 'W422')).toBe(false);
    expect(again.map((problem) => [problem.row, problem.message])).toEqual([
      [3, '企业名称与第 2 行重复，两行都照评'],
      [3, '统一社会信用代码与第 2 行重复，两行都照评'],
    ]);
  });

  it('信用代码校验不对只提醒', async () => {
    const list = await listOf([HEADER, ['示例（虚构）有限公司', '91350100M000100Y44', 5000]]);
    expect(list.rows[0]?.creditCode).toBe('91350100M000100Y44');
    expect(list.problems).toMatchObject([{ code: 'W140', cell: 'B2' }]);
  });
});

describe('称号等记录列', () => {
  const TITLES = [
    '专精特新有效期至',
    '创新型有效期至',
    '科技型有效期至',
    '小巨人有效期至',
    '高新技术企业有效期至',
    '其他称号',
  ];
  const titlesOf = async (headers: readonly string[], cells: readonly Cell[]) => {
    const list = await listOf([
      ['企业名称', ...headers],
      ['示例（虚构）有限公司', ...cells],
    ]);
    const titles = list.rows[0]?.profile.records.get('titles');
    const items = titles?.items.map((item) => [item.get('name')?.value, item.get('to')?.value]);
    return { items, complete: titles?.complete, codes: list.problems.map((problem) => problem.code) };
  };
  const UNTIL = new Date('2027-12-31T00:00:00Z');

  it('六列都填了，称号才算列全', async () => {
    expect(await titlesOf(TITLES, [UNTIL, '无', '2026-12-31', '无', '无', '无'])).toEqual({
      items: [
        ['专精特新中小企业', '2027-12-31'],
        ['科技型中小企业', '2026-12-31'],
      ],
      complete: true,
      codes: [],
    });
  });

  it('空一格就是未列全：没问到的称号不当作没有', async () => {
    const { items, complete } = await titlesOf(TITLES, [UNTIL, '无', null, '无', '无', '无']);
    expect([items?.length, complete]).toEqual([1, false]);
  });

  it('没有“其他称号”一列也是未列全', async () => {
    const five = await titlesOf(TITLES.slice(0, 5), [UNTIL, '无', '无', '无', '无']);
    expect(five.complete).toBe(false);
  });

  it('只有部分列且都写“无”时，称号仍是不知道', async () => {
    expect(await titlesOf(TITLES.slice(0, 1), ['无'])).toEqual({
      items: undefined,
      complete: undefined,
      codes: [],
    });
  });

  it('只写“有”的，有称号而有效期不知道', async () => {
    expect((await titlesOf(TITLES.slice(0, 1), ['有'])).items).toEqual([['专精特新中小企业', undefined]]);
  });

  it('其他称号逐项读成记录', async () => {
    const { items, complete } = await titlesOf(TITLES, ['无', '无', '无', '无', '无', '绿色工厂、质量标杆']);
    expect(items?.map(([name]) => name)).toEqual(['绿色工厂', '质量标杆']);
    expect(complete).toBe(true);
  });

  it.each(['有', '是', '√'])('称号格写“%s”是有而详情不知道', async (word) => {
    const { items, codes } = await titlesOf(TITLES, [word, '无', '无', '无', '无', '无']);
    expect(items?.length).toBe(1);
    expect(codes).toEqual([]);
  });

  it('读不懂的称号格给警告，且未列全', async () => {
    const { complete, codes } = await titlesOf(TITLES, [UNTIL, '快到期了', '无', '无', '无', '无']);
    expect([complete, codes]).toEqual([false, ['W424']]);
  });

  it('“称号”一栏写“无”是没有任何称号；与其他列矛盾时都不用', async () => {
    expect(await titlesOf(['称号'], ['无'])).toEqual({ items: [], complete: true, codes: [] });
    expect(await titlesOf(['称号', TITLES[0] ?? ''], ['无', UNTIL])).toEqual({
      items: undefined,
      complete: undefined,
      codes: ['W425'],
    });
  });

  it('违法事故记录写“无”是空的全表，写别的是不知道并警告', async () => {
    const list = await listOf([
      ['企业名称', '违法事故记录'],
      ['示例一（虚构）有限公司', '无'],
      ['示例二（虚构）有限公司', '去年罚过一次'],
      ['示例三（虚构）有限公司', null],
    ]);
    const found = list.rows.map((row) => row.profile.records.get('incidents'));
    expect(found.map((records) => records?.items.length)).toEqual([0, undefined, undefined]);
    expect(found[0]?.complete).toBe(true);
    expect(list.problems).toMatchObject([{ code: 'W424', text: '去年罚过一次', cell: 'B3' }]);
  });
});
