import { createHash } from 'node:crypto';
import type { CivilDate } from '../base/date.ts';
import { type Edition, IN_FORCE_WORDS, inForce } from '../policy/index.ts';
import { rungOf } from './ladder.ts';
import type { ProgrammeFacts } from './screened.ts';

const periodText = ({ from, to, replaced }: Edition): string => {
  const end = to === undefined ? '起' : `至${to}`;
  return `${from}${end}${replaced === undefined ? '' : `；${replaced.on}起被${replaced.by}取代`}`;
};

const sourceTexts = ({ sources }: Edition): string[] =>
  sources.map(({ document, number, checked }) => {
    const title = number === undefined ? document : `${document}（${number}）`;
    return `${title}；可信度${checked.confidence}，${checked.date}核对（${checked.basis}）`;
  });

const moneyText = ({ item, amount, note }: Edition['money'][number]): string =>
  `${item}：${amount}${note === undefined ? '' : `（${note}）`}`;

/** Names that two editions share are told apart by their edition. */
export const programmeNames = (
  editions: ReadonlyArray<Pick<Edition, 'id' | 'name' | 'edition'>>,
): ReadonlyMap<string, string> => {
  const shared = (name: string): boolean => editions.filter((edition) => edition.name === name).length > 1;
  return new Map(
    editions.map((edition) => [
      edition.id,
      shared(edition.name) ? `${edition.name}（${edition.edition}）` : edition.name,
    ]),
  );
};

/**
 * What the result says of each programme.
 * @param names unique names by edition id
 */
export const programmeFacts = (
  editions: readonly Edition[],
  asOf: CivilDate,
  names: ReadonlyMap<string, string>,
): readonly ProgrammeFacts[] =>
  editions.map((edition) => ({
    id: edition.id,
    name: names.get(edition.id) ?? edition.name,
    edition: edition.edition,
    tier: edition.tier,
    rung: rungOf(edition.tier),
    jurisdiction: edition.jurisdiction,
    inForce: inForce(edition, asOf),
    period: `${periodText(edition)}；${IN_FORCE_WORDS[inForce(edition, asOf)]}`,
    sources: sourceTexts(edition),
    notices: edition.notices,
    notes: [edition.unverified, edition.periodNote, ...edition.notices, edition.windowNote].filter(
      (note) => note !== undefined,
    ),
    money: edition.money.map(moneyText),
  }));

/** One sum over all rules: the same sum means the same rules, to the last word. */
export const rulesHash = (editions: readonly Edition[]): string => {
  const hash = createHash('sha256');
  for (const edition of editions) {
    hash.update(
      JSON.stringify(edition, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value)),
    );
  }
  return hash.digest('hex');
};
