import type { Merge } from './model.ts';

const A = 65;

/** 1 → A, 28 → AB */
const lettersOf = (column: number): string => {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(A + ((rest - 1) % 26)) + letters;
  return letters;
};

const known: string[] = [];
/** Letters of a column, remembered: a list asks for the same few columns again and again. */
export const columnName = (column: number): string => {
  const name = known[column];
  if (name !== undefined) return name;
  const made = lettersOf(column);
  if (column < 20_000) known[column] = made;
  return made;
};

/** AB → 28; 0 for a text that is no column. */
const columnNumber = (letters: string): number => {
  let number = 0;
  for (let index = 0; index < letters.length; index += 1) {
    const digit = letters.charCodeAt(index) - A + 1;
    if (digit < 1 || digit > 26) return 0;
    number = number * 26 + digit;
  }
  return number;
};

/** B2:C5 → rectangle; undefined for anything else. */
export const parseRange = (text: string): Merge | undefined => {
  const parts = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(text);
  if (parts === null) return undefined;
  const [, left = '', top = '', right = '', bottom = ''] = parts;
  return {
    top: Number(top),
    left: columnNumber(left),
    bottom: Number(bottom),
    right: columnNumber(right),
  };
};
