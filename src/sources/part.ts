import { isUtf8 } from 'node:buffer';
import type { SyntaxFault } from '../locate/json-syntax.ts';
import { lineAt } from '../locate/regions.ts';
import { beginningOf, type Cursor, type Place, type Spot, told } from './places.ts';

/** Some values of a list, or of lines, that is too long to be read at once. */
export class Part {
  /** Where the text begins in the file. */
  readonly place: Place;
  /** Of a list a list of its own, whose brackets stand where the file may have a comma. Of lines those lines. */
  readonly text: string;
  /** The text is what the file's bytes say, so that a place in it can be found among them. */
  readonly isExact: boolean;
  /** How many values of the file come before these. */
  readonly first: number;
  /** A line that is broken is undefined here. */
  readonly values: readonly unknown[];
  readonly faults: readonly SyntaxFault[];
  readonly #overlap: number | undefined;
  readonly #findStarts: () => readonly number[];
  readonly #length: number;
  #starts: readonly number[] | undefined;
  /** The last place that was asked for: as a rule the next one is behind it. */
  #last: Spot;

  constructor({ place, first }: Cursor, chunk: Buffer, { text, values, faults, starts, overlap }: PartValues) {
    this.place = place;
    this.text = text;
    this.isExact = isUtf8(chunk);
    this.first = first;
    this.values = values;
    this.faults = faults;
    this.#overlap = overlap;
    this.#findStarts = starts;
    this.#length = chunk.length;
    this.#last = beginningOf(text, place);
  }

  /** Where the value at an index stands, in the file and in the text. */
  placeOf(index: number): Place & { readonly start: number } {
    this.#starts ??= this.#findStarts();
    const start = this.#starts[index] as number;
    if (start < this.#last.start) this.#last = beginningOf(this.text, this.place);
    const line = lineAt(this.text, start, this.#last.line);
    const byte = this.#last.byte + this.#bytesBetween(this.#last.start, start);
    this.#last = { start, byte, line };
    return { start, byte, ...told(line, start) };
  }

  /** Where the next part begins, unless this one may be the last. */
  get next(): Cursor | undefined {
    return this.#overlap === undefined
      ? undefined
      : { place: this.#end(this.#overlap), first: this.first + this.values.length };
  }

  /** Where the text ends. */
  get end(): Place {
    return this.#end(0);
  }

  /** The end of the text, or a place that many characters, which are bytes, before it. */
  #end(before: number): Place {
    const at = this.text.length - before;
    return { ...told(lineAt(this.text, at, this.#last.line), at), byte: this.place.byte + this.#length - before };
  }

  #bytesBetween(start: number, end: number): number {
    const isAscii = this.text.length === this.#length;
    return isAscii ? end - start : Buffer.byteLength(this.text.slice(start, end));
  }
}

interface PartValues {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly faults: readonly SyntaxFault[];
  /** Where each value begins in the text. */
  readonly starts: () => readonly number[];
  /** How many of its last characters the next part begins with; undefined where it may be the last. */
  readonly overlap?: number;
}
