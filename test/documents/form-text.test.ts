import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/base/diagnostic.ts';
import { generateDocuments, parseTemplates } from '../../src/documents/index.ts';
import { fromPlain, readProfile } from '../../src/profile/index.ts';
import { readSheet } from './printed.ts';

const form = (rows: unknown[], rest: Record<string, unknown> = {}, columns = [1, 1]) => ({
  甲表: {
    类型: '表格',
    文件名: '甲表',
    标题: '甲表',
    页眉: '底稿',
    部分: [{ 内容: [{ 形式: '网格', 列: columns, 行: rows }] }],
    ...rest,
  },
});

/** The rows of the only table, filled for these facts. */
const fill = async (
  data: Record<string, unknown>,
  rows: unknown[],
  rest: Record<string, unknown> = {},
  columns?: number[],
): Promise<string[][]> => {
  const [document] = await generateDocuments(
    readProfile(fromPlain(data)).profile,
    2025,
    parseTemplates(form(rows, rest, columns)),
    { asOf: '2026-11-21' },
  );
  const { tables } = await readSheet(document?.bytes ?? new Uint8Array());
  const [table] = tables;
  return Array.from({ length: table?.rows ?? 0 }, (_, row) =>
    (table?.cells ?? []).filter((cell) => cell.row === row).map((cell) => cell.text),
  );
};

const textOf = async (data: Record<string, unknown>, text: string): Promise<string | undefined> =>
  (await fill(data, [['栏目', { 文: text }]]))[0]?.[1];

const messageOf = (raw: Record<string, unknown>): string => {
  try {
    parseTemplates(raw);
  } catch (error) {
    if (error instanceof InputError)
      return error.diagnostics.map(({ message, fix }) => `${message}｜${fix ?? ''}`).join('\n');
    throw error;
  }
  return '';
};

describe('勾选的框', () => {
  const size = '{□企业规模=中型}中型　{□企业规模=小型、微型}小微型';
  it('只勾档案说的；没填的在行末占位；表里没有的选项请人核对', async () => {
    expect(await textOf({ 企业规模: '中型' }, size)).toBe('☑中型　□小微型');
    expect(await textOf({ 企业规模: '微型' }, size)).toBe('□中型　☑小微型');
    expect(await textOf({}, `${size}\n第二行`)).toBe('□中型　□小微型【待补充】\n第二行');
    expect(await textOf({ 企业规模: '大型' }, size)).toBe(
      '□中型　□小微型【核对：档案中为“大型”，表内无此选项】',
    );
  });

  it('有和无：空列表是无，没填是占位，未列全不勾无', async () => {
    const text = '{□配套客户.项数=有}有　{□配套客户.项数=无}无';
    expect(await textOf({ 配套客户: [{ 名称: '甲' }] }, text)).toBe('☑有　□无');
    expect(await textOf({ 配套客户: [] }, text)).toBe('□有　☑无');
    expect(await textOf({}, text)).toBe('□有　□无【待补充】');
    expect(await textOf({ 配套客户: { 记录: [], 未列全: '是' } }, text)).toBe('□有　□无【待补充：未列全】');
  });

  it('金额的有和无：大于0是有，等于0是无，一年没填就不下结论', async () => {
    const text = '{□股权融资总额|近2年合计=无}否 {□股权融资总额|近2年合计=有}是';
    expect(await textOf({ 股权融资总额: { 2024: '0', 2025: '0.0001' } }, text)).toBe('□否 ☑是');
    expect(await textOf({ 股权融资总额: { 2024: '0', 2025: '0' } }, text)).toBe('☑否 □是');
    expect(await textOf({ 股权融资总额: { 2025: '0' } }, text)).toBe('□否 □是【待补充】');
  });

  it('多选填“无”才算没有；≠ 是一个也不在其中', async () => {
    const bases =
      '{□主导产品产业基础领域=无}否 {□主导产品产业基础领域=有}是 {□主导产品产业基础领域=关键软件}软件';
    expect(await textOf({ 主导产品产业基础领域: '无' }, bases)).toBe('☑否 □是 □软件');
    expect(await textOf({ 主导产品产业基础领域: ['关键软件'] }, bases)).toBe('□否 ☑是 ☑软件');
    const standard = '{□产品执行标准=国际标准、国家标准}是 {□产品执行标准≠国际标准、国家标准}否';
    expect(await textOf({ 产品执行标准: ['企业标准'] }, standard)).toBe('□是 ☑否');
    expect(await textOf({ 产品执行标准: ['国家标准', '企业标准'] }, standard)).toBe('☑是 □否');
    expect(await textOf({}, standard)).toBe('□是 □否【待补充】');
  });
});

describe('有前提的空', () => {
  const text = '{□已上市=是}是 {□已上市=否}否，代码：{股票代码 当 已上市=是}';
  it('前提成立才要；不成立空着；前提没填只问前提', async () => {
    expect(await textOf({ 已上市: '是' }, text)).toBe('☑是 □否，代码：【待补充】');
    expect(await textOf({ 已上市: '是', 股票代码: '000001' }, text)).toBe('☑是 □否，代码：000001');
    expect(await textOf({ 已上市: '否', 股票代码: '000001' }, text)).toBe('□是 ☑否，代码：');
    expect(await textOf({}, text)).toBe('□是 □否，代码：【待补充】');
  });

  it('限字：到限不说，超一字就说，不截断', async () => {
    expect(await textOf({ 填补空白领域: '十'.repeat(10) }, '{填补空白领域 限10字}')).toBe('十'.repeat(10));
    expect(await textOf({ 填补空白领域: '十'.repeat(11) }, '{填补空白领域 限10字}')).toBe(
      `${'十'.repeat(11)}【核对：限10字，现11字】`,
    );
  });
});

describe('单位', () => {
  const data = { 营业收入: { 2025: '1.5亿元' }, 信贷满足率: '80%' };
  it('后面印了单位的不重复，没印的写上；可以换成元或亿元', async () => {
    expect(await textOf(data, '{营业收入}')).toBe('15000万元');
    expect(await textOf(data, '{营业收入}万元')).toBe('15000万元');
    expect(await textOf(data, '{营业收入} 万元')).toBe('15000 万元');
    expect(await textOf(data, '{营业收入|亿元}')).toBe('1.5亿元');
    expect(await textOf(data, '{营业收入|元}')).toBe('150000000元');
    expect(await textOf(data, '{信贷满足率} %')).toBe('80 %');
    expect(await fill(data, [['收入（万元）', { 字段: '营业收入' }]])).toEqual([['收入（万元）', '15000']]);
  });

  it('一个词后面接别的字，不算印了单位', async () => {
    expect(await textOf(data, '{营业收入}（万元）')).toBe('15000万元（万元）');
  });
});

describe('年份、脚注、序号', () => {
  it('年份随基准年前后推', async () => {
    expect(await fill({}, [['{基准年-2}年', '{基准年+1}年']])).toEqual([['2023年', '2026年']]);
  });

  it('脚注是 Word 脚注', async () => {
    const templates = parseTemplates(form([['行业{注1}', { 空: true }]], { 脚注: ['按国家标准填写'] }));
    const [document] = await generateDocuments(readProfile(fromPlain({})).profile, 2025, templates);
    const { xml } = await readSheet(document?.bytes ?? new Uint8Array());
    expect(xml).toMatch(/行业<\/w:t><\/w:r><w:r>.*?<w:footnoteReference w:id="1"\/>/);
  });

  it('每条一行，少了留空行，多了照列并提示；没有写无，没填占位', async () => {
    const rows = [{ 每条: '主要股东', 行数: 2, 最多: 2, 格: ['{序}', { 文: '{.名称}' }] }];
    const holders = (names: string[]) => ({ 主要股东: names.map((name) => ({ 名称: name })) });
    expect(await fill(holders(['甲']), rows)).toEqual([
      ['1', '甲'],
      ['2', ''],
    ]);
    expect(await fill(holders(['甲', '乙', '丙']), rows)).toEqual([
      ['1', '甲'],
      ['2', '乙'],
      ['3', '丙'],
      ['【核对：限2项，现3项】'],
    ]);
    expect(await fill({ 主要股东: [] }, rows)).toEqual([
      ['1', '无'],
      ['2', ''],
    ]);
    expect(await fill({}, rows)).toEqual([
      ['1', '【待补充】'],
      ['2', ''],
    ]);
  });

  it('记录[名称].属性：没有这一条是待补充，不是无', async () => {
    const text = '{发展目标[标准数量].满一年目标}';
    const goal = { 指标: '标准数量', 满一年目标: '3' };
    expect(await textOf({ 发展目标: [goal] }, text)).toBe('3');
    expect(await textOf({ 发展目标: [{ ...goal, 指标: '上市计划' }] }, text)).toBe('【待补充】');
    expect(await textOf({}, text)).toBe('【待补充】');
  });
});

describe('清单的筛选', () => {
  const list = (filter: unknown) => ({ 清单: { 某些标准: { 记录: '标准', 筛选: filter } } });
  const data = {
    标准: [
      { 名称: '甲', 角色: '主导', 发布日期: '2024-12-31' },
      { 名称: '乙', 角色: '参与', 发布日期: '2025' },
    ],
  };
  it('某一年度、除某些值以外', async () => {
    const names = async (filter: unknown) =>
      (await fill(data, [['标准', { 文: '{某些标准.名称}' }]], list(filter)))[0]?.[1];
    expect(await names({ 发布日期: { 年度: '基准年-1' } })).toBe('甲');
    expect(await names({ 发布日期: { 年度: '基准年' } })).toBe('乙');
    expect(await names({ 角色: { 非: '主导' } })).toBe('乙');
  });
});

describe('网格写错时说明在哪里、错在哪里', () => {
  it.each([
    ['列数不对', form([['甲', '乙', '丙']]), '这一行共3列，表有2列'],
    ['跨行越界', form([[{ 印: '甲', 跨行: 2 }, '乙']]), '“跨行”超出了表的最后一行'],
    ['没有的字段', form([['甲', { 文: '{营业收人}' }]]), '没有“营业收人”这个字段｜是不是想写“营业收入”？'],
    ['没有的选项', form([['甲', { 文: '{□企业规模=巨型}巨' }]]), '企业规模没有“巨型”这个选项'],
    ['不是等式', form([['甲', { 文: '{□企业规模}' }]]), '要写成 字段=值'],
    ['文字字段勾有', form([['甲', { 文: '{□已上市=有}' }]]), '已上市没有“有”这个选项'],
    ['序在每条之外', form([['{序}', '乙']]), '{序} 只能写在“每条”的行里'],
    ['不认识的键', form([['甲', { 文: '乙', 跨格: 2 }]]), '不认识的键“跨格”'],
    ['没有的句组', form([['甲', { 句: '某句组' }]]), '没有“某句组”这个句组'],
    ['不是金额换单位', form([['甲', { 文: '{研发人员数|亿元}' }]]), '研发人员数不是金额'],
  ])('%s', (_name, raw, message) => {
    expect(messageOf(raw)).toContain(message);
  });
});
