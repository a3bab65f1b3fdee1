import {
  DOMParser,
  type Document,
  type Element,
  type Node,
  onErrorStopParsing,
  XMLSerializer,
} from '@xmldom/xmldom';

export type { Document, Element, Node };

const ELEMENT = 1;
const TEXT = 3;
const CDATA = 4;
const COMMENT = 8;

/** Undefined for text that is not well-formed, or that brings a DTD, which a Word document never has. */
export const parseXml = (text: string): Document | undefined => {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) return undefined;
  try {
    return new DOMParser({ onError: onErrorStopParsing }).parseFromString(
      text.replace(/^\uFEFF/, ''),
      'text/xml',
    );
  } catch {
    return undefined;
  }
};

export const serializeXml = (document: Document): string => {
  const text = new XMLSerializer().serializeToString(document);
  return text.startsWith('<?xml') ? text : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`;
};

export const isElement = (node: Node): node is Element => node.nodeType === ELEMENT;
export const childrenOf = (node: Node): readonly Node[] => {
  const children: Node[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
};
export const elementsOf = (node: Document | Element, name: string): readonly Element[] =>
  Array.from(node.getElementsByTagName(name));

/** The nearest element of this name around a node. */
export const around = (node: Node, name: string): Element | undefined => {
  for (let up = node.parentNode; up !== null; up = up.parentNode)
    if (isElement(up) && up.tagName === name) return up;
  return undefined;
};

/** Comments taken out and CDATA made plain text, for a reader that knows neither. */
export const plainXml = (text: string, document: Document): string => {
  if (!/<!--|<!\[CDATA\[/.test(text)) return text;
  const walk = (node: Node): void => {
    for (const child of childrenOf(node)) {
      if (child.nodeType === COMMENT) node.removeChild(child);
      else if (child.nodeType === CDATA)
        node.replaceChild(document.createTextNode(child.nodeValue ?? ''), child);
      else if (child.nodeType !== TEXT) walk(child);
    }
  };
  walk(document);
  return serializeXml(document);
};
