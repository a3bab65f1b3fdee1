/** The one shape in which the tool says that something is wrong, anywhere. Codes are stable. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly where?: Place;
  readonly fix?: string;
}

/** 否决 bars the application · 错误 stops the work · 警告 · 提示 */
export type Severity = 'veto' | 'error' | 'warning' | 'hint';

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  veto: '否决',
  error: '错误',
  warning: '警告',
  hint: '提示',
};

export interface Place {
  readonly file?: string;
  /** 1-based */
  readonly line?: number;
  /** 1-based, in characters */
  readonly column?: number;
  /** the line's text and how many characters the caret marks */
  readonly excerpt?: { readonly text: string; readonly length: number };
  readonly sheet?: string;
  /** such as B3 */
  readonly cell?: string;
  readonly field?: string;
  /** of a Word draft: 1-based among the paragraphs that hold text */
  readonly paragraph?: number;
  /** 1-based in the paragraph, in characters, and how many are meant */
  readonly character?: number;
  readonly length?: number;
}

/** Bad input that the user can mend: carries diagnostics, ends the command with exit code 2. */
export class InputError extends Error {
  readonly diagnostics: readonly Diagnostic[];
  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((diagnostic) => diagnostic.message).join('\n'));
    this.name = 'InputError';
    this.diagnostics = diagnostics;
  }
}

export const inputError = (
  code: string,
  message: string,
  rest: Omit<Diagnostic, 'code' | 'severity' | 'message'> = {},
) => new InputError([{ code, severity: 'error', message, ...rest }]);

export const placeText = (place: Place): string => {
  const spot =
    place.line === undefined ? '' : `:${place.line}${place.column === undefined ? '' : `:${place.column}`}`;
  const sheet = place.sheet === undefined ? '' : `［${place.sheet}］`;
  const character = place.character === undefined ? '' : `第${place.character}字`;
  const paragraph = place.paragraph === undefined ? '' : ` 第${place.paragraph}段${character}`;
  return `${place.file ?? ''}${spot}${sheet}${place.cell ?? ''}${paragraph}`.trimStart();
};
