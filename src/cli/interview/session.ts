import { type Assessment, assess, factKey } from '../../assess/index.ts';
import type { CivilDate } from '../../base/date.ts';
import { inputError } from '../../base/diagnostic.ts';
import {
  attributeTarget,
  newDoubts,
  nextAttribute,
  nextQuestion,
  openingQuestion,
  type Question,
  questionsLeft,
  type Round,
  type State,
  type Target,
} from '../../interview/index.ts';
import { needsOf } from '../../needs/index.ts';
import type { Edition } from '../../policy/index.ts';
import {
  editProfileYaml,
  type Field,
  type Profile,
  type ProfileEdit,
  readProfile,
  readYaml,
} from '../../profile/index.ts';
import { askQuestion } from './ask.ts';
import type { ProfileFile } from './file.ts';
import { type Prompts, Stopped } from './prompts.ts';
import type { Screen } from './screen.ts';

/** A list that is being told record by record. */
interface OpenList {
  readonly field: Field;
  /** records before this one stood there already */
  readonly from: number;
  readonly upTo: number;
}

/** All that an answer changes, so that one can go back. */
interface Moment {
  readonly text: string;
  readonly profile: Profile;
  readonly assessments: readonly Assessment[];
  readonly done: ReadonlySet<string>;
  readonly round: Round;
  /** how many were told */
  readonly answers: number;
  readonly list?: OpenList;
}

export interface InterviewWish {
  readonly prompts: Prompts;
  readonly screen: Screen;
  readonly file: ProfileFile;
  /** the profile so far */
  readonly text: string;
  readonly asOf: CivilDate;
  /** asked once who and where are known */
  readonly chooseEditions: (profile: Profile) => Promise<readonly Edition[]>;
}

/** How an interview ended. */
export interface Ending {
  readonly stopped: boolean;
  readonly answers: number;
  readonly assessments: readonly Assessment[];
}

const read = (text: string, path: string): Profile =>
  text.trim() === ''
    ? { single: new Map(), yearly: new Map(), records: new Map(), file: path }
    : readProfile(readYaml(text, path), path).profile;

const isThere = (profile: Profile, target: Target): boolean => {
  if (target.kind === 'list') return profile.records.has(target.field.id);
  if (target.kind === 'attribute')
    return profile.records.get(target.field.id)?.items[target.record]?.has(target.attribute.id) === true;
  return target.year === undefined
    ? profile.single.has(target.field.id)
    : profile.yearly.get(target.field.id)?.has(target.year) === true;
};

class Interview {
  readonly #wish: InterviewWish;
  #now: Moment;
  #history: Moment[] = [];
  #editions: readonly Edition[] | undefined;
  #read: ReadonlyMap<string, ReadonlySet<string>> = new Map();
  #last: string | undefined;

  constructor(wish: InterviewWish) {
    this.#wish = wish;
    const profile = read(wish.text, wish.file.path);
    this.#now = { text: wish.text, profile, assessments: [], done: new Set(), round: 'decide', answers: 0 };
  }

  async run(): Promise<Ending> {
    let stopped = false;
    try {
      while (await this.#step());
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      stopped = true;
    }
    const { answers, assessments } = this.#now;
    return { stopped, answers, assessments };
  }

  get #state(): State {
    const { profile, assessments, done, round } = this.#now;
    return { profile, assessments, done, round, ...(this.#last === undefined ? {} : { last: this.#last }) };
  }

  /** @returns false where nothing is left to ask */
  async #step(): Promise<boolean> {
    if (this.#editions === undefined) {
      const opening = openingQuestion(this.#now);
      if (opening === undefined) await this.#choose();
      else await this.#ask(opening);
      return true;
    }
    const { list } = this.#now;
    if (list !== undefined) return this.#listStep(list);
    const question = nextQuestion(this.#state);
    if (question !== undefined) await this.#ask(question);
    else return this.#goOn();
    return true;
  }

  async #choose(): Promise<void> {
    const editions = await this.#wish.chooseEditions(this.#now.profile);
    this.#editions = editions;
    this.#history = [];
    const needs = needsOf(editions, Number(this.#wish.asOf.slice(0, 4)) - 1, true);
    this.#read = new Map([...needs].map(([id, need]) => [id, need.attributes]));
    this.#now = { ...this.#now, assessments: this.#assess(this.#now.profile) };
    this.#wish.screen.ladder([], this.#now.assessments);
  }

  #assess(profile: Profile): readonly Assessment[] {
    return (this.#editions ?? []).map((edition) => assess(profile, edition, this.#wish.asOf));
  }

  /** What decides is asked: go on with what else the programmes look at? */
  async #goOn(): Promise<boolean> {
    if (this.#now.round === 'rest') return false;
    const left = questionsLeft({ ...this.#state, round: 'rest' });
    if (left === 0) return false;
    const answer = await this.#wish.prompts.pick(
      `能定结论的都问过了。这些项目还看另外${left}项，补上才看得出全部差距`,
      [
        { value: 'stop', name: '先到这里' },
        { value: 'more', name: '接着填' },
      ],
    );
    this.#now = { ...this.#now, round: 'rest' };
    return answer === 'more';
  }

  async #listStep({ field, from, upTo }: OpenList): Promise<boolean> {
    const told = this.#now.profile.records.get(field.id)?.items.length ?? 0;
    const attributeOf = (record: number): Field | undefined =>
      nextAttribute(this.#now, field, record, this.#read.get(field.id) ?? new Set());
    const index = [told - 1, told].find(
      (record) => record >= from && record < upTo && attributeOf(record) !== undefined,
    );
    const attribute = index === undefined ? undefined : attributeOf(index);
    if (index !== undefined && attribute !== undefined) {
      if (attribute === field.attributes[0])
        this.#wish.screen.say(`  ${field.name} 第${index + 1}条，共${upTo}条`);
      await this.#ask({ target: attributeTarget(field, index, attribute), settles: [] });
    } else {
      this.#commit([{ kind: 'list', field, complete: true }]);
      this.#closeList();
    }
    return true;
  }

  #closeList(): void {
    const { list: _list, ...rest } = this.#now;
    this.#now = rest;
  }

  async #ask(question: Question): Promise<void> {
    const { prompts, screen, asOf } = this.#wish;
    const { target } = question;
    const inList = this.#now.list !== undefined;
    const isNew = target.field.id !== this.#last;
    if (isNew && question.settles.length > 0) screen.say('');
    const before = this.#now;
    const reply = await askQuestion(
      {
        prompts,
        screen,
        asOf,
        inList,
        isNew,
        question,
        editions: this.#editions ?? [],
        known: this.#now.profile,
      },
      async (edits) => this.#isWanted(target, edits),
    );
    this.#last = target.field.id;
    if (reply.kind === 'back') {
      this.#back();
      return;
    }
    this.#history.push(before);
    if (reply.kind === 'enough') {
      screen.note('未列全', `${target.field.name}先记到这里，按“至少这些”计算`);
      this.#closeList();
      return;
    }
    this.#now = {
      ...this.#now,
      done: new Set([...this.#now.done, factKey(target.ref)]),
      answers: this.#now.answers + (reply.kind === 'told' ? 1 : 0),
    };
    const edits = reply.kind === 'told' ? this.#withRecord(target, reply.edits) : this.#skippedRecord(target);
    this.#commit(edits);
    if (reply.kind === 'told' && reply.records !== undefined && target.kind === 'list') {
      const from = before.profile.records.get(target.field.id)?.items.length ?? 0;
      this.#now = { ...this.#now, list: { field: target.field, from, upTo: from + reply.records } };
    }
  }

  /** A record is there as soon as anything was asked of it. */
  #withRecord(target: Target, edits: readonly ProfileEdit[]): readonly ProfileEdit[] {
    return [...this.#skippedRecord(target), ...edits];
  }

  #skippedRecord(target: Target): readonly ProfileEdit[] {
    if (target.kind !== 'attribute') return [];
    const known = this.#now.profile.records.get(target.field.id)?.items.length ?? 0;
    return target.record < known ? [] : [{ kind: 'record', field: target.field }];
  }

  #edited(edits: readonly ProfileEdit[]): { readonly text: string; readonly profile: Profile } {
    const text = editProfileYaml(this.#now.text, edits);
    return { text, profile: read(text, this.#wish.file.path) };
  }

  /** Says what the answer contradicts; the user says whether it stands. */
  async #isWanted(target: Target, edits: readonly ProfileEdit[]): Promise<boolean> {
    const { prompts, screen, asOf } = this.#wish;
    const { profile } = this.#edited(this.#withRecord(target, edits));
    if (!isThere(profile, target))
      throw inputError('E020', `${target.ref.label}写不进${this.#wish.file.path}`, {
        where: { file: this.#wish.file.path },
        fix: '档案里可能用了锚点（&）和引用（*）：改成直接写值，再接着填',
      });
    const doubts = newDoubts(this.#now.profile, profile, asOf);
    if (doubts.length === 0) return true;
    for (const { code, message } of doubts) screen.note('对不上', `${message}（${code}）`);
    const answer = await prompts.pick('请对照原件核对', [
      { value: 'again', name: '刚才答错了，重新答' },
      { value: 'keep', name: '原件就是这样，照原样记下' },
    ]);
    return answer === 'keep';
  }

  #commit(edits: readonly ProfileEdit[]): void {
    if (edits.length === 0) return;
    const before = this.#now.assessments;
    const { text, profile } = this.#edited(edits);
    this.#wish.file.save(text);
    const assessments = this.#assess(profile);
    this.#now = { ...this.#now, text, profile, assessments };
    if (this.#editions !== undefined) this.#wish.screen.ladder(before, assessments);
  }

  #back(): void {
    const earlier = this.#history.pop();
    if (earlier === undefined) {
      this.#wish.screen.say('  前面没有可以回到的题');
      return;
    }
    this.#wish.file.save(earlier.text);
    this.#now = earlier;
    this.#last = undefined;
  }
}

/** Asks until nothing that matters is open, or the user stops; every answer is saved at once. */
export const runInterview = (wish: InterviewWish): Promise<Ending> => new Interview(wish).run();
