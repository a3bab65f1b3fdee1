const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const codePoint = (code: number, written: string): string =>
  Number.isInteger(code) && code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written;

/** Text with its entities resolved; what is no entity stays as written. */
export const unescapeXml = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(#x[0-9a-fA-F]+|#\d+|\w+);/g, (written, name: string) => {
        if (name.startsWith('#x')) return codePoint(Number.parseInt(name.slice(2), 16), written);
        if (name.startsWith('#')) return codePoint(Number(name.slice(1)), written);
        return NAMED[name] ?? written;
      })
    : text;

/** Excel writes control characters in texts as _x000D_ */
export const unescapeCell = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** A line break in an XML text is one character, however it was written. */
export const normalizeBreaks = (text: string): string =>
  text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;

export interface Tag {
  /** without its prefix */
  readonly name: string;
  readonly prefix: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly selfClosing: boolean;
  /** index behind the closing > */
  readonly end: number;
}

const TAG = /<(?:([\w.-]+):)?([\w.-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
const ATTRIBUTE = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Every opening tag of a small part, in order. Comments are taken out first. */
export function* tags(xml: string): Generator<Tag> {
  const clean = xml.includes('<!--') ? xml.replace(/<!--[\s\S]*?-->/g, '') : xml;
  for (const match of clean.matchAll(TAG)) {
    const attributes = new Map<string, string>();
    for (const [, name = '', double, single] of (match[3] ?? '').matchAll(ATTRIBUTE))
      attributes.set(name, unescapeXml(double ?? single ?? ''));
    yield {
      name: match[2] ?? '',
      prefix: match[1] ?? '',
      attributes,
      selfClosing: match[4] === '/',
      end: match.index + match[0].length,
    };
  }
}

/** The value of an attribute whatever prefix its name has: r:id and id. */
export const attributeNamed = (tag: Tag, name: string): string | undefined => {
  const direct = tag.attributes.get(name);
  if (direct !== undefined) return direct;
  for (const [key, value] of tag.attributes) if (key.endsWith(`:${name}`)) return value;
  return undefined;
};
