import { fold } from '../../base/text.ts';
import type { Field } from '../../profile/index.ts';
import { checkValues, TemplateProblem } from '../scope.ts';

/** Values written in a tag, parted by 、, in the spelling of the dictionary. @throws TemplateProblem */
export const readValues = (field: Field, words: string): readonly string[] => {
  const values = words
    .split(/[、，,]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .map((word) => spelled(field, word));
  if (values.length === 0) throw new TemplateProblem(`${field.name}后面的“=”没有写值`);
  return checkValues(field, values);
};

const spelled = (field: Field, word: string): string => {
  const wanted = fold(word);
  const choice = field.choices.find((item) => fold(item) === wanted);
  const alias = Object.entries(field.choiceAliases).find(([name]) => fold(name) === wanted);
  return choice ?? alias?.[1] ?? word;
};
