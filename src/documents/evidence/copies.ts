import type { CivilDate } from '../../base/date.ts';
import { fold } from '../../base/text.ts';
import { type ProfileRecord, textOf } from '../../profile/index.ts';
import { bindAttribute } from '../bind-list.ts';
import { cleanText } from '../run.ts';
import { type Facts, select } from '../select.ts';
import { type Kind, SOON_DAYS, speaksOf } from './kinds.ts';

/** One copy of a piece of evidence, as the profile shows it. */
export interface Copy {
  readonly title: string;
  /** names of the files there are */
  readonly files: readonly string[];
  /** the same with their dates, and what else the profile tells */
  readonly have: readonly string[];
  readonly state: State;
}

export type State =
  | { readonly kind: 'ready' | 'soon'; readonly until?: CivilDate }
  | { readonly kind: 'expired'; readonly until: CivilDate }
  /** generated here, to be finished and signed */
  | { readonly kind: 'draft' }
  /** the fact is in the profile, no file is registered for it */
  | { readonly kind: 'noFile' }
  /** nothing registered, and the list of files is not said to be complete */
  | { readonly kind: 'unknown' }
  /** not among the files, and the list is complete */
  | { readonly kind: 'missing' }
  /** the profile says that there is none */
  | { readonly kind: 'none' }
  | { readonly kind: 'exempt'; readonly why: string }
  | { readonly kind: 'check'; readonly what: string };

/** What evidence is looked for in. */
export interface Holdings {
  readonly facts: Facts;
  /** certificates must be valid on this day: 申报截止日, else the as-of day */
  readonly day: CivilDate;
  /** names of the documents generated along with the list */
  readonly drafts: readonly string[];
}

/** A file of the profile's list 佐证材料. */
interface FileEntry {
  readonly name: string;
  readonly file?: string;
  readonly year?: string;
  readonly until?: CivilDate;
}

const wordOf = (record: ProfileRecord, id: string): string | undefined => {
  const value = record.get(id)?.value;
  return typeof value === 'string' && value !== '' ? cleanText(value) : undefined;
};

const filesOf = ({ facts }: Holdings): readonly FileEntry[] =>
  (facts.profile.records.get('evidence')?.items ?? []).map((record) => {
    const [file, year, until] = ['file', 'year', 'to'].map((id) => wordOf(record, id));
    return {
      name: wordOf(record, 'name') ?? '（未写名称）',
      ...(file === undefined ? {} : { file }),
      ...(year === undefined ? {} : { year: year.slice(0, 4) }),
      ...(until === undefined ? {} : { until }),
    };
  });

const fileText = ({ name, file, until }: FileEntry): string =>
  `${file ?? `${name}（文件名未填）`}${until === undefined ? '' : `，有效期至${until}`}`;

const NOTHING = { files: [], have: [] } as const;
const fileNames = (files: readonly FileEntry[]): readonly string[] => files.flatMap(({ file }) => file ?? []);

const daysUntil = (from: CivilDate, to: CivilDate): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;

/** Valid on the day, soon to end, or ended before it; a certificate that ends on the day is still valid. */
const validityOn = (day: CivilDate, until: CivilDate | undefined): State => {
  if (until === undefined) return { kind: 'ready' };
  if (until < day) return { kind: 'expired', until };
  return { kind: daysUntil(day, until) < SOON_DAYS ? 'soon' : 'ready', until };
};

const nothing = ({ facts }: Holdings): State => ({
  kind: facts.profile.records.get('evidence')?.complete === true ? 'missing' : 'unknown',
});

const earliest = (dates: readonly (CivilDate | undefined)[]): CivilDate | undefined =>
  dates.flatMap((date) => date ?? []).sort()[0];

const copyOf = (
  holdings: Holdings,
  title: string,
  files: readonly FileEntry[],
  more: readonly string[] = [],
): Copy => ({
  title,
  files: fileNames(files),
  have: [...files.map(fileText), ...more],
  state:
    files.length === 0
      ? nothing(holdings)
      : validityOn(holdings.day, earliest(files.map(({ until }) => until))),
});

/** Copies of one kind, for the years that a text asks for. */
export const copiesOf = (holdings: Holdings, kind: Kind, years: readonly number[]): readonly Copy[] => {
  if (kind.exempt !== undefined)
    return [{ title: kind.name, ...NOTHING, state: { kind: 'exempt', why: kind.exempt } }];
  const files = filesOf(holdings).filter((file) => speaksOf(file.name, kind));
  if (kind.yearly) return years.map((year) => yearCopy(holdings, kind, year, files));
  if (kind.records !== undefined) return recordCopies(holdings, kind.records, kind, files);
  const drafts = holdings.drafts.filter((name) => kind.drafts.some((word) => name.includes(word)));
  if (drafts.length > 0 && files.length === 0)
    return drafts.map((name) => ({
      title: kind.name,
      files: [name],
      have: [name],
      state: { kind: 'draft' },
    }));
  return files.length === 0
    ? [copyOf(holdings, kind.name, [])]
    : files.map((file) => copyOf(holdings, file.name, [file]));
};

const yearCopy = (holdings: Holdings, kind: Kind, year: number, files: readonly FileEntry[]): Copy => {
  const title = `${year}年${kind.name}`;
  const of = (file: FileEntry): string | undefined => file.year ?? /20\d\d/.exec(file.name)?.[0];
  const here = files.filter((file) => of(file) === String(year));
  const beside =
    kind.beside === undefined ? undefined : holdings.facts.profile.yearly.get(kind.beside.id)?.get(year);
  const more =
    typeof beside?.value === 'string' ? [`${kind.beside?.name ?? ''}${cleanText(beside.value)}`] : [];
  const undated = files.filter((file) => of(file) === undefined);
  if (here.length === 0 && undated.length > 0)
    return {
      title,
      files: fileNames(undated),
      have: [...undated.map(fileText), ...more],
      state: { kind: 'check', what: '年度未填，是否这一年的' },
    };
  const copy = copyOf(holdings, title, here, more);
  return here.length === 0 && more.length > 0 ? { ...copy, state: { kind: 'noFile' } } : copy;
};

const recordCopies = (
  holdings: Holdings,
  { list, shown }: NonNullable<Kind['records']>,
  kind: Kind,
  files: readonly FileEntry[],
): readonly Copy[] => {
  const chosen = select(holdings.facts, list);
  if (chosen === undefined)
    return files.length === 0
      ? [{ title: kind.name, ...NOTHING, state: { kind: 'check', what: `档案没有填${list.field.name}` } }]
      : files.map((file) => copyOf(holdings, file.name, [file]));
  const texts = (record: ProfileRecord): readonly string[] =>
    shown.flatMap((field) => {
      const bound = bindAttribute(record, field, field.name);
      return bound.state === 'known' ? [bound.text] : [];
    });
  const named = (record: ProfileRecord): readonly FileEntry[] =>
    files.filter((file) =>
      ['name', 'number'].some((id) => {
        const word = wordOf(record, id);
        return word !== undefined && fold(`${file.name}${file.file ?? ''}`).includes(fold(word));
      }),
    );
  // one record and files of its kind only: they are its files, whatever they are called
  const [single] = chosen.items.length === 1 ? chosen.items : [];
  const filesFor = (record: ProfileRecord): readonly FileEntry[] =>
    record === single ? files : named(record);
  const copies = chosen.items.map((record): Copy => {
    const own = filesFor(record);
    const until = earliest([
      ...own.map((file) => file.until),
      list.field.validity === undefined ? undefined : wordOf(record, list.field.validity.to),
    ]);
    const state = validityOn(holdings.day, until);
    const [title = kind.name, ...rest] = texts(record);
    return {
      title: [title, ...rest].join(' '),
      files: fileNames(own),
      have: [...own.map(fileText), ...(own.length === 0 && until !== undefined ? [`有效期至${until}`] : [])],
      state: own.length === 0 && state.kind !== 'expired' ? { kind: 'noFile' } : state,
    };
  });
  const used = new Set(chosen.items.flatMap((record) => filesFor(record)));
  const loose = files.filter((file) => !used.has(file)).map((file) => copyOf(holdings, file.name, [file]));
  const doubts = chosen.open.map(
    ({ record, reasons }): Copy => ({
      title: texts(record).join(' ') || kind.name,
      ...NOTHING,
      state: { kind: 'check', what: reasons.join('、') },
    }),
  );
  const rest: readonly Copy[] = chosen.complete
    ? []
    : [{ title: `其余${list.field.name}`, ...NOTHING, state: { kind: 'check', what: '档案注明未列全' } }];
  const all = [...copies, ...loose, ...doubts, ...rest];
  return all.length === 0 ? [{ title: kind.name, ...NOTHING, state: { kind: 'none' } }] : all;
};

/** 申报截止日 of the profile, else the as-of day. */
export const dayToJudge = (facts: Facts): CivilDate | undefined =>
  textOf(facts.profile, 'closingDate') ?? facts.asOf;
