import type { Field } from '../profile/index.ts';
import type { Run } from './run.ts';

/** A fact that is wanted: what to call it, and where to learn what counts and what proves it. */
export interface Want {
  readonly label: string;
  readonly field?: Field;
}

/** What a reference comes to: a text, none at all (无), nothing known, or something a person must look at. */
export type Bound =
  | { readonly state: 'known'; readonly text: string; readonly after?: readonly Run[] }
  | { readonly state: 'none' }
  | { readonly state: 'missing'; readonly wants: readonly Want[] }
  | { readonly state: 'check'; readonly reason: string; readonly label: string };
