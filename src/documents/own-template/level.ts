import type { ProfileRecord } from '../../profile/index.ts';
import type { Run } from '../run.ts';
import type { Section } from './tag.ts';

/** One turn of a section while it is filled. */
export type Turn =
  | { readonly kind: 'record'; readonly record: ProfileRecord; readonly index: number }
  | { readonly kind: 'text'; readonly text: string; readonly index: number }
  | { readonly kind: 'year'; readonly year: number; readonly index: number }
  | { readonly kind: 'given' }
  /** not known whether it belongs: its text is left out and a placeholder stands for it */
  | { readonly kind: 'open'; readonly note: Run | undefined };

/** A section at hand: what it is and which turn. */
export class Level {
  readonly section: Section;
  readonly turn: Turn;
  #told = false;
  constructor(section: Section, turn: Turn) {
    this.section = section;
    this.turn = turn;
  }

  /** The placeholder of an open section, once. */
  takeNote(): Run | undefined {
    if (this.#told || this.turn.kind !== 'open') return undefined;
    this.#told = true;
    return this.turn.note;
  }
}
