import { describe, expect, it } from 'vitest';
import { type Choice, smallestSize, type Wanted, wantedOf } from '../../src/assess/index.ts';
import { assessOf } from './support.ts';

const fact = (id: string, field: string): string =>
  `{编号: ${id}, 要求: ${id}, 条款: 一, 判定: {字段: ${field}, 为: 是}}`;
const anyOf = (...parts: readonly string[]): string =>
  `- 编号: 组${parts.length}\n  要求: 组\n  任一:\n${parts.map((part) => `    - ${part}`).join('\n')}`;

/** 甲 + 乙 + (丙 | 丁) */
const told = ({ facts, choices }: Wanted): string =>
  [...facts.map(({ label }) => label), ...choices.map(choiceText)].join(' + ');
const choiceText = ({ n, of }: Choice): string => `${n === 1 ? '' : n}(${of.map(told).join(' | ')})`;

const wanted = (text: string, profile = '企业名称: 甲'): string => {
  const { need } = assessOf(text, profile);
  return `${smallestSize(need)}: ${told(wantedOf(need))}`;
};

describe('what would settle a verdict: all of these, either of those', () => {
  it('of 全部 are all the open ones', () => {
    expect(wanted(`- ${fact('甲', '已上市')}\n- ${fact('乙', '兵团企业')}`)).toBe('2: 已上市 + 兵团企业');
  });

  it('of 任一 is any one', () => {
    expect(wanted(anyOf(fact('甲', '已上市'), fact('乙', '兵团企业')))).toBe('1: (已上市 | 兵团企业)');
  });

  it('a choice that is answered by what is asked anyway is no choice', () => {
    const text = `${anyOf(fact('乙', '兵团企业'), fact('丙', '已上市'))}\n- ${fact('甲', '已上市')}`;
    expect(wanted(text)).toBe('1: 已上市');
  });

  it('the smaller option stands first, and one that only asks for more is left out', () => {
    const share =
      '{编号: 丙, 要求: 丙, 条款: 一, 判定: {指标: 研发费用, 占: 营业收入, 期间: 上年度, 不低于: 3%}}';
    const money = '{编号: 丁, 要求: 丁, 条款: 一, 判定: {指标: 营业收入, 期间: 上年度, 不低于: 1万元}}';
    expect(wanted(anyOf(share, fact('甲', '已上市')))).toBe(
      '1: (已上市 | 研发费用（2025年） + 营业收入（2025年）)',
    );
    expect(wanted(anyOf(share, money, fact('甲', '已上市')))).toBe('1: (营业收入（2025年） | 已上市)');
  });

  it('任一 inside 任一 is one choice', () => {
    const inner = `{编号: 内, 要求: 内, 任一: [${fact('乙', '兵团企业')}, ${fact('丙', '中华老字号')}]}`;
    expect(wanted(anyOf(fact('甲', '已上市'), inner))).toBe('1: (已上市 | 兵团企业 | 中华老字号)');
  });

  it('至少N项 counts what is still to be met, and with none to spare wants them all', () => {
    const some = (profile: string): string =>
      wanted(
        `- 编号: 组\n  要求: 组\n  至少:\n    项数: 2\n    之中:\n      - ${fact('甲', '已上市')}\n      - ${fact('乙', '兵团企业')}\n      - ${fact('丙', '中华老字号')}`,
        profile,
      );
    expect(some('企业名称: 甲')).toBe('2: 2(已上市 | 兵团企业 | 中华老字号)');
    expect(some('已上市: 是')).toBe('1: (兵团企业 | 中华老字号)');
    expect(some('已上市: 否')).toBe('2: 兵团企业 + 中华老字号');
  });

  it('nothing is wanted once the verdict stands', () => {
    const text = `- ${fact('甲', '已上市')}\n- ${fact('乙', '兵团企业')}`;
    expect(wanted(text, '已上市: 否')).toBe('0: ');
  });
});
