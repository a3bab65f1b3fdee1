import type { CivilDate } from '../../base/date.ts';
import {
  answeredIn,
  explainQuestion,
  promptText,
  type Question,
  readAnswer,
  readCount,
  type Target,
} from '../../interview/index.ts';
import type { Body, Criterion, Edition } from '../../policy/index.ts';
import { type Profile, type ProfileEdit, type Value, valueText } from '../../profile/index.ts';
import { settlesText } from '../../report/index.ts';
import type { Prompts, Reply } from './prompts.ts';
import type { Screen } from './screen.ts';

export interface Asking {
  readonly prompts: Prompts;
  readonly screen: Screen;
  readonly asOf: CivilDate;
  readonly inList: boolean;
  /** another field than the question before */
  readonly isNew: boolean;
  readonly question: Question;
  readonly editions: readonly Edition[];
  readonly known: Profile;
}

export type Answered =
  | { readonly kind: 'told'; readonly edits: readonly ProfileEdit[]; readonly records?: number }
  | { readonly kind: 'skip' | 'back' | 'enough' };

const findAmong = (bodies: readonly Body[], id: string): Criterion | undefined => {
  for (const body of bodies) {
    const found = findCriterion(body, id);
    if (found !== undefined) return found;
  }
  return undefined;
};

const findCriterion = (body: Body, id: string): Criterion | undefined => {
  switch (body.kind) {
    case 'test':
      return undefined;
    case 'branches':
      return findAmong(
        body.branches.map(({ then }) => then),
        id,
      );
    case 'readings':
      return findAmong(
        body.readings.map((reading) => reading.body),
        id,
      );
    default:
      return (
        body.of.find((criterion) => criterion.id === id) ??
        findAmong(
          body.of.map((criterion) => criterion.body),
          id,
        )
      );
  }
};

const explain = ({ question, editions, screen }: Asking): void => {
  const textOf = (id: string, criterion: string): string | undefined => {
    const edition = editions.find((item) => item.id === id);
    return edition === undefined ? undefined : findCriterion(edition.body, criterion)?.text;
  };
  for (const [label, text] of explainQuestion(question, textOf)) screen.note(label, text);
};

const countPrompt = (target: Extract<Target, { kind: 'list' }>, known: Profile): string => {
  const told = known.records.get(target.field.id)?.items.length;
  return told === undefined
    ? `${target.field.name}有几条（没有写“无”）`
    : `${target.field.name}已记${told}条、没有列全，还有几条（没有了写“无”）`;
};

const countEdits = (target: Extract<Target, { kind: 'list' }>, text: string): Answered => {
  const read = readCount(text);
  const records = 'count' in read ? read.count : 0;
  const edit: ProfileEdit = { kind: 'list', field: target.field, complete: records === 0 };
  return { kind: 'told', edits: [edit], ...(records === 0 ? {} : { records }) };
};

const valueEdit = (target: Exclude<Target, { kind: 'list' }>, value: Value): ProfileEdit =>
  target.kind === 'attribute'
    ? { kind: 'attribute', field: target.field, record: target.record, attribute: target.attribute, value }
    : {
        kind: 'value',
        field: target.field,
        value,
        ...(target.year === undefined ? {} : { year: target.year }),
      };

const askText = async (asking: Asking): Promise<Reply> => {
  const { prompts, question, asOf, inList, known } = asking;
  const { target } = question;
  if (target.kind === 'list')
    return prompts.ask(
      countPrompt(target, known),
      (text) => {
        const read = readCount(text);
        return 'problem' in read ? read.problem : undefined;
      },
      inList,
    );
  const field = answeredIn(target);
  if (field.kind === 'boolean') return prompts.choose(promptText(target), ['是', '否'], inList);
  if (field.kind === 'choice') return prompts.choose(promptText(target), field.choices, inList);
  const check = (text: string): string | undefined => {
    const read = readAnswer(target, text, asOf);
    return 'problem' in read ? read.problem : undefined;
  };
  return prompts.ask(promptText(target), check, inList);
};

/**
 * Asks until there is an answer that reads well and stands.
 * @param stands whether the answer is to be kept, where it does not agree with what is known
 */
export const askQuestion = async (
  asking: Asking,
  stands: (edits: readonly ProfileEdit[]) => Promise<boolean>,
): Promise<Answered> => {
  const { screen, question, asOf, isNew } = asking;
  const { target } = question;
  if (isNew && question.settles.length > 0) screen.faint('关系到', settlesText(question.settles));
  const field = answeredIn(target);
  if (field.kind === 'multi')
    screen.faint('可填', field.choices.map((choice, index) => `${index + 1} ${choice}`).join('、'));
  for (;;) {
    const reply = await askText(asking);
    if (reply.kind === 'help') explain(asking);
    else if (reply.kind !== 'told') return { kind: reply.kind };
    else if (target.kind === 'list') return countEdits(target, reply.text);
    else {
      const read = readAnswer(target, reply.text, asOf);
      if ('problem' in read) continue;
      const edits = [valueEdit(target, read.value)];
      if (!(await stands(edits))) continue;
      const written = valueText(field, read.value);
      const shown = typeof written === 'string' ? written : written.length === 0 ? '无' : written.join('、');
      if (shown !== reply.text) screen.faint('记为', shown);
      if (read.remark !== undefined) screen.note('提示', read.remark);
      return { kind: 'told', edits };
    }
  }
};
