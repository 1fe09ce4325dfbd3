import type { ActiveRule } from '../report.ts';
import type { Window } from '../sources/entry-document.ts';
import type { Cursor } from '../sources/places.ts';

/** The part of a list, or of lines, between two bytes of a file. */
export interface Job {
  /** Of the file, which all threads of a process may read. */
  readonly descriptor: number;
  readonly size: number;
  /** As that of its division. */
  readonly separator: string | undefined;
  readonly from: number;
  readonly to: number;
}

/**
 * What is found in a part. Entries are quiet whose clients no rule has anything to say of, and nobody else either: of
 * these only the number of clients is given. All others are loud, and are to be read again.
 */
interface Sifted {
  /** How many clients are in quiet entries. */
  readonly quiet: number;
  readonly loud: readonly LoudEntry[];
  /** The secrets in all entries. */
  readonly secrets: readonly string[];
  /** As if this part were the first, and began on line 1 in column 1, which goes for the windows of entries, too. */
  readonly next: Cursor;
}

export interface LoudEntry {
  /** In the part. */
  readonly index: number;
  readonly window: Window;
}

/** Undefined stands for a part that is to be read in another way. */
export type Answer = Sifted | undefined;

/** What a thread has to know of the settings: rules are functions, which are not sent from thread to thread. */
export interface ThreadSettings {
  readonly active: readonly (Omit<ActiveRule, 'rule'> & { readonly id: string })[];
  /** Epoch seconds. */
  readonly now: number;
}
