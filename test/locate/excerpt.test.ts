import { describe, expect, test } from 'vitest';
import { Secrets } from '../../src/client/secrets.ts';
import { columnsOf } from '../../src/columns.ts';
import { excerpt } from '../../src/locate/excerpt.ts';
import { region } from '../../src/locate/regions.ts';
import type { Document } from '../../src/subject.ts';

const SECRET = 'q8Zt5vKw2Lm9Xc4Nb7Rj1Hf6Gd3Sa0Pu5Yi8Te2Wo9Qk4Mv7Bx';

function documentOf(text: string, secrets: readonly string[] = [SECRET]): Document {
  const nowhere = new Map<string, never>();
  const known = new Secrets();
  for (const secret of secrets) known.add(secret);
  return {
    uri: 'c.json',
    path: 'c.json',
    text,
    encoding: 'utf-8',
    secrets: known,
    locate: () => nowhere,
  };
}

/** The excerpt of the only `"VALUE"` of a text, as one line. */
function shown(text: string, width = 100, value = '"VALUE"', secrets = [SECRET]): string {
  const start = text.indexOf(value);
  const parts = excerpt(documentOf(text, secrets), region(text, [start, start + value.length]), width);
  return parts.before + parts.value + parts.after;
}

const escaped = [...SECRET].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

describe('a secret is not shown', () => {
  test.each([
    { name: 'before the finding on its line', text: `{"ClientSecret": "${SECRET}", "a": "VALUE"}` },
    { name: 'after the finding on its line', text: `{"a": "VALUE", "ClientSecret": "${SECRET}"}` },
    { name: 'as the finding', text: `{"ClientSecret": "${SECRET}"}`, value: `"${SECRET}"` },
    {
      name: 'as the finding, on the line after its key',
      text: `{"ClientSecret":\n\t"${SECRET}"}`,
      value: `"${SECRET}"`,
    },
    { name: 'under a key with escapes', text: `{"Client\\u0053ecret": "${SECRET}", "a": "VALUE"}`, secrets: [] },
    { name: 'spelled with escapes', text: `{"x": "${escaped}", "a": "VALUE"}` },
    {
      name: 'as ClientSecretValue',
      text: `{"ClientSecrets": [{"ClientSecretValue": "${SECRET}"}], "a": "VALUE"}`,
      secrets: [],
    },
    { name: 'as client_secret', text: `{"client_secret": "${SECRET}", "a": "VALUE"}`, secrets: [] },
    { name: 'whose key stands on the line before', text: `{"ClientSecret":\n"${SECRET}", "a": "VALUE"}`, secrets: [] },
    { name: 'under another key', text: `{"a": "VALUE", "Copy": "${SECRET}"}` },
    { name: 'in a list', text: `{"a": "VALUE", "Copies": ["${SECRET}"]}` },
    { name: 'as a key', text: `{"a": "VALUE", "${SECRET}": 1}` },
    { name: 'within a longer text', text: `{"a": "VALUE", "CallbackURLs": ["https://a.io/?s=${SECRET}"]}` },
    {
      name: 'that is a number',
      text: '{"a": "VALUE", "ClientSecret": 123456789012345678901234}',
      hidden: '123456789012345678901234',
    },
    { name: 'of another document on the same line', text: `{"a": "VALUE"} {"ClientSecret": "${SECRET}"}`, secrets: [] },
    { name: 'without quotes, behind a fault', text: `{"a": "VALUE"} {"ClientSecret": ${SECRET}}`, secrets: [] },
    { name: 'in single quotes, behind a fault', text: `{"a": "VALUE"} {"ClientSecret": '${SECRET}'}`, secrets: [] },
    {
      name: 'behind a quote that is not closed',
      text: `{"a": "VALUE"} {"b: 1, "ClientSecret": "${SECRET}"}`,
      secrets: [],
    },
    { name: 'that is not closed', text: `{"a": "VALUE"} {"ClientSecret": "${SECRET}}`, secrets: [] },
  ])('$name', ({ text, value, secrets, hidden = SECRET }) => {
    for (const width of [40, 80, 300]) {
      const line = shown(text, width, value, secrets);
      for (let from = 0; from + 8 <= hidden.length; from += 1) expect(line).not.toContain(hidden.slice(from, from + 8));
    }
  });

  test('what is hidden is told', () => {
    expect(shown(`{"ClientSecret": "${SECRET}", "a": "VALUE"}`)).toBe('{"ClientSecret": "[REDACTED]", "a": "VALUE"}');
  });

  test('the ids beside it are shown', () => {
    const text = `{"ClientId": "38fjsnc484p94kpqsnet7mpld0", "a": "VALUE", "ClientSecret": "${SECRET}"}`;
    expect(shown(text)).toBe('{"ClientId": "38fjsnc484p94kpqsnet7mpld0", "a": "VALUE", "ClientSecret": "[REDACTED]"}');
  });
});

describe('the line', () => {
  const entries = Array.from({ length: 5000 }, (_, index) => `"entry ${index}"`).join(', ');
  test.each([
    { name: 'of its own', text: '{\n  "a": "VALUE",\n  "b": 1\n}', line: '  "a": "VALUE",' },
    { name: 'that ends in CRLF', text: '{\r\n  "a": "VALUE",\r\n  "b": 1\r\n}', line: '  "a": "VALUE",' },
    {
      name: 'of NDJSON alone, not its neighbours',
      text: '{"b": 1}\n{"a": "VALUE"}\n{"c": 1}\n',
      line: '{"a": "VALUE"}',
    },
    { name: 'with a tab, which is shown as one blank', text: '\t"a":\t"VALUE"', line: ' "a": "VALUE"' },
    {
      name: 'with marks that turn the direction of writing',
      text: '["VALUE", "\u202egnp.exe"]',
      line: '["VALUE", " gnp.exe"]',
    },
    {
      name: 'that is a text outside of ASCII',
      text: '{"名": "店 🛒", "a": "VALUE"}',
      line: '{"名": "店 🛒", "a": "VALUE"}',
    },
  ])('$name', ({ text, line }) => {
    expect(shown(text)).toBe(line);
  });

  test.each([40, 60, 86, 100, 140])('is at most %i wide, with the value in it, though it is a whole file', (width) => {
    const line = shown(`[${entries}, "VALUE", ${entries}]`, width);
    expect(line.length).toBeLessThanOrEqual(width);
    expect(line.length).toBeGreaterThan(width - 20);
    expect(line).toContain('"VALUE"');
    expect(line.at(-1)).toBe('…');
  });

  test.each([40, 86, 140])('is at most %i wide where its texts are very long', (width) => {
    const long = `"${'l'.repeat(100_000)}"`;
    const line = shown(`[${long}, "VALUE", ${long}]`, width);
    expect(line.length).toBeLessThanOrEqual(width);
    expect(line).toContain('"VALUE"');
  });

  test.each([40, 86, 140])(
    'is at most %i wide where the value itself is very long, and shows both its ends',
    (width) => {
      const value = `"${'v'.repeat(100_000)}"`;
      const line = shown(`{"a": ${value}, "b": 1}`, width, value);
      expect(line.length).toBeLessThanOrEqual(width);
      expect(line).toMatch(/"v+…"/);
    },
  );

  test.each([40, 86, 140])('is at most %i columns wide where its letters take two', (width) => {
    const long = `"${'店🛒'.repeat(30)}"`;
    for (const value of ['"VALUE"', long]) {
      const line = shown(`[${long}, ${value}, ${long}]`, width, value);
      expect(columnsOf(line)).toBeLessThanOrEqual(width);
      expect(columnsOf(line)).toBeGreaterThan(width - 20);
    }
  });

  test('a pair of surrogates is not cut in two', () => {
    for (let width = 40; width < 60; width += 1) {
      const value = `"${'🛒'.repeat(100)}"`;
      expect(shown(`[${value}, ${value}, ${value}]`, width, value)).not.toMatch(/\p{Cs}/u);
    }
  });

  test('100,000 blanks around the value cost no time', () => {
    const blanks = ' '.repeat(100_000);
    expect(shown(`{"a":${blanks}"VALUE"${blanks}}`)).toContain('"VALUE"');
  });
});
