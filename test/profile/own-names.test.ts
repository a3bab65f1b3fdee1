import { describe, expect, it } from 'vitest';
import { findMentions, fromPlain, mentions, ownNames, readProfile } from '../../src/profile/index.ts';

const NAMES = ownNames(
  readProfile(
    fromPlain({
      企业名称: '广西示例九号精密轴承（虚构）有限公司',
      企业简称: ['九轴', 'SJZ'],
      注册地: '广西壮族自治区柳州市',
    }),
  ).profile,
);
const found = (text: string): string[] =>
  findMentions(text, NAMES).map(({ start, end }) => text.slice(start, end));

describe('企业名称出现的位置', () => {
  it('字号、简称都找到，全称里的字号不重复报', () => {
    expect(found('广西示例九号精密轴承有限公司，简称九轴，示例九号品牌')).toEqual(
      ['广西示例九号精密轴承', '九轴', '示例九号'].map((name, index) => (index === 0 ? name.slice(2) : name)),
    );
  });
  it('夹着空格、标点、全角写法的也找到，位置是原文的', () => {
    expect(found('由 九·轴 和ＳＪＺ出品')).toEqual(['九·轴', 'ＳＪＺ']);
  });
  it('字母简称要独立成词', () => {
    expect(found('型号SJZ10和SJZ')).toEqual(['SJZ']);
    expect(mentions('型号SJZ10', NAMES)).toBe(false);
  });
  it('没有就没有', () => {
    expect(found('本公司生产轴承')).toEqual([]);
  });
});
