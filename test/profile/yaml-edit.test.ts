import { describe, expect, it } from 'vitest';
import { ratio } from '../../src/base/ratio.ts';
import {
  editProfileYaml,
  type Field,
  fieldById,
  type ProfileEdit,
  readProfile,
  readYaml,
  type Value,
} from '../../src/profile/index.ts';

const value = (id: string, told: Value, year?: number): ProfileEdit => ({
  kind: 'value',
  field: fieldById(id),
  value: told,
  ...(year === undefined ? {} : { year }),
});
const attributeOf = (field: Field, id: string): Field => {
  const found = field.attributes.find((attribute) => attribute.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const ip = fieldById('ip');
const attribute = (record: number, id: string, told: Value): ProfileEdit => ({
  kind: 'attribute',
  field: ip,
  record,
  attribute: attributeOf(ip, id),
  value: told,
});
const money = (wan: number): Value => ratio(wan * 10_000);

describe('answers are written into a profile and leave everything else as it stands', () => {
  it('makes headings and fields in the order of the dictionary, the latest year first', () => {
    const text = editProfileYaml('', [
      value('revenue', money(5000), 2024),
      value('place', '广西柳州市'),
      value('revenue', money(5512.5), 2025),
      value('name', '示例（虚构）有限公司'),
    ]);
    expect(text).toBe(
      [
        '基本情况:',
        '  企业名称: 示例（虚构）有限公司',
        '  注册地: 广西柳州市',
        '',
        '年度数据:',
        '  2025:',
        '    营业收入: 5512.5万元',
        '  2024:',
        '    营业收入: 5000万元',
        '',
      ].join('\n'),
    );
  });

  it('fills a blank where it stands and keeps the remark behind it', () => {
    const text =
      '# 我的档案\n企业名称: 甲\n基本情况:\n  注册地:  # 必填\n年度数据:\n  2025:\n    净利润: 5万元  # 审过\n    研发费用:  # 必填\n';
    expect(editProfileYaml(text, [value('place', '北京市'), value('rd', money(650), 2025)])).toBe(
      '# 我的档案\n企业名称: 甲\n基本情况:\n  注册地: 北京市 # 必填\n年度数据:\n  2025:\n    净利润: 5万元 # 审过\n    研发费用: 650万元 # 必填\n',
    );
  });

  it('goes on in the form the author chose for a yearly field', () => {
    expect(editProfileYaml('营业收入: {2024: 4800万元}\n', [value('revenue', money(5000), 2025)])).toBe(
      '营业收入: {2025: 5000万元, 2024: 4800万元}\n',
    );
  });

  it('fills the blank 值 of a fact with its source', () => {
    expect(editProfileYaml('已上市: {值: , 来源: 企业说明}\n', [value('listed', false)])).toBe(
      '已上市: {值: 否, 来源: 企业说明}\n',
    );
  });

  it('keeps 未列全 until the list is complete', () => {
    const started = editProfileYaml('知识产权情况:\n  知识产权:  # 一件一条\n', [
      { kind: 'list', field: ip, complete: false },
      { kind: 'record', field: ip },
      attribute(0, 'valid', true),
      attribute(0, 'name', '一种轴承（虚构）'),
    ]);
    expect(started).toBe(
      '知识产权情况:\n  知识产权:\n    # 一件一条\n    未列全: 是\n    记录:\n      - {名称: 一种轴承（虚构）, 有效: 是}\n',
    );
    const done = editProfileYaml(started, [{ kind: 'list', field: ip, complete: true }]);
    expect(readProfile(readYaml(done, 'x.yaml')).profile.records.get('ip')).toMatchObject({ complete: true });
    expect(done).not.toContain('未列全');
  });

  it('a complete list without records is 无', () => {
    expect(editProfileYaml('', [{ kind: 'list', field: ip, complete: true }])).toBe(
      '知识产权情况:\n  知识产权: 无\n',
    );
  });

  it.each(['a: b', '- 甲', '#甲', '*甲', '"甲', '甲 #乙', '2025', '{甲}', '是', "it's", '𠮷野'])(
    'a text such as %s is read back as it was told',
    (told) => {
      const text = editProfileYaml('企业名称: 甲\n', [value('remark', told)]);
      expect(readProfile(readYaml(text, 'x.yaml')).profile.single.get('remark')?.value).toBe(told);
    },
  );
});
