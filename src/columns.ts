import { eastAsianWidth } from 'get-east-asian-width';

/** How many columns of a terminal a text takes that has no control and no format characters in it. */
export function columnsOf(text: string): number {
  if (isPlain(text)) return text.length;
  let columns = 0;
  for (const [letter] of letters(text)) columns += widthOf(letter);
  return columns;
}

/** As many of the first letters of a text as fit into so many columns. */
export function startOf(text: string, columns: number): string {
  if (isPlain(text)) return text.slice(0, columns);
  let room = columns;
  for (const { 0: letter, index } of letters(text)) {
    room -= widthOf(letter);
    if (room < 0) return text.slice(0, index);
  }
  return text;
}

/** As many of its last letters. */
export function endOf(text: string, columns: number): string {
  if (isPlain(text)) return text.slice(Math.max(0, text.length - columns));
  let room = columns;
  for (const { 0: letter, index } of [...letters(text)].reverse()) {
    room -= widthOf(letter);
    if (room < 0) return text.slice(index + letter.length);
  }
  return text;
}

/** Breaks a text into lines of at most `width` columns, between words. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && columnsOf(line) + 1 + columnsOf(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** ASCII, the letters of European languages and the mark of what was cut: each takes one column. */
function isPlain(text: string): boolean {
  return /^[ -~\u00a0-\u02ff…]*$/.test(text);
}

/** What is drawn as one: a flag, or a character with its accents, the colour of its skin or its vowels of Hangul. */
const LETTER = /\p{RI}{2}|\P{M}[\p{M}\p{EMod}\u1160-\u11ff]*|\p{M}+/gu;
/** Flags, and what a selector makes an emoji: https://www.unicode.org/reports/tr51/#Emoji_Variation_Sequences */
const EMOJI = /^\p{RI}{2}|\ufe0f/u;

function letters(text: string): IterableIterator<RegExpMatchArray & { readonly index: number }> {
  return text.matchAll(LETTER);
}

function widthOf(letter: string): number {
  if (EMOJI.test(letter)) return 2;
  return /^\p{M}/u.test(letter) ? 0 : eastAsianWidth(letter.codePointAt(0) ?? 0);
}
