import { locateJsonSequence, skipValue } from '../locate/json.ts';
import { region, type Span } from '../locate/regions.ts';
import type { Document, Region } from '../subject.ts';
import type { Bytes } from './bytes.ts';
import type { Part } from './parts.ts';

/** How much of its line is kept around an entry: what is shown of a place in it reaches no further. */
const REACH = 4096;
/** Bytes of a file that are kept to be shown. */
const MAX_KEPT = 2 ** 26;
const NEWLINE = 10;

/** A file that is too large to be kept, and so is read again where something of it is shown. */
export class LargeFile {
  readonly uri: string;
  readonly path: string;
  readonly secrets = new Set<string>();
  readonly #bytes: Bytes;
  #kept = 0;
  #last: { readonly from: number; readonly to: number; readonly text: string } | undefined;

  constructor(uri: string, path: string, bytes: Bytes) {
    this.uri = uri;
    this.path = path;
    this.#bytes = bytes;
  }

  text(from: number, to: number): string {
    if (this.#last?.from !== from || this.#last.to !== to) {
      this.#last = { from, to, text: this.#bytes.read(from, to).toString('utf8') };
    }
    return this.#last.text;
  }

  /** A text that stands at a byte: kept, or, where much is kept already, read again when it is asked for. */
  textOf(text: string, from: number): () => string {
    const to = from + Buffer.byteLength(text);
    this.#kept += to - from;
    if (this.#kept > MAX_KEPT) return () => this.text(from, to);
    const own = Buffer.from(text);
    return () => own.toString('utf8');
  }

  /** The bytes around some bytes, as far as the line and `REACH` go, and how many characters of them come before. */
  lineAround(start: number, end: number): { readonly from: number; readonly to: number; readonly before: number } {
    const from = Math.max(0, start - REACH);
    const bytes = this.#bytes.read(from, end + REACH);
    const lineStart = start > from ? bytes.lastIndexOf(NEWLINE, start - from - 1) + 1 : 0;
    const first = characterAt(bytes, lineStart);
    const lineEnd = bytes.indexOf(NEWLINE, end - from) + 1;
    const before = bytes.toString('utf8', first, start - from).length;
    return { from: from + first, to: from + (lineEnd || bytes.length), before };
  }
}

/** Where a character begins, at or behind a byte: the others of it are 10xxxxxx. */
function characterAt(bytes: Buffer, at: number): number {
  let start = at;
  while (((bytes[start] ?? 0) & 0xc0) === 0x80) start += 1;
  return start;
}

/** A text with an entry in it, and where both stand in their file. */
interface Window {
  readonly text: () => string;
  /** Of the entry in the text. */
  readonly start: number;
  /** Of the text in the file. */
  readonly line: number;
  readonly column: number;
}

/**
 * An entry of a large file as a document of its own, with the line around it: of all other entries nothing is kept. Its
 * pointers and regions are those of the file.
 */
export class EntryDocument implements Document {
  readonly isPart = true;
  readonly encoding = 'utf-8';
  readonly #file: LargeFile;
  readonly #index: number;
  /** As long as nobody asked where the entry is. */
  #part: Part | undefined;
  #window: Window | undefined;

  constructor(file: LargeFile, part: Part, index: number) {
    this.#file = file;
    this.#part = part;
    this.#index = index;
  }

  get uri(): string {
    return this.#file.uri;
  }

  get path(): string {
    return this.#file.path;
  }

  get secrets(): ReadonlySet<string> {
    return this.#file.secrets;
  }

  get text(): string {
    return this.#found().text();
  }

  locate(pointers: Iterable<string>): ReadonlyMap<string, Region> {
    const window = this.#found();
    const { start } = window;
    const located = locateJsonSequence(window.text(), (index) => (index === this.#index ? start : undefined), pointers);
    return new Map([...located].map(([pointer, one]) => [pointer, inFile(one, window)]));
  }

  #found(): Window {
    if (this.#part) {
      this.#window = windowOf(this.#file, this.#part, this.#index - this.#part.first);
      this.#part = undefined;
    }
    return this.#window as Window;
  }
}

/** The region of a place in a part that is in no entry. */
export function regionInPart({ text, place }: Part, span: Span): Region {
  return inFile(region(text, span), { ...place, text: () => text, start: 0 });
}

function inFile(own: Region, { line, column }: Window): Region {
  return {
    ...own,
    startLine: own.startLine + line - 1,
    startColumn: own.startLine === 1 ? own.startColumn + column - 1 : own.startColumn,
    endLine: own.endLine + line - 1,
    endColumn: own.endLine === 1 ? own.endColumn + column - 1 : own.endColumn,
  };
}

function windowOf(file: LargeFile, part: Part, index: number): Window {
  const { text, isExact, place } = part;
  const { start, line, column, byte } = part.placeOf(index);
  if (!isExact) return { ...place, text: () => text, start };
  const end = skipValue(text, start);
  const length = Buffer.byteLength(text.slice(start, end));
  const lineStart = text.lastIndexOf('\n', start) + 1;
  const lineEnd = text.indexOf('\n', end) + 1;
  if (lineStart > 0 && lineEnd > 0 && start - lineStart < REACH && lineEnd - end < REACH) {
    const own = text.slice(lineStart, lineEnd);
    return {
      text: file.textOf(own, byte - Buffer.byteLength(text.slice(lineStart, start))),
      start: start - lineStart,
      line,
      column: 1,
    };
  }
  const { from, to, before } = file.lineAround(byte, byte + length);
  return { text: () => file.text(from, to), start: before, line, column: column - before };
}
