import { isUtf8 } from 'node:buffer';
import { skipSpace, skipValue } from '../locate/json.ts';
import { type SyntaxFault, syntaxFault } from '../locate/json-syntax.ts';
import { type Line, lineAt, type Span } from '../locate/regions.ts';
import type { Bytes } from './bytes.ts';
import { decodeUtf8, utf8Start } from './decode.ts';
import { isLines, parse, parseLines, parseSequence } from './json-values.ts';

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

const NEWLINE = 10;
const COMMA = 44;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
/** By so much of its beginning a file is told. */
const HEAD = 2 ** 20;
/** Documents on several lines among lines are looked for in so much of a file. */
const MAX_SEQUENCE = 2 ** 26;
/** No entry of a list is longer. */
const MAX_PIECE = 2 ** 28;

/** A file of UTF-8 that is one list, or a value on each line, and is divided into parts. */
export interface Division {
  /** Of a list, what stands between its entries, as far as it was seen. */
  readonly separator?: string | undefined;
  readonly start: Cursor;
  /** The parts from somewhere on. */
  partsFrom(cursor: Cursor): Generator<Part>;
  /** Where a part that begins at a byte may end, told by what comes there alone; undefined where it is not told. */
  cutBehind(byte: number): number | undefined;
}

/**
 * Divides a file into parts of about `size` bytes; gives undefined where it is neither a list nor lines. Lists that follow
 * each other are read as one.
 */
export function divide(bytes: Bytes, size: number): Division | undefined {
  const head = bytes.read(0, HEAD);
  const byte = utf8Start(head);
  const text = head.toString('utf8', byte);
  const start = { byte, line: 1, column: 1 };
  // A list may stand on one line, and an entry of it on a line of its own.
  const isList = /^\s*\[(\s*\n|[^\n]*\s*$)/.test(text);
  if (isLines(text) && !isList && /\n\s*\S/.test(text.trimStart())) return new Lines(bytes, size, start);
  const before = /^\s*(?=\[\s*[{[])/.exec(text)?.[0];
  return before === undefined ? undefined : new List(bytes, size, placeAfter(start, before));
}

/** So much of a part is read to see where it may end. */
const TAIL = 2 ** 16;

class Lines implements Division {
  readonly start: Cursor;
  readonly #bytes: Bytes;
  readonly #size: number;

  constructor(bytes: Bytes, size: number, place: Place) {
    this.#bytes = bytes;
    this.#size = size;
    this.start = { place, first: 0 };
  }

  *partsFrom(start: Cursor): Generator<Part> {
    const bytes = this.#bytes;
    let mayBeSequence = true;
    for (let cursor: Cursor | undefined = start; cursor && cursor.place.byte < bytes.size; ) {
      const chunk = wholeLines(bytes, cursor.place.byte, this.#size);
      const text = decodeUtf8(chunk);
      const lines = parseLines(text);
      if (lines.faults.length > 0 && mayBeSequence && bytes.size - cursor.place.byte <= MAX_SEQUENCE) {
        // What begins like lines may be documents, one of them on several lines.
        mayBeSequence = false;
        const rest = bytes.read(cursor.place.byte, bytes.size);
        const restText = rest.toString('utf8');
        const sequence = parseSequence(restText);
        if (sequence.faults.length === 0) {
          yield new Part(cursor, rest, { text: restText, ...sequence, starts: () => sequence.starts });
          return;
        }
      }
      const part = linesPart(cursor, chunk, text, lines);
      yield part;
      cursor = part.next;
    }
  }

  cutBehind(byte: number): number | undefined {
    const from = Math.max(byte, byte + this.#size - TAIL);
    const tail = this.#bytes.read(from, byte + this.#size);
    const end = tail.lastIndexOf(NEWLINE) + 1;
    return end > 0 ? from + end : undefined;
  }
}

function linesPart(cursor: Cursor, chunk: Buffer, text: string, lines: ReturnType<typeof parseLines>): Part {
  return new Part(cursor, chunk, { text, ...lines, starts: () => lines.starts, overlap: 0 });
}

/** At least one line, whatever its length. */
function wholeLines(bytes: Bytes, from: number, size: number): Buffer {
  const chunk = bytes.read(from, from + size);
  if (from + chunk.length >= bytes.size) return chunk;
  const end = chunk.lastIndexOf(NEWLINE) + 1;
  return end > 0 ? chunk.subarray(0, end) : wholeLines(bytes, from, size * 2);
}

/** Each part begins where the list opens, or with the comma that separates it from the one before. */
class List implements Division {
  readonly start: Cursor;
  readonly #bytes: Bytes;
  readonly #size: number;
  #separator: string | undefined;

  constructor(bytes: Bytes, size: number, place: Place) {
    this.#bytes = bytes;
    this.#size = size;
    this.start = { place, first: 0 };
  }

  get separator(): string | undefined {
    return this.#separator;
  }

  *partsFrom(start: Cursor): Generator<Part> {
    const bytes = this.#bytes;
    for (let cursor: Cursor | undefined = start; cursor; ) {
      const piece = pieceOf(bytes, this.#size, cursor.place.byte, this.#separator);
      const part = listPart(cursor, piece);
      this.#separator ??= separatorIn(piece.chunk);
      yield part;
      if (piece.faults.length > 0) return;
      cursor = part.next;
      if (cursor) continue;
      const place = behindBlanks(bytes, part.end);
      if (!place) return;
      cursor = { place, first: part.first + part.values.length };
      if (bytes.read(place.byte, place.byte + 1)[0] === OPEN_LIST) continue;
      const fault = { offset: 0, message: 'expected another list or the end of the text' };
      yield new Part(cursor, Buffer.alloc(0), { text: '', values: [], faults: [fault], starts: () => [] });
      return;
    }
  }

  cutBehind(byte: number): number | undefined {
    const separator = this.#separator;
    const from = Math.max(byte + 1, byte + this.#size - TAIL);
    const cut = separator ? this.#bytes.read(from, byte + this.#size).lastIndexOf(separator) : -1;
    return separator && cut !== -1 ? from + cut + separator.indexOf(',') : undefined;
  }
}

function listPart(cursor: Cursor, { chunk, text, values, faults, starts, isLast }: Piece): Part {
  // Its closing bracket stands where the next part has a comma.
  return new Part(cursor, chunk, { text, values, faults, starts, ...(!isLast && { overlap: 1 }) });
}

/**
 * The part between two bytes, if it is whole and without fault; where it begins in its file is left open. `separator`: as
 * that of its division.
 */
export function partBetween(bytes: Bytes, separator: string | undefined, from: number, to: number): Part | undefined {
  const cursor = { place: { byte: from, line: 1, column: 1 }, first: 0 };
  if (separator !== undefined) {
    const chunk = bytes.read(from, to + 1);
    chunk[0] = OPEN_LIST;
    const piece = cutAt(chunk, to - from, false, separator);
    return piece && listPart(cursor, piece);
  }
  const chunk = bytes.read(from, to);
  const text = decodeUtf8(chunk);
  const lines = parseLines(text);
  return lines.faults.length === 0 ? linesPart(cursor, chunk, text, lines) : undefined;
}

/** Some entries of a list, as a list of their own. */
interface Piece extends Entries {
  readonly chunk: Buffer;
  readonly text: string;
  readonly faults: readonly SyntaxFault[];
  /** It ends where the list ends. */
  readonly isLast: boolean;
}

function pieceOf(bytes: Bytes, size: number, from: number, separator: string | undefined): Piece {
  const chunk = bytes.read(from, from + size);
  chunk[0] = OPEN_LIST;
  const isRest = from + chunk.length >= bytes.size;
  const piece = (isRest ? rest(chunk, separator) : guessed(chunk, separator)) ?? scanned(chunk);
  return piece ?? (isRest || size >= MAX_PIECE ? broken(chunk) : pieceOf(bytes, size * 2, from, separator));
}

function rest(chunk: Buffer, separator: string | undefined): Piece | undefined {
  const close = chunk.lastIndexOf(CLOSE_LIST);
  return chunk.toString('latin1', close + 1).trim() === '' ? cutAt(chunk, close, true, separator) : undefined;
}

/** A machine separates all entries alike, so the list is cut where that is seen last. */
function guessed(chunk: Buffer, separator: string | undefined): Piece | undefined {
  const cut = separator ? chunk.lastIndexOf(separator) : -1;
  return separator && cut !== -1 ? cutAt(chunk, cut + separator.indexOf(','), false, separator) : undefined;
}

/** The exact way, entry by entry; undefined where not one entry is whole. */
function scanned(chunk: Buffer): Piece | undefined {
  // In UTF-8 the bytes of ASCII stand for nothing else, so brackets and quotes are found without decoding.
  const { end, isClosed } = entriesIn(chunk.toString('latin1'));
  if (end === undefined) return undefined;
  return cutAt(chunk, end, isClosed) ?? broken(chunk.subarray(0, end + 1));
}

/**
 * Closes the list at a byte. Where both sides of a comma parse as lists, the whole was the list of both: so a guess that
 * is wrong is found out, here or in the next piece.
 */
function cutAt(chunk: Buffer, end: number, isLast: boolean, separator?: string): Piece | undefined {
  const own = chunk.subarray(0, end + 1);
  const before = own[end];
  own[end] = CLOSE_LIST;
  const text = decodeUtf8(own);
  const entries = (separator && entriesApart(text, separator)) || parseEntries(text);
  if (entries) return { chunk: own, text, ...entries, faults: [], isLast };
  own[end] = before ?? COMMA;
  return undefined;
}

interface Entries {
  readonly values: readonly unknown[];
  /** Where each begins in the text of the list. */
  readonly starts: () => readonly number[];
}

function parseEntries(text: string): Entries | undefined {
  const values = parse(text);
  return Array.isArray(values) ? { values, starts: () => startsOf(text) } : undefined;
}

/**
 * The same, where all entries are separated alike: what separates them is found in no time, and brackets and quotes need
 * not be looked at. If there is a value before and behind each separator, there is no other way to read the list.
 */
function entriesApart(text: string, separator: string): Entries | undefined {
  const values: unknown[] = [];
  const starts: number[] = [];
  const comma = separator.indexOf(',');
  for (let from = 1; ; ) {
    const found = text.indexOf(separator, from);
    const end = found === -1 ? text.length - 1 : found + comma;
    const value = parse(text.slice(from, end));
    if (value === undefined) return undefined;
    values.push(value);
    starts.push(skipSpace(text, from));
    if (found === -1) return { values, starts: () => starts };
    from = end + 1;
  }
}

function startsOf(text: string): number[] {
  return entriesIn(text).spans.map(([start]) => start);
}

/** What comes before the fault is read. */
function broken(chunk: Buffer): Piece {
  const text = chunk.toString('utf8');
  const values: unknown[] = [];
  for (const [start, end] of entriesIn(text).spans) {
    const value = parse(text.slice(start, end));
    if (value === undefined) break;
    values.push(value);
  }
  return { chunk, text, values, starts: () => startsOf(text), faults: [syntaxFault(text)], isLast: true };
}

/** Where the entries of a list stand, and where the last that is whole ends: at a comma, or where the list closes. */
function entriesIn(text: string): {
  readonly spans: readonly Span[];
  readonly end?: number;
  readonly isClosed: boolean;
} {
  const spans: Span[] = [];
  let end: number | undefined;
  for (let at = skipSpace(text, 1); ; ) {
    const valueEnd = skipValue(text, at);
    const next = skipSpace(text, valueEnd);
    const code = text.charCodeAt(next);
    if (valueEnd > at && next < text.length) spans.push([at, valueEnd]);
    if (code === CLOSE_LIST) return { spans, end: next, isClosed: true };
    if (code !== COMMA || valueEnd === at) return { spans, ...(end !== undefined && { end }), isClosed: false };
    end = next;
    at = skipSpace(text, next + 1);
  }
}

/** From the end of one entry to the beginning of the next. */
function separatorIn(chunk: Buffer): string | undefined {
  const text = chunk.toString('latin1');
  const [first, second] = entriesIn(text).spans;
  return first && second && text.slice(first[1] - 1, second[0] + 1);
}

function behindBlanks(bytes: Bytes, after: Place): Place | undefined {
  const blanks = /^\s*/.exec(bytes.read(after.byte, after.byte + HEAD).toString('utf8'))?.[0] ?? '';
  const place = placeAfter(after, blanks);
  return place.byte < bytes.size ? place : undefined;
}

/** A place behind a text. */
function placeAfter(place: Place, text: string): Place {
  const line = lineAt(text, text.length, beginningOf(text, place).line);
  return { ...told(line, text.length), byte: place.byte + Buffer.byteLength(text) };
}

/** A character of a text, and where it stands in the file. */
interface Spot {
  readonly start: number;
  readonly byte: number;
  /** It is numbered as in the file, and begins before the text where the file's line does. */
  readonly line: Line;
}

function beginningOf(text: string, { byte, line, column }: Place): Spot {
  return { start: 0, byte, line: { number: line, start: 1 - column, end: text.indexOf('\n') } };
}

function told(line: Line, start: number): Told {
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
