import { plain, type Run } from '../run.ts';
import { childrenOf, type Document, type Element, elementsOf, isElement } from './xml.ts';

/**
 * Runs on their way through the template: signs that may stand in XML but in no text (noncharacters;
 * cleanText takes them out of every value) mark a placeholder and a line end.
 */
const OPEN = '\uFDD0';
const CLOSE = '\uFDD1';
const BREAK = '\uFDD2';
const MARKS = /[\uFDD0-\uFDD2]/;

export const encodeRuns = (runs: readonly Run[]): string =>
  runs
    .map(({ text, open }) => {
      const clean = plain(text).text.replaceAll('\n', BREAK);
      return open === undefined ? clean : `${OPEN}${clean}${CLOSE}`;
    })
    .join('');

export const hasMarks = (xml: string): boolean => MARKS.test(xml);
export const withoutMarks = (xml: string): string => xml.replace(/[\uFDD0-\uFDD2]/g, '');

/** Children of w:rPr that come after w:highlight (ISO 29500-1, CT_RPr). */
const AFTER_HIGHLIGHT = new Set(
  'u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange'
    .split(' ')
    .map((name) => `w:${name}`),
);

/** Splits the runs at the marks: placeholders become highlighted runs of the same look, line ends w:br. */
export const applyMarks = (document: Document): void => {
  for (const run of elementsOf(document, 'w:r')) {
    const marked = childrenOf(run).some(
      (child) => isElement(child) && child.tagName === 'w:t' && MARKS.test(child.textContent ?? ''),
    );
    if (marked) splitRun(document, run);
  }
};

const splitRun = (document: Document, run: Element): void => {
  const parent = run.parentNode;
  if (parent === null) return;
  const [look] = childrenOf(run).filter((child) => isElement(child) && child.tagName === 'w:rPr');
  let current: Element | undefined;
  const into = (): Element => {
    if (current !== undefined) return current;
    current = bareCopy(run);
    if (look !== undefined) current.appendChild(look.cloneNode(true));
    parent.insertBefore(current, run);
    return current;
  };
  for (const child of childrenOf(run)) {
    if (child === look) continue;
    const text = isElement(child) && child.tagName === 'w:t' ? (child.textContent ?? '') : undefined;
    if (text === undefined || !MARKS.test(text)) {
      into().appendChild(child);
      continue;
    }
    for (const { words, open } of segments(text)) {
      if (open) current = undefined;
      const target = into();
      if (open) highlight(document, target);
      appendText(document, target, words);
      if (open) current = undefined;
    }
  }
  parent.removeChild(run);
};

const bareCopy = (run: Element): Element => {
  const copy = run.cloneNode(false);
  return isElement(copy) ? copy : run;
};

const segments = (text: string): readonly { words: string; open: boolean }[] =>
  text
    .split(/(\uFDD0[^\uFDD1]*\uFDD1)/)
    .filter((part) => part !== '')
    .map((part) => ({ words: part.replace(/[\uFDD0\uFDD1]/g, ''), open: part.startsWith(OPEN) }));

const appendText = (document: Document, run: Element, words: string): void => {
  for (const [index, line] of words.split(BREAK).entries()) {
    if (index > 0) run.appendChild(document.createElement('w:br'));
    if (line === '') continue;
    const text = document.createElement('w:t');
    text.setAttribute('xml:space', 'preserve');
    text.appendChild(document.createTextNode(line));
    run.appendChild(text);
  }
};

const highlight = (document: Document, run: Element): void => {
  let [look] = elementsOf(run, 'w:rPr');
  if (look === undefined) {
    look = document.createElement('w:rPr');
    run.insertBefore(look, run.firstChild);
  }
  for (const old of elementsOf(look, 'w:highlight')) look.removeChild(old);
  const mark = document.createElement('w:highlight');
  mark.setAttribute('w:val', 'yellow');
  const next = childrenOf(look).find(
    (child) => isElement(child) && (AFTER_HIGHLIGHT.has(child.tagName) || !child.tagName.startsWith('w:')),
  );
  look.insertBefore(mark, next ?? null);
};
