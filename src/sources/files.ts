import { readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { locateJson, locateJsonSequence } from '../locate/json.ts';
import type { SyntaxFault } from '../locate/json-syntax.ts';
import { region } from '../locate/regions.ts';
import type { Document } from '../subject.ts';
import { decode } from './decode.ts';
import { type FormReading, readForm } from './forms.ts';
import { parseJsonValues } from './json-values.ts';
import { expandPaths, type FilePath } from './paths.ts';
import { looksLikeYaml } from './syntax.ts';

export interface FileOptions {
  /** Uris are relative to this folder. */
  readonly root: string;
  readonly stdin: () => Promise<Buffer>;
  /** The path that standard input goes by. */
  readonly stdinPath: string;
  readonly now: number;
}

/** Reads every client in some files, folders and globs. Whatever is wrong with one of them, the others are read. */
export async function readFiles(paths: readonly string[], options: FileOptions): Promise<FormReading> {
  const reading: FormReading = { subjects: [], errors: [], notices: [] };
  const { files, errors } = await expandPaths(paths);
  for (const error of errors) reading.errors.push({ ...error, uri: uriOf(resolve(error.path ?? ''), options.root) });
  for (const file of files) {
    const fromStdin = file.path === '-';
    try {
      const bytes = fromStdin ? await options.stdin() : readFileSync(file.path);
      await readText(bytes, fromStdin ? { path: options.stdinPath, named: true } : file, !fromStdin, options, reading);
    } catch (error) {
      const path = fromStdin ? options.stdinPath : file.path;
      reading.errors.push({ path, uri: uriOf(resolve(path), options.root), message: unreadable(error) });
    }
  }
  return reading;
}

async function readText(
  bytes: Buffer,
  file: FilePath,
  onDisk: boolean,
  options: FileOptions,
  reading: FormReading,
): Promise<void> {
  const { text, encoding } = decode(bytes);
  if (!file.named && looksLikeYaml(text, file.path) && !/UserPool/.test(text)) return;
  const { value, syntax, faults, locate } = await parse(text, file.path);
  if (!file.named && faults.length > 0 && !syntax && isOtherSyntax(text)) return;
  const secrets = new Set<string>();
  let confidential = false;
  const document: Document = {
    uri: uriOf(onDisk ? realPath(file.path) : resolve(file.path), options.root),
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
  for (const { offset, message } of faults) {
    reading.errors.push({
      document,
      region: region(text, [offset, offset]),
      message: notParsed(text, message, syntax),
    });
  }
  const form = readForm(value, { document, secrets, onDisk, now: options.now });
  if ('instead' in form) {
    if (file.named && faults.length === 0) reading.errors.push({ document, pointer: '', message: form.instead });
    return;
  }
  confidential = form.confidential ?? false;
  // One by one: a list of a million clients is no list of arguments.
  for (const subject of form.subjects) reading.subjects.push(subject);
  for (const error of form.errors) reading.errors.push(error);
  for (const notice of form.notices) reading.notices.push(notice);
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
    locate: (pointers) => (starts ? locateJsonSequence(text, starts, pointers) : locateJson(text, pointers)),
  };
}

/** JSON with comments, and templates of text: a walk meets many of those, and they are no broken descriptions. */
function isOtherSyntax(text: string): boolean {
  if (!/^\s*[{[]/.test(text)) return true;
  if (/UserPool|user_pool/.test(text)) return false;
  if (/\{\{|\{%|<%|\0/.test(text)) return true;
  const plain = text.replace(/("[^"\\]*(?:\\.[^"\\]*)*")|\/\/.*|\/\*[\s\S]*?\*\//g, '$1').replace(/,(\s*[}\]])/g, '$1');
  return parseJsonValues(plain).faults.length === 0;
}

/** A pipe that is named as a file, as in `<(…)`, has no path of its own. */
function realPath(path: string): string {
  return statSync(path).isFile() ? realpathSync(path) : resolve(path);
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
