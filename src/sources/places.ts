import { type Line, lineAt } from '../locate/regions.ts';

/** A place in a file: a byte, and what a person calls it. */
export interface Place {
  readonly byte: number;
  readonly line: number;
  /** One-based, in UTF-16 code units. */
  readonly column: number;
}

/** How far a file has been read: where the next part begins, and how many values come before it. */
export interface Cursor {
  readonly place: Place;
  readonly first: number;
}

/** A place behind a text. */
export function placeAfter(place: Place, text: string): Place {
  const line = lineAt(text, text.length, beginningOf(text, place).line);
  return { ...told(line, text.length), byte: place.byte + Buffer.byteLength(text) };
}

/** A character of a text, and where it stands in the file. */
export interface Spot {
  readonly start: number;
  readonly byte: number;
  /** It is numbered as in the file, and begins before the text where the file's line does. */
  readonly line: Line;
}

export function beginningOf(text: string, { byte, line, column }: Place): Spot {
  return { start: 0, byte, line: { number: line, start: 1 - column, end: text.indexOf('\n') } };
}

export function told(line: Line, start: number): Told {
  return { line: line.number, column: start - line.start + 1 };
}

/** A place in a text, as a person calls it. */
type Told = Pick<Place, 'line' | 'column'>;

/** What was told as if the text behind a place began on line 1 in column 1. */
export function movedBehind<Placed extends Told>(place: Told, placed: Placed): Placed {
  const { line, column } = placed;
  return { ...placed, line: lineBehind(place, line), column: columnBehind(place, line, column) };
}

/** The line of it. */
export function lineBehind(place: Told, line: number): number {
  return line + place.line - 1;
}

/** The column of it, on some line. */
export function columnBehind(place: Told, line: number, column: number): number {
  return line === 1 ? column + place.column - 1 : column;
}
