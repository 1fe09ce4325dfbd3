import type { Bytes } from './bytes.ts';
import { decodeUtf8, utf8Start } from './decode.ts';
import { isLines, parseLines, parseSequence } from './json-values.ts';
import { OPEN_LIST, type Piece, pieceBetween, pieceOf, separatorIn } from './list-pieces.ts';
import { Part } from './part.ts';
import { type Cursor, type Place, placeAfter } from './places.ts';

const NEWLINE = 10;
/** By so much of its beginning a file is told. */
const HEAD = 2 ** 20;
/** Documents on several lines among lines are looked for in so much of a file. */
const MAX_SEQUENCE = 2 ** 26;

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
    const piece = pieceBetween(bytes, separator, from, to);
    return piece && listPart(cursor, piece);
  }
  const chunk = bytes.read(from, to);
  const text = decodeUtf8(chunk);
  const lines = parseLines(text);
  return lines.faults.length === 0 ? linesPart(cursor, chunk, text, lines) : undefined;
}

function behindBlanks(bytes: Bytes, after: Place): Place | undefined {
  const blanks = /^\s*/.exec(bytes.read(after.byte, after.byte + HEAD).toString('utf8'))?.[0] ?? '';
  const place = placeAfter(after, blanks);
  return place.byte < bytes.size ? place : undefined;
}
