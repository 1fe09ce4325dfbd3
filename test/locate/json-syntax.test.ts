import { describe, expect, test } from 'vitest';
import { type SyntaxFault, syntaxFault } from '../../src/locate/json-syntax.ts';
import { decode } from '../../src/sources/decode.ts';
import { parseJsonValues } from '../../src/sources/json-values.ts';
import { fixtures } from '../fixtures.ts';

interface Case {
  readonly name: string;
  /** `▲` marks the place of the fault and is no part of the text. */
  readonly text: string;
  readonly message: string;
}

const cases: readonly Case[] = [
  { name: 'nothing', text: '▲', message: 'the text ends where a value was expected' },
  { name: 'blanks alone', text: ' \n ▲', message: 'the text ends where a value was expected' },
  { name: 'a word', text: '▲hello', message: 'expected a value' },
  { name: 'a comment before the object', text: '▲// {"a": 1}', message: 'expected a value' },
  { name: 'a word that begins like true', text: '{"a": ▲tru}', message: 'expected a value' },
  { name: 'a word that goes on after true', text: '{"a": true▲ish}', message: 'expected "," or "}"' },
  { name: 'a Python constant', text: '{"a": ▲None}', message: 'expected a value' },
  { name: 'NaN', text: '[▲NaN]', message: 'expected a value or "]"' },
  { name: 'single quotes around a key', text: "{▲'a': 1}", message: 'expected a key in double quotes or "}"' },
  { name: 'single quotes around a value', text: `{"a": ▲'b'}`, message: 'expected a value' },
  { name: 'a key without quotes', text: '{▲a: 1}', message: 'expected a key in double quotes or "}"' },
  { name: 'a comma before the closing brace', text: '{"a": 1,▲}', message: 'expected a key in double quotes' },
  { name: 'a comma before the closing bracket', text: '[1,▲]', message: 'expected a value' },
  { name: 'two commas', text: '[1,▲,2]', message: 'expected a value' },
  { name: 'a comma first', text: '[▲,1]', message: 'expected a value or "]"' },
  { name: 'no comma between members', text: '{"a": 1\n ▲"b": 2}', message: 'expected "," or "}"' },
  { name: 'no comma between entries', text: '[1 ▲2]', message: 'expected "," or "]"' },
  { name: 'no colon', text: '{"a" ▲1}', message: 'expected ":"' },
  { name: 'no value', text: '{"a": ▲}', message: 'expected a value' },
  { name: 'the wrong bracket at the end of an object', text: '{"a": 1▲]', message: 'expected "," or "}"' },
  { name: 'the wrong bracket at the end of a list', text: '[1▲}', message: 'expected "," or "]"' },
  { name: 'a second value', text: '{} ▲{}', message: 'expected the end of the text' },
  { name: 'a closing brace too many', text: '{}▲}', message: 'expected the end of the text' },
  { name: 'the end within an object', text: '{"a": 1▲', message: 'the text ends where "," or "}" was expected' },
  { name: 'the end within a list', text: '[1▲', message: 'the text ends where "," or "]" was expected' },
  {
    name: 'the end after a brace',
    text: '{▲',
    message: 'the text ends where a key in double quotes or "}" was expected',
  },
  { name: 'the end after a bracket', text: '[▲', message: 'the text ends where a value or "]" was expected' },
  { name: 'the end after a key', text: '{"a"▲', message: 'the text ends where ":" was expected' },
  { name: 'the end after a colon', text: '{"a":▲', message: 'the text ends where a value was expected' },
  {
    name: 'the end after a comma',
    text: '{"a": 1,▲',
    message: 'the text ends where a key in double quotes was expected',
  },
  { name: 'the end within a string', text: '{"a": ▲"b', message: 'this string has no closing quote' },
  { name: 'the end after a backslash', text: '{"a": "b▲\\', message: 'this escape sequence is not one of JSON' },
  { name: 'the end within a unicode escape', text: '["▲\\u12', message: 'this escape sequence is not one of JSON' },
  { name: 'a line break in a string', text: '{"a": ▲"b\n"}', message: 'this string has no closing quote on its line' },
  { name: 'CRLF in a string', text: '{"a": ▲"b\r\n"}', message: 'this string has no closing quote on its line' },
  { name: 'a tab in a string', text: '{"a": "b▲\tc"}', message: 'a control character in a string must be escaped' },
  {
    name: 'an escape that only JavaScript has',
    text: '{"a": "▲\\x41"}',
    message: 'this escape sequence is not one of JSON',
  },
  { name: 'a path of Windows', text: '["C:▲\\users"]', message: 'this escape sequence is not one of JSON' },
  { name: 'a number with a leading zero', text: '{"a": 0▲1}', message: 'expected "," or "}"' },
  { name: 'a number with a leading plus', text: '{"a": ▲+1}', message: 'expected a value' },
  { name: 'a number that ends in a point', text: '{"a": 1▲.}', message: 'expected "," or "}"' },
  {
    name: 'a blank that JSON does not have',
    text: '{▲\u00a0"a": 1}',
    message: 'expected a key in double quotes or "}"',
  },
  { name: 'a fault after good members', text: '{"a": [1, {"b": "}"}],\n  "c": ▲?}', message: 'expected a value' },
];

describe('the first fault', () => {
  test.each(cases)('$name: $message', ({ text: marked, message }) => {
    const text = marked.replace('▲', '');
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    expect(syntaxFault(text)).toEqual({ offset: marked.indexOf('▲'), message });
  });

  test('it is looked for from the given place on', () => {
    expect(syntaxFault('{} {"a" 1}', 3)).toEqual({ offset: 8, message: 'expected ":"' });
  });
});

const MESSAGES = new Set([
  ...cases.map(({ message }) => message),
  ...cases.map(({ message }) => message.replace('the text ends', 'the line ends')),
]);

/** Of a single document: the first fault is in it, and is told in words that quote nothing. */
function checkFaults(text: string, faults: readonly SyntaxFault[]): void {
  expect(faults.length).toBeGreaterThan(0);
  for (const { offset, message } of faults) {
    expect(MESSAGES).toContain(message);
    expect(offset).toBeGreaterThanOrEqual(0);
    expect(offset).toBeLessThanOrEqual(text.length);
  }
}

describe('a text that is cut off', () => {
  const documents = fixtures
    .map(({ name, bytes }) => ({ name, text: decode(bytes).text.trimEnd() }))
    .filter(({ text }) => parseJsonValues(text).starts === undefined);

  test('there are fixtures to cut', () => expect(documents.length).toBeGreaterThan(10));

  test.each(documents)('each prefix of $name has its fault at the end, or where the last string begins', ({ text }) => {
    for (let length = 1; length < text.length; length += 1) {
      const prefix = text.slice(0, length);
      const { faults } = parseJsonValues(prefix);
      checkFaults(prefix, faults);
      const tail = prefix.slice(faults[0]?.offset);
      expect(tail, `the fault of the first ${length} characters`).toMatch(
        /^(\s*|"[^"]*|[a-z]{1,4}|[-.]|\\u?[\da-f]*)$/,
      );
    }
  });
});

describe('it ends, soon, and does not throw', () => {
  test.each([
    { name: '100,000 open lists', text: '['.repeat(100_000) },
    { name: '100,000 open objects', text: '{"a":'.repeat(100_000) },
    { name: '100,000 levels with a fault inside', text: `${'['.repeat(100_000)}?${']'.repeat(100_000)}` },
    { name: '100,000 closing brackets', text: ']'.repeat(100_000) },
    { name: '100,000 quotes', text: `${'"'.repeat(100_001)}` },
    { name: 'a string of a million escapes', text: `["${'\\n'.repeat(1_000_000)}` },
    { name: 'a string of a million backslashes', text: `["${'\\'.repeat(1_000_000)}` },
    { name: 'a million blanks', text: ' '.repeat(1_000_000) },
    { name: 'a million commas', text: `[${','.repeat(1_000_000)}` },
    { name: 'a number of a million digits', text: `[${'1'.repeat(1_000_000)}` },
  ])('$name', ({ text }) => checkFaults(text, parseJsonValues(text).faults));
});
