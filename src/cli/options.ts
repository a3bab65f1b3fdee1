import { parseDate } from '../base/date.ts';
import { inputError } from '../base/diagnostic.ts';
import { suggestion } from '../base/text.ts';
import { findRegion, type Region, suggestRegion } from '../policy/index.ts';

export interface GlobalOptions {
  readonly asOf?: string;
  readonly province?: string;
  readonly programme?: readonly string[];
  readonly policies?: string;
  readonly json?: boolean;
  readonly format?: string;
  readonly checklist?: boolean;
  readonly history?: boolean;
  readonly output?: string;
  readonly force?: boolean;
  /** false with --no-input */
  readonly input?: boolean;
}

/** 评估日 as given, else today by the computer's clock: the only place where the clock is read. */
export const asOfOption = (text: string | undefined): string => {
  if (text === undefined) {
    const now = new Date();
    return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
  }
  const date = parseDate(text);
  if (date === undefined)
    throw inputError('E011', `--as-of “${text}”不是有效日期`, { fix: '写成 2026-11-21' });
  return date;
};

export const provinceOption = (text: string | undefined): Region | undefined => {
  if (text === undefined) return undefined;
  const region = findRegion(text);
  if (region === undefined) {
    throw inputError('E012', `不认识的地区“${text}”`, {
      fix: `${suggestRegion(text) ?? ''}写省份全称、简称、代码或拼音，如 广西、450000、guangxi`,
    });
  }
  return region;
};

const FORMATS = ['text', 'json', 'markdown', 'html', 'docx', 'xlsx', 'md'] as const;
export type Format = (typeof FORMATS)[number];

/** What a file name asks for when no format is given. */
const formatOfName = (name: string | undefined): Format | undefined =>
  FORMATS.find((format) => name?.toLowerCase().endsWith(`.${format}`));

/** --json, else --format, else what the name of the output says, else text. */
export const formatOption = (options: GlobalOptions): Format => {
  if (options.json === true) return 'json';
  const wanted = options.format ?? formatOfName(options.output) ?? 'text';
  const format = FORMATS.find((item) => item === wanted);
  if (format === undefined) {
    throw inputError('E013', `不认识的格式“${wanted}”`, {
      fix: `${suggestion(wanted, FORMATS) ?? ''}可写 ${FORMATS.join('、')}`,
    });
  }
  return format;
};
