/** The first fault of a text that is no JSON: where, and what was expected. It never quotes the text. */
export interface SyntaxFault {
  readonly offset: number;
  readonly message: string;
}

const SPACE = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 8259 section 7 forbids them unescaped
const CHARACTERS = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

/** Finds the first fault from `start` on, by RFC 8259. To be asked only after `JSON.parse` refused the text. */
export function syntaxFault(text: string, start = 0): SyntaxFault {
  const open: ('object' | 'list')[] = [];
  let at = start;
  let expected: 'value' | 'value or ]' | 'key or }' | 'key' | 'more' = 'value';

  const match = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const fault = (what: string, offset = at): SyntaxFault => ({
    offset: Math.min(offset, text.length),
    message: offset >= text.length ? `the text ends where ${what} was expected` : `expected ${what}`,
  });

  for (;;) {
    match(SPACE);
    const character = text[at];
    if (expected === 'more') {
      const inner = open.at(-1);
      if (!inner) return fault('the end of the text');
      const close = inner === 'object' ? '}' : ']';
      if (character === ',') expected = inner === 'object' ? 'key' : 'value';
      else if (character === close) open.pop();
      else return fault(`"," or "${close}"`);
      at += 1;
    } else if ((expected === 'key or }' && character === '}') || (expected === 'value or ]' && character === ']')) {
      open.pop();
      at += 1;
      expected = 'more';
    } else if (character === '"') {
      const opening = at;
      at += 1;
      // One by one: a pattern for all of them overflows its stack on a string of a million escapes.
      do match(CHARACTERS);
      while (match(ESCAPE));
      if (text[at] !== '"') return stringFault(text, opening, at);
      at += 1;
      if (expected !== 'key' && expected !== 'key or }') {
        expected = 'more';
        continue;
      }
      match(SPACE);
      if (text[at] !== ':') return fault('":"');
      at += 1;
      expected = 'value';
    } else if (expected === 'key' || expected === 'key or }') {
      return fault(expected === 'key' ? 'a key in double quotes' : 'a key in double quotes or "}"');
    } else if (character === '{' || character === '[') {
      open.push(character === '{' ? 'object' : 'list');
      at += 1;
      expected = character === '{' ? 'key or }' : 'value or ]';
    } else if (match(NUMBER) || match(WORD)) {
      expected = 'more';
    } else {
      return fault(expected === 'value' ? 'a value' : 'a value or "]"');
    }
  }
}

function stringFault(text: string, opening: number, at: number): SyntaxFault {
  if (at >= text.length) return { offset: opening, message: 'this string has no closing quote' };
  if (text[at] === '\\') return { offset: at, message: 'this escape sequence is not one of JSON' };
  const isBreak = text[at] === '\n' || text[at] === '\r';
  return isBreak
    ? { offset: opening, message: 'this string has no closing quote on its line' }
    : { offset: at, message: 'a control character in a string must be escaped' };
}
