import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import { describe, expect, test } from 'vitest';
import { locateJson, locateJsonSequence } from '../../src/locate/json.ts';
import { toPointer } from '../../src/pointer.ts';
import { decode } from '../../src/sources/decode.ts';
import { parseJsonValues } from '../../src/sources/json-values.ts';
import type { Region } from '../../src/subject.ts';
import { fixtures } from '../fixtures.ts';
import { generatedJson } from './documents.ts';

type Path = (string | number)[];

/** Every path of a value, as `JSON.parse` sees it: of duplicate keys one. */
function* pathsOf(value: unknown, path: Path = []): Generator<Path> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, entry] of Object.entries(value)) {
    yield* pathsOf(entry, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

/** The node of a path; jsonc-parser finds the first of duplicate keys, JSON.parse keeps the last. */
function nodeAt(root: Node, path: Path): Node {
  let node = root;
  for (const key of path) {
    const property = node.children?.findLast(
      ({ type, children }) => type === 'property' && children?.[0]?.value === key,
    );
    const child = property ? property.children?.[1] : findNodeAtLocation(node, [key]);
    if (!child) throw new Error(`the independent parser finds nothing at ${toPointer(path)}`);
    node = child;
  }
  return node;
}

/** The region of a text by counting its lines from the start: slow, and plainly right. */
function regionByCounting(text: string, start: number, end: number): Region {
  const lines = text.slice(0, start).split('\n');
  const startColumn = (lines.at(-1) ?? '').length + 1;
  return {
    startLine: lines.length,
    startColumn,
    endLine: lines.length,
    endColumn: startColumn + end - start,
    offset: start,
    length: end - start,
  };
}

function expectedRegion(text: string, node: Node, offset = 0): Region {
  const isContainer = node.type === 'object' || node.type === 'array';
  const start = offset + node.offset;
  return regionByCounting(text, start, start + (isContainer ? 1 : node.length));
}

function checkDocument(text: string): number {
  const root = parseTree(text);
  if (!root) throw new Error('the independent parser reads nothing');
  const paths = [...pathsOf(JSON.parse(text))];
  const found = locateJson(text, paths.map(toPointer));
  const expected = new Map(paths.map((path) => [toPointer(path), expectedRegion(text, nodeAt(root, path))]));
  expect(new Map([...found].sort())).toEqual(new Map([...expected].sort()));
  return paths.length;
}

function checkSequence(text: string): number {
  const { values, starts = [] } = parseJsonValues(text);
  const pointers: string[] = [];
  const expected = new Map<string, Region>();
  for (const [index, value] of values.entries()) {
    if (value === undefined) continue;
    const start = starts[index] ?? 0;
    const root = parseTree(text.slice(start, starts[index + 1]));
    if (!root) throw new Error('the independent parser reads nothing');
    for (const path of pathsOf(value)) {
      const pointer = toPointer([index, ...path]);
      pointers.push(pointer);
      expected.set(pointer, expectedRegion(text, nodeAt(root, path), start));
    }
  }
  expect(new Map([...locateJsonSequence(text, (index) => starts[index], pointers)].sort())).toEqual(
    new Map([...expected].sort()),
  );
  return pointers.length;
}

test.each(fixtures)('every value of the fixture $name stands where an independent parser finds it', ({ bytes }) => {
  const { text } = decode(bytes);
  const check = parseJsonValues(text).starts ? checkSequence : checkDocument;
  expect(check(text)).toBeGreaterThan(3);
});

test('a sequence as a whole stands where its first value begins', () => {
  const text = '\n  {"a": 1}\n{"a": 2}\n';
  const { starts = [] } = parseJsonValues(text);
  const places = locateJsonSequence(text, (index) => starts[index], ['', '/1/a']);
  expect(
    [...places].map(([pointer, { startLine, startColumn, length }]) => [pointer, startLine, startColumn, length]),
  ).toEqual([
    ['', 2, 3, 1],
    ['/1/a', 3, 7, 1],
  ]);
});

describe('generated documents', () => {
  const seeds = Array.from({ length: 300 }, (_, seed) => seed);

  test('every value of 300 stands where an independent parser finds it', () => {
    let places = 0;
    for (const seed of seeds) places += checkDocument(generatedJson(seed));
    expect(places).toBeGreaterThan(1500);
  });

  test('the text at a scalar parses to the value at its pointer', () => {
    for (const seed of seeds) {
      const text = generatedJson(seed);
      const value: unknown = JSON.parse(text);
      const paths = [...pathsOf(value)];
      const found = locateJson(text, paths.map(toPointer));
      for (const path of paths) {
        const there = path.reduce<unknown>((holder, key) => (holder as Record<string, unknown>)[key], value);
        if (typeof there === 'object' && there !== null) continue;
        const { offset, startColumn, endColumn } = found.get(toPointer(path)) as Region;
        expect(JSON.parse(text.slice(offset, offset + endColumn - startColumn))).toEqual(there);
      }
    }
  });

  test.each([
    ['lines', '\n'],
    ['lines that end in CRLF, with empty ones', '\r\n\r\n'],
  ])('%s are located as the entries of a list', (_name, between) => {
    for (let seed = 0; seed < 40; seed += 1) {
      const lines = [seed, seed + 1, seed + 2].map((one) => `[${JSON.stringify(JSON.parse(generatedJson(one)))}]`);
      expect(checkSequence(lines.join(between))).toBeGreaterThan(3);
    }
  });

  test.each(['', ' ', '\n'])(
    'documents one after the other with %j between them are located as the entries of a list',
    (between) => {
      for (let seed = 0; seed < 40; seed += 1) {
        const documents = [seed, seed + 1, seed + 2].map((one) => `{"x":${generatedJson(one)}}`);
        expect(checkSequence(documents.join(between))).toBeGreaterThan(3);
      }
    },
  );
});

describe('what is asked for', () => {
  const text = '{"a": {"b": [1, {}]}, "a": {"c": 2}}';

  test.each([
    { name: 'a pointer that does not exist is missing in the answer', pointers: ['/x', '/a/c/d', '/a/9'], found: [] },
    {
      name: 'a place below an earlier duplicate key is missing, as in JSON.parse',
      pointers: ['/a/b', '/a/b/0'],
      found: [],
    },
    { name: 'the last of duplicate keys counts', pointers: ['/a/c'], found: ['/a/c'] },
    { name: 'the root is the empty pointer', pointers: [''], found: [''] },
    { name: 'nothing is asked, nothing is found', pointers: [], found: [] },
  ])('$name', ({ pointers, found }) => {
    expect([...locateJson(text, pointers).keys()]).toEqual(found);
  });

  test('an answer does not hang on what else is asked', () => {
    const text = generatedJson(7);
    const pointers = [...pathsOf(JSON.parse(text))].map(toPointer);
    const all = locateJson(text, pointers);
    for (const pointer of pointers) expect(locateJson(text, [pointer])).toEqual(new Map([[pointer, all.get(pointer)]]));
  });

  test('a value below 100,000 levels is passed over, and what follows is found', () => {
    const text = `{"a": ${'['.repeat(100_000)}${']'.repeat(100_000)}, "b": 1}`;
    expect(locateJson(text, ['/b']).get('/b')?.offset).toBe(text.lastIndexOf('1'));
  });
});
