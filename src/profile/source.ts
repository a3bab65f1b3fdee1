import type { Place } from '../base/diagnostic.ts';

/** What a profile is read from, once the file format is gone: scalars, lists and maps that know their place. */
export type SourceNode = ScalarNode | ListNode | MapNode;

interface ScalarNode {
  readonly kind: 'scalar';
  /** empty for a blank */
  readonly text: string;
  readonly at?: Place;
}

interface ListNode {
  readonly kind: 'list';
  readonly items: readonly SourceNode[];
  readonly at?: Place;
}

export interface MapNode {
  readonly kind: 'map';
  readonly entries: readonly MapEntry[];
  readonly at?: Place;
}

export interface MapEntry {
  readonly key: string;
  readonly keyAt?: Place;
  readonly node: SourceNode;
}

const BLANKS = new Set(['', '~', 'null', 'Null', 'NULL']);

export const isBlank = (node: SourceNode): boolean => node.kind === 'scalar' && BLANKS.has(node.text.trim());

/** Wraps plain data (a policy case, a test) as a source tree without places. */
export const fromPlain = (value: unknown): SourceNode => {
  if (Array.isArray(value)) return { kind: 'list', items: value.map(fromPlain) };
  if (value instanceof Date) return { kind: 'scalar', text: value.toISOString().slice(0, 10) };
  if (typeof value === 'object' && value !== null) {
    return {
      kind: 'map',
      entries: Object.entries(value).map(([key, item]) => ({ key, node: fromPlain(item) })),
    };
  }
  return { kind: 'scalar', text: value === null || value === undefined ? '' : String(value) };
};
