import { describe, expect, test } from 'vitest';
import { columnsOf, endOf, startOf, wrap } from '../src/columns.ts';

// The widths are those of wcwidth, which terminals go by: https://github.com/jquast/wcwidth
test.each([
  ['ASCII', 'https://a.example/cb', 20],
  ['letters with accents', 'café naïve', 10],
  ['accents of their own', 'cafe\u0301', 4],
  ['Chinese', '店', 2],
  ['Japanese', '例え.テスト', 11],
  ['Japanese of half the width', 'ﾃｽﾄ', 3],
  ['Latin letters of full width', 'ＡＢ', 4],
  ['Hangul', '한국', 4],
  ['Hangul in its parts', '\u1112\u1161\u11ab', 2],
  ['Greek, Cyrillic, Hebrew', 'αя א', 4],
  ['an emoji', '🛒', 2],
  ['an emoji with a colour of skin', '👍🏽', 2],
  ['a sign that is made an emoji', '❤\ufe0f', 2],
  ['the sign itself', '❤', 1],
  ['a flag', '🇩🇪', 2],
  ['what was cut', '…', 1],
  ['nothing', '', 0],
])('%s: %s is %i columns wide', (_name, text, columns) => {
  expect(columnsOf(text)).toBe(columns);
});

test.each([
  ['ASCII', 'abcdef', 3, 'abc', 'def'],
  ['a wide letter that does not fit is left out', '店店店', 3, '店', '店'],
  ['an accent stays with its letter', 'e\u0301e\u0301e\u0301', 2, 'e\u0301e\u0301', 'e\u0301e\u0301'],
  ['a flag is not halved', 'a🇩🇪b', 2, 'a', 'b'],
  ['a text that fits is whole', '店🛒', 9, '店🛒', '店🛒'],
  ['no room', '店a', 0, '', ''],
])('%s: of %s %i columns', (_name, text, columns, start, end) => {
  expect([startOf(text, columns), endOf(text, columns)]).toEqual([start, end]);
});

describe('wrap', () => {
  test.each([
    ['lines break between words', 'one two three', 8, ['one two', 'three']],
    ['a word that is too long stands alone', 'a abcdefghij b', 5, ['a', 'abcdefghij', 'b']],
    ['an empty text is one line', '', 5, ['']],
  ])('%s', (_name, text, width, expected) => {
    expect(wrap(text, width)).toEqual(expected);
  });
});
