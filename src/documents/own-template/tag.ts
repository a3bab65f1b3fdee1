import type { Field } from '../../profile/index.ts';
import type { FieldRef, ListSpec, Ref } from '../template.ts';
import type { Format } from './format.ts';

/** One thing between braces, its names resolved. */
export type Tag =
  | { readonly kind: 'value'; readonly source: ValueSource; readonly format: Format }
  | { readonly kind: 'tick'; readonly of: Subject; readonly values: readonly string[] }
  | { readonly kind: 'open'; readonly negative: boolean; readonly section: Section }
  | { readonly kind: 'close' };

/** A fact of the profile. `level` is the number of sections open outside the one meant, counted from the outermost. */
export type Subject =
  /** with a level: the year is that of a 近N年 loop */
  | { readonly kind: 'field'; readonly ref: FieldRef; readonly level?: number }
  | { readonly kind: 'attribute'; readonly attribute: Field; readonly level: number }
  | { readonly kind: 'records'; readonly list: ListSpec; readonly attribute: Field };

export type ValueSource =
  | Exclude<Subject, { kind: 'records' }>
  | { readonly kind: 'ref'; readonly ref: Exclude<Ref, FieldRef> }
  | { readonly kind: 'asOf' }
  | { readonly kind: 'serial' | 'year' | 'item'; readonly level: number };

export type Section =
  | { readonly kind: 'records'; readonly list: ListSpec }
  | { readonly kind: 'texts'; readonly ref: FieldRef }
  | { readonly kind: 'years'; readonly count: number }
  /** without values: 是, or filled in at all */
  | { readonly kind: 'condition'; readonly of: Subject; readonly values?: readonly string[] };
