import { fold } from '../../base/text.ts';
import { type Body, type Criterion, criteriaIn, type Edition } from '../../policy/index.ts';
import { type Copy, copiesOf, type Holdings } from './copies.ts';
import { type Kind, kindsIn, OPTIONAL_WORDS } from './kinds.ts';
import { yearsIn } from './years.ts';

/** One item of a programme's list, numbered for binding. */
export interface Item {
  readonly number: string;
  readonly text: string;
  /** asked for only in some cases */
  readonly optional: boolean;
  /** criteria that it proves */
  readonly serves: readonly string[];
  readonly copies: readonly (Copy & { readonly number: string })[];
}

export interface EvidenceList {
  /** as the programme's own list has them */
  readonly items: readonly Item[];
  /** what criteria ask for beyond that list */
  readonly extra: readonly Item[];
}

/** A criterion's wish for evidence; `optional` where another way may do without it. */
interface Wish {
  readonly criterion: string;
  readonly text: string;
  readonly optional: boolean;
}

const wishesOf = (criterion: Criterion, optional: boolean): readonly Wish[] => [
  ...criterion.evidence.map((text) => ({ criterion: criterion.id, text, optional })),
  ...bodyWishes(criterion.body, optional),
  ...criterion.waivers.flatMap((waiver) => wishesOf(waiver, true)),
];

const bodyWishes = (body: Body, optional: boolean): readonly Wish[] => {
  switch (body.kind) {
    case 'test':
      return [];
    case 'branches':
      return body.branches.flatMap((branch) => bodyWishes(branch.then, true));
    case 'readings':
      return criteriaIn(body).flatMap((criterion) => wishesOf(criterion, true));
    case 'all':
      return body.of.flatMap((criterion) => wishesOf(criterion, optional));
    default:
      return body.of.flatMap((criterion) => wishesOf(criterion, true));
  }
};

/** Texts that the dictionary knows no kind for stand for themselves. */
const ownKind = (text: string): Kind => ({
  name: text,
  words: [fold(text.replace(/（[^）]*）/g, ''))],
  notWords: [],
  yearly: false,
  drafts: [],
});

const kindsOf = (text: string): readonly Kind[] => {
  const known = kindsIn(text);
  return known.length > 0 ? known : [ownKind(text)];
};

const isOptional = (text: string): boolean => OPTIONAL_WORDS.some((word) => text.includes(word));

const itemOf = (
  holdings: Holdings,
  number: string,
  text: string,
  kinds: readonly Kind[],
  optional: boolean,
  wishes: readonly Wish[],
): Item => {
  const names = new Set(kinds.map((kind) => kind.name));
  const serves = wishes.filter((wish) => kindsOf(wish.text).some((kind) => names.has(kind.name)));
  const years = yearsIn(text, holdings.facts.baseYear);
  const copies = kinds.flatMap((kind) => copiesOf(holdings, kind, years));
  return {
    number,
    text,
    optional,
    serves: [...new Set(serves.map((wish) => wish.criterion))],
    copies: copies.map((copy, index) => ({
      ...copy,
      number: copies.length === 1 ? number : `${number}-${index + 1}`,
    })),
  };
};

/** The programme's 资料, then what its criteria ask for beyond them, with what the profile has of each. */
export const evidenceList = (edition: Edition, holdings: Holdings): EvidenceList => {
  const wishes = bodyWishes(edition.body, false);
  const listed = edition.evidence.map((text) => ({ text, kinds: kindsOf(text) }));
  const covered = new Set(listed.flatMap(({ kinds }) => kinds.map((kind) => kind.name)));
  const items = listed.map(({ text, kinds }, index) =>
    itemOf(holdings, String(index + 1), text, kinds, isOptional(text), wishes),
  );
  const beyond = new Map<string, { kind: Kind; wishes: Wish[] }>();
  for (const wish of wishes) {
    for (const kind of kindsOf(wish.text)) {
      if (covered.has(kind.name)) continue;
      const known = beyond.get(kind.name);
      if (known === undefined) beyond.set(kind.name, { kind, wishes: [wish] });
      else known.wishes.push(wish);
    }
  }
  const extra = [...beyond.values()].map(({ kind, wishes: own }, index) => {
    const years = [...new Set(own.map((wish) => wish.text))].join('；');
    const optional = own.every((wish) => wish.optional);
    const item = itemOf(
      holdings,
      String(items.length + index + 1),
      kind.yearly ? years : kind.name,
      [kind],
      optional,
      wishes,
    );
    return { ...item, text: kind.name };
  });
  return { items, extra };
};
