import { closeSync, existsSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { formats } from '../reports/index.ts';
import type { Piece } from '../reports/run.ts';
import { makeFolders } from './folders.ts';
import { writeOut } from './standard-output.ts';
import { UserError } from './user-error.ts';

/** A format and where it goes: a file, or standard output. */
export interface Output {
  readonly format: string;
  readonly file?: string;
}

/** Reads `name[=file]`. */
export function parseOutputs(specs: readonly string[]): Output[] {
  const outputs = specs.map((spec) => {
    const [, format = '', file] = /^([^=]*)(?:=(.*))?$/s.exec(spec) ?? [];
    if (!Object.hasOwn(formats, format)) {
      throw new UserError(`there is no format "${format}"; the formats are ${Object.keys(formats).join(', ')}`);
    }
    if (file === '') throw new UserError(`--format ${spec} names no file; write ${format}=<file>, or ${format} alone`);
    return { format, ...(file !== undefined && { file }) };
  });
  const places = outputs.map(({ file }) => file && resolve(file));
  const second = outputs.find((_, index) => places.indexOf(places[index]) < index);
  if (second) {
    const place = second.file ?? 'standard output';
    throw new UserError(
      `only one --format may go to ${place}; give the other a file of its own: --format sarif=<file>`,
    );
  }
  return outputs;
}

/** Writes all of it before it returns, to a file or a pipe. A reader that has had enough is no error. */
export async function write(output: Output, pieces: Iterable<Piece>): Promise<void> {
  if (output.file !== undefined) writeFile(output.file, pieces);
  else await writeOut(batches(isJson(output) ? withoutCommands(pieces) : pieces));
}

function isJson({ format }: Output): boolean {
  return format === 'json' || format === 'sarif';
}

/** JSON in the log of a workflow, whose runner takes `##[` for a command anywhere in a line: ActionCommand.cs, TryParse. */
function* withoutCommands(pieces: Iterable<Piece>): Generator<Piece> {
  for (const piece of pieces) yield typeof piece === 'string' ? piece.replaceAll('##[', '#\\u0023[') : piece;
}

/**
 * Several texts for one name: `out.sarif`, or `out.1.sarif`, `out.2.sarif`, … None of an earlier run is left beside them,
 * which is told by its beginning. Gives the names.
 */
export function writeFiles(file: string, texts: readonly Iterable<Piece>[], beginning: string): string[] {
  const [, stem = '', extension = ''] = /^(.*?)(\.[^./\\]*)?$/s.exec(file) ?? [];
  const numbered = (index: number) => `${stem}.${index + 1}${extension}`;
  const names = texts.map((_, index) => (texts.length === 1 ? file : numbered(index)));
  for (const [index, text] of texts.entries()) writeFile(names[index] ?? file, text);
  if (texts.length > 1) rmSync(file, { force: true });
  for (let stale = texts.length === 1 ? 0 : texts.length; existsSync(numbered(stale)); stale += 1) {
    if (beginsWith(numbered(stale), beginning)) rmSync(numbered(stale));
  }
  return names;
}

/** What is no file, or cannot be read, is somebody else's. */
function beginsWith(file: string, beginning: string): boolean {
  const expected = Buffer.from(beginning);
  const start = Buffer.alloc(expected.length);
  try {
    const descriptor = openSync(file, 'r');
    try {
      readSync(descriptor, start);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return false;
  }
  return start.equals(expected);
}

function writeFile(file: string, pieces: Iterable<Piece>): void {
  const attempt = <Result>(act: () => Result): Result => {
    try {
      return act();
    } catch (error) {
      throw new UserError(`${file} cannot be written: ${(error as Error).message}`);
    }
  };
  const descriptor = attempt(() => openInFolder(file));
  try {
    // Not writeSync, which may write a part of it to a pipe.
    for (const piece of batches(pieces)) attempt(() => writeFileSync(descriptor, piece));
  } finally {
    closeSync(descriptor);
  }
}

function openInFolder(file: string): number {
  try {
    return openSync(file, 'w');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    makeFolders(dirname(file));
    return openSync(file, 'w');
  }
}

const BUFFER_SIZE = 1_048_576;

/** Few large writes instead of many small ones, all from one buffer: what is given is good until the next is asked for. */
function* batches(pieces: Iterable<Piece>): Generator<Uint8Array> {
  const buffer = Buffer.allocUnsafe(BUFFER_SIZE);
  let used = 0;
  for (const piece of pieces) {
    const isText = typeof piece === 'string';
    // In UTF-8 no code unit takes more than three bytes.
    const room = isText ? 3 * piece.length : piece.length;
    if (used > 0 && used + room > buffer.length) {
      yield buffer.subarray(0, used);
      used = 0;
    }
    if (room > buffer.length) yield isText ? Buffer.from(piece) : piece;
    else if (isText) used += buffer.write(piece, used);
    else {
      buffer.set(piece, used);
      used += piece.length;
    }
  }
  if (used > 0) yield buffer.subarray(0, used);
}
