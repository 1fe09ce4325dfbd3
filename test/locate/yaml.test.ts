import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { readYaml } from '../../src/locate/yaml.ts';
import { toPointer } from '../../src/pointer.ts';

/** The text at a pointer, with its first line. */
function found(text: string, pointer: string): string | undefined {
  const region = readYaml(text).locate([pointer]).get(pointer);
  return (
    region && `${region.startLine}:${region.startColumn} ${text.slice(region.offset, region.offset + region.length)}`
  );
}

describe('places in YAML', () => {
  test.each([
    { name: 'a plain text', text: 'a: 1\nb: two words # comment', pointer: '/b', place: '2:4 two words' },
    { name: 'a text in double quotes', text: 'a: "x # y"', pointer: '/a', place: '1:4 "x # y"' },
    { name: 'a text in single quotes', text: "a: 'it''s'", pointer: '/a', place: "1:4 'it''s'" },
    { name: 'an entry in block style', text: 'a:\n  - x\n  - y\n', pointer: '/a/1', place: '3:5 y' },
    { name: 'an entry in flow style', text: 'a: [x, {b: y}]', pointer: '/a/1/b', place: '1:12 y' },
    { name: 'a list in flow style by its bracket', text: 'a: [x]', pointer: '/a', place: '1:4 [' },
    { name: 'a map in flow style by its bracket', text: 'a: {b: x}', pointer: '/a', place: '1:4 {' },
    { name: 'a list in block style by its first dash', text: 'a:\n  - x\n', pointer: '/a', place: '2:3 -' },
    { name: 'a map in block style by its first key', text: 'a:\n  key: x\n', pointer: '/a', place: '2:3 key' },
    { name: 'the whole document', text: '# c\na: 1', pointer: '', place: '2:1 a' },
    { name: 'a folded text', text: 'a: >-\n  one\n  two\nb: 1', pointer: '/a', place: '1:4 >-\n  one\n  two' },
    { name: 'a plain text on two lines', text: 'a: one\n  two\nb: 1', pointer: '/a', place: '1:4 one\n  two' },
    { name: 'an alias where its anchor is', text: 'a: &x http://one\nb: *x', pointer: '/b', place: '1:7 http://one' },
    { name: 'an entry below an alias', text: 'a: &x [p, q]\nb: *x', pointer: '/b/1', place: '1:11 q' },
    { name: 'the latest anchor of a name', text: 'a: &x 1\nb: &x 2\nc: *x', pointer: '/c', place: '2:7 2' },
    { name: 'a merged member', text: 'a: &x {k: 1}\nb:\n  <<: *x\n  l: 2', pointer: '/b/k', place: '1:11 1' },
    {
      name: 'an own member before a merged one',
      text: 'a: &x {k: 1}\nb: {k: 2, <<: *x}',
      pointer: '/b/k',
      place: '2:8 2',
    },
    {
      name: 'a merged member of YAML 1.1',
      text: '%YAML 1.1\n---\na: &x {k: 1}\nb: {<<: *x}',
      pointer: '/b/k',
      place: '3:11 1',
    },
    { name: 'the first of merged maps', text: 'b: {<<: [{k: 1}, {k: 2}]}', pointer: '/b/k', place: '1:14 1' },
    { name: 'a key in quotes', text: '"a/b": 1', pointer: '/a~1b', place: '1:8 1' },
    { name: 'a number as a key', text: '80: x', pointer: '/80', place: '1:5 x' },
    { name: 'the last of equal keys', text: 'a: 1\na: 2', pointer: '/a', place: '2:4 2' },
    { name: 'a short tag with its text', text: 'a: !Ref Pool', pointer: '/a', place: '1:4 !Ref Pool' },
    { name: 'the text of a short tag', text: 'a: !Sub "x"', pointer: '/a/Fn::Sub', place: '1:9 "x"' },
    { name: 'a short tag on a list by the tag', text: 'a: !If [C, x, y]', pointer: '/a', place: '1:4 !If' },
    { name: 'an arm of a short condition', text: 'a: !If [C, x, [y]]', pointer: '/a/Fn::If/2/0', place: '1:16 y' },
    { name: 'an arm of a long condition', text: 'a:\n  Fn::If: [C, x, y]', pointer: '/a/Fn::If/1', place: '2:15 x' },
    { name: 'an arm in block style', text: 'a: !If\n  - C\n  - !Ref X\n', pointer: '/a/Fn::If/1', place: '3:5 !Ref X' },
    { name: 'the second document', text: 'a: 1\n---\na: 2', pointer: '/1/a', place: '3:4 2' },
    { name: 'a value after Windows line breaks', text: 'a: 1\r\nb: 2\r\n', pointer: '/b', place: '2:4 2' },
    {
      name: 'a value after text outside of ASCII, in UTF-16 units',
      text: '"日本😀": x',
      pointer: '/日本😀',
      place: '1:9 x',
    },
    { name: 'nothing, where there is nothing', text: 'a: 1', pointer: '/b/c', place: undefined },
  ])('$name', ({ text, pointer, place }) => {
    expect(found(text, pointer)).toBe(place);
  });
});

describe('values of YAML', () => {
  test.each([
    { name: 'booleans as they are spelled', text: '[true, True, FALSE]', value: [true, true, false] },
    { name: 'words of YAML 1.1 are texts', text: '[yes, OFF, ENABLED]', value: ['yes', 'OFF', 'ENABLED'] },
    {
      name: 'short tags as what they stand for',
      text: 'a: !Ref B\nb: !GetAtt C.D',
      value: { a: { Ref: 'B' }, b: { 'Fn::GetAtt': 'C.D' } },
    },
    { name: 'short tags within short tags', text: '!Join ["", [!Ref A]]', value: { 'Fn::Join': ['', [{ Ref: 'A' }]] } },
    { name: 'conditions of conditions', text: '!Not [!Condition A]', value: { 'Fn::Not': [{ Condition: 'A' }] } },
    {
      name: 'merge keys',
      text: 'a: &x {k: 1, l: 1}\nb: {<<: *x, l: 2}',
      value: { a: { k: 1, l: 1 }, b: { k: 1, l: 2 } },
    },
    { name: 'a quoted merge key as any other', text: '{"<<": 1}', value: { '<<': 1 } },
    { name: 'a key of the name of the prototype', text: '{__proto__: 1}', value: JSON.parse('{"__proto__": 1}') },
    { name: 'dates as texts', text: '[2026-11-23]', value: ['2026-11-23'] },
    {
      name: 'merge keys of YAML 1.1',
      text: '%YAML 1.1\n---\na: &x {k: 1, l: 1}\nb: {<<: *x, l: 2}',
      value: { a: { k: 1, l: 1 }, b: { k: 1, l: 2 } },
    },
    {
      name: 'dates of YAML 1.1 as texts',
      text: '%YAML 1.1\n---\n2026-11-23: 2026-11-23T10:00:00Z',
      value: { '2026-11-23': '2026-11-23T10:00:00Z' },
    },
    { name: 'booleans of YAML 1.1', text: '%YAML 1.1\n---\n[yes, off]', value: [true, false] },
    { name: 'documents as a list', text: '--- 1\n---\n2\n---\n', value: [1, 2, null] },
    { name: 'nothing where there are comments alone', text: '# nothing\n', value: null },
  ])('$name', ({ text, value }) => {
    expect(readYaml(text).value ?? null).toEqual(value);
  });

  test('a document of ten aliases of ten aliases is cut short', () => {
    const lines = Array.from({ length: 30 }, (_, index) =>
      index === 0 ? 'a0: &a0 [x]' : `a${index}: &a${index} [${Array(10).fill(`*a${index - 1}`)}]`,
    );
    const [first] = readYaml(lines.join('\n')).faults;
    expect(first?.message).toContain('the aliases stand for too many values');
  });
});

describe('a value may be shared', () => {
  const text = 'a: &a {b: [&b 1, 2], c: 3}\nd: 4\ne: [5, &e 6, 7]\nf: *a\n';
  test.each([
    ['which has an anchor', 6, true],
    ['in a list in what has one', 1, true],
    ['beside another with one, in what has one', 2, true],
    ['in a map that has one', 3, true],
    ['behind what has one', 4, false],
    ['before what has one', 5, false],
    ['beside what has one', 7, false],
  ])('%s: %i, %s', (_name, value, expected) => {
    expect(readYaml(text).isShared(text.indexOf(String(value)))).toBe(expected);
  });

  test('which is told of 40,000 anchors as fast as of one', () => {
    const many = Array.from({ length: 40_000 }, (_, index) => `- &a${index} x`).join('\n');
    const { isShared } = readYaml(many);
    const offsets = [...many.matchAll(/x/g)].map(({ index }) => index);
    expect(offsets.filter((offset) => !isShared(offset) || isShared(offset + 1))).toEqual([]);
  });
});

describe('faults of YAML never quote the text', () => {
  test.each([
    { name: 'a bracket is missing', text: 'a: [b', fault: [5, 'or a bracket is missing'] },
    { name: 'a quote is missing', text: 'a: "b', fault: [5, 'a character is missing here'] },
    { name: 'a tab as indentation', text: 'a:\n\tb: 1', fault: [3, 'tabs cannot indent YAML'] },
    { name: 'an alias without an anchor', text: 'a: *b', fault: [3, 'the alias has no anchor before it'] },
    { name: 'an alias within its anchor', text: 'a: &b [*b]', fault: [7, 'the alias is a part of what it stands for'] },
    { name: 'a key twice', text: 'a: 1\na: 2', fault: [5, 'the key stands twice in its map'] },
    { name: 'a map within a key', text: 'a: b: c', fault: [3, 'a nested map must begin on a line of its own'] },
  ])('$name', ({ text, fault: [offset, message] }) => {
    const [first] = readYaml(text).faults;
    expect(first?.offset).toBe(offset);
    expect(first?.message).toContain(message);
  });
});

describe('every scalar that was written is found where it stands', () => {
  const value = {
    plain: 'text',
    'key with: colon': [
      'http://a.acme-corp.io/cb?x=1#y',
      '',
      'blanks ',
      "it's",
      'a "quote"',
      '日本 😀',
      'true',
      '12',
      'null',
    ],
    nested: [{ a: [1, 2.5, true, null, 'multi\nline\n'] }, { b: { c: 'a'.repeat(200) } }],
  };
  const styles = [
    {},
    { collectionStyle: 'flow' },
    { defaultStringType: 'QUOTE_SINGLE' },
    { defaultStringType: 'QUOTE_DOUBLE' },
    { defaultStringType: 'BLOCK_FOLDED' },
    { defaultStringType: 'BLOCK_LITERAL', indent: 4 },
  ] as const;

  test.each(styles)('%o', (style) => {
    const text = stringify(value, style);
    const leaves = [...leavesOf(value, [])];
    const regions = readYaml(text).locate(leaves.map(({ path }) => toPointer(path)));
    for (const { path, leaf } of leaves) {
      const region = regions.get(toPointer(path));
      const slice = text.slice(region?.offset, (region?.offset ?? 0) + (region?.length ?? 0));
      expect(parse(slice), `${toPointer(path)} of ${slice}`).toEqual(leaf);
    }
  });
});

function* leavesOf(
  value: unknown,
  path: readonly (string | number)[],
): Generator<{ path: typeof path; leaf: unknown }> {
  if (typeof value !== 'object' || value === null) yield { path, leaf: value };
  else for (const [key, entry] of Object.entries(value)) yield* leavesOf(entry, [...path, key]);
}
