import { describe, expect, test } from 'vitest';
import { parseJsonValues } from '../../src/sources/json-values.ts';

describe('one value', () => {
  test.each([
    { name: 'an object', text: '{"a": 1}', value: { a: 1 } },
    { name: 'an object with blanks around it', text: '\r\n {"a": 1} \n\n', value: { a: 1 } },
    { name: 'a list on several lines', text: '[\n{"a": 1}\n]', value: [{ a: 1 }] },
    { name: 'a text', text: '"a"', value: 'a' },
    { name: 'null', text: 'null', value: null },
  ])('$name is that value, and no sequence', ({ text, value }) => {
    expect(parseJsonValues(text)).toEqual({ values: [value], faults: [] });
  });
});

describe('several values', () => {
  test.each([
    { name: 'lines', text: '{"a":1}\n{"b":2}\n', values: [{ a: 1 }, { b: 2 }], starts: [0, 8] },
    {
      name: 'lines without a break at the end',
      text: '{"a":1}\n{"b":2}',
      values: [{ a: 1 }, { b: 2 }],
      starts: [0, 8],
    },
    { name: 'lines that end in CRLF', text: '{"a":1}\r\n{"b":2}\r\n', values: [{ a: 1 }, { b: 2 }], starts: [0, 9] },
    {
      name: 'lines with empty and indented ones between',
      text: '\n{"a":1}\n \t\n  {"b":2}',
      values: [{ a: 1 }, { b: 2 }],
      starts: [1, 14],
    },
    { name: 'lines of lists', text: '[1]\n[2]', values: [[1], [2]], starts: [0, 4] },
    { name: 'documents with nothing between', text: '{"a":1}{"b":2}', values: [{ a: 1 }, { b: 2 }], starts: [0, 7] },
    {
      name: 'indented documents',
      text: '{\n "a": 1\n}\n{\n "b": 2\n}\n',
      values: [{ a: 1 }, { b: 2 }],
      starts: [0, 12],
    },
    {
      name: 'a line and an indented document',
      text: '{"a":1}\n{\n "b": 2\n}\n',
      values: [{ a: 1 }, { b: 2 }],
      starts: [0, 8],
    },
    {
      name: 'a line and two documents on the next',
      text: '{"a":1}\n{"b":2}{"c":3}',
      values: [{ a: 1 }, { b: 2 }, { c: 3 }],
      starts: [0, 8, 15],
    },
    {
      name: 'a document with brackets and quotes in its texts',
      text: '{"a":"}{\\""}{"b":2}',
      values: [{ a: '}{"' }, { b: 2 }],
      starts: [0, 12],
    },
  ])('$name are read one by one', ({ text, values, starts }) => {
    expect(parseJsonValues(text)).toEqual({ values, starts, faults: [] });
  });

  test('a first line of more than a megabyte is a line like any other', () => {
    const long = JSON.stringify({ a: 'l'.repeat(2 ** 20 + 1) });
    const { starts, faults } = parseJsonValues(`${long}\n{"b":2}\n`);
    expect({ starts, faults }).toEqual({ starts: [0, long.length + 1], faults: [] });
  });
});

describe('a fault', () => {
  test.each([
    {
      name: 'in a line: the others are read, and keep their number',
      text: '{"a":1}\n{"b":\n{"c":3}',
      values: [{ a: 1 }, undefined, { c: 3 }],
      starts: [0, 8, 14],
      faults: [{ offset: 13, message: 'the line ends where a value was expected' }],
    },
    {
      name: 'in the first line: the others are read',
      text: '{"a":\n{"b":2}',
      values: [undefined, { b: 2 }],
      starts: [0, 6],
      faults: [{ offset: 5, message: 'the line ends where a value was expected' }],
    },
    {
      name: 'in a line below empty ones: the others are read',
      text: '\n \n{"a":1}\n?\n{"b":2}',
      values: [{ a: 1 }, undefined, { b: 2 }],
      starts: [3, 11, 13],
      faults: [{ offset: 11, message: 'expected a value' }],
    },
    {
      name: 'at the end of a list, of which a later line is whole, is told once',
      text: '[\n{"a":1},\n{"b":2}\n',
      values: [],
      starts: [],
      faults: [{ offset: 19, message: 'the text ends where "," or "]" was expected' }],
    },
    {
      name: 'behind a text on a line: neither an object nor a list is one',
      text: '"{"\n?\n"}"',
      values: ['{'],
      starts: [0],
      faults: [{ offset: 4, message: 'expected a value' }],
    },
    {
      name: 'in each of two lines is told for each',
      text: '{"a":1}\n?\n!',
      values: [{ a: 1 }, undefined, undefined],
      starts: [0, 8, 10],
      faults: [
        { offset: 8, message: 'expected a value' },
        { offset: 10, message: 'expected a value' },
      ],
    },
    {
      name: 'in the second of two documents: the first is read',
      text: '{\n"a":1\n}\n{\n"b" 2\n}',
      values: [{ a: 1 }],
      starts: [0],
      faults: [{ offset: 16, message: 'expected ":"' }],
    },
    {
      name: 'behind a document: the document is read',
      text: '{\n"a":1\n}\n}',
      values: [{ a: 1 }],
      starts: [0],
      faults: [{ offset: 10, message: 'expected a value' }],
    },
    {
      name: 'in a text that is empty',
      text: '',
      values: [],
      starts: [],
      faults: [{ offset: 0, message: 'the text ends where a value was expected' }],
    },
    {
      name: 'in an indented document',
      text: '{\n  "a": 1,\n}',
      values: [],
      starts: [],
      faults: [{ offset: 12, message: 'expected a key in double quotes' }],
    },
  ])('$name', ({ text, values, starts, faults }) => {
    expect(parseJsonValues(text)).toEqual({ values, starts, faults });
  });
});
