import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../../src/authoring/index.ts';
import { type Diagnostic, InputError } from '../../src/base/diagnostic.ts';
import { summarize } from '../../src/policy/index.ts';
import { editionJson, editionText, howComputed } from '../../src/report/index.ts';
import { editionOf, policyText } from '../assess/support.ts';
import { mutantsOf } from '../mutation/mutants.ts';

const errorsOf = (conditions: string, rest = ''): readonly Diagnostic[] => {
  try {
    loadPolicy(policyText(conditions, rest), 'x.yaml');
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics;
    throw error;
  }
  return [];
};
const messagesOf = (conditions: string, rest = ''): readonly string[] =>
  errorsOf(conditions, rest).map((item) => item.message);

const LISTED = '{字段: 已上市, 为: 否}';
const one = (id: string, test: string, more = ''): string =>
  `- {编号: ${id}, 要求: ${id}, 条款: 一, 判定: ${test}${more}}\n`;

describe('what a {条件: 编号} may not name', () => {
  it('a criterion that is not there; a near one is suggested', () => {
    const [found] = errorsOf(`${one('研发投入', LISTED)}${one('乙', '{条件: 研发投人}')}`);
    expect(found).toMatchObject({
      message: '没有编号是“研发投人”的条件',
      fix: '是不是想写“研发投入”？只能引用同一个版本的条件，沿用来的也可以',
      where: { line: 14, column: 34 },
    });
  });

  it.each([
    ['itself', one('甲', '{条件: 甲}'), '条件引用绕成了圈：甲 → 甲'],
    [
      'one that names it in turn',
      `${one('甲', '{非: {条件: 乙}}')}${one('乙', '{条件: 甲}')}`,
      '条件引用绕成了圈：乙 → 甲 → 乙',
    ],
    [
      'the group it lies in',
      `- 编号: 组\n  要求: 组\n  全部:\n    ${one('甲', '{条件: 组}')}`,
      '条件引用绕成了圈：组 → 甲 → 组',
    ],
    [
      'the criterion that it waives',
      `- {编号: 甲, 要求: 甲, 条款: 一, 判定: ${LISTED}, 豁免: [{编号: 乙, 要求: 乙, 条款: 一, 判定: {条件: 甲}}]}\n`,
      '条件引用绕成了圈：甲 → 乙 → 甲',
    ],
    [
      'a 评分因素',
      `${one('甲', LISTED, ', 性质: 评分因素')}${one('乙', '{条件: 甲}')}`,
      '条件“甲”是评分因素，不影响结论，不能引用',
    ],
  ])('%s', (_name, text, message) => {
    expect(messagesOf(text)).toContain(message);
  });

  it('a criterion that asks for the score, from the score table', () => {
    const table = `评分:
  满分: 10
  部分:
    - 名称: 专
      满分: 10
      项目: [{编号: 项, 名称: 项, 满分: 10, 条款: 一, 择一: [{当: {条件: 甲}, 得: 10}, {其余: 0}]}]
`;
    expect(messagesOf(one('甲', '{得分: 总分, 不低于: 6分}'), table)).toEqual([
      '条件引用绕成了圈：甲 → 评分表 → 甲',
    ]);
    expect(messagesOf(one('甲', LISTED), table)).toEqual([]);
  });

  it('a criterion that 沿用 leaves out; one that it keeps may be named', () => {
    const base = loadPolicy(
      policyText(`${one('甲', LISTED)}${one('乙', '{条件: 甲}')}`),
      'base.yaml',
    ).surface;
    const reuse = (without: string, own: string) => () =>
      loadPolicy(policyText(own, `沿用: {编号: base, 除: [${without}]}\n`), 'x.yaml', () => base);
    expect(reuse('甲', one('丙', LISTED))).toThrow(InputError);
    expect(reuse('乙', one('丙', '{条件: 甲}'))).not.toThrow();
  });
});

describe('项数 and 读法 that say nothing', () => {
  const group = (n: string): string => `
- 编号: 组
  要求: 组
  至少:
    项数: ${n}
    之中:
      ${one('甲', LISTED)}      ${one('乙', LISTED)}`;

  it.each([
    ['[1, 2]', []],
    ['[1, 3]', ['只有2项，不可能满足3项']],
    ['[2, 2]', ['[2, 2] 不是从少到多的两个数']],
    ['[2, 1]', ['[2, 1] 不是从少到多的两个数']],
    ['3', ['只有2项，不可能满足3项']],
    ['0', ['条件/全部/0/至少/项数：至少要有1项，或内容不能为空']],
    ['[1]', ['条件/全部/0/至少/项数：项数写不小于1的整数；文件没有写明几项的写 [最少几项, 最多几项]']],
  ])('项数 %s', (n, messages) => {
    expect(messagesOf(group(n))).toEqual(messages);
  });

  it('项数 inside a 判定', () => {
    const test = (n: string) => one('甲', `{至少: {项数: ${n}, 之中: [${LISTED}, ${LISTED}]}}`);
    expect(messagesOf(test('[1, 2]'))).toEqual([]);
    expect(messagesOf(test('[1, 3]'))).toEqual(['只有2项，不可能满足3项']);
    expect(messagesOf(test('多'))).toEqual([
      '条件/全部/0/判定/至少/项数：项数写不小于1的整数；文件没有写明几项的写 [最少几项, 最多几项]',
    ]);
  });

  it('one reading only', () => {
    const text = `- {编号: 甲, 要求: 甲, 条款: 一, 读法: {唯一: {判定: ${LISTED}}}}`;
    expect(messagesOf(text)).toEqual(['读法至少要写两种']);
  });

  it('how far 从宽 goes, where there is no threshold', () => {
    const lenient = (test: string, how: string) => one('甲', test, `, 从宽: {说明: 可放宽${how}}`);
    expect(messagesOf(lenient(LISTED, ', 幅度: 10%'))).toEqual(['这个条件没有可以放宽的数，不能写“幅度”']);
    expect(messagesOf(lenient(LISTED, ''))).toEqual([]);
    const readings = '{读法: {甲: {指标: 营业收入, 期间: 上年度, 不低于: 1万元}, 乙: {判断: 是否？}}}';
    expect(messagesOf(lenient(readings, ', 幅度: 10%'))).toEqual([]);
  });

  it('a fault inside a 判定 that no other 判定 explains is told once', () => {
    expect(messagesOf(one('甲', '{字段: 企业类型, 属于: 5}'))).toEqual([
      '条件/全部/0/判定/属于：不是认识的判定写法',
    ]);
  });
});

describe('how they read', () => {
  const edition = editionOf(`
- 编号: 组
  要求: 三项管哪些
  条款: 一
  疑义: 没有写清
  读法:
    都要:
      全部:
        ${one('甲', LISTED)}        ${one('乙', '{字段: 兵团企业, 为: 是}')}    一项即可: {判定: {至少: {项数: [1, 2], 之中: [{条件: 甲}, {条件: 乙}]}}}
- 编号: 丙
  要求: 丙
  至少:
    项数: [1, 2]
    之中:
      ${one('丁', LISTED)}      ${one('戊', LISTED)}`);

  it('policy show', () => {
    const text = editionText(edition, '2026-11-21');
    expect(text).toContain('- 组：三项管哪些（有几种读法，一致才有结论）');
    expect(text).toContain('    读法“都要” 全部满足\n    - 甲：甲');
    expect(text).toContain('    读法“一项即可” 至少1至2项，没有写明几项：条件“甲”；条件“乙”');
    expect(text).toContain('- 丙：丙（至少1至2项，没有写明几项）');
  });

  it('explain, JSON and the list of programmes', () => {
    const [first, second] = 'of' in edition.body ? edition.body.of : [];
    expect(first === undefined ? '' : howComputed(first.body)).toBe(
      '读法“都要”：全部满足：甲；乙；读法“一项即可”：至少1至2项，没有写明几项：条件“甲”；条件“乙”',
    );
    expect(second === undefined ? '' : howComputed(second.body)).toBe('至少满足1至2项，没有写明几项：丁；戊');
    expect(editionJson(edition, '2026-11-21').criteria).toMatchObject([
      {
        id: '组',
        combine: 'readings',
        readings: [{ label: '都要' }, { label: '一项即可' }],
        parts: [{ id: '甲' }, { id: '乙' }],
      },
      { id: '丙', combine: 'atLeast', atLeast: [1, 2] },
    ]);
    expect(summarize(edition).criteria).toBe(4);
  });
});

describe('mutants', () => {
  const surface = loadPolicy(
    policyText(`
- 编号: 组
  要求: 组
  条款: 一
  读法:
    都要: {全部: [${one('甲', LISTED).slice(2).trim()}]}
    一项: {判定: {至少: {项数: [1, 2], 之中: [{条件: 甲}, {非: {条件: 甲}}]}}}
`),
    'x.yaml',
  ).surface;
  const told = mutantsOf(surface).map((mutant) => mutant.what);

  it('move either end of an unclear number, turn references round, drop readings', () => {
    expect(told).toEqual(
      expect.arrayContaining([
        '至少1至2→2',
        '至少1至2→0,2',
        '至少1至2→1,3',
        '至少1至2→1',
        '条件“甲”反过来',
        '去掉读法“都要”',
        '去掉读法“一项”',
      ]),
    );
  });
});
