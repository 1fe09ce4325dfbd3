import type { Job, LoudEntry } from '../sieve/job.ts';
import type { Sieve } from '../sieve/sieve.ts';
import type { FileBytes } from './bytes.ts';
import type { Division } from './division.ts';
import type { LargeFile } from './entry-document.ts';
import { type Cursor, movedBehind } from './places.ts';

/** A part of which only what is loud was kept. */
export interface SiftedPart {
  /** How many values of the file come before it. */
  readonly first: number;
  /** How many quiet clients it has. */
  readonly quiet: number;
  readonly loud: readonly LoudEntry[];
}

/** Sifts a file, from somewhere on, as far as its parts can be told by what they end with. Gives how far that is. */
export async function* siftParts(
  bytes: FileBytes,
  division: Division,
  start: Cursor,
  file: LargeFile,
  sieve: Sieve,
): AsyncGenerator<SiftedPart, Cursor> {
  let { place, first } = start;
  for await (const answer of sieve.answers(jobs(bytes, division, place.byte))) {
    if (!answer) break;
    const { quiet, loud, secrets, next } = answer;
    for (const secret of secrets) file.secrets.add(secret);
    const before = place;
    yield { first, quiet, loud: loud.map(({ index, window }) => ({ index, window: movedBehind(before, window) })) };
    place = movedBehind(before, next.place);
    first += next.first;
  }
  return { place, first };
}

function* jobs({ descriptor, size }: FileBytes, division: Division, start: number): Generator<Job> {
  for (let from = start; ; ) {
    const to = division.cutBehind(from);
    if (to === undefined) return;
    yield { descriptor, size, separator: division.separator, from, to };
    from = to;
  }
}
