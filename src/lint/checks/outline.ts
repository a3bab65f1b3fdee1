import { type Profile, textOf } from '../../profile/index.ts';
import { type Note, note, noteAt } from '../note.ts';
import { type Span, spanText } from '../paragraph.ts';
import { charactersOf } from '../recognise.ts';
import type { Section } from '../sections.ts';
import { type FormEdition, INTRODUCTION, NO_STEADY_CITY, type TextKind } from '../texts.ts';

/** F51.5: headings of the form's outline that the text does not have. */
export const checkOutline = (edition: FormEdition, sections: readonly Section[]): readonly Note[] => {
  const missing = edition.outline.filter(
    (kind) => !kind.optional && !sections.some((section) => section.kind === kind),
  );
  if (missing.length === 0) return [];
  return [
    note('F51.5', `没有找到提纲的${missing.length}节：${missing.map((kind) => kind.title).join('；')}`),
  ];
};

export const checkLength = (kind: TextKind, characters: number): readonly Note[] => {
  const { short } = kind;
  if (short === undefined || characters === 0 || characters >= short.below) return [];
  return [note(short.code, `只有${characters}字符，课件的例文多在${short.below}字符以上`)];
};

/** F54.1: 单位简介 wants few words. */
export const checkIntroduction = (sections: readonly Section[]): readonly Note[] => {
  const own = sections.find((section) => section.kind.id === '基本情况');
  if (own === undefined) return [];
  const characters = charactersOf(own.spans);
  if (characters <= INTRODUCTION) return [];
  const { paragraph, start } = own.heading;
  const spot = { paragraph, start, end: paragraph.text.length };
  return [noteAt('F54.1', `企业基本情况一节${characters}字符，课件要求文字简练`, spot)];
};

/** F43.1: 补短板说明 is to have two paragraphs. */
export const checkTwoParagraphs = (spans: readonly Span[]): readonly Note[] =>
  spans.length === 0 || spans.length === 2
    ? []
    : [note('F43.1', `有${spans.length}段，课件要求分两段写：先写短板和作用，再写成果评价`)];

/** F62.1: where the course says a province has no such city, the section is expected to say 否. Only a hint: lists change. */
export const checkSteadyGrowth = (profile: Profile, sections: readonly Section[]): readonly Note[] => {
  const place = textOf(profile, 'place') ?? '';
  const section = sections.find((item) => item.kind.id === '稳增长');
  if (section === undefined || !NO_STEADY_CITY.some((name) => place.includes(name))) return [];
  const answer = section.spans.map(spanText).join('').replace(/是否/g, '');
  if (/否|不属于/.test(answer)) return [];
  const { paragraph, start } = section.heading;
  const spot = { paragraph, start, end: paragraph.text.length };
  return [noteAt('F62.1', '这一节没有写“否”；2025年课件说广西没有这样的市，请对照当年名单核实', spot)];
};
