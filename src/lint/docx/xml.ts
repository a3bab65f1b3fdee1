import { DOMParser, type Document, type Element, type Node, onErrorStopParsing } from '@xmldom/xmldom';
import { inputError } from '../../base/diagnostic.ts';

/** Deeper than any document that Word writes; more would only exhaust the stack. */
const MAX_DEPTH = 400;

const isElement = (node: Node): node is Element => node.nodeType === node.ELEMENT_NODE;

export const childrenOf = (node: Node): readonly Element[] => Array.from(node.childNodes).filter(isElement);

/** A copy of an element, with or without what it holds. */
export const copyOf = (element: Element, deep: boolean): Element => {
  const copy = element.cloneNode(deep);
  if (!isElement(copy)) throw new Error('a copy of an element is an element');
  return copy;
};

export const childNamed = (node: Node, local: string): Element | undefined =>
  childrenOf(node).find((child) => child.localName === local);

/** An attribute by its local name, whatever prefix the file binds. */
export const attributeOf = (element: Element, local: string): string | undefined =>
  Array.from(element.attributes).find((attribute) => attribute.localName === local)?.value;

const tooDeep = (text: string): boolean => {
  let depth = 0;
  for (const [tag] of text.matchAll(/<[^!?][^>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1;
    else if (!tag.endsWith('/>')) depth += 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
};

/** @throws InputError for XML that is broken, defines entities or nests too deeply */
export const parseXml = (text: string, part: string, file: string): Document => {
  const refuse = (reason: string): never => {
    throw inputError('E508', `${file} 里的 ${part} ${reason}`, {
      where: { file },
      fix: '文件已损坏或不是 Word、WPS 存的；在 Word 或 WPS 里打开后另存再试',
    });
  };
  if (text.trim() === '') return refuse('是空的');
  if (/<!DOCTYPE/i.test(text)) return refuse('带有 DOCTYPE，不读');
  if (tooDeep(text)) return refuse('嵌套太深');
  try {
    return new DOMParser({ onError: onErrorStopParsing, locator: false }).parseFromString(
      text.replace(/^\uFEFF/, ''),
      'text/xml',
    );
  } catch {
    return refuse('不是完好的 XML');
  }
};
