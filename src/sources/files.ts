import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { locateJson, locateJsonSequence } from '../locate/json.ts';
import type { SyntaxFault } from '../locate/json-syntax.ts';
import { region } from '../locate/regions.ts';
import type { Document, Remark } from '../subject.ts';
import { type Bytes, bytesOf, openBytes } from './bytes.ts';
import { decode } from './decode.ts';
import { LargeFile } from './entry-document.ts';
import { type FormReading, readForm } from './forms.ts';
import { parseJsonValues } from './json-values.ts';
import { partsOf } from './parts.ts';
import { expandPaths, type FilePath } from './paths.ts';
import { readParts } from './read-parts.ts';
import { isOtherSyntax, isYamlName, looksLikeYaml } from './syntax.ts';

export interface FileOptions {
  /** Uris are relative to this folder. */
  readonly root: string;
  readonly stdin: () => Promise<Buffer>;
  /** The path that standard input goes by. */
  readonly stdinPath: string;
  readonly now: number;
  /** Bytes of a file from which on a list or lines are read part by part, and of such a part. */
  readonly partSize?: number;
}

/** A megabyte of text and what is made of it stay in the caches, and are gone before the collector looks closer. */
const PART_SIZE = 2 ** 20;

/** Of a larger file the garbage is to be little, too. */
const HUGE = 2 ** 28;

/** Reads every client in some files, folders and globs. Whatever is wrong with one of them, the others are read. */
export async function* readFiles(paths: readonly string[], options: FileOptions): AsyncGenerator<FormReading> {
  const { files, errors } = await expandPaths(paths);
  for (const error of errors) yield failure({ ...error, uri: uriOf(resolve(error.path ?? ''), options.root) });
  for (const file of files) {
    const fromStdin = file.path === '-';
    const named = fromStdin ? { path: options.stdinPath, named: true } : file;
    try {
      const content = fromStdin ? await options.stdin() : openBytes(file.path, options.partSize ?? PART_SIZE);
      yield* readContent(content, { ...named, onDisk: !fromStdin }, options);
    } catch (error) {
      yield failure({ path: named.path, uri: uriOf(resolve(named.path), options.root), message: unreadable(error) });
    }
  }
}

function failure(error: Remark): FormReading {
  return { subjects: [], errors: [error], notices: [] };
}

/** A file as it was asked for. */
interface AskedFile extends FilePath {
  readonly onDisk: boolean;
}

async function* readContent(
  content: Buffer | Bytes,
  file: AskedFile,
  options: FileOptions,
): AsyncGenerator<FormReading> {
  const { partSize = PART_SIZE } = options;
  const bytes = Buffer.isBuffer(content) ? bytesOf(content) : content;
  const parts = bytes.size > partSize && !isYamlName(file.path) ? partsOf(bytes, partSize) : undefined;
  const { now } = options;
  if (bytes.size > HUGE) limitGarbage();
  if (parts) yield* readParts(parts, new LargeFile(bytes, { ...file, uri: uriOfFile(file, options), now }), file.named);
  else yield await readText(Buffer.isBuffer(content) ? content : bytes.read(0, bytes.size), file, options);
}

/** V8 would let the garbage grow to more than what is kept. Loading its module takes 1.5 ms, which few files are worth. */
function limitGarbage(): void {
  // Not by import(): the program may be started from code that V8 made, which has no loader for it.
  process.getBuiltinModule('node:v8').setFlagsFromString('--heap-growing-percent=30');
}

async function readText(bytes: Buffer, file: AskedFile, options: FileOptions): Promise<FormReading> {
  const { text, encoding } = decode(bytes);
  const nothing: FormReading = { subjects: [], errors: [], notices: [] };
  if (!file.named && looksLikeYaml(text, file.path) && !/UserPool/.test(text)) return nothing;
  const { value, syntax, faults, locate } = await parse(text, file.path);
  if (!file.named && faults.length > 0 && !syntax && isOtherSyntax(text)) return nothing;
  const secrets = new Set<string>();
  let confidential = false;
  const document: Document = {
    uri: uriOfFile(file, options),
    path: file.path,
    text,
    encoding,
    ...(syntax && { syntax }),
    secrets,
    get confidential() {
      return confidential;
    },
    locate,
  };
  const broken = faults.map(({ offset, message }) => ({
    document,
    region: region(text, [offset, offset]),
    message: notParsed(text, message, syntax),
  }));
  const form = readForm(value, { document, secrets, onDisk: file.onDisk, now: options.now });
  if ('instead' in form) {
    const isTold = file.named && faults.length === 0;
    return { ...nothing, errors: isTold ? [{ document, pointer: '', message: form.instead }] : broken };
  }
  confidential = form.confidential ?? false;
  return { ...form, errors: [...broken, ...form.errors] };
}

function uriOfFile(file: AskedFile, { root }: FileOptions): string {
  return uriOf(file.onDisk ? realPath(file) : resolve(file.path), root);
}

interface ParsedText extends Pick<Document, 'syntax' | 'locate'> {
  readonly value: unknown;
  readonly faults: readonly SyntaxFault[];
}

/** The parser of YAML is loaded for YAML alone. */
async function parse(text: string, path: string): Promise<ParsedText> {
  if (looksLikeYaml(text, path)) {
    const { readYaml } = await import('../locate/yaml.ts');
    return { syntax: 'yaml', ...readYaml(text) };
  }
  const { values, starts, faults } = parseJsonValues(text);
  return {
    value: starts ? values : values[0],
    faults,
    locate: (pointers) =>
      starts ? locateJsonSequence(text, (index) => starts[index], pointers) : locateJson(text, pointers),
  };
}

/**
 * The file that a path leads to. A pipe that is named as a file, as in `<(…)`, has no path of its own, and a walk follows
 * no links: there only the folder may be one.
 */
function realPath({ path, named }: FilePath): string {
  if (!named) return join(realFolder(dirname(path)), basename(path));
  return statSync(path).isFile() ? realpathSync(path) : resolve(path);
}

let lastFolder: { readonly path: string; readonly real: string } | undefined;

function realFolder(path: string): string {
  if (lastFolder?.path !== path) lastFolder = { path, real: realpathSync(path) };
  return lastFolder.real;
}

function notParsed(text: string, message: string, syntax: Document['syntax']): string {
  if (text.trim() === '')
    return 'the file is empty; write it again, for instance with "aws cognito-idp describe-user-pool-client"';
  if (text.includes('\0')) return 'the file is binary, or of an encoding other than UTF-8 and UTF-16';
  return `not valid ${syntax === 'yaml' ? 'YAML' : 'JSON'}: ${message}`;
}

function unreadable(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM') return 'the file cannot be read: permission denied; check its permissions';
  if (code === 'ENOENT') return 'there is no such file; it may have been removed, or be a broken link';
  if (code === 'ELOOP') return 'this is a symbolic link that leads back to itself; name the file itself';
  if (code === 'EISDIR') return 'this is a folder; name it without a pattern to scan what is in it';
  if (code === 'ERR_STRING_TOO_LONG' || code === 'ERR_FS_FILE_TOO_LARGE')
    return 'the file is too large to be read as one text; split it';
  if (code?.startsWith('E')) return `the file cannot be read: ${message}`;
  throw error;
}

/** Relative to the root, with forward slashes, percent-encoded; outside of the root an absolute `file:` address. */
export function uriOf(path: string, root: string): string {
  const fromRoot = relative(root, path);
  if (fromRoot === '' || fromRoot.split(sep)[0] === '..' || isAbsolute(fromRoot)) return pathToFileURL(path).href;
  return fromRoot.split(sep).map(encodeURIComponent).join('/');
}
