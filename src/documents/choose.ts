import type { Edition } from '../policy/index.ts';

/** What a template says about whom it is for. */
interface Serving {
  readonly serves: readonly string[];
  readonly spares: readonly string[];
}

/** Words by which a template may name a programme. */
const wordsOf = ({ id, series, tier }: Edition): readonly string[] => [id, series, tier];

const isFor = ({ serves, spares }: Serving, edition: Edition): boolean => {
  const words = wordsOf(edition);
  return serves.some((word) => words.includes(word)) && !spares.some((word) => words.includes(word));
};

/** Whether any of the programmes asks for the document. */
export const servesAny = (template: Serving, editions: readonly Edition[]): boolean =>
  editions.some((edition) => isFor(template, edition));
