import type { Verdict } from '../../base/verdict.ts';

/** RRGGBB behind a verdict's word in Word and in workbooks: the colour only repeats the word. */
export const VERDICT_FILLS: Readonly<Record<Verdict, string>> = {
  met: 'E2F0D9',
  unmet: 'F8D7DA',
  unknown: 'FFF2CC',
  manual: 'DDEBF7',
  na: 'EDEDED',
  waived: 'E2F0D9',
};
