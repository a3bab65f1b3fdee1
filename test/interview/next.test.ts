import { describe, expect, it } from 'vitest';
import { assess, factKey } from '../../src/assess/index.ts';
import {
  newDoubts,
  nextAttribute,
  nextQuestion,
  openingQuestion,
  questionsLeft,
  type Round,
} from '../../src/interview/index.ts';
import { fieldById } from '../../src/profile/index.ts';
import { AS_OF, editionOf } from '../assess/support.ts';
import { profileOf } from '../profile/support.ts';

const fact = (id: string, field: string): string =>
  `- {编号: ${id}, 要求: ${id}, 条款: 一, 判定: {字段: ${field}, 为: 是}}`;
const stateOf = (
  conditions: string,
  profile: string,
  done: readonly string[] = [],
  round: Round = 'decide',
) => {
  const known = profileOf(profile);
  return {
    profile: known,
    assessments: [assess(known, editionOf(conditions), AS_OF)],
    done: new Set(done),
    round,
  };
};

/** The labels asked one after another when nothing is known and nothing gets told. */
const allAsked = (conditions: string, profile: string, round: Round = 'decide'): readonly string[] => {
  const asked: string[] = [];
  const done: string[] = [];
  let last: string | undefined;
  for (;;) {
    const question = nextQuestion({
      ...stateOf(conditions, profile, done, round),
      ...(last === undefined ? {} : { last }),
    });
    if (question === undefined) return asked;
    asked.push(question.target.ref.label);
    done.push(factKey(question.target.ref));
    last = question.target.field.id;
  }
};

const NOTHING = '企业名称: 甲';

describe('the next question', () => {
  it('who and where come first, in the order of the data file, and only what is not known', () => {
    const opening = openingQuestion({ profile: profileOf('企业名称: 甲'), done: new Set() });
    expect(opening?.target.ref.label).toBe('统一社会信用代码');
    const skipped = openingQuestion({ profile: profileOf('企业名称: 甲'), done: new Set(['creditCode@#.']) });
    expect(skipped?.target.ref.label).toBe('注册地');
  });

  it('what settles most criteria comes first, its years together, the latest first', () => {
    const conditions = `${fact('甲', '已上市')}
- {编号: 乙, 要求: 乙, 条款: 一, 判定: {指标: 研发费用, 占: 营业收入, 期间: 上年度, 不低于: 3%}}
- {编号: 丙, 要求: 丙, 条款: 一, 判定: {指标: 营业收入增长率, 期间: 上年度, 不低于: 5%}}`;
    expect(allAsked(conditions, NOTHING)).toEqual([
      '营业收入（2025年）',
      '营业收入（2024年）',
      '已上市',
      '研发费用（2025年）',
    ]);
  });

  it('of 任一 one is asked, and the other only when the first is not known', () => {
    const conditions = `- 编号: 组\n  要求: 组\n  任一:\n  ${fact('甲', '已上市')}\n  ${fact('乙', '兵团企业')}`;
    expect(nextQuestion(stateOf(conditions, NOTHING))?.target.ref.label).toBe('已上市');
    expect(nextQuestion(stateOf(conditions, '已上市: 是'))).toBeUndefined();
    expect(allAsked(conditions, NOTHING)).toEqual(['已上市', '兵团企业']);
  });

  it('nothing more is asked once the verdict stands, but the second round fills in the rest', () => {
    const conditions = `${fact('甲', '已上市')}\n${fact('乙', '兵团企业')}`;
    expect(allAsked(conditions, '已上市: 否')).toEqual([]);
    expect(allAsked(conditions, '已上市: 否', 'rest')).toEqual(['兵团企业']);
    expect(questionsLeft(stateOf(conditions, '已上市: 否', [], 'rest'))).toBe(1);
  });

  it('years are asked by the date they are counted from; the number only where the date is not known', () => {
    const conditions = '- {编号: 甲, 要求: 甲, 条款: 一, 判定: {指标: 从事细分市场年限, 不低于: 3年}}';
    expect(allAsked(conditions, NOTHING)).toEqual(['从事细分市场起始日', '从事细分市场年限']);
  });
});

describe('of a record is asked what can still change a verdict', () => {
  const conditions =
    '- {编号: 甲, 要求: 甲, 条款: 一, 判定: {记录: 知识产权, 满足: {种类: [发明专利], 有效: 是}, 不低于: 1项}}';
  const ip = fieldById('ip');
  const next = (record: string): string | undefined =>
    nextAttribute(
      stateOf(conditions, `知识产权: {未列全: 是, 记录: [${record}]}`),
      ip,
      0,
      new Set(['name', 'kind', 'valid']),
    )?.name;

  it('its name first', () => expect(next('{种类: 发明专利}')).toBe('名称'));
  it('then what the rule reads', () => expect(next('{名称: 甲}')).toBe('种类'));
  it('not what a record of this kind cannot change', () =>
    expect(next('{名称: 甲, 种类: 商标}')).toBeUndefined());
  it('nor more once it counts', () => expect(next('{名称: 甲, 种类: 发明专利, 有效: 是}')).toBeUndefined());
});

describe('what the last answer contradicts is told at once', () => {
  const before = '营业收入: {2025: 5000万元}';
  const doubts = (after: string): readonly string[] =>
    newDoubts(profileOf(before), profileOf(`${before}\n${after}`), AS_OF).map(({ code }) => code);

  it('a part above its whole', () => {
    expect(doubts('主营业务收入: {2025: 5000万元}')).toEqual([]);
    expect(doubts('主营业务收入: {2025: 5000.01万元}')).toEqual(['P08.1']);
  });
  it('sums of a year that do not add up', () => {
    expect(doubts('资产总额: {2025: 8000}\n负债总额: {2025: 6000}\n净资产: {2025: 2000}')).toEqual([]);
    expect(doubts('资产总额: {2025: 8000}\n负债总额: {2025: 6000}\n净资产: {2025: 2001}')).toEqual(['P08.2']);
  });
  it('not what it contradicted before', () => {
    const wrong = profileOf(`${before}\n主营业务收入: {2025: 6000万元}`);
    expect(newDoubts(wrong, wrong, AS_OF)).toEqual([]);
  });
});
