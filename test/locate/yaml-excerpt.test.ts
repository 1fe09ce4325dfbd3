import { describe, expect, test } from 'vitest';
import { Secrets } from '../../src/client/secrets.ts';
import { columnsOf } from '../../src/columns.ts';
import { excerpt } from '../../src/locate/excerpt.ts';
import { region } from '../../src/locate/regions.ts';

const SECRET = '1a2b3c4d5e6f7g8h9i0jklmnopqrstuvwx9z8y7x6w5v4u3t2s1';

interface Shown {
  readonly secrets?: readonly string[];
  readonly width?: number;
}

/** The excerpt of the only `value` of a text of YAML, as one line. */
function shown(text: string, value: string, { secrets = [], width = 300 }: Shown = {}): string {
  const start = text.indexOf(value);
  const known = new Secrets();
  for (const secret of secrets) known.add(secret);
  const document = {
    uri: 'c.yaml',
    path: 'c.yaml',
    text,
    encoding: 'utf-8',
    syntax: 'yaml' as const,
    secrets: known,
    locate: () => new Map<string, never>(),
  };
  const parts = excerpt(document, region(text, [start, start + value.length]), width);
  return parts.before + parts.value + parts.after;
}

const HALVES = [SECRET.slice(0, 25), SECRET.slice(25)] as const;
const folded = `"${HALVES.join('\\\n    ')}"`;

describe('a secret in YAML is not shown', () => {
  test.each([
    { name: 'in a comment', text: `EnableTokenRevocation: VALUE # ${SECRET}` },
    { name: 'in a comment, under a name', text: `EnableTokenRevocation: VALUE # client_secret=${SECRET.slice(0, 24)}` },
    { name: 'in a comment without a blank', text: `EnableTokenRevocation: VALUE # secret:${SECRET.slice(0, 24)}` },
    { name: 'in a name', text: `ClientName: VALUE-${SECRET}` },
    { name: 'as JSON without blanks', text: `{"Secret":"${SECRET.slice(0, 9)}","a":"VALUE",}` },
    { name: 'over two lines, its key on a line of its own', text: `ClientSecret:\n    ${folded}\n`, value: folded },
    { name: 'over two lines, beside its key', text: `ClientSecret: ${folded}\n`, value: folded },
    { name: 'behind a comment on its key', text: `ClientSecret: # it\n  ${folded}\n`, value: folded },
    { name: 'on the line after its quoted key', text: `"ClientSecret":\r\n  "pw9pw9pw9"`, value: '"pw9pw9pw9"' },
  ])('$name', ({ text, value = 'VALUE' }) => {
    const line = shown(text, value);
    expect(line).toContain('[REDACTED]');
    expect(line).not.toMatch(/1a2b3c|pw9/);
  });

  test.each([
    'EnableTokenRevocation: VALUE # 38fjsnc484p94kpqsnet7mpld0',
    'GenerateSecret: true, a: VALUE',
    '{"GenerateSecret":true,"a":"VALUE"}',
    'a: VALUE # secret: none of it, see https://a.acme.com/secret',
  ])('but %s is', (text) => {
    expect(shown(text, 'VALUE')).toBe(text.replace(/none/, '[REDACTED]'));
  });
});

describe('a secret in YAML that is known is not shown where it is the bare entry of a list', () => {
  test.each([
    { name: 'over two lines in quotes', entry: folded },
    { name: 'folded', entry: `>-\n      ${HALVES.join('\n      ')}\n`, secret: HALVES.join(' ') },
    { name: 'plain, over two lines', entry: HALVES.join('\n      '), secret: HALVES.join(' ') },
    { name: 'literal', entry: `|\n      ${HALVES.join('\n      ')}\n`, secret: `${HALVES.join('\n')}\n` },
  ])('$name', ({ entry, secret = SECRET }) => {
    expect(shown(`ClientSecrets:\n  - ${entry}\n`, entry, { secrets: [secret] })).not.toMatch(/1a2b3c|y6w5/);
  });

  test.each([
    {
      name: 'beside what it begins on',
      text: `{a: VALUE, ClientSecrets: [${HALVES.join('\n  ')}]}`,
      secret: HALVES.join(' '),
    },
    {
      name: 'beside what it ends on',
      text: `{ClientSecrets: [${HALVES.join('\n  ')}], a: VALUE}`,
      secret: HALVES.join(' '),
    },
    { name: 'beside what its quotes end on', text: `{ClientSecrets: [${folded}], a: VALUE}`, secret: SECRET },
  ])('$name', ({ text, secret }) => {
    expect(shown(text, 'VALUE', { secrets: [secret] })).toContain('[REDACTED]');
    expect(shown(text, 'VALUE', { secrets: [secret] })).not.toMatch(/1a2b3c|y6w5/);
  });
});

describe('a line of YAML is at most as wide as asked, with something of what follows the value', () => {
  const long = '"https://店.example/callback/of/the/app"';
  test.each([31, 40, 86, 140])('%i columns', (width) => {
    for (const before of ['a: [', `a: [${long}, ${long}, ${long}, `]) {
      for (const value of ['VALUE', `${long}${long}${long}`]) {
        const line = shown(`${before}${value}, ${long}, ${long}, ${long}]`, value, { width });
        expect(columnsOf(line)).toBeLessThanOrEqual(width);
        expect(line).toMatch(/, .*[…\]]$/);
      }
    }
  });
});
