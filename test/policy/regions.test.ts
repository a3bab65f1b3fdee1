import { describe, expect, it } from 'vitest';
import rows from '../../policies/共用/地区.yaml';
import { findRegion, regionsOf, suggestRegion } from '../../src/policy/index.ts';

describe('findRegion', () => {
  it.each(['广西', '广西壮族自治区', '450000', 'guangxi', 'gx', 'GX', ' 广西 ', '桂'])(
    '%s is 广西',
    (word) => {
      expect(findRegion(word)?.name).toBe('广西壮族自治区');
    },
  );

  it.each([
    ['山西', '山西省'],
    ['陕西', '陕西省'],
    ['shanxi', '山西省'],
    ['shaanxi', '陕西省'],
    ['内蒙古', '内蒙古自治区'],
    ['新疆', '新疆维吾尔自治区'],
    ['兵团', '新疆生产建设兵团'],
    ['北京', '北京市'],
    ['深圳', '深圳市'],
    ['440300', '深圳市'],
    ['大连', '大连市'],
  ])('%s is %s', (word, name) => {
    expect(findRegion(word)?.name).toBe(name);
  });

  it.each(['火星', '', '国家', '45', '广'])('“%s” is none', (word) => {
    expect(findRegion(word)).toBeUndefined();
  });

  it('has every code, name and pinyin only once', () => {
    const table = rows as ReadonlyArray<{
      代码: string;
      名称: string;
      简称: string[];
      拼音: string[];
      上级?: string;
    }>;
    const words = table.flatMap((row) => [row.代码, row.名称, ...row.简称, ...row.拼音]);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
    expect(table.filter((row) => row.上级 === undefined)).toHaveLength(34);
  });

  it('offers the near name', () => {
    expect(suggestRegion('guangxii')).toContain('guangxi');
    expect(suggestRegion('黑龙江市')).toContain('黑龙江');
  });
});

describe('regionsOf an address: the separately planned city before its province', () => {
  it.each([
    ['广西壮族自治区柳州市', ['广西壮族自治区']],
    ['广西柳州', ['广西壮族自治区']],
    ['深圳', ['深圳市', '广东省']],
    ['深圳市南山区', ['深圳市', '广东省']],
    ['广东省深圳市南山区', ['深圳市', '广东省']],
    ['广东省广州市', ['广东省']],
    ['大连', ['大连市', '辽宁省']],
    ['辽宁省大连市金州区', ['大连市', '辽宁省']],
    ['浙江省宁波市', ['宁波市', '浙江省']],
    ['福建厦门', ['厦门市', '福建省']],
    ['青岛市', ['青岛市', '山东省']],
    ['吉林省吉林市', ['吉林省']],
    ['吉林市', ['吉林省']],
    ['海南省三亚市', ['海南省']],
    ['青海省海南藏族自治州', ['青海省']],
    ['河南省焦作市', ['河南省']],
    ['上海市南京东路', ['上海市']],
    ['江苏省南京市北京东路', ['江苏省']],
    ['湖北省武汉市青岛路', ['湖北省']],
    ['北京市朝阳区', ['北京市']],
    ['内蒙古自治区包头市', ['内蒙古自治区']],
    ['　广西 壮族自治区　', ['广西壮族自治区']],
  ])('%s', (place, names) => {
    expect(regionsOf(place).map((region) => region.name)).toEqual(names);
  });

  it.each(['', '火星基地', '南山区'])('“%s” names none', (place) => {
    expect(regionsOf(place)).toEqual([]);
  });
});
