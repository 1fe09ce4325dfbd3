import { expect, test } from 'vitest';
import { blankComments } from '../../src/config/comments.ts';

test.each([
  ['a comment to the end of the line', '{} // a\n{}', '{}     \n{}'],
  ['at an old Mac line break, too', '// a\r{}', '    \r{}'],
  ['a comment over lines, which stay', '/* a\r\n * b */ {}', '    \r\n        {}'],
  ['the first end of a comment', '/* a */ 1 /* b */', '        1        '],
  ['signs of comments in a text', '"a//b/*c*/"', '"a//b/*c*/"'],
  ['a text with an escaped quote', '"a\\"//b" // c', '"a\\"//b"     '],
  ['a text with two', '"\\"a\\"//b"', '"\\"a\\"//b"'],
  ['a text that ends in a backslash', '"a\\\\" // "', '"a\\\\"     '],
  ['a text without an end, up to its line', '"a//b\n// "c', '"a//b\n     '],
  ['an escape without an end', '"a\\n//b\n// "c', '"a\\n//b\n     '],
  ['a quote in a comment', '// "a\n"b"', '     \n"b"'],
  ['a comment that ends in a quote', '// "a"', '      '],
  ['a comment without an end', '{} /* a', '{} /* a'],
])('%s', (_name, text, blanked) => {
  expect(blankComments(text)).toBe(blanked);
});
