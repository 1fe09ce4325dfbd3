import { seeded } from '../random.ts';

/** Texts of JSON as nobody would write them: made from a seed, so that a failure can be seen again. */
export function generatedJson(seed: number): string {
  const random = seeded(seed);
  const pick = <Entry>(list: readonly Entry[]): Entry => list[Math.floor(random() * list.length)] as Entry;
  const spaces = pick([[''], [' ', ''], ['\n', '\r\n', '\t', '  ', '']]);
  const space = () => pick(spaces);

  const string = () => {
    const pieces = Array.from({ length: Math.floor(random() * 4) }, () => pick(PIECES));
    return `"${pieces.join('')}"`;
  };
  const entries = (depth: number, make: (depth: number) => string) =>
    Array.from({ length: Math.floor(random() * 4) }, () => `${space()}${make(depth - 1)}${space()}`).join(',');
  // V8 reads names as an earlier one that they begin with and that ends with a backslash, so none begins with such a one here:
  // https://github.com/nodejs/node/issues/63785.
  const name = () => string().replace(/^"(?=.*\\\\"$)/, () => `"${seed}.${random()} `);
  const member = (depth: number) => `${random() < 0.3 ? pick(KEYS) : name()}${space()}:${space()}${value(depth)}`;
  const value = (depth: number): string => {
    const kind = random();
    if (depth > 0 && kind < 0.4) return `{${entries(depth, member) || space()}}`;
    if (depth > 0 && kind < 0.7) return `[${entries(depth, value) || space()}]`;
    return kind < 0.85 ? string() : pick(LITERALS);
  };
  const deep = random() < 0.05 ? 40 : 0;
  const inner = value(5);
  return `${space()}${'[{"a":'.repeat(deep)}${inner}${'}]'.repeat(deep)}${space()}`;
}

const PIECES = [
  'a',
  '}',
  '{',
  ']',
  '[',
  ',',
  ':',
  '/',
  '~',
  '~1',
  '🛒',
  'é',
  '店',
  '\\"',
  '\\\\',
  '\\u007d',
  '\\ud83d\\uded2',
  '\\n',
  '//',
  ' ',
];
const KEYS = ['"a"', '"\\u0061"', '"a/b"', '"m~n"', '""', '"0"', '"}"', '"__proto__"', '"constructor"'];
const LITERALS = ['0', '-1.5e+10', '1E400', 'true', 'false', 'null', '12345678901234567890'];
