import { Secrets } from '../client/secrets.ts';
import { locateJson, locateJsonSequence } from '../locate/json.ts';
import type { SyntaxFault } from '../locate/json-syntax.ts';
import { region } from '../locate/regions.ts';
import type { Document, Remark } from '../subject.ts';
import { type DecodedText, decode } from './decode.ts';
import { addSecretsIn, mayNameSecrets } from './document-secrets.ts';
import { uriOfFile } from './file-uri.ts';
import { type FormReading, readForm } from './forms.ts';
import { parseJsonValues } from './json-values.ts';
import { insteadOfText } from './near-misses.ts';
import type { AskedFile } from './paths.ts';
import { isOtherSyntax, looksLikeYaml } from './syntax.ts';

/** What a text is read for. */
export interface TextOptions {
  /** Uris are relative to this folder. */
  readonly root: string;
  /** Epoch seconds. */
  readonly now: number;
}

/** Reads the clients of a file from all of its bytes. YAML is promised, as its parser is loaded for it alone. */
export function readText(bytes: Buffer, file: AskedFile, options: TextOptions): FormReading | Promise<FormReading> {
  const decoded = decode(bytes);
  const { text } = decoded;
  if (!looksLikeYaml(text, file.path)) return readParsed(decoded, parseJson(text), file, options);
  if (!file.named && !/UserPool/.test(text)) return NOTHING;
  return import('../locate/yaml.ts').then(({ readYaml }) =>
    readParsed(decoded, { syntax: 'yaml', ...readYaml(text) }, file, options),
  );
}

const NOTHING: FormReading = { subjects: [], errors: [], notices: [] };

function readParsed(decoded: DecodedText, parsed: ParsedText, file: AskedFile, options: TextOptions): FormReading {
  const { text } = decoded;
  const { value, syntax, faults } = parsed;
  if (!file.named && faults.length > 0 && !syntax && isOtherSyntax(text)) return NOTHING;
  const document = new TextDocument(decoded, parsed, file, options.root);
  const broken = brokenIn(document, faults);
  if (mayNameSecrets(text)) addSecretsIn(value, document.secrets);
  const form = readForm(value, { document, onDisk: file.onDisk, now: options.now });
  if ('instead' in form) {
    const isTold = file.named && faults.length === 0;
    return {
      ...NOTHING,
      errors: isTold ? [{ document, pointer: '', message: insteadOfText(text) ?? form.instead }] : broken,
    };
  }
  document.confidential = form.confidential ?? false;
  return { ...form, errors: [...broken, ...form.errors] };
}

/** A file with its text. It is a class, as V8 makes a shape of its own for each object with getters of its own. */
class TextDocument implements Document {
  readonly path: string;
  readonly text: string;
  readonly encoding: string;
  readonly syntax?: 'yaml';
  readonly isShared: NonNullable<Document['isShared']>;
  readonly secrets = new Secrets();
  readonly locate: Document['locate'];
  confidential = false;
  readonly #file: AskedFile;
  readonly #root: string;
  #uri: string | undefined;

  constructor(
    { text, encoding }: DecodedText,
    { syntax, isShared, locate }: ParsedText,
    file: AskedFile,
    root: string,
  ) {
    this.path = file.path;
    this.text = text;
    this.encoding = encoding;
    if (syntax) this.syntax = syntax;
    this.isShared = isShared ?? (() => false);
    this.locate = locate;
    this.#file = file;
    this.#root = root;
  }

  /** Of most files nothing is said, and a tenth of the time that reading one takes would be for this. */
  get uri(): string {
    this.#uri ??= uriOfFile(this.#file, this.#root);
    return this.#uri;
  }
}

interface ParsedText extends Pick<Document, 'syntax' | 'isShared' | 'locate'> {
  readonly value: unknown;
  readonly faults: readonly SyntaxFault[];
}

function parseJson(text: string): ParsedText {
  const { values, starts, faults } = parseJsonValues(text);
  return {
    value: starts ? values : values[0],
    faults,
    locate: (pointers) =>
      starts ? locateJsonSequence(text, (index) => starts[index], pointers) : locateJson(text, pointers),
  };
}

function brokenIn(document: Document, faults: readonly SyntaxFault[]): Remark[] {
  const { text, syntax } = document;
  const told = (offset: number, message: string) => ({ document, region: region(text, [offset, offset]), message });
  const instead = faults.length > 0 ? insteadOfText(text) : undefined;
  if (instead !== undefined) return [told(0, instead)];
  return faults.map(({ offset, message }) => told(offset, notParsed(text, message, syntax)));
}

function notParsed(text: string, message: string, syntax: Document['syntax']): string {
  if (text.trim() === '')
    return 'the file is empty; write it again, for instance with "aws cognito-idp describe-user-pool-client"';
  if (text.includes('\0')) return 'the file is binary, or of an encoding other than UTF-8 and UTF-16';
  return `not valid ${syntax === 'yaml' ? 'YAML' : 'JSON'}: ${message}`;
}
