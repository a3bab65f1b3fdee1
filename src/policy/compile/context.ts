import type { CivilDate } from '../../base/date.ts';
import type { Count } from '../../base/verdict.ts';
import { attributesOf, DICTIONARY, type Field } from '../../profile/index.ts';

export type Path = ReadonlyArray<string | number>;

import { References } from './references.ts';

/** Something wrong in a policy file, at a path inside it. */
export interface Issue {
  readonly path: Path;
  readonly message: string;
  readonly fix?: string;
}

/** 词表 by name. */
export type WordLists = Readonly<Record<string, readonly string[]>>;

/** Collects every issue of a file, so that an author sees them all at once. */
export class Context {
  readonly issues: Issue[] = [];
  readonly words: WordLists;
  readonly references = new References();
  readonly #deadline: CivilDate | undefined;

  /** @param deadline 申报截止日: the end of the file's first application window */
  constructor(words: WordLists, deadline: CivilDate | undefined) {
    this.words = words;
    this.#deadline = deadline;
  }

  deadline(path: Path): CivilDate | undefined {
    if (this.#deadline === undefined) this.issue(path, '写了“截至申报截止日”，但文件没有受理窗口');
    return this.#deadline;
  }

  issue(path: Path, message: string, fix?: string): void {
    this.issues.push(fix === undefined ? { path, message } : { path, message, fix });
  }

  /** 至少: {项数, 之中}; the number may be left between two bounds, and the group must be able to reach it. */
  count(raw: number | readonly [number, number], among: number, path: Path): Count {
    const [lowest, highest] = typeof raw === 'number' ? [raw, raw] : raw;
    if (highest > among) this.issue(path, `只有${among}项，不可能满足${highest}项`);
    if (typeof raw !== 'number' && lowest >= highest)
      this.issue(path, `[${lowest}, ${highest}] 不是从少到多的两个数`, '文件写明几项的只写一个数');
    return raw;
  }

  field(name: string, path: Path): Field | undefined {
    const field = DICTIONARY.find(name);
    if (field === undefined) this.issue(path, `字段词典里没有“${name}”`, DICTIONARY.suggest(name));
    return field;
  }

  attribute(records: Field, name: string, path: Path): Field | undefined {
    const index = attributesOf(records);
    const attribute = index.find(name);
    if (attribute === undefined)
      this.issue(path, `${records.name}的记录没有属性“${name}”`, index.suggest(name));
    return attribute;
  }

  /** 词表 or a list written out. */
  listed(raw: string | readonly string[] | { readonly 词表: string }, path: Path): readonly string[] {
    const words =
      typeof raw === 'string'
        ? [raw]
        : '词表' in raw
          ? new Map(Object.entries(this.words)).get(raw.词表)
          : raw;
    if (words === undefined) {
      this.issue(
        path,
        `没有这个词表：${typeof raw === 'object' && '词表' in raw ? raw.词表 : ''}`,
        '词表在 policies/共用/词表.yaml',
      );
      return [];
    }
    return words;
  }

  /** 词表 or a list written out; every word must be an option of the field. */
  choices(
    field: Field,
    raw: string | readonly string[] | { readonly 词表: string },
    path: Path,
  ): readonly string[] {
    const words = this.listed(raw, path);
    for (const word of words) {
      if (!field.choices.includes(word)) {
        this.issue(path, `“${word}”不是${field.name}的选项`, `选项：${field.choices.join('、')}`);
      }
    }
    return words;
  }
}
