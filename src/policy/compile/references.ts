import { suggestion } from '../../base/text.ts';
import type { Criterion, Test } from '../model.ts';
import type { Path } from './context.ts';

type Report = (path: Path, message: string, fix?: string) => void;
type Pending = { op: 'criterion'; criterion: Criterion };

/** Stands in until the whole file is compiled: a reference may come before its criterion. */
const UNRESOLVED: Criterion = {
  id: '',
  text: '',
  body: { kind: 'test', test: { op: 'notListed', document: '' } },
  clause: '',
  source: { key: '', document: '', checked: { date: '', basis: '', confidence: 'R' } },
  confidence: 'R',
  evidence: [],
  veto: false,
  factor: false,
  waivers: [],
};

/** The score table as something that criteria can hang on. */
const SCORES = '评分表';

/** {条件: 编号}: what hangs on what in one file, and the references that wait for their criteria. */
export class References {
  readonly #criteria = new Map<string, Criterion>();
  readonly #hangsOn = new Map<string, Set<string>>();
  readonly #waiting: Array<{ readonly id: string; readonly path: Path; readonly test: Pending }> = [];
  readonly #around: string[] = [];

  #hang(id: string): void {
    const last = this.#around.at(-1);
    if (last === undefined) return;
    this.#hangsOn.set(last, (this.#hangsOn.get(last) ?? new Set()).add(id));
  }

  #inside<Result>(id: string, compile: () => Result): Result {
    this.#hang(id);
    this.#around.push(id);
    const result = compile();
    this.#around.pop();
    return result;
  }

  /** Compiles a criterion; what is met on the way lies in it. */
  criterion(id: string, compile: () => Criterion): Criterion {
    const criterion = this.#inside(id, compile);
    if (!this.#criteria.has(id)) this.#criteria.set(id, criterion);
    return criterion;
  }

  scores<Result>(compile: () => Result): Result {
    return this.#inside(SCORES, compile);
  }

  /** A 得分 was met. */
  usesScores(): void {
    this.#hang(SCORES);
  }

  refer(id: string, path: Path): Test {
    const test: Pending = { op: 'criterion', criterion: UNRESOLVED };
    this.#hang(id);
    this.#waiting.push({ id, path, test });
    return test;
  }

  /** The way from a criterion back to itself, if there is one. */
  #circle(id: string): readonly string[] | undefined {
    const seen = new Set<string>();
    const from = (at: string, way: readonly string[]): readonly string[] | undefined => {
      for (const next of this.#hangsOn.get(at) ?? []) {
        if (next === id) return [...way, next];
        if (seen.has(next)) continue;
        seen.add(next);
        const found = from(next, [...way, next]);
        if (found !== undefined) return found;
      }
      return undefined;
    };
    return from(id, [id]);
  }

  /** Gives every reference its criterion; what does not exist, decides nothing or leads back to itself is an issue. */
  resolve(report: Report): void {
    for (const { id, path, test } of this.#waiting) {
      const criterion = this.#criteria.get(id);
      const circle = this.#circle(id);
      if (criterion === undefined) {
        const near = suggestion(id, this.#criteria.keys());
        report(path, `没有编号是“${id}”的条件`, `${near ?? ''}只能引用同一个版本的条件，沿用来的也可以`);
      } else if (criterion.factor)
        report(path, `条件“${id}”是评分因素，不影响结论，不能引用`, '改引用作为门槛的条件，或去掉“性质”');
      else if (circle !== undefined)
        report(
          path,
          `条件引用绕成了圈：${circle.join(' → ')}`,
          '条件不能引用自己、所在的组，或又引用它的条件',
        );
      else test.criterion = criterion;
    }
  }
}
