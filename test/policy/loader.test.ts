import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../../src/authoring/index.ts';
import { type Diagnostic, InputError } from '../../src/base/diagnostic.ts';
import { policyText } from '../assess/support.ts';

const GOOD = policyText(`
- 编号: 甲
  要求: 收入
  条款: 一
  判定: {指标: 营业收入, 期间: 上年度, 不低于: 5000万元}
`);

const errorsOf = (text: string): readonly Diagnostic[] => {
  try {
    loadPolicy(text, 'x.yaml');
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics;
    throw error;
  }
  throw new Error('was accepted');
};

/** Line and column of the nth place where a word stands. */
const spotOf = (text: string, word: string, nth = 0): { line: number; column: number } => {
  let offset = -1;
  for (let count = 0; count <= nth; count += 1) offset = text.indexOf(word, offset + 1);
  if (offset < 0) throw new Error(`no ${word}`);
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
};

const changed = (from: string, to: string): string => {
  if (!GOOD.includes(from)) throw new Error(`no ${from}`);
  return GOOD.replace(from, to);
};

const table = (parts: string): string => GOOD.replace('条件:', `${parts}条件:`);
const scores = (max: number, part: number, ...items: number[]): string => `评分:
  满分: ${max}
  部分:
    - 名称: 前
      满分: ${part}
      项目:
${items.map((item, index) => `        - {编号: 项${index}, 名称: 项, 满分: ${item}, 条款: 一, 未收录: 附件}`).join('\n')}
`;

describe('a right file', () => {
  it('loads', () => {
    const { edition } = loadPolicy(GOOD, 'x.yaml');
    expect(edition.id).toBe('sample-2026');
    expect(edition.confidence).toBe('A');
  });

  it('takes its spot test: the helper above finds the fifteenth line', () => {
    expect(spotOf(GOOD, '条款: 一')).toEqual({ line: 15, column: 7 });
  });
});

describe('every fault is placed with file, line and column', () => {
  const cases: ReadonlyArray<
    readonly [name: string, text: string, word: string, message: RegExp, fix?: RegExp]
  > = [
    ['an unknown key at the top', changed('版本:', '摘要: 无\n版本:'), '摘要', /不认识的键：摘要/],
    ['an unknown key of a criterion', changed('条款:', '条款号:'), '条款号', /不认识的键：条款号/],
    ['an unknown key of a 判定', changed('不低于', '不少过'), '不少过', /不认识的键：不少过/],
    ['an unknown key of a source', changed('文号:', '文书号:'), '文书号', /不认识的键：文书号/],
    ['an unknown metric', changed('营业收入', '营业收人'), '指标', /没有“营业收人”/, /是不是想写“营业收入”/],
    ['a wrong unit', changed('5000万元', '5000项'), '不低于', /“5000项”不能用在这里，应为金额/],
    ['a missing unit', changed('5000万元', '"5000"'), '不低于', /应为金额.*写明单位/],
    ['a wrong 期间', changed('上年度', '去年'), '期间', /不认识的期间“去年”/],
    ['a 期间 of no years', changed('上年度', '近零年每年'), '期间', /不认识的期间/],
    ['a yearly field without 期间', changed(', 期间: 上年度', ''), '判定', /逐年字段，要写期间/],
    [
      'a 期间 for a field without years',
      changed('营业收入', '推进计划总投资'),
      '判定',
      /不是逐年字段，不能写期间/,
    ],
    ['two comparisons in one 判定', changed('不低于', '超过: 1万元, 不低于'), '判定', /只能有一个比较/],
    ['no comparison at all', changed(', 不低于: 5000万元', ''), '判定', /缺少比较/],
    ['a missing clause', changed('      条款: 一\n', ''), '编号: 甲', /没有写条款/],
    [
      'a missing anchor though the whole text was at hand',
      changed('依据: 转述', '依据: 全文'),
      '编号: 甲',
      /没有写原文锚点/,
    ],
    ['an unknown tier', changed('层级: 其他', '层级: 大巨人'), '层级', /只能写：.*小巨人/],
    [
      'an id with capitals',
      changed('编号: sample-2026', '编号: Sample_2026'),
      '编号: Sample',
      /小写字母、数字和连字符/,
    ],
    ['a date that is none', changed('起: 2026-01-01', '起: 二〇二六年'), '起: 二', /日期写成/],
    ['an unknown source', changed('条款: 一', '条款: 一\n      出自: 通知'), '出自', /来源里没有“通知”/],
    [
      'an anchor that is too long',
      changed('条款: 一', `条款: 一\n      原文: ${'长'.repeat(25)}`),
      '原文',
      /不超过24字/,
    ],
    ['parts that do not add up', table(scores(10, 10, 4, 5)), '满分: 10', /前各项满分之和是9，不是10/],
    ['a table that does not add up', table(scores(20, 10, 10)), '满分: 20', /各部分满分之和是10，不是20/],
  ];

  it.each(cases.map(([name, ...rest]) => ({ name, rest })))('$name', ({ name, rest }) => {
    const [text, word, message, fix] = rest;
    const errors = errorsOf(text);
    const [error] = errors;
    expect(errors).toHaveLength(1);
    expect(error?.message).toMatch(message);
    if (fix !== undefined) expect(error?.fix).toMatch(fix);
    expect(error?.severity).toBe('error');
    // of parts that do not add up the second 满分 is meant
    const nth = name.startsWith('parts') ? 1 : 0;
    expect(error?.where).toMatchObject({ file: 'x.yaml', ...spotOf(text, word, nth) });
  });

  it('the same criterion id twice', () => {
    const text = policyText(`
- {编号: 甲, 要求: 甲, 条款: 一, 判定: {字段: 已上市, 为: 是}}
- {编号: 甲, 要求: 乙, 条款: 二, 判定: {字段: 已上市, 为: 否}}
`);
    const [error, ...more] = errorsOf(text);
    expect(error?.message).toBe('条件编号“甲”重复');
    expect(error?.where).toMatchObject(spotOf(text, '编号: 甲', 1));
    expect(more).toEqual([]);
  });

  it('the same key twice', () => {
    const text = changed('条款: 一', '条款: 一\n      条款: 二');
    expect(errorsOf(text)).toMatchObject([{ message: '同一个键写了两次', where: spotOf(text, '条款: 二') }]);
  });

  it('all faults of a file at once', () => {
    const text = policyText(`
- {编号: 甲, 要求: 甲, 判定: {指标: 营业收人, 期间: 上年度, 不低于: 1万元}}
- {编号: 乙, 要求: 乙, 条款: 二, 判定: {指标: 营业收入, 期间: 去年, 不低于: 1万元}}
`);
    expect(errorsOf(text).map((error) => error.where?.line)).toEqual([13, 13, 14]);
  });
});

describe('what cannot mean anything is refused', () => {
  const one = (test: string): string => policyText(`- {编号: 甲, 要求: 甲, 条款: 一, 判定: ${test}}`);

  it.each([
    ['{字段: 已上市, 为: 也许}', /只能写：是、否/],
    ['{字段: 营业收入, 为: 是}', /不是“是\/否”字段/],
    ['{字段: 企业规模, 属于: [巨型]}', /“巨型”不是企业规模的选项/],
    ['{字段: 企业规模, 属于: {词表: 没有的表}}', /没有这个词表：没有的表/],
    ['{字段: 企业规模, 不低于: 中型}', /没有次序/],
    ['{字段: 数字化水平, 不低于: 五级}', /没有次序可比的“五级”/],
    ['{字段: 企业名称, 属于: [甲]}', /不是选项字段/],
    ['{指标: 企业名称, 不低于: 1项}', /不是可比较的数/],
    ['{指标: 研发费用, 占: 全职员工数, 期间: 上年度, 不低于: 3%}', /单位不同，不能相比/],
    ['{指标: 研发费用, 占: 营业收入, 期间: 近两年复合增长率, 不低于: 3%}', /增长率不能再写“占”/],
    ['{指标: 研发费用, 占: 营业收入, 期间: 上年度, 不低于: 3万元}', /应为百分比/],
    ['{记录: 营业收入}', /不是记录列表/],
    ['{记录: 知识产权, 满足: {颜色: 红}}', /没有属性“颜色”/],
    ['{记录: 知识产权, 满足: {种类: 发明专力}}', /不是种类的选项/],
    ['{记录: 知识产权, 满足: {有效: 发明专利}}', /要写“是”或“否”/],
    ['{记录: 知识产权, 满足: {有效期内: 评估日}}', /没有有效期/],
    ['{记录: 知识产权, 满足: {种类: {近年: 3}}}', /不是日期/],
    ['{记录: 知识产权, 满足: {权利人排名: {不高于: 3年}}}', /应为名次/],
    ['{得分: 总体, 不低于: 60分}', /“总体”不在评分表里/],
    ['{划型: [巨型]}', /只能写：大型、中型、小型、微型/],
    ['{注册地: [广西]}', /“广西”不是地区全称/],
    ['{评估日不早于: 明年}', /日期/],
    ['{字段: 已上市, 满年: 2}', /已上市不是日期，不能写“满年”/],
    ['{字段: 成立日期, 满年: 2, 截至: 昨天}', /截至/],
    ['{字段: 成立日期, 不晚于: 去年}', /日期写成/],
    ['{字段: 成立日期, 满年: 2, 截至: 申报截止日}', /文件没有受理窗口/],
    ['{记录: 知识产权, 满足: {种类: {不早于: 2020-01-01}}}', /种类不是日期/],
    ['{记录: 知识产权, 满足: {种类: {不低于: 发明专利}}}', /不是可比较的数/],
    ['{记录: 违法事故记录, 满足: {程度: {不低于: 巨大}}}', /没有次序可比的“巨大”/],
    ['{记录: 知识产权, 合计: 权利人排名, 不少于: 1名}', /不是可合计的数/],
    ['{记录: 股权融资记录, 合计: 金额, 不少于: 1项}', /应为金额/],
    ['{指标: [营业收入, 全职员工数], 期间: 上年度, 不低于: 1万元}', /单位不同，不能相加/],
    ['{指标: [营业收入, 净利润], 期间: 上年度增长率, 不低于: 1%}', /不能算增长/],
    ['{指标: 营业收入, 期间: 2020—2019年度每年, 不低于: 1万元}', /不认识的期间/],
    ['{指标: 营业收入, 期间: 上年度, 不低于: {指标: 全职员工数, 期间: 上年末}}', /单位不同，不能相比/],
    ['{指标: 营业收入, 期间: 上年度, 不低于: {指标: 净利润, 期间: 近两年每年}}', /要是一个数/],
    ['{至少: {项数: 3, 之中: [{判断: 好？}, {判断: 坏？}]}}', /只有2项，不可能满足3项/],
    ['{所在市: {词表: 没有的表}}', /没有这个词表/],
    ['{判断: 好吗？, 期间: 上年度}', /不认识的键：期间/],
    ['{未收录: 附件, 条款: 一}', /不认识的键：条款/],
  ])('%s', (test, message) => {
    const text = one(test);
    const errors = errorsOf(text);
    expect(errors.map((error) => error.message).join('\n')).toMatch(message);
    for (const error of errors)
      expect(error.where).toMatchObject({ file: 'x.yaml', line: expect.any(Number) });
    expect(errors[0]?.where?.line === 13 || test.includes('总体')).toBe(true);
  });

  it('more items than there are in 至少', () => {
    const text = policyText(`
- 编号: 组
  要求: 组
  至少:
    项数: 3
    之中:
      - {编号: 甲, 要求: 甲, 条款: 一, 判定: {字段: 已上市, 为: 是}}
      - {编号: 乙, 要求: 乙, 条款: 一, 判定: {字段: 已上市, 为: 否}}
`);
    expect(errorsOf(text)).toMatchObject([
      { message: '只有2项，不可能满足3项', where: spotOf(text, '项数') },
    ]);
  });

  it('a criterion with two bodies, or none', () => {
    expect(
      errorsOf(
        changed('条款: 一', '条款: 一\n      全部: [{编号: 乙, 要求: 乙, 条款: 一, 判定: {判断: 好？}}]'),
      )[0]?.message,
    ).toMatch(/要写且只写一种/);
    const none = GOOD.replace(/ {6}判定:.*\n/, '');
    expect(errorsOf(none)[0]?.message).toMatch(/要写且只写一种/);
  });

  it('a band table whose rest is not last', () => {
    const item =
      '评分:\n  满分: 5\n  部分:\n    - 名称: 前\n      满分: 5\n      项目:\n        - {编号: 项, 名称: 项, 满分: 5, 条款: 一, 分档: {指标: 营业收入, 期间: 上年度, 档: [{其余: 0}, {不低于: 1万元, 得: 5}]}}\n';
    expect(
      errorsOf(table(item))
        .map((error) => error.message)
        .join('\n'),
    ).toMatch(/“其余”必须写在最后一档/);
  });

  it('fractions of points add up without rounding faults', () => {
    expect(loadPolicy(table(scores(0.3, 0.3, 0.1, 0.2)), 'x.yaml').edition.scores?.max).toBe(0.3);
  });
});

describe('hostile files end in an error of the file, never in another exception', () => {
  const bomb = [
    '备注: &a0 哈',
    ...Array.from(
      { length: 9 },
      (_, level) => `x${level}: &a${level + 1} [${Array(9).fill(`*a${level}`).join(', ')}]`,
    ),
  ].join('\n');

  it.each([
    ['an empty file', ''],
    ['a comment', '# 无\n'],
    ['a text', '只有一句话'],
    ['a list', '- 甲'],
    ['broken YAML', 'a: [1'],
    ['two documents', `${GOOD}---\n${GOOD}`],
    ['__proto__', changed('版本:', '__proto__:')],
    [
      'constructor as an attribute',
      policyText('- {编号: 甲, 要求: 甲, 条款: 一, 判定: {记录: 知识产权, 满足: {constructor: 是}}}'),
    ],
    [
      'constructor as a word list',
      policyText('- {编号: 甲, 要求: 甲, 条款: 一, 判定: {字段: 企业规模, 属于: {词表: constructor}}}'),
    ],
    ['constructor in a 期间', changed('上年度', '近两年constructor')],
    ['a bomb of aliases', bomb],
    ['10,000 brackets', `x: ${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    [
      'a deeply nested 判定',
      policyText(
        `- {编号: 甲, 要求: 甲, 条款: 一, 判定: ${'{非: '.repeat(3000)}{判断: 好？}${'}'.repeat(3000)}}`,
      ),
    ],
    ['binary', '\u0000\u0001\u0002'],
  ])('%s', (_name, text) => {
    const errors = errorsOf(text);
    expect(errors.length).toBeGreaterThan(0);
    expect(errors[0]?.where?.file).toBe('x.yaml');
  });
});
