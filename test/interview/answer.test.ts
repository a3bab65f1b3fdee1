import { describe, expect, it } from 'vitest';
import { readAnswer, readCount, type Target } from '../../src/interview/index.ts';
import { DICTIONARY, factRef, valueText } from '../../src/profile/index.ts';

const AS_OF = '2026-11-21';
const targetOf = (name: string): Target => {
  const field = DICTIONARY.find(name);
  if (field === undefined) throw new Error(name);
  return { kind: 'value', field, ref: factRef(field.id) };
};
const answer = (name: string, text: string): unknown => {
  const target = targetOf(name);
  const read = readAnswer(target, text, AS_OF);
  return 'problem' in read ? read.problem : valueText(target.field, read.value);
};

describe('an answer is checked as it is typed', () => {
  it.each([
    ['营业收入', '1.2亿元', '12000万元'],
    ['营业收入', '5,512.5', '5512.5万元'],
    ['资产负债率', '120%', '120%'],
    ['全国市场占有率', '100%', '100%'],
    ['全职员工数', '120', '120人'],
    ['成立日期', '2026年11月21日', '2026-11-21'],
    ['行业代码', 'C3451', 'C3451'],
    ['主导产品产业基础领域', '1、关键软件', ['核心基础零部件', '关键软件']],
    ['主导产品产业基础领域', '无', []],
    ['统一社会信用代码', '91450200MA9000011C', '91450200MA9000011C'],
  ])('%s %s is %s', (name, text, value) => {
    expect(answer(name, text)).toEqual(value);
  });

  it.each([
    ['营业收入', '5%', '单位与字段不符'],
    ['营业收入', '很多', '不是数'],
    ['营业收入', '-1', '不能为负'],
    ['全国市场占有率', '100.01%', '不会超过100%'],
    ['全职员工数', '120.5', '应是整数'],
    ['成立日期', '2026-11-22', '晚于评估日'],
    ['成立日期', '2026-02-30', '不是有效日期'],
    ['行业代码', '轴承', '2至4位'],
    ['统一社会信用代码', '91450200MA9000011D', '末位校验码不对'],
    ['统一社会信用代码', '9145', '应为18位'],
    ['主导产品产业基础领域', '7', '不是可选项'],
  ])('%s %s is refused: %s', (name, text, problem) => {
    expect(answer(name, text)).toContain(problem);
  });

  it('a bare 0.8 of a percentage is taken as 0.8% and said so', () => {
    expect(readAnswer(targetOf('全国市场占有率'), '0.8', AS_OF)).toMatchObject({
      remark: expect.stringContaining('按 0.8% 理解'),
    });
  });
});

describe('how many records there are', () => {
  it.each([
    ['3', 3],
    ['３条', 3],
    ['0', 0],
    ['无', 0],
    ['200', 200],
  ])('%s', (text, count) => {
    expect(readCount(text)).toEqual({ count });
  });

  it.each(['三', '-1', '1.5', '201'])('%s is refused', (text) => {
    expect(readCount(text)).toHaveProperty('problem');
  });
});
