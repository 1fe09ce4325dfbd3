import { type Document, isMap, isScalar, isSeq, type Node, type Pair, parseAllDocuments } from 'yaml';
import { fromPointer } from '../pointer.ts';
import type { Region } from '../subject.ts';
import type { SyntaxFault } from './json-syntax.ts';
import { regions, type Span } from './regions.ts';
import { longName, YamlReader } from './yaml-values.ts';

/** What a text of YAML holds, and where. */
export interface YamlText {
  /** The document's value, or, of several documents, the list of theirs. */
  readonly value: unknown;
  readonly faults: readonly SyntaxFault[];
  /** See `Document`. */
  isShared(offset: number): boolean;
  locate(pointers: Iterable<string>): ReadonlyMap<string, Region>;
}

/**
 * Reads YAML 1.2 with merge keys and CloudFormation's short tags, which become the objects that they are short for:
 * `!Ref Pool` is `{ Ref: 'Pool' }`, also in pointers. A document that does not parse is undefined in the list.
 */
export function readYaml(text: string): YamlText {
  // The parser compares each key of a map with all others; the reader does that in one pass.
  const parsed = parseAllDocuments(text, { prettyErrors: false, logLevel: 'silent', uniqueKeys: false });
  const documents = ('empty' in parsed ? [] : parsed).filter(({ contents, errors }) => contents || errors.length > 0);
  const reader = new YamlReader();
  const faults: SyntaxFault[] = [];
  const values = documents.map((document) => {
    const [error] = document.errors;
    if (error) faults.push({ offset: Math.min(error.pos[0], text.length), message: explain(error.code) });
    return error ? undefined : reader.read(document.contents);
  });
  faults.push(...reader.faults);
  const isList = documents.length > 1;
  return {
    value: isList ? values : documents.length === 0 ? null : values[0],
    faults,
    isShared: (offset) => reader.isAnchored(offset),
    locate: (pointers) => {
      const spans = new Map<string, Span>();
      for (const pointer of pointers) {
        const keys = fromPointer(pointer);
        const document = documents[isList ? Number(keys.shift() ?? 0) : 0];
        const span = document && spanAt(document, keys, reader, text);
        if (span) spans.set(pointer, span);
      }
      return regions(text, spans);
    },
  };
}

/** Never quotes the text, as the parser's own messages do. */
function explain(code: string): string {
  const known: Readonly<Record<string, string>> = {
    BAD_ALIAS: 'the alias has no anchor before it',
    BAD_INDENT: 'the indentation does not fit what stands above, or a bracket is missing',
    BLOCK_AS_IMPLICIT_KEY: 'a nested map must begin on a line of its own',
    BLOCK_IN_FLOW: 'a block cannot stand in brackets',
    DUPLICATE_KEY: 'the key stands twice in its map',
    MISSING_CHAR: 'a character is missing here, as a quote, a bracket, a colon or a comma',
    MULTILINE_IMPLICIT_KEY: 'a key must stand on one line, with its colon',
    RESOURCE_EXHAUSTION: 'this is nested too deeply to be read',
    TAB_AS_INDENT: 'tabs cannot indent YAML',
    UNEXPECTED_TOKEN: 'this cannot stand here',
  };
  return known[code] ?? `the YAML is malformed (${code})`;
}

function spanAt(document: Document, keys: readonly string[], reader: YamlReader, text: string): Span | undefined {
  let node: Node | null | undefined = reader.target(document.contents);
  // A short tag is one step of a pointer, in the same node.
  let isInTag = false;
  for (const key of keys) {
    if (!isInTag && longName(node) === key) {
      isInTag = true;
      continue;
    }
    node = reader.target(reader.child(node, key));
    isInTag = false;
    if (!node) return undefined;
  }
  return node ? spanOf(node, isInTag, text) : undefined;
}

function spanOf(node: Node, isInTag: boolean, text: string): Span | undefined {
  if (!node.range) return undefined;
  const [start, end] = node.range;
  const tagStart = longName(node) && !isInTag && node.tag ? text.lastIndexOf(node.tag, start) : -1;
  if (tagStart !== -1) return [tagStart, isScalar(node) ? end : tagStart + (node.tag?.length ?? 0)];
  if (isScalar(node)) return [start, isStripped(text, start) ? start + withoutBreaks(text.slice(start, end)) : end];
  if ((isMap(node) || isSeq(node)) && (node.flow || isSeq(node))) return [start, start + 1];
  const [first] = isMap(node) ? node.items : [];
  return keySpan(first) ?? [start, start + 1];
}

/** A block text that ends before its last line breaks. */
function isStripped(text: string, start: number): boolean {
  return /^[|>]\d?-/.test(text.slice(start, start + 3));
}

function withoutBreaks(block: string): number {
  return block.replace(/(?:\r?\n[ \t]*)+$/, '').length;
}

/** A block map has no bracket: its first key stands for it. */
function keySpan(pair: Pair | undefined): Span | undefined {
  const key = pair?.key;
  return isScalar(key) && key.range ? [key.range[0], key.range[1]] : undefined;
}
