import { describe, expect, test } from 'vitest';
import { looksLikeYaml } from '../../src/sources/syntax.ts';
import { saidOf, scanned, walked } from './scanned.ts';

const CLIENT = 'UserPoolClient:\n  ClientId: abc\n  ExplicitAuthFlows: [ALLOW_USER_PASSWORD_AUTH]\n';
const indented = CLIENT.replaceAll(/^/gm, '  ');

describe('YAML is read, whatever its name and its first line', () => {
  test.each([
    { name: 'a key', text: CLIENT },
    { name: 'a dash alone on its line', text: `-\n${indented}` },
    { name: 'a key with blanks', text: `my web client:\n${indented}` },
    { name: 'a key with blanks in quotes', text: `"my web client":\n${indented}` },
    { name: 'a value behind a key with blanks in quotes', text: `"Description of it": {}\na:\n${indented}` },
    { name: 'a key that is not ASCII', text: `クライアント:\n${indented}` },
    { name: 'an anchor', text: `&top\n${CLIENT}` },
    { name: 'an anchor of an entry', text: `- &first\n${indented}` },
    { name: 'a comment before a directive', text: `# clients\n%YAML 1.2\n---\n${CLIENT}` },
  ])('$name', async ({ text }) => {
    for (const name of ['client.yaml', 'client.template', 'client.json', 'client']) {
      const report = await scanned(text, name);
      expect([report.clients, saidOf(report.errors)], name).toEqual([1, []]);
    }
    expect((await walked({ 'client.json': text })).clients).toBe(1);
  });

  test.each([
    { name: 'a key that is asked for', text: `? client\n: ${CLIENT.replaceAll('\n', '\n  ')}` },
    { name: 'a tag', text: `!!map\n${CLIENT}` },
    { name: 'a value behind a key with blanks', text: `the pool: {}\na:\n${indented}` },
    { name: 'an asterisk in a key', text: `"*": {}\na:\n${indented}` },
  ])('by its name alone: $name', async ({ text }) => {
    expect((await walked({ 'client.yml': text })).clients).toBe(1);
  });
});

describe('what is no YAML is not told to be some', () => {
  test.each([
    { name: 'JSON', text: '{"a": 1}', path: 'a.json' },
    { name: 'JSON in a file for YAML', text: ' [{"a": 1}]', path: 'a.yaml' },
    { name: 'JSON with comments', text: '// the client: abc\n{"a": 1}', path: 'a.json' },
    { name: 'JSON with a long comment', text: '/* client: abc\n */{"a": 1}', path: 'a.json' },
    { name: 'a text of JSON', text: '"a: b"', path: 'a.json' },
    { name: 'HTML', text: '<!doctype html>\n<p>UserPool: x</p>', path: 'a.json' },
    { name: 'HTML in a file for YAML', text: '<a href="x">UserPool: x</a>', path: 'a.yml' },
    { name: 'a template of text', text: '{% if x %}\na: UserPool', path: 'a.json' },
    { name: 'a template of text in a file for YAML', text: '%{ if x }\na: UserPool', path: 'a.yaml' },
    { name: 'a template of a program', text: 'server {\n  name: UserPool;\n}', path: 'nginx.template' },
    { name: 'a log', text: '2026-11-23 10:00:00 INFO UserPool: made', path: 'a.jsonl' },
    { name: 'nothing', text: '\n \n', path: 'a.yaml' },
    { name: 'bytes', text: 'a\0b', path: 'a.yaml' },
  ])('$name', ({ text, path }) => {
    expect(looksLikeYaml(text, path)).toBe(false);
  });
});

test('YAML that holds comments alone holds no client, and is not broken', async () => {
  expect(saidOf((await scanned('# nothing\n', 'a.yaml')).errors)).toEqual([
    expect.stringContaining('there is no app client in it: it is null'),
  ]);
});
