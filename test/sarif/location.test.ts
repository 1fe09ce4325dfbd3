import { describe, expect, test } from 'vitest';
import { Secrets } from '../../src/client/secrets.ts';
import { region } from '../../src/locate/regions.ts';
import { toPhysicalLocation } from '../../src/sarif/location.ts';
import type { Document } from '../../src/subject.ts';

type Syntax = Document['syntax'];

/** Where a result is that is about the only `value` of a text. */
function placeOf(text: string, value: string, syntax?: Syntax) {
  const document: Document = {
    uri: 'c.json',
    path: 'c.json',
    text,
    encoding: 'utf-8',
    ...(syntax && { syntax }),
    secrets: new Secrets(),
    locate: () => new Map<string, never>(),
  };
  const start = text.indexOf(value);
  const location = { document, pointer: '', region: region(text, [start, start + value.length]) };
  return toPhysicalLocation(location, ['PreventUserExistenceErrors']);
}

const contextOf = (line: string, syntax?: Syntax) =>
  placeOf(line, syntax ? 'LEGACY' : '"LEGACY"', syntax).contextRegion?.snippet?.text;
const json = (url: string) => `{"CallbackURLs":["${url}"],"PreventUserExistenceErrors":"LEGACY"}`;
const yaml = (rest: string) => `PreventUserExistenceErrors: LEGACY${rest}`;

describe('what a URL says beside its origin and path is not in the line around a value', () => {
  test.each<[what: string, line: string, syntax?: Syntax]>([
    ['a query behind slashes', json('https://a.acme.com/cb?t=s3cr3t')],
    ['a query without slashes', json('myapp:cb?t=s3cr3t')],
    ['a query behind one slash', json('https:/a.acme.com/cb?t=s3cr3t')],
    ['a scheme with dots', json('com.acme:cb?t=s3cr3t')],
    ['a fragment without slashes', json('myapp:cb#t=s3cr3t')],
    ['a fragment behind a blank', json('https://a.acme.com/cb #t=s3cr3t')],
    ['a query behind a blank', json('myapp:cb d?t=s3cr3t')],
    ['a query behind a quote', json('https://a.acme.com/\\"?t=s3cr3t')],
    ['a password', json('https://bob:s3cr3t@a.acme.com/cb')],
    ['a password without slashes', json('https:bob:s3cr3t@a.acme.com/cb')],
    ['a password behind a tab', json('\\thttps://bob:s3cr3t@a.acme.com/cb')],
    ['a query in a comment of YAML', yaml('  # myapp:cb?t=s3cr3t'), 'yaml'],
    ['a query in single quotes', `{a: ['myapp:cb?t=s3cr3t'], b: LEGACY}`, 'yaml'],
    ['a query in a list without blanks', '{a: [x,myapp:cb?t=s3cr3t], b: LEGACY}', 'yaml'],
    ['a colon that YAML escapes', '{a: ["myapp\\x3acb?t=s3cr3t"], b: LEGACY}', 'yaml'],
  ])('%s', (_what, line, syntax) => {
    expect(contextOf(line, syntax)).not.toContain('s3cr3t');
  });

  test.each<[what: string, line: string, syntax?: Syntax]>([
    ['pairs of JSON', '{"a":"b","c": "d?","e":1,"f": "LEGACY"}'],
    ['a URL of origin and path', json('https://a.acme.com:8080/cb')],
    ['a scheme and a path', json('myapp:cb')],
    ['a comment of YAML', yaml(' # is it?'), 'yaml'],
    ['a comment behind a URL', '{a: https://a.acme.com/cb, b: LEGACY} # see #12', 'yaml'],
  ])('the line is shown with %s', (_what, line, syntax) => {
    expect(contextOf(line, syntax)).toBe(line);
  });

  test('a line of a million colons is looked through once, and not anew at each', () => {
    const value = `"${':x'.repeat(500_000)}"`;
    expect(placeOf(`[${value}]`, value).contextRegion?.snippet?.text).toBe(`[${value}]`);
  });
});

describe('a value is shown', () => {
  test.each<[what: string, value: string, isShown: boolean]>([
    ['with a path', '"https://a.acme.com/cb"', true],
    ['with a tab in it', '"a\\tb"', true],
    ['but not a password behind a tab', '"\\thttps://bob:s3cr3t@a.acme.com/cb"', false],
    ['but not a password behind a scheme with a line break in it', '"ht\\ntps://bob:s3cr3t@a.acme.com/cb"', false],
    ['but not a query behind an escape of YAML', '"myapp\\x3acb?t=s3cr3t"', false],
  ])('%s', (_what, value, isShown) => {
    expect(placeOf(`[${value}]`, value).region?.snippet?.text).toBe(isShown ? value : undefined);
  });
});

describe('around a value that is its own line, the context takes what follows', () => {
  test.each([
    ['a line feed', '{\n"a":1}', { endLine: 2, endColumn: 1 }, '{\n'],
    ['both', '{\r\n"a":1}', { endLine: 2, endColumn: 1 }, '{\r\n'],
    ['a carriage return alone, which ends no line', '{\r"a":1}', { endLine: 1, endColumn: 3 }, '{\r'],
  ])('%s', (_what, text, end, snippet) => {
    const start = { startLine: 1, startColumn: 1 };
    expect(placeOf(text, '{').contextRegion).toEqual({ ...start, ...end, snippet: { text: snippet } });
  });
});
