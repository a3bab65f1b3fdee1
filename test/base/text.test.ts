import { describe, expect, it } from 'vitest';
import { placeText } from '../../src/base/diagnostic.ts';
import {
  countHan,
  countText,
  countWords,
  fold,
  nearest,
  suggestion,
  withoutOverlaps,
} from '../../src/base/text.ts';

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

describe('三种字数', () => {
  it.each([
    ['某某，ab 12。', 8, 6, 2],
    ['“数显”卡尺IP67', 10, 7, 4],
    ['a-b c1.5%', 8, 2, 0],
    [' \t\n', 0, 0, 0],
    ['１２个', 3, 3, 1],
    ['甲a乙b', 4, 4, 2],
    ['𠮷', 1, 1, 1],
  ])('%j', (text, characters, words, han) => {
    expect([countText(text), countWords(text), countHan(text)]).toEqual([characters, words, han]);
  });
});

describe('重叠的位置', () => {
  it('取先开始的，再取长的；挨着的都留下', () => {
    const at = (start: number, end: number) => ({ start, end });
    expect(withoutOverlaps([at(2, 5), at(0, 2), at(0, 3), at(3, 4)])).toEqual([at(0, 3), at(3, 4)]);
  });
});
