import { skipSpace, skipValue } from '../locate/json.ts';
import { type SyntaxFault, syntaxFault } from '../locate/json-syntax.ts';
import type { Span } from '../locate/regions.ts';
import type { Bytes } from './bytes.ts';
import { decodeUtf8 } from './decode.ts';
import { parse } from './json-values.ts';

const COMMA = 44;
export const OPEN_LIST = 91;
const CLOSE_LIST = 93;
/** No entry of a list is longer. */
const MAX_PIECE = 2 ** 28;

/** Some entries of a list, as a list of their own. */
export interface Piece extends Entries {
  readonly chunk: Buffer;
  readonly text: string;
  readonly faults: readonly SyntaxFault[];
  /** It ends where the list ends. */
  readonly isLast: boolean;
}

/** The piece that begins at a byte, of about `size` bytes. `separator`: as that of its division. */
export function pieceOf(bytes: Bytes, size: number, from: number, separator: string | undefined): Piece {
  const chunk = bytes.read(from, from + size);
  chunk[0] = OPEN_LIST;
  const isRest = from + chunk.length >= bytes.size;
  const piece = (isRest ? rest(chunk, separator) : guessed(chunk, separator)) ?? scanned(chunk);
  return piece ?? (isRest || size >= MAX_PIECE ? broken(chunk) : pieceOf(bytes, size * 2, from, separator));
}

/** The piece between two bytes, if it is whole and without fault. */
export function pieceBetween(bytes: Bytes, separator: string, from: number, to: number): Piece | undefined {
  const chunk = bytes.read(from, to + 1);
  chunk[0] = OPEN_LIST;
  return cutAt(chunk, to - from, false, separator);
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
export function separatorIn(chunk: Buffer): string | undefined {
  const text = chunk.toString('latin1');
  const [first, second] = entriesIn(text).spans;
  return first && second && text.slice(first[1] - 1, second[0] + 1);
}
