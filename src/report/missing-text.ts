import { topicsOf, type Wanted } from '../assess/index.ts';
import { VERDICT_WORDS } from '../base/verdict.ts';
import { type FactRef, type Field, fieldById } from '../profile/index.ts';
import { type CheckResult, editionLabel, settlesText } from './check-result.ts';
import { bullet, DISCLAIMER, labelled, marked, PLAIN, type Style } from './layout.ts';
import { type AskedFact, type Missing, missingFacts, type OpenProgramme } from './missing.ts';

/** The field a fact is told in: of a record, the attribute. */
export const fieldOf = (ref: FactRef): Field => {
  const field = fieldById(ref.field);
  return field.attributes.find((attribute) => attribute.id === ref.attribute) ?? field;
};

/** What proves a fact; of an attribute, what proves its record. */
export const evidenceOf = (ref: FactRef): string | undefined =>
  fieldOf(ref).evidence ?? fieldById(ref.field).evidence;

const factLines = (fact: AskedFact, number: number): readonly string[] => {
  const [first] = fact.facts;
  if (first === undefined) return [];
  const { basis, unit, choices } = fieldOf(first);
  const evidence = evidenceOf(first);
  return [
    ...marked(
      `${number}.`.padStart(3),
      `${fact.label}${unit === undefined ? '' : `，单位${unit}`}${fact.alternative ? '（任选之一）' : ''}`,
      1,
    ),
    ...labelled('关系到', settlesText(fact.settles), 5),
    ...(basis === undefined ? [] : labelled('口径', basis, 5)),
    ...(choices.length === 0 ? [] : labelled('可填', choices.join('、'), 5)),
    ...labelled('佐证', evidence ?? '未规定', 5),
  ];
};

const topicTexts = (open: OpenProgramme, facts: readonly FactRef[]): readonly string[] =>
  topicsOf(open.assessment.root, facts).map(({ label, settles }) =>
    settles.length === 0 ? label : `${label}  → ${settles.join('、')}`,
  );

const optionText = (open: OpenProgramme, { facts, choices }: Wanted): string =>
  [
    ...topicsOf(open.assessment.root, facts).map(({ label }) => label),
    ...choices.map(
      ({ n, of }) =>
        `（${of.map((option) => optionText(open, option)).join(' 或 ')}${n > 1 ? `，取${n}组` : ''}）`,
    ),
  ].join(' 和 ');

const letter = (index: number): string => (index < 26 ? String.fromCharCode(97 + index) : String(index + 1));

const programmeLines = (open: OpenProgramme, style: Style): readonly string[] => {
  const { facts, choices } = open.wanted;
  return [
    '',
    style.strong(`${editionLabel(open.assessment.edition)}  最少再知道${open.smallest}项`),
    ...(facts.length === 0
      ? []
      : ['  这些都要知道', ...topicTexts(open, facts).flatMap((text) => bullet(text, 4))]),
    ...choices.flatMap(({ n, of }) => [
      `  以下${of.length}组任选${n}组`,
      ...of.flatMap((option, index) => marked(`${letter(index)}.`, optionText(open, option), 4)),
    ]),
  ];
};

const settledLines = ({ settled }: Missing): readonly string[] =>
  settled.length === 0
    ? []
    : [
        '',
        '结论不缺资料的项目',
        ...settled.flatMap(({ assessment, idle }) => {
          const rest = idle === 0 ? '' : `；另有${idle}项没有填，不影响结论`;
          return bullet(
            `${editionLabel(assessment.edition)}：${VERDICT_WORDS[assessment.verdict]}${rest}`,
            2,
          );
        }),
      ];

/** zjtx missing: what to ask first, then by programme what is wanted all together and what in place of each other. */
export const missingText = (result: CheckResult, style: Style = PLAIN): string => {
  const missing = missingFacts(result);
  const lines = [
    style.strong(`企业：${result.name}${result.place === undefined ? '' : `  注册地：${result.place}`}`),
    `评估日：${result.asOf}  上年度：${result.baseYear}年`,
    DISCLAIMER,
    ...result.notes.flatMap((note) => labelled('注意', note, 0)),
    '',
  ];
  if (missing.open.length === 0) lines.push('没有因为缺资料而定不了结论的项目。');
  else {
    const first = missing.facts.filter(({ alternative }) => !alternative).length;
    lines.push(
      style.strong(
        `缺资料、定不了结论的项目${missing.open.length}个；先问这${first}项，关系到的条件多的在前`,
      ),
      ...missing.facts.flatMap((fact, index) => factLines(fact, index + 1)),
      '',
      '逐个项目看，离定结论近的在前；答出任选中的一组而且符合，就不用问其余各组',
      ...missing.open.flatMap((open) => programmeLines(open, style)),
    );
  }
  lines.push(...settledLines(missing));
  return `${lines.join('\n')}\n`;
};
