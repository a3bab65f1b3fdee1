import { type Finding, finding } from '../pitfalls/index.ts';
import type { Spot } from './paragraph.ts';

/** A finding about a draft and where in it. */
export interface Note extends Finding {
  readonly spot?: Spot;
}

type Rest = Partial<Pick<Finding, 'facts'>>;

const characters = (text: string): number => [...text].length;

export const note = (code: string, message: string, rest: Rest = {}): Note => finding(code, message, rest);

/** A note on some characters; a person reads them counted from 1. */
export const noteAt = (code: string, message: string, spot: Spot, rest: Rest = {}): Note => {
  const { paragraph, start, end } = spot;
  const where = {
    paragraph: paragraph.number,
    character: characters(paragraph.text.slice(0, start)) + 1,
    length: characters(paragraph.text.slice(start, end)),
  };
  return { ...finding(code, message, { ...rest, where }), spot };
};
