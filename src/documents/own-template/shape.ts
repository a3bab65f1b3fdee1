import { fold } from '../../base/text.ts';

/** What kind of tag it is by its first sign, and the rest. */
export interface Shape {
  readonly role: 'open' | 'unless' | 'close' | 'tick' | 'value';
  readonly body: string;
}

/** Signs that a Chinese keyboard gives in place of the plain ones. */
const PLAIN: Readonly<Record<string, string>> = {
  '＃': '#',
  '／': '/',
  '＾': '^',
  '｜': '|',
  '＝': '=',
  '．': '.',
  '。': '.',
  '＠': '@',
  '☐': '□',
  '■': '□',
};

const ROLES: Readonly<Record<string, Shape['role']>> = {
  '#': 'open',
  '^': 'unless',
  '/': 'close',
  '□': 'tick',
};

export const GAP = /^待补[:：](.+)$/;

export const shapeOf = (source: string): Shape => {
  const text = source.trim();
  if (GAP.test(text)) return { role: 'value', body: text };
  const plain = text.replace(/[＃／＾｜＝．。＠☐■]/g, (sign) => PLAIN[sign] ?? sign);
  const role = ROLES[plain.charAt(0)];
  return role === undefined ? { role: 'value', body: plain } : { role, body: plain.slice(1).trim() };
};

/** The name without filter or value. */
export const nameOf = ({ body }: Shape): string => (body.split(/[|=]/, 1)[0] ?? '').trim();

/** What an opening and its closing tag have in common: the first name, without year or attribute. */
export const keyOf = (shape: Shape): string =>
  fold(nameOf(shape).replace(/^\./, '').split(/[.@]/, 1)[0] ?? '');
