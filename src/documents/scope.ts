import { type Diagnostic, InputError } from '../base/diagnostic.ts';
import { fold, suggestion } from '../base/text.ts';
import { attributesOf, DICTIONARY, type Field } from '../profile/index.ts';
import type { SentenceSource } from './source-parts.ts';
import type { ListSpec } from './template.ts';

/** A mistake in a template: where in it, and what. Collected per file, so that all are told at once. */
export class TemplateProblem extends Error {
  readonly fix: string | undefined;
  constructor(message: string, fix?: string) {
    super(message);
    this.fix = fix;
  }
}

/** What a template may use beside the dictionary and its own 清单. */
export interface Shared {
  readonly lists: readonly ListSpec[];
  readonly groups: Readonly<Record<string, readonly SentenceSource[]>>;
}

/** Names that a template may use: the field dictionary, the shared 清单 and 句组, its own 清单. */
export class Scope {
  readonly #file: string;
  readonly #lists = new Map<string, ListSpec>();
  readonly #problems: Diagnostic[] = [];

  readonly #groups: Readonly<Record<string, readonly SentenceSource[]>>;

  constructor(file: string, shared: Shared = { lists: [], groups: {} }) {
    this.#file = file;
    this.#groups = shared.groups;
    for (const list of shared.lists) this.addList(list);
  }

  /** A 句组 of the shared templates. @throws TemplateProblem */
  sentences(name: string): readonly SentenceSource[] {
    const group = this.#groups[name];
    if (group === undefined)
      throw new TemplateProblem(`没有“${name}”这个句组`, suggestion(name, Object.keys(this.#groups)));
    return group;
  }

  addList(list: ListSpec): void {
    this.#lists.set(fold(list.name), list);
  }

  /** @throws TemplateProblem with the nearest known name */
  field(name: string): Field {
    const field = DICTIONARY.find(name);
    if (field === undefined) throw new TemplateProblem(`没有“${name}”这个字段`, DICTIONARY.suggest(name));
    return field;
  }

  /** A 清单 of the template, or all records of a field. */
  findList(name: string): ListSpec | undefined {
    const own = this.#lists.get(fold(name));
    if (own !== undefined) return own;
    const field = DICTIONARY.find(name);
    return field?.kind === 'records' ? { name: field.name, field, filters: [], valid: false } : undefined;
  }

  /** @throws TemplateProblem */
  list(name: string): ListSpec {
    const list = this.findList(name);
    if (list === undefined)
      throw new TemplateProblem(`没有“${name}”这个清单，也没有同名的记录字段`, DICTIONARY.suggest(name));
    return list;
  }

  /** Runs one step; a mistake in it is noted with its place, and the step yields nothing. */
  at<T>(place: string, step: () => T): T | undefined {
    try {
      return step();
    } catch (error) {
      if (!(error instanceof TemplateProblem)) throw error;
      this.report(place, error.message, error.fix);
      return undefined;
    }
  }

  /** The same over many items; what failed is left out. */
  each<S, T>(place: string, items: readonly S[], step: (item: S, at: string) => T): T[] {
    const done: T[] = [];
    for (const [index, item] of items.entries()) {
      const at = `${place}第${index + 1}项`;
      this.at(at, () => done.push(step(item, at)));
    }
    return done;
  }

  report(place: string, message: string, fix?: string): void {
    this.#problems.push({
      code: 'E301',
      severity: 'error',
      message: `模板 ${this.#file} · ${place}：${message}`,
      where: { file: `${this.#file}.yaml`, field: place },
      ...(fix === undefined ? {} : { fix }),
    });
  }

  /** @throws InputError with every mistake noted so far */
  finish(): void {
    if (this.#problems.length > 0) throw new InputError(this.#problems);
  }
}

/** @throws TemplateProblem */
export const attributeOf = (field: Field, name: string): Field => {
  const index = attributesOf(field);
  const attribute = index.find(name);
  if (attribute === undefined)
    throw new TemplateProblem(`${field.name}没有“${name}”这个属性`, index.suggest(name));
  return attribute;
};

/** Values that a field of this kind can take are checked where they are known. @throws TemplateProblem */
export const checkValues = (field: Field, values: readonly string[]): readonly string[] => {
  const known = field.kind === 'boolean' ? ['是', '否'] : field.choices;
  if (known.length === 0 && field.kind !== 'text') throw new TemplateProblem(`${field.name}不能按取值挑选`);
  const wrong = known.length === 0 ? undefined : values.find((value) => !known.includes(value));
  if (wrong !== undefined)
    throw new TemplateProblem(`${field.name}没有“${wrong}”这个选项`, `可用：${known.join('、')}`);
  return values;
};

/** One text or several, as several. */
export const asList = (value: string | readonly string[]): readonly string[] =>
  typeof value === 'string' ? [value] : value;
