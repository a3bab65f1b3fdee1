import type { Verdict } from '../base/verdict.ts';
import { wrap } from './table.ts';

export interface Style {
  readonly strong: (text: string) => string;
  readonly verdict: (verdict: Verdict, text: string) => string;
  readonly faint: (text: string) => string;
}

export const PLAIN: Style = {
  strong: (text) => text,
  verdict: (_verdict, text) => text,
  faint: (text) => text,
};

const WIDTH = 80;
export const DISCLAIMER = '预检结果，仅供准备申报材料参考；认定以主管部门为准。';

/** Lines of a paragraph, indented. */
export const paragraph = (text: string, indent: number): string[] =>
  wrap(text, WIDTH - indent).map((line) => ' '.repeat(indent) + line);
/** A word, then its text, continued under the text. */
export const labelled = (label: string, text: string, indent: number): string[] => {
  const lines = wrap(text, WIDTH - indent - label.length * 2 - 1);
  return lines.map(
    (line, index) =>
      `${' '.repeat(indent)}${index === 0 ? `${label} ` : ' '.repeat(label.length * 2 + 1)}${line}`,
  );
};

/** A mark such as “12.”, then the text, continued under the text. */
export const marked = (mark: string, text: string, indent: number): string[] => {
  const lines = wrap(text, WIDTH - indent - mark.length - 1);
  return lines.map(
    (line, index) => `${' '.repeat(indent)}${index === 0 ? mark : ' '.repeat(mark.length)} ${line}`,
  );
};

/** A dash, then the text, continued under the text. */
export const bullet = (text: string, indent = 0): string[] =>
  wrap(text, WIDTH - indent - 2).map(
    (line, index) => `${' '.repeat(indent)}${index === 0 ? '- ' : '  '}${line}`,
  );
