import { describe, expect, it } from 'vitest';
import { cell, codesAmong, codesOf, lintBody, lintLines, notesOf, paragraph, row, table } from './support.ts';

const text = (length: number): string => '某'.repeat(length);
const kinds = async (body: string, file?: string): Promise<unknown[]> =>
  (await lintBody(body, file === undefined ? {} : { file })).results.map(({ text: found, counts }) => [
    found.kind?.id,
    found.by,
    counts.characters,
  ]);

describe('认出是哪一种文稿', () => {
  it('按标题，一个文件里可有几种', async () => {
    const body = ['企业总体情况简要介绍（2000字以内）', text(20), text(5), '补短板填空白说明', text(7)];
    expect(await kinds(body.map(paragraph).join(''))).toEqual([
      ['总体情况', '标题', 25],
      ['补短板', '标题', 7],
    ]);
  });
  it('标题和正文在同一段', async () => {
    expect(await kinds(paragraph(`研究领域已获得成果及应用情况（300字）：${text(9)}`))).toEqual([
      ['研发成果', '标题', 9],
    ]);
  });
  it('表格里栏目右边的格', async () => {
    const form = table(
      row(cell('企业总体情况', '简要介绍（2000字以内，', '请勿另附页）'), cell(text(8), text(4))),
    );
    expect(await kinds(form)).toEqual([['总体情况', '表格栏目', 12]]);
  });
  it('表格里栏目下面的格', async () => {
    const form = table(row(cell('★主导产品细分市场占有率说明（1000字）')), row(cell(text(8))));
    expect(await kinds(form)).toEqual([['市占率', '表格栏目', 8]]);
  });
  it('栏目和正文在同一格', async () => {
    const form = table(row(cell('企业名称'), cell('甲')), row(cell('补短板说明（300字）', text(6))));
    expect(await kinds(form)).toEqual([['补短板', '表格栏目', 6]]);
  });
  it('没有标题时按文件名，再按用词', async () => {
    expect(await kinds(paragraph(text(6)), '甲公司-市占率说明.docx')).toEqual([['市占率', '文件名', 6]]);
    expect(await kinds(paragraph('企业经营管理概况') + paragraph('企业主导产品及技术情况'))).toEqual([
      ['总体情况', '用词', 19],
    ]);
  });
  it('认不出的说明用 --kind，字数照数', async () => {
    const report = await lintLines(['公司专业从事某种零件制造。']);
    expect(report.results[0]?.text.kind).toBeUndefined();
    expect(report.results[0]?.counts).toEqual({ characters: 13, words: 13, han: 12 });
    expect(report.remarks[0]).toContain('--kind');
  });
  it('--kind 指明的按它判', async () => {
    const report = await lintLines([text(301)], { kind: '补短板' });
    expect(codesOf(report)).toContain('F42.1');
  });
  it('生成骨架里的提示和统计不算正文', async () => {
    const lines = [
      '企业总体情况简要介绍',
      '2000字以内；不得含企业名称',
      text(3),
      '字符数统计（不属于正文，定稿时删去）',
      text(9),
    ];
    expect(await kinds(lines.map(paragraph).join(''))).toEqual([['总体情况', '标题', 3]]);
  });
});

describe('字数上限按字符数', () => {
  it.each([
    ['总体情况', 1959, []],
    ['总体情况', 1960, ['F51.2']],
    ['总体情况', 2000, ['F51.2']],
    ['总体情况', 2001, ['F51.1']],
    ['市占率', 979, []],
    ['市占率', 980, ['F26.2']],
    ['市占率', 1000, ['F26.2']],
    ['市占率', 1001, ['F26.1']],
    ['研发成果', 293, []],
    ['研发成果', 294, ['F31.2']],
    ['研发成果', 300, ['F31.2']],
    ['研发成果', 301, ['F31.1']],
    ['补短板', 293, []],
    ['补短板', 300, ['F42.2']],
    ['补短板', 301, ['F42.1']],
  ])('%s %i字符', async (kind, length, codes) => {
    const limits = ['F51.1', 'F51.2', 'F26.1', 'F26.2', 'F31.1', 'F31.2', 'F42.1', 'F42.2'];
    expect(await codesAmong([text(length)], limits, { kind })).toEqual(codes);
  });
  it('空白不计，标点和字母数字各计1', async () => {
    const report = await lintLines(['某 某，ab 12。'], { kind: '总体情况' });
    expect(report.results[0]?.counts).toEqual({ characters: 8, words: 6, han: 2 });
  });
  it('2021年第三批限值不同，没有市占率说明', async () => {
    const programme = 'national-little-giant-2021-batch3';
    const limits = ['F51.1', 'F31.1', 'F26.1'];
    expect(await codesAmong([text(301)], limits, { kind: '总体情况', programme })).toEqual(['F51.1']);
    expect(await codesAmong([text(300)], limits, { kind: '总体情况', programme })).toEqual([]);
    expect(await codesAmong([text(31)], limits, { kind: '研发成果', asOf: '2021-06-01' })).toEqual(['F31.1']);
    expect(await codesAmong([text(31)], limits, { kind: '研发成果', asOf: '2022-08-01' })).toEqual([]);
    const report = await lintLines([text(1001)], { kind: '市占率', programme });
    expect(codesOf(report)).not.toContain('F26.1');
    expect(report.remarks.join()).toContain('没有“主导产品细分市场占有率说明”这一栏');
  });
});

describe('没有内容', () => {
  const blank = (label: string): string => table(row(cell(label), cell('')), row(cell('备注'), cell('无')));
  it('空白的栏目报没有内容，只有占位也是', async () => {
    expect(codesOf(await lintBody(blank('企业总体情况简要介绍')))).toEqual(['F51.3']);
    const open = table(row(cell('企业总体情况简要介绍'), cell('【待补充】')));
    expect(codesOf(await lintBody(open)).sort()).toEqual(['F51.3', 'F63.1']);
  });
  it('补短板说明只在选“是”时才要写', async () => {
    const body = blank('补短板填空白说明');
    expect(codesOf(await lintBody(body, { profile: { 补短板锻长板填空白: '是' } }))).toEqual(['F42.3']);
    expect(codesOf(await lintBody(body, { profile: { 补短板锻长板填空白: '否' } }))).toEqual([]);
    expect(codesOf(await lintBody(body, { profile: { 已上市: '否' } }))).toEqual([]);
  });
});

describe('企业名称', () => {
  const profile = {
    企业名称: '示例九号精密轴承（虚构）有限公司',
    企业简称: ['九轴'],
    注册地: '广西壮族自治区柳州市',
  };
  const names = async (line: string, kind = '总体情况'): Promise<unknown[]> =>
    notesOf(await lintLines(['公司简介。', line], { profile, kind }))
      .filter(({ code }) => code === 'F52.1')
      .map(({ where }) => [where?.paragraph, where?.character, where?.length]);

  it('全称、字号、简称，每一处都报段和字', async () => {
    expect(await names('示例九号精密轴承（虚构）有限公司成立早，九轴品牌由示例九号打造。')).toEqual([
      [2, 1, 16],
      [2, 21, 2],
      [2, 26, 4],
    ]);
  });
  it('夹了空格的也认得出', async () => {
    expect(await names('由 九 轴 打造。')).toEqual([[2, 3, 3]]);
  });
  it('没有名称不报；别的文稿没有这条规定', async () => {
    expect(await names('公司成立早，品牌由本企业打造。')).toEqual([]);
    expect(await names('九轴品牌。', '补短板')).toEqual([]);
  });
});

describe('没有替换的占位', () => {
  it.each(['【待补充：收入】', '{营业收入}', '获××奖', '获XX奖', '共____项', '共○○项'])(
    '%s',
    async (line) => {
      expect(codesOf(await lintLines([`公司${line}情况`]))).toEqual(['F63.1']);
    },
  );
  it.each(['尺寸3×5毫米', 'XXL型号', '型号X1', '（一）情况', '第_1项'])('%s 不是占位', async (line) => {
    expect(codesOf(await lintLines([line]))).toEqual([]);
  });
});

const OUTLINE = [
  '一、企业经营管理概况',
  '（一）企业基本情况',
  '1.单位简介。从事零件制造。',
  '2.经营效益。经营稳定。',
  '（二）企业在细分领域地位',
  '专注细分市场，占有率有来源，为主机厂配套，销往各地，参与制定标准。',
  '（三）企业经营战略',
  '走专精特新发展道路，制度和体系健全。',
  '二、企业主导产品及技术情况',
  '（一）主导产品基本情况',
  '产品用于电机，属于所选领域，与普通产品相比寿命更长。',
  '（二）关键领域补短板锻长板',
  '在关键领域攻关关键核心技术。',
  '（三）所属产业链供应链情况',
  '处于产业链中游，起支撑作用。',
  '（四）知识产权积累和应用情况',
  '发明专利已应用于产品。',
  '三、是否属于工业稳增长和转型升级成效明显市（州）内企业',
  '否。',
];
const without = (start: string): string[] => OUTLINE.filter((line) => !line.startsWith(start));
const replaced = (from: string, to: string): string[] => OUTLINE.map((line) => line.replace(from, to));

describe('总体情况的提纲和要素', () => {
  const codes = async (
    lines: readonly string[],
    profile?: Readonly<Record<string, unknown>>,
  ): Promise<string[]> =>
    codesOf(
      await lintLines(lines, { kind: '总体情况', ...(profile === undefined ? {} : { profile }) }),
    ).filter((code) => code !== 'F51.4');

  it('齐全的不报', async () => {
    expect(await codes(OUTLINE)).toEqual([]);
  });
  it.each([
    ['F51.5', without('（二）企业在')],
    ['F56.1', replaced('为主机厂配套，', '')],
    ['F57.1', replaced('走专精特新发展道路，', '')],
    ['F58.1', replaced('，与普通产品相比寿命更长', '')],
    ['F59.1', replaced('在关键领域攻关关键核心技术', '持续攻关')],
    ['F60.1', replaced('，起支撑作用', '')],
    ['F61.1', replaced('发明专利已应用于产品', '重视研发')],
    ['F54.1', replaced('从事零件制造', text(301))],
  ])('%s', async (code, lines) => {
    expect(await codes(lines)).toEqual([code]);
  });
  it('F62.1 广西企业没有答否，只是提示；别处不报', async () => {
    const lines = replaced('否。', '是。');
    expect(await codes(lines, { 注册地: '广西壮族自治区南宁市' })).toEqual(['F62.1']);
    expect(await codes(OUTLINE, { 注册地: '广西壮族自治区南宁市' })).toEqual([]);
    expect(await codes(lines, { 注册地: '浙江省宁波市' })).toEqual([]);
    expect(await codes(lines, { 已上市: '否' })).toEqual([]);
  });
  it('F51.4 过短是提示', async () => {
    expect(await codesAmong([text(1399)], ['F51.4'], { kind: '总体情况' })).toEqual(['F51.4']);
    expect(await codesAmong([text(1400)], ['F51.4'], { kind: '总体情况' })).toEqual([]);
  });
  it.each([
    // 2026: at most 75%, told from 70% on as near the limit
    [{ 资产总额: { 2025: 100 }, 负债总额: { 2025: '75.1' } }, ['F55.1']],
    [{ 资产总额: { 2025: 100 }, 负债总额: { 2025: 70 } }, ['F55.1']],
    [{ 资产总额: { 2025: 100 }, 负债总额: { 2025: '69.9' } }, []],
    [{ 研发人员数: { 2025: 9, 2024: 10 } }, ['F55.1']],
    [{ 研发人员数: { 2025: 10, 2024: 10 } }, []],
    [{ 研发人员数: { 2025: 9 } }, []],
    // a year of falling income
    [{ 主营业务收入: { 2025: '99.9', 2024: 100 } }, ['F55.1']],
    [{ 主营业务收入: { 2025: 100, 2024: 100 } }, []],
    // 2026: at least 90%
    [{ 营业收入: { 2025: 9000 }, 主营业务收入: { 2025: 8099 } }, ['F55.1']],
    [{ 营业收入: { 2025: 9000 }, 主营业务收入: { 2025: 8100 } }, []],
  ])('F55.1 %j', async (profile, expected) => {
    expect(await codes(OUTLINE, profile)).toEqual(expected);
  });
  it('F55.1 说明了原因就不报', async () => {
    const lines = replaced('经营稳定', '年末负债较高，原因是新建厂房贷款');
    expect(await codes(lines, { 资产总额: { 2025: 100 }, 负债总额: { 2025: 80 } })).toEqual([]);
  });
});

describe('三种短文的要素', () => {
  const SHARE =
    '主导产品为电机轴承，特点是低噪声，下游应用领域为汽车。据行业协会年报，市场规模3亿元。占有率=内销销售额/市场规模。';
  const RESULT = `与某大学开展课题研究，成果应用于汽车领域，为整机企业配套，降低成本20%，客户反馈良好。${text(150)}`;
  const GAP = [`行业存在短板，产品补齐产业链短板。${text(150)}`, '经专家鉴定达到预期。'];

  it.each([
    ['F27.1', SHARE.replace('，下游应用领域为汽车', '')],
    ['F28.1', SHARE.replace('据行业协会年报，', '')],
    ['F28.2', SHARE.replace('3亿元', '较大')],
    ['F29.1', SHARE.replace('占有率=内销销售额/市场规模', '占有率较高')],
  ])('市占率 %s', async (code, line) => {
    expect(codesOf(await lintLines([line], { kind: '市占率' }))).toEqual([code]);
  });
  it('齐全的不报', async () => {
    expect(codesOf(await lintLines([SHARE], { kind: '市占率' }))).toEqual([]);
    expect(codesOf(await lintLines([RESULT], { kind: '研发成果' }))).toEqual([]);
    expect(codesOf(await lintLines(GAP, { kind: '补短板' })).filter((code) => code !== 'F43.4')).toEqual([]);
  });
  it('F29.2 有出口而没有分清内销出口；没有出口、没填都不报', async () => {
    const line = SHARE.replace('内销销售额', '销售额');
    expect(codesOf(await lintLines([line], { kind: '市占率', profile: { 出口额: { 2025: 10 } } }))).toEqual([
      'F29.2',
    ]);
    expect(codesOf(await lintLines([line], { kind: '市占率', profile: { 出口额: { 2025: 0 } } }))).toEqual(
      [],
    );
    expect(codesOf(await lintLines([line], { kind: '市占率', profile: { 已上市: '否' } }))).toEqual([]);
    expect(codesOf(await lintLines([SHARE], { kind: '市占率', profile: { 出口额: { 2025: 10 } } }))).toEqual(
      [],
    );
  });
  it.each([
    [['F32.1'], RESULT.replace('与某大学开展课题研究，', '')],
    [['F41.2'], RESULT.replace('20%', '不少')],
    [['F33.1', 'F41.2'], RESULT.replace('20%', '不少').replace('客户反馈良好', '')],
    [['F41.1'], RESULT.replace(text(150), '')],
  ])('研发成果 %j', async (codes, line) => {
    expect(codesOf(await lintLines([line], { kind: '研发成果' }))).toEqual(codes);
  });
  it.each([
    ['F43.1', [GAP.join('')]],
    ['F44.1', [GAP[0]?.replace('行业存在短板，产品补齐产业链短板', '产品先进') ?? '', GAP[1] ?? '']],
    ['F45.5', [GAP[0] ?? '', '成果已批量使用。']],
    ['F47.1', [GAP[0]?.replace(text(150), '') ?? '', GAP[1] ?? '']],
  ])('补短板 %s', async (code, lines) => {
    expect(codesOf(await lintLines(lines, { kind: '补短板' })).filter((item) => item !== 'F43.4')).toEqual([
      code,
    ]);
  });
  it('F43.4 没有主张只提示，并说没有则不写', async () => {
    const notes = notesOf(await lintLines(GAP, { kind: '补短板' }));
    expect(notes.map(({ code, severity }) => [code, severity])).toEqual([['F43.4', 'hint']]);
    expect(notes[0]?.message).toContain('没有则不写');
    const claimed = [GAP[0] ?? '', '经鉴定国内首创。'];
    expect(codesOf(await lintLines(claimed, { kind: '补短板' }))).toEqual([]);
  });
});
