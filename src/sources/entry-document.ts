import { Secrets } from '../client/secrets.ts';
import { locateJsonSequence, skipValue } from '../locate/json.ts';
import { region, type Span } from '../locate/regions.ts';
import type { Document, Region } from '../subject.ts';
import type { Bytes } from './bytes.ts';
import { decodeUtf8 } from './decode.ts';
import { addSecretsIn, mayNameSecrets } from './document-secrets.ts';
import type { Provenance } from './forms.ts';
import type { Part } from './part.ts';
import { columnBehind, lineBehind } from './places.ts';

/** How much of its line is kept around an entry: what is shown of a place in it reaches no further. */
const REACH = 4096;
/** So many bytes of entries with findings are kept of a file. What is more is read again when it is shown. */
const MAX_KEPT = 2 ** 24;
const NEWLINE = 10;

/** A file that is too large to be kept. */
export class LargeFile {
  readonly uri: string;
  readonly path: string;
  readonly onDisk: boolean;
  /** Epoch seconds. */
  readonly now: number;
  readonly secrets = new Secrets();
  /** See `Document`: one entry makes all of them so, as others may stand on its line. */
  confidential = false;
  readonly #bytes: Bytes;
  #kept = 0;
  #last: { readonly from: number; readonly to: number; readonly text: string } | undefined;

  constructor(bytes: Bytes, { uri, path, onDisk, now }: Pick<LargeFile, 'uri' | 'path' | 'onDisk' | 'now'>) {
    this.uri = uri;
    this.path = path;
    this.onDisk = onDisk;
    this.now = now;
    this.#bytes = bytes;
  }

  /** Before any client of a part is read. */
  addSecretsOf({ text, values }: Part): void {
    if (mayNameSecrets(text)) addSecretsIn(values, this.secrets);
  }

  textAt(from: number, to: number): string {
    if (this.#last?.from !== from || this.#last.to !== to) {
      this.#last = { from, to, text: decodeUtf8(this.#bytes.read(from, to)) };
    }
    return this.#last.text;
  }

  /** A copy of a text, unless too much is kept already. A part of a string would keep the whole string. */
  keep(text: string): string | undefined {
    return this.#hasRoom(text) ? Buffer.from(text).toString('utf8') : undefined;
  }

  /** The same of a text that is no part of another. */
  keepWindow(window: Window): Window {
    return window.text === undefined || this.#hasRoom(window.text) ? window : { ...window, text: undefined };
  }

  #hasRoom(text: string): boolean {
    this.#kept += text.length;
    return this.#kept <= MAX_KEPT;
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
export interface Window {
  /** Undefined where it is to be read again. */
  readonly text: string | undefined;
  readonly from: number;
  readonly to: number;
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
  readonly #file: LargeFile;
  readonly #index: number;
  /** As long as nobody asked where the entry is. */
  #find: (() => Window) | undefined;
  #window: Window | undefined;

  /** `index`: of the entry in its file. */
  constructor(file: LargeFile, index: number, find: () => Window) {
    this.#file = file;
    this.#index = index;
    this.#find = find;
  }

  get isPart(): true {
    return true;
  }

  get encoding(): string {
    return 'utf-8';
  }

  get confidential(): boolean {
    return this.#file.confidential;
  }

  get uri(): string {
    return this.#file.uri;
  }

  get path(): string {
    return this.#file.path;
  }

  get secrets(): Secrets {
    return this.#file.secrets;
  }

  get text(): string {
    const { text, from, to } = this.#found();
    return text ?? this.#file.textAt(from, to);
  }

  provenance(): Provenance & { readonly at: readonly number[] } {
    const { onDisk, now } = this.#file;
    return { document: this, at: [this.#index], onDisk, now };
  }

  /** Its text is not kept, so neither need be what was made of it. */
  get isLetGo(): boolean {
    return this.#window !== undefined && this.#window.text === undefined;
  }

  /** What stands there. */
  get value(): unknown {
    const { text } = this;
    const { start } = this.#found();
    return JSON.parse(text.slice(start, skipValue(text, start)));
  }

  locate(pointers: Iterable<string>): ReadonlyMap<string, Region> {
    const window = this.#found();
    const { start } = window;
    const located = locateJsonSequence(this.text, (index) => (index === this.#index ? start : undefined), pointers);
    return new Map([...located].map(([pointer, one]) => [pointer, inFile(one, window)]));
  }

  #found(): Window {
    if (this.#find) {
      this.#window = this.#find();
      this.#find = undefined;
    }
    return this.#window as Window;
  }
}

/** The region of a place in a part that is in no entry. */
export function regionInPart({ text, place }: Part, span: Span): Region {
  return inFile(region(text, span), place);
}

function inFile(own: Region, place: Pick<Window, 'line' | 'column'>): Region {
  return {
    startLine: lineBehind(place, own.startLine),
    startColumn: columnBehind(place, own.startLine, own.startColumn),
    endLine: lineBehind(place, own.endLine),
    endColumn: columnBehind(place, own.endLine, own.endColumn),
    offset: own.offset,
    length: own.length,
  };
}

/** The window of an entry of a part, by its index in the part. */
export function windowOf(file: LargeFile, part: Part, index: number): Window {
  const { text, isExact, place } = part;
  const { start, line, column, byte } = part.placeOf(index);
  if (!isExact) return { text, from: 0, to: 0, start, line: place.line, column: place.column };
  const end = skipValue(text, start);
  // No further than it is shown: a part may be one line of thousands of entries.
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH - 1);
  const lineStart = before.lastIndexOf('\n') + 1;
  const lineEnd = after.indexOf('\n') + 1;
  if (lineStart > 0 && lineEnd > 0) {
    const head = before.slice(lineStart);
    const own = text.slice(start - head.length, end + lineEnd);
    const from = byte - Buffer.byteLength(head);
    const to = from + Buffer.byteLength(own);
    return { text: file.keep(own), from, to, start: head.length, line, column: 1 };
  }
  const around = file.lineAround(byte, byte + Buffer.byteLength(text.slice(start, end)));
  const { from, to } = around;
  return {
    text: file.keep(file.textAt(from, to)),
    from,
    to,
    start: around.before,
    line,
    column: column - around.before,
  };
}
