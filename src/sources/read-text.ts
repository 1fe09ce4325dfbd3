import { locateJson, locateJsonSequence } from '../locate/json.ts';
import type { SyntaxFault } from '../locate/json-syntax.ts';
import { region } from '../locate/regions.ts';
import type { Document } from '../subject.ts';
import { decode } from './decode.ts';
import { uriOfFile } from './file-uri.ts';
import { type FormReading, readForm } from './forms.ts';
import { parseJsonValues } from './json-values.ts';
import type { FilePath } from './paths.ts';
import { isOtherSyntax, looksLikeYaml } from './syntax.ts';

/** A file as it was asked for. */
export interface AskedFile extends FilePath {
  readonly onDisk: boolean;
}

/** What a text is read for. */
export interface TextOptions {
  /** Uris are relative to this folder. */
  readonly root: string;
  /** Epoch seconds. */
  readonly now: number;
}

/** Reads the clients of a file from all of its bytes. */
export async function readText(bytes: Buffer, file: AskedFile, options: TextOptions): Promise<FormReading> {
  const { text, encoding } = decode(bytes);
  const nothing: FormReading = { subjects: [], errors: [], notices: [] };
  if (!file.named && looksLikeYaml(text, file.path) && !/UserPool/.test(text)) return nothing;
  const { value, syntax, faults, locate } = await parse(text, file.path);
  if (!file.named && faults.length > 0 && !syntax && isOtherSyntax(text)) return nothing;
  const secrets = new Set<string>();
  let confidential = false;
  const document: Document = {
    uri: uriOfFile(file, options.root),
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

function notParsed(text: string, message: string, syntax: Document['syntax']): string {
  if (text.trim() === '')
    return 'the file is empty; write it again, for instance with "aws cognito-idp describe-user-pool-client"';
  if (text.includes('\0')) return 'the file is binary, or of an encoding other than UTF-8 and UTF-16';
  return `not valid ${syntax === 'yaml' ? 'YAML' : 'JSON'}: ${message}`;
}
