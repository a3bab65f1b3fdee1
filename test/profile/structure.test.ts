import { describe, expect, it } from 'vitest';
import { profileOf, single, yearly } from './support.ts';

describe('years', () => {
  it.each([
    ['years as keys of a field', '营业收入: {2025: 5000万元, 2024: 4000万元}'],
    ['years with 年', '营业收入: {2025年: 5000万元, 2024年度: 4000万元}'],
    ['full-width years', '营业收入: {２０２５: 5000万元, ２０２４: 4000万元}'],
    ['blocks below 年度数据', '年度数据:\n  2025: {营业收入: 5000万元}\n  2024: {营收: 0.4亿元}\n'],
    ['fields below the group heading', '年度数据:\n  营业收入: {2025: 5000, 2024: "4,000"}\n'],
    ['ids as keys', 'revenue: {2025: 50000000元, 2024: 40000000元}'],
  ])('%s', (_name, text) => {
    const profile = profileOf(text);
    expect([yearly(profile, 'revenue', 2025), yearly(profile, 'revenue', 2024)]).toEqual([
      '50000000',
      '40000000',
    ]);
  });

  it('year-end figures take 年末', () => {
    expect(yearly(profileOf('资产总额: {2025年末: 1亿}'), 'assets', 2025)).toBe('100000000');
  });
});

describe('group headings', () => {
  it('may be used or left out', () => {
    const headed = profileOf('主导产品:\n  主导产品名称: 轴承\n  从事细分市场年限: 3年\n');
    const flat = profileOf('主导产品名称: 轴承\n从事细分市场年限: 3\n');
    for (const profile of [headed, flat]) {
      expect(single(profile, 'product')).toBe('轴承');
      expect(single(profile, 'segmentYears')).toBe('3');
    }
  });

  it('may stand with nothing below', () => {
    expect(profileOf('企业名称: 甲\n市场:\n').single.size).toBe(1);
  });

  it('and field of the same name: 主导产品 with a text is the product', () => {
    expect(single(profileOf('主导产品: 轴承'), 'product')).toBe('轴承');
  });
});

describe('a value with its source', () => {
  it('keeps 值, 来源 and 佐证', () => {
    const profile = profileOf('研发费用:\n  2025: {值: 620万元, 来源: 2025年审计报告, 佐证: 附注五}\n');
    const fact = profile.yearly.get('rd')?.get(2025);
    expect(yearly(profile, 'rd', 2025)).toBe('6200000');
    expect(fact).toMatchObject({ source: '2025年审计报告', evidence: '附注五' });
  });

  it('with a blank 值 is no fact', () => {
    const profile = profileOf('研发费用:\n  2025: {值: , 来源: 审计报告}\n成立日期: {值: ~, 来源: 执照}\n');
    expect(yearly(profile, 'rd', 2025)).toBeUndefined();
    expect(single(profile, 'founded')).toBeUndefined();
  });

  it('works in records and single fields', () => {
    const profile = profileOf(
      '已上市: {值: 否, 来源: 企业说明}\n知识产权:\n  - {有效: {值: 是, 佐证: 年费收据}}\n',
    );
    expect(profile.single.get('listed')).toMatchObject({ value: false, source: '企业说明' });
    expect(profile.records.get('ip')?.items[0]?.get('valid')).toMatchObject({
      value: true,
      evidence: '年费收据',
    });
  });
});

describe('blank, 0 and 否 stay three things', () => {
  it.each(['', ' ', ' ~', ' null', ' ""'])('a blank number (“%s”) is no fact', (blank) => {
    const profile = profileOf(`研发费用:\n  2025:${blank}\n`);
    expect(profile.yearly.get('rd')?.has(2025) ?? false).toBe(false);
  });

  it('0 is a fact', () => {
    expect(yearly(profileOf('研发费用: {2025: 0}'), 'rd', 2025)).toBe('0');
  });

  it('否 is a fact, blank is none', () => {
    expect(single(profileOf('已上市: 否'), 'listed')).toBe(false);
    expect(single(profileOf('已上市: 无'), 'listed')).toBe(false);
    expect(single(profileOf('已上市: 是'), 'listed')).toBe(true);
    expect(profileOf('已上市:').single.has('listed')).toBe(false);
  });

  it('无 of a multiple choice is the empty choice, blank is none', () => {
    expect(single(profileOf('主导产品产业方向: 无'), 'industryDirections')).toEqual([]);
    expect(single(profileOf('主导产品产业方向: []'), 'industryDirections')).toEqual([]);
    expect(profileOf('主导产品产业方向:').single.has('industryDirections')).toBe(false);
  });

  it('a text field does not read 0 as a number or 007 as 7', () => {
    const profile = profileOf('邮编: 007\n行业代码: 0111\n备注: 1e3\n');
    expect([single(profile, 'postcode'), single(profile, 'industryCode'), single(profile, 'remark')]).toEqual(
      ['007', '0111', '1e3'],
    );
  });
});

describe('lists of records', () => {
  it('an absent or blank list is unknown', () => {
    expect(profileOf('企业名称: 甲').records.has('ip')).toBe(false);
    expect(profileOf('知识产权:').records.has('ip')).toBe(false);
    expect(profileOf('知识产权: ~').records.has('ip')).toBe(false);
  });

  it.each(['无', '[]', '没有'])('%s is none, and complete', (text) => {
    const list = profileOf(`知识产权: ${text}`).records.get('ip');
    expect(list?.items).toEqual([]);
    expect(list?.complete).toBe(true);
  });

  it('a list is complete unless marked 未列全', () => {
    expect(profileOf('知识产权: [{名称: 甲}]').records.get('ip')?.complete).toBe(true);
    const partial = profileOf('知识产权: {未列全: 是, 记录: [{名称: 甲}]}').records.get('ip');
    expect(partial?.complete).toBe(false);
    expect(partial?.items).toHaveLength(1);
    expect(profileOf('知识产权: {未列全: 否, 记录: [{名称: 甲}]}').records.get('ip')?.complete).toBe(true);
  });

  it('a blank attribute is no fact of the record', () => {
    const record = profileOf('知识产权: [{名称: 甲, 有效: , 权利人排名: 1}]').records.get('ip')?.items[0];
    expect(record?.has('valid')).toBe(false);
    expect(record?.has('ownerRank')).toBe(true);
  });

  it('aliases of choices are read as the choice', () => {
    const profile = profileOf('知识产权: [{取得方式: 受让}]\n称号: [{名称: 小巨人}, {名称: 高企}]\n');
    expect(profile.records.get('ip')?.items[0]?.get('origin')?.value).toBe('转入');
    expect(profile.records.get('titles')?.items.map((item) => item.get('name')?.value)).toEqual([
      '专精特新“小巨人”企业',
      '高新技术企业',
    ]);
  });

  it('a date attribute may be a year only where the dictionary allows it', () => {
    const profile = profileOf('科技奖励: [{获奖年份: 2024}]');
    expect(profile.records.get('awards')?.items[0]?.get('date')?.value).toBe('2024');
    expect(() => profileOf('知识产权: [{授权日: 2024}]')).toThrow();
  });
});

describe('lists of texts', () => {
  it.each(['[甲, 乙]', '甲、乙', '甲；乙', '"甲,乙"'])('%s', (text) => {
    expect(single(profileOf(`企业简称: ${text}`), 'shortNames')).toEqual(['甲', '乙']);
  });
});

describe('attestations', () => {
  it('record who judged what, on which ground and when', () => {
    const item = profileOf(
      '人工核验: [{条件: national-little-giant-2026/知名度, 结论: 符合, 依据: 年报, 核验人: 李某, 日期: 2026-11-01}]',
    ).records.get('attestations')?.items[0];
    expect(item?.get('criterion')?.value).toBe('national-little-giant-2026/知名度');
    expect(item?.get('verdict')?.value).toBe('符合');
    expect(item?.get('date')?.value).toBe('2026-11-01');
  });
});
