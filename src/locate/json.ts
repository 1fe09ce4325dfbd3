import { fromPointer } from '../pointer.ts';
import type { Region } from '../subject.ts';
import { regions, type Span } from './regions.ts';

/** The pointers that are wanted below one value, by key. */
interface Wanted {
  pointer?: string;
  readonly children: Map<string, Wanted>;
}

const QUOTE = 34;
const BACKSLASH = 92;
const COMMA = 44;
const COLON = 58;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/**
 * The regions of the values at some RFC 6901 pointers, in one forward pass that steps over all else. An object or a
 * list is its opening bracket. Of duplicate keys the last counts, as in `JSON.parse`, which must have accepted `text`.
 */
export function locateJson(text: string, pointers: Iterable<string>): ReadonlyMap<string, Region> {
  const spans = new Map<string, Span>();
  visit(text, skipSpace(text, 0), wantedTree(pointers), spans);
  return regions(text, spans);
}

/**
 * The same for a text of several values, as if they were the entries of a list, by where each begins. Where the first
 * begins stands for the list.
 */
export function locateJsonSequence(
  text: string,
  startOf: (index: number) => number | undefined,
  pointers: Iterable<string>,
): ReadonlyMap<string, Region> {
  const spans = new Map<string, Span>();
  const { pointer, children } = wantedTree(pointers);
  const first = startOf(0);
  if (pointer !== undefined && first !== undefined) spans.set(pointer, [first, first + 1]);
  for (const [index, wanted] of children) {
    const start = startOf(Number(index));
    if (start !== undefined) visit(text, start, wanted, spans);
  }
  return regions(text, spans);
}

/** Where each value of a sequence of JSON texts begins and ends, found by brackets and quotes alone. */
export function* valueSpans(text: string): Generator<Span> {
  for (let start = skipSpace(text, 0); start < text.length; ) {
    const end = skipValue(text, start);
    yield [start, end];
    start = skipSpace(text, Math.max(end, start + 1));
  }
}

function wantedTree(pointers: Iterable<string>): Wanted {
  const root: Wanted = { children: new Map() };
  for (const pointer of pointers) {
    let node = root;
    for (const name of fromPointer(pointer)) {
      const child: Wanted = node.children.get(name) ?? { children: new Map() };
      node.children.set(name, child);
      node = child;
    }
    node.pointer = pointer;
  }
  return root;
}

/** Notes the wanted places in the value at `start`; returns its end. Goes no deeper than the wanted pointers. */
function visit(text: string, start: number, wanted: Wanted, spans: Map<string, Span>): number {
  const first = text.charCodeAt(start);
  const isObject = first === OPEN_OBJECT;
  const isContainer = isObject || first === OPEN_LIST;
  if (!isContainer || wanted.children.size === 0) {
    const end = skipValue(text, start);
    if (wanted.pointer !== undefined) spans.set(wanted.pointer, [start, isContainer ? start + 1 : end]);
    return end;
  }
  if (wanted.pointer !== undefined) spans.set(wanted.pointer, [start, start + 1]);
  let index = 0;
  let at = skipSpace(text, start + 1);
  while (at < text.length && text.charCodeAt(at) !== CLOSE_OBJECT && text.charCodeAt(at) !== CLOSE_LIST) {
    let key = String(index);
    if (isObject) {
      const keyEnd = skipString(text, at);
      key = keyText(text, at, keyEnd);
      at = skipSpace(text, skipSpace(text, keyEnd) + 1);
    }
    const child = wanted.children.get(key);
    if (child) {
      forget(child, spans);
      at = visit(text, at, child, spans);
    } else {
      at = skipValue(text, at);
    }
    at = skipSpace(text, at);
    if (text.charCodeAt(at) === COMMA) at = skipSpace(text, at + 1);
    index += 1;
  }
  return at + 1;
}

/** An earlier key of the same name counts for nothing. */
function forget(wanted: Wanted, spans: Map<string, Span>): void {
  if (wanted.pointer !== undefined) spans.delete(wanted.pointer);
  for (const child of wanted.children.values()) forget(child, spans);
}

function keyText(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end - 1);
  return raw.includes('\\') ? String(JSON.parse(`"${raw}"`)) : raw;
}

export function skipSpace(text: string, start: number): number {
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return at;
    at += 1;
  }
}

/** The end of the value at `start`, found by its brackets and quotes alone. */
export function skipValue(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (first === QUOTE) return skipString(text, start);
  if (first !== OPEN_OBJECT && first !== OPEN_LIST) return skipLiteral(text, start);
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = skipString(text, at) - 1;
    } else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      depth += 1;
    } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

function skipString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === BACKSLASH) escapes += 1;
    if (escapes % 2 === 0) return end + 1;
  }
  return text.length;
}

function skipLiteral(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === COMMA || code === COLON || code === CLOSE_LIST || code === CLOSE_OBJECT) break;
    at += 1;
  }
  return at;
}
