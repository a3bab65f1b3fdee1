import { describe, expect, it } from 'vitest';
import { placeText } from '../../src/base/diagnostic.ts';
import { fold, nearest, suggestion } from '../../src/base/text.ts';

const FIELDS = ['营业收入', '主营业务收入', '研发费用', '研发人员数', '注册地'];

describe('fold', () => {
  it('makes full-width forms, quotes, brackets, spaces and case the same', () => {
    expect(fold('ＡＢＣ')).toBe('abc');
    expect(fold('专精特新“小巨人”企业')).toBe('专精特新小巨人企业');
    expect(fold('专精特新「小巨人」 企业')).toBe(fold('专精特新"小巨人"企业'));
  });
});

describe('nearest', () => {
  it.each([
    ['营业收人', '营业收入'],
    ['营业 收入', '营业收入'],
    ['研发费', '研发费用'],
    ['主营业务收人', '主营业务收入'],
  ])('for “%s” is %s', (word, expected) => {
    expect(nearest(word, FIELDS)).toBe(expected);
  });

  it.each(['完全无关的东西', 'xyz', ''])('for “%s” is none', (word) => {
    expect(nearest(word, FIELDS)).toBeUndefined();
  });

  it('has nothing to offer without candidates', () => {
    expect(nearest('营业收入', [])).toBeUndefined();
  });
});

describe('suggestion', () => {
  it('asks whether the near word was meant', () => {
    expect(suggestion('营业收人', FIELDS)).toBe('是不是想写“营业收入”？');
    expect(suggestion('完全无关的东西', FIELDS)).toBeUndefined();
  });
});

describe('placeText', () => {
  it('names file, line and column, or sheet and cell', () => {
    expect(placeText({ file: 'a.yaml', line: 3, column: 5 })).toBe('a.yaml:3:5');
    expect(placeText({ file: 'a.yaml', line: 3 })).toBe('a.yaml:3');
    expect(placeText({ file: '名单.xlsx', sheet: '客户', cell: 'B3' })).toBe('名单.xlsx［客户］B3');
  });
});
