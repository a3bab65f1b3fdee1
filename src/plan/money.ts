import type { CriterionResult } from '../assess/index.ts';
import { add, compare, divide, type Ratio, ZERO } from '../base/ratio.ts';
import type { MoneyRow } from '../policy/index.ts';
import type { CheckedProgramme } from '../report/index.ts';

/** 额度: the class with the highest quota that surely holds, and higher ones that still may. */
interface Quota {
  readonly row: MoneyRow;
  readonly because: readonly string[];
  readonly maybe: ReadonlyArray<{ readonly row: MoneyRow; readonly if: readonly string[] }>;
}

/** 补贴: a price from which on the cap holds, in 元. */
interface Subsidy {
  readonly row: MoneyRow;
  readonly fullFrom?: Ratio;
}

/** What one programme pays. */
export interface ProgrammeMoney {
  readonly checked: CheckedProgramme;
  readonly rows: readonly MoneyRow[];
  readonly quota?: Quota;
  readonly subsidies: readonly Subsidy[];
}

/** A payment that counts in the sum, and what it contains. */
interface Counted {
  readonly payment: string;
  readonly value: Ratio;
  readonly contains: ReadonlyArray<{ readonly payment: string; readonly value: Ratio }>;
  /** payments of which a company gets only one: the others of the group */
  readonly insteadOf: readonly string[];
}

export interface MoneyPlan {
  readonly programmes: readonly ProgrammeMoney[];
  readonly counted: readonly Counted[];
  readonly sum: Ratio;
}

const find = (result: CriterionResult, id: string): CriterionResult | undefined => {
  if (result.criterion.id === id) return result;
  for (const part of result.parts) {
    const found = find(part, id);
    if (found !== undefined) return found;
  }
  return undefined;
};

const paid = (row: MoneyRow): Ratio => row.value ?? ZERO;
const larger = (a: MoneyRow, b: MoneyRow): number => compare(paid(b), paid(a));

const quotaOf = ({ assessment }: CheckedProgramme): Quota | undefined => {
  const classes = assessment.edition.money
    .filter((row) => row.kind === '额度')
    .sort(larger)
    .map((row) => {
      const found = (row.classes ?? []).flatMap((id) => find(assessment.root, id) ?? []);
      const named = (...verdicts: string[]): readonly string[] =>
        found
          .filter((result) => verdicts.includes(result.factor ?? result.verdict))
          .map((result) => result.criterion.text);
      return { row, met: named('met'), open: named('unknown', 'manual') };
    });
  const sure = classes.findIndex(({ met }) => met.length > 0);
  const [lowest] = classes.slice(-1);
  const best = classes[sure] ?? lowest;
  if (best === undefined) return undefined;
  const above = classes.slice(0, sure === -1 ? -1 : sure);
  return {
    row: best.row,
    because: best.met,
    maybe: above.filter(({ open }) => open.length > 0).map(({ row, open }) => ({ row, if: open })),
  };
};

const subsidiesOf = ({ assessment }: CheckedProgramme): readonly Subsidy[] =>
  assessment.edition.money
    .filter((row) => row.kind === '补贴')
    .map((row) => ({
      row,
      ...(row.share === undefined || row.cap === undefined || row.share.n === 0n
        ? {}
        : { fullFrom: divide(row.cap, row.share) }),
    }));

/** Each payment once, however many files tell of it; what another contains, and what excludes another, is not added. */
const countedIn = (rows: readonly MoneyRow[]): readonly Counted[] => {
  const payments = new Map<string, MoneyRow>();
  for (const row of rows)
    if (
      row.kind === '奖补' &&
      row.payment !== undefined &&
      row.value !== undefined &&
      !payments.has(row.payment)
    )
      payments.set(row.payment, row);
  const own = [...payments].filter(([, row]) => row.within === undefined || !payments.has(row.within));
  const inside = [...payments].filter(([, row]) => row.within !== undefined);
  const best = new Map<string, string>();
  for (const [name, row] of own) {
    if (row.choice === undefined) continue;
    const held = payments.get(best.get(row.choice) ?? '');
    if (held === undefined || compare(paid(row), paid(held)) > 0) best.set(row.choice, name);
  }
  return own
    .filter(([name, row]) => row.choice === undefined || best.get(row.choice) === name)
    .map(([payment, row]) => ({
      payment,
      value: paid(row),
      contains: inside
        .filter(([, other]) => other.within === payment)
        .map(([name, other]) => ({ payment: name, value: paid(other) })),
      insteadOf:
        row.choice === undefined
          ? []
          : own
              .filter(([name, other]) => other.choice === row.choice && name !== payment)
              .map(([name]) => name),
    }));
};

/** What the programmes pay by their documents; the sum is what is printed, not a promise. */
export const moneyPlan = (programmes: readonly CheckedProgramme[]): MoneyPlan => {
  const paying = programmes.filter(({ assessment }) => assessment.edition.money.length > 0);
  const counted = countedIn(paying.flatMap(({ assessment }) => assessment.edition.money));
  return {
    programmes: paying.map((checked) => {
      const quota = quotaOf(checked);
      return {
        checked,
        rows: checked.assessment.edition.money.filter((row) => row.kind !== '额度' && row.kind !== '补贴'),
        subsidies: subsidiesOf(checked),
        ...(quota === undefined ? {} : { quota }),
      };
    }),
    counted,
    sum: counted.reduce((total, { value }) => add(total, value), ZERO),
  };
};
