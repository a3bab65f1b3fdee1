import { placeText } from '../../base/diagnostic.ts';
import type { Context } from '../context.ts';
import type { Note } from '../note.ts';
import { noteAt } from '../note.ts';
import { type Span, spanText } from '../paragraph.ts';
import { type Actual, actualOf, isYearly, yearsOf } from './actual.ts';
import type { Written } from './number.ts';
import { readStatements, type Statement } from './statement.ts';

const told = (actual: Actual): string =>
  `${actual.label}${actual.value}${actual.at === undefined ? '' : `（${placeText(actual.at)}）`}`;

const report = (
  code: string,
  span: Span,
  statement: Pick<Statement, 'start' | 'end'>,
  message: string,
  actuals: readonly Actual[],
): Note =>
  noteAt(
    code,
    message,
    { paragraph: span.paragraph, start: span.start + statement.start, end: span.start + statement.end },
    {
      facts: actuals.map(({ field, label, value, at }) => ({
        field,
        label,
        value,
        ...(at === undefined ? {} : { at }),
      })),
    },
  );

/** One number against one year, or against the only value there is. */
const compareOne = (
  context: Context,
  span: Span,
  statement: Statement,
  written: Written,
  year: number,
): readonly Note[] => {
  const actual = actualOf(context.profile, context.asOf, statement.subject, year, statement.partial);
  if (actual === undefined || actual.fits(written)) return [];
  const text = spanText(span).slice(statement.start, statement.end);
  return [report(statement.code, span, statement, `文中“${text}”，档案${told(actual)}`, [actual])];
};

/** No year is said: the last full year is meant, or else the text should say which. */
const compareAny = (
  context: Context,
  span: Span,
  statement: Statement,
  written: Written,
): readonly Note[] => {
  const years = yearsOf(context.profile, statement.subject).filter((year) => year <= context.baseYear);
  const actuals = years.flatMap((year) => {
    const actual = actualOf(context.profile, context.asOf, statement.subject, year, false);
    return actual === undefined ? [] : [{ year, actual }];
  });
  const base = actuals.find(({ year }) => year === context.baseYear);
  const fitting = actuals.find(({ actual }) => actual.fits(written));
  if (base === undefined || fitting === base) return [];
  const text = spanText(span).slice(statement.start, statement.end);
  if (fitting !== undefined) {
    const message = `文中“${text}”没写年份；档案${told(fitting.actual)}，${told(base.actual)}`;
    return [report('F55.5', span, statement, message, [fitting.actual, base.actual])];
  }
  const shown = actuals.slice(0, 2).map(({ actual }) => actual);
  const message = `文中“${text}”没写年份，和档案各年都不同：${shown.map(told).join('，')}`;
  return [report(statement.code, span, statement, message, shown)];
};

const compareStatement = (context: Context, span: Span, statement: Statement): readonly Note[] => {
  const { year, numbers, subject } = statement;
  const [first] = numbers;
  if (first === undefined) return [];
  if (!isYearly(subject))
    return numbers.length === 1 ? compareOne(context, span, statement, first, context.baseYear) : [];
  switch (year.kind) {
    case 'one':
      return numbers.length === 1 ? compareOne(context, span, statement, first, year.year) : [];
    case 'several':
      return numbers.length === year.years.length
        ? numbers.flatMap((number, index) =>
            compareOne(context, span, statement, number, year.years[index] ?? context.baseYear),
          )
        : [];
    case 'unclear':
      return [];
    case 'none':
      return numbers.length === 1 ? compareAny(context, span, statement, first) : [];
  }
};

/** The numbers of a text that disagree with the profile. */
export const compareFigures = (context: Context, spans: readonly Span[]): readonly Note[] =>
  spans.flatMap((span) =>
    readStatements(spanText(span), context.baseYear).flatMap((statement) =>
      compareStatement(context, span, statement),
    ),
  );
