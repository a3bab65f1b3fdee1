import { divide, parseDecimal, type Ratio, ratio } from '../base/ratio.ts';

/** 2% of a data file as a fraction. @throws Error for anything else: a mistake in the data */
export const percentOf = (text: string): Ratio => {
  const number = parseDecimal(text.replace(/%$/, ''));
  if (number === undefined) throw new Error(`not a percent: ${text}`);
  return divide(number, ratio(100));
};
