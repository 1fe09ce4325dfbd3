import { describe, expect, test } from 'vitest';
import type { PlacedRemark } from '../../src/report.ts';
import { github } from '../../src/reports/github.ts';
import { RUN, reportOf } from './posture-fixture.ts';

const report = await reportOf('clients.json');
const print = (errors: readonly PlacedRemark[], quiet = false) =>
  [...github({ ...report, findings: [], errors }, { ...RUN, quiet })].join('');

const document = report.subjects[0]?.origin.document;
const region = { startLine: 3, startColumn: 4, endLine: 3, endColumn: 9, offset: 0, length: 1 };

describe('a workflow command', () => {
  test.each<[string, string, string, string]>([
    [
      'names the place',
      'a/b.json',
      'is bad',
      '::error file=a/b.json,line=3,endLine=3,col=4,endColumn=9,title=cognito-lint::is bad',
    ],
    [
      'has the path as it is on disk',
      'a%20b.json',
      'x',
      '::error file=a b.json,line=3,endLine=3,col=4,endColumn=9,title=cognito-lint::x',
    ],
    [
      'escapes what ends a property',
      'a%3Ab%2Cc%25.json',
      'x',
      '::error file=a%3Ab%2Cc%25.json,line=3,endLine=3,col=4,endColumn=9,title=cognito-lint::x',
    ],
    [
      'escapes what would be decoded in the text',
      'a.json',
      '50%0A, a: b',
      '::error file=a.json,line=3,endLine=3,col=4,endColumn=9,title=cognito-lint::50%250A, a: b',
    ],
    [
      'stays on its line',
      'a.json',
      'x\n::error::later',
      '::error file=a.json,line=3,endLine=3,col=4,endColumn=9,title=cognito-lint::x\\u{a}\\u{3a}:error\\u{3a}:later',
    ],
    ['names no file outside of the repository', 'file:///etc/a.json', 'x', '::error title=cognito-lint::x'],
  ])('%s', (_name, uri, message, expected) => {
    if (!document) throw new Error('the fixture has no client');
    expect(print([{ document: { ...document, uri }, message, region }], true)).toBe(`${expected}\n`);
  });

  test('about no file that was read names it in its text', () => {
    expect(print([{ path: 'gone.json', message: 'there is no such file' }], true)).toBe(
      '::error title=cognito-lint::gone.json: there is no such file\n',
    );
  });
});

test('every finding is one line that begins with its own command, the worst first', async () => {
  for (const name of ['clients.json', 'hostile.json']) {
    const found = await reportOf(name);
    const lines = [...github(found, RUN)].join('').split('\n');
    const commands = lines.filter((line) => line.includes('::'));
    expect(commands).toHaveLength(found.findings.length + found.errors.length);
    expect(commands.filter((line) => !/^::(error|warning|notice) [^\n]*?::[^\n]*$/.test(line))).toEqual([]);
    expect(commands.filter((line) => line.includes('##['))).toEqual([]);
    const kinds = commands.map((line) => ['error', 'warning', 'notice'].indexOf(line.slice(2).split(' ')[0] ?? ''));
    expect(kinds).toEqual([...kinds].sort());
  }
});

test('the last line counts, unless it is to be quiet', () => {
  expect(print([])).toBe('cognito-lint: 0 errors, 0 warnings, 0 notes in 8 app clients\n');
  expect(print([], true)).toBe('');
});
