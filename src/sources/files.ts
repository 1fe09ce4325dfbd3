import { resolve } from 'node:path';
import type { Sieve } from '../sieve/sieve.ts';
import type { Remark } from '../subject.ts';
import { bytesOf, type FileBytes, openBytes } from './bytes.ts';
import { type Division, divide } from './division.ts';
import { LargeFile } from './entry-document.ts';
import { uriOf, uriOfFile } from './file-uri.ts';
import { type FormReading, together } from './forms.ts';
import type { Part } from './part.ts';
import { PartReader } from './part-reader.ts';
import { type AskedFile, expandPaths } from './paths.ts';
import { readText } from './read-text.ts';
import { type SiftedPart, siftParts } from './sifted-parts.ts';
import { isYamlName } from './syntax.ts';

export interface FileOptions {
  /** Uris are relative to this folder. */
  readonly root: string;
  readonly stdin: () => Promise<Buffer>;
  /** The path that standard input goes by. */
  readonly stdinPath: string;
  readonly now: number;
  /** Bytes of a file from which on a list or lines are read part by part, and of such a part. */
  readonly partSize?: number;
  /** Gives what tells quiet clients from loud ones, if helpers are to be had. It is asked for where a file has many parts. */
  readonly startSieve?: () => Promise<Sieve | undefined>;
}

/**
 * A megabyte of text and what is made of it stay in the caches, and are gone before the collector looks closer. A text of
 * more than 1,031,912 characters would be kept outside of its heap (EXTERN_APEX in Node's string_bytes.cc), where it is
 * not seen to be garbage for long.
 */
const PART_SIZE = 1_000_000;

/** Bytes of small files that are given at once. Of more, what is made of them would outlive the next collection. */
const ENOUGH = 2 ** 16;

/** Of a larger file the garbage is to be little, too. */
const HUGE = 2 ** 28;

/** To start helpers takes as long as to read some parts. */
const MANY_PARTS = 16;

/** Reads every client in some files, folders and globs. Whatever is wrong with one of them, the others are read. */
export async function* readFiles(paths: readonly string[], options: FileOptions): AsyncGenerator<FormReading> {
  const { partSize = PART_SIZE, root } = options;
  const { files, errors } = await expandPaths(paths);
  for (const error of errors) yield failure({ ...error, uri: uriOf(resolve(error.path ?? ''), root) });
  const small = new SmallFiles();
  for (const file of files) {
    const fromStdin = file.path === '-';
    const asked = fromStdin
      ? { path: options.stdinPath, named: true, onDisk: false }
      : { path: file.path, named: file.named, onDisk: true };
    try {
      const content = fromStdin ? await options.stdin() : openBytes(file.path, partSize);
      if (Buffer.isBuffer(content) && content.length <= partSize) {
        const reading = readText(content, asked, options);
        small.add(reading instanceof Promise ? await reading : reading, content.length);
      } else {
        yield small.take();
        yield* readLarge(content, asked, options);
      }
    } catch (error) {
      small.add(failure({ path: asked.path, uri: uriOf(resolve(asked.path), root), message: unreadable(error) }));
    }
    if (small.isEnough) yield small.take();
  }
  yield small.take();
}

/** Small files are given several at once: of ten thousand, a tenth of the time would be for giving them. */
class SmallFiles {
  #readings: FormReading[] = [];
  #size = 0;

  add(reading: FormReading, size = 0): void {
    this.#readings.push(reading);
    this.#size += size;
  }

  get isEnough(): boolean {
    return this.#size >= ENOUGH;
  }

  take(): FormReading {
    const all = together(this.#readings);
    this.#readings = [];
    this.#size = 0;
    return all;
  }
}

function failure(error: Remark): FormReading {
  return { subjects: [], errors: [error], notices: [] };
}

async function* readLarge(
  content: Buffer | FileBytes,
  file: AskedFile,
  options: FileOptions,
): AsyncGenerator<FormReading> {
  const { partSize = PART_SIZE, root, now } = options;
  const isWhole = Buffer.isBuffer(content);
  const bytes = isWhole ? bytesOf(content) : content;
  if (bytes.size > HUGE) limitGarbage();
  const division = isYamlName(file.path) ? undefined : divide(bytes, partSize);
  if (!division) return yield readText(isWhole ? content : bytes.read(0, bytes.size), file, options);
  const large = new LargeFile(bytes, { ...file, uri: uriOfFile(file, root), now });
  const reader = new PartReader(large, file.named);
  const parts = isWhole ? division.partsFrom(division.start) : partsOf(content, division, large, reader, options);
  for await (const part of parts) {
    const reading = reader.read(part);
    if (!reading) return;
    yield reading;
  }
  const ending = reader.end();
  if (ending) yield ending;
}

/** Sifts what of a large file can be sifted, once there is a client in it and as long as nothing is wrong. */
async function* partsOf(
  bytes: FileBytes,
  division: Division,
  file: LargeFile,
  reader: PartReader,
  { partSize = PART_SIZE, startSieve }: FileOptions,
): AsyncGenerator<Part | SiftedPart> {
  // Before there is anything to do for it, as helpers take their time to start.
  const sieve = bytes.size > MANY_PARTS * partSize ? await startSieve?.() : undefined;
  for (const part of division.partsFrom(division.start)) {
    yield part;
    if (!sieve || !reader.isWell || !part.next) continue;
    const rest = yield* siftParts(bytes, division, part.next, file, sieve);
    yield* division.partsFrom(rest);
    return;
  }
}

/** V8 would let the garbage grow to more than what is kept. Loading its module takes 1.5 ms, which few files are worth. */
function limitGarbage(): void {
  // Not by import(): the program may be started from code that V8 made, which has no loader for it.
  process.getBuiltinModule('node:v8').setFlagsFromString('--heap-growing-percent=30');
}

function unreadable(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM') return 'the file cannot be read: permission denied; check its permissions';
  if (code === 'ENOENT') return 'there is no such file; it may have been removed, or be a broken link';
  if (code === 'ELOOP') return 'this is a symbolic link that leads back to itself; name the file itself';
  if (code === 'EISDIR') return 'this is a folder; name it without a pattern to scan what is in it';
  if (code === 'ERR_STRING_TOO_LONG' || code === 'ERR_FS_FILE_TOO_LARGE')
    return 'the file is too large to be read as one text; split it';
  if (error instanceof RangeError && code === undefined)
    return 'it is nested too deeply to be read; scan its app clients from a file of their own';
  if (code?.startsWith('E')) return `the file cannot be read: ${message}`;
  throw error;
}
