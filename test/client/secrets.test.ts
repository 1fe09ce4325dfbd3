import { describe, expect, test } from 'vitest';
import { Secrets } from '../../src/client/secrets.ts';

const SHORT = 'q7WvN2mXk9Lr4TzB8YcJ5HsD3FgP6aE1';
const LONG = `${SHORT}0m9n8b7v6c5x4z3`;

function taken(text: string, secrets: readonly string[]): string {
  const all = new Secrets();
  for (const secret of secrets) all.add(secret);
  return all.takenOutOf(text);
}

describe('secrets are taken out of a text', () => {
  test.each([
    { name: 'that is one', text: SHORT, secrets: [SHORT], left: '[REDACTED]' },
    { name: 'as one that ends its line', text: `a/${SHORT}`, secrets: [`${SHORT}\n`], left: 'a/[REDACTED]' },
    { name: 'in the middle of a word', text: `a_${SHORT}b`, secrets: [SHORT], left: 'a_[REDACTED]b' },
    { name: 'twice', text: `${SHORT}${SHORT}`, secrets: [SHORT], left: '[REDACTED][REDACTED]' },
    { name: 'as several', text: `${LONG}/${SHORT}`, secrets: [SHORT, LONG], left: '[REDACTED]/[REDACTED]' },
    { name: 'the whole of one that begins as another', text: LONG, secrets: [SHORT, LONG], left: '[REDACTED]' },
  ])('$name', ({ text, secrets, left }) => {
    expect(taken(text, secrets)).toBe(left);
  });

  test.each([
    { name: 'a part of one', text: SHORT.slice(1), secrets: [SHORT] },
    { name: 'a word that a placeholder stands in', text: 'the_web_application_of_ours', secrets: ['web', SHORT] },
    { name: 'anything, where there is none', text: LONG, secrets: [] },
  ])('but not $name', ({ text, secrets }) => {
    expect(taken(text, secrets)).toBe(text);
  });

  test('of 50,000 secrets as fast as of one', () => {
    const secrets = Array.from({ length: 50_000 }, (_, index) => `${SHORT}${index.toString(36).padStart(12, '0')}`);
    const all = new Secrets();
    for (const secret of secrets) all.add(secret);
    expect(secrets.filter((secret) => all.takenOutOf(`a_${secret}`) !== 'a_[REDACTED]')).toEqual([]);
  });
});

test.each([
  ['none', [], false],
  ['a placeholder', ['CLIENT_SECRET'], false],
  ['a real one', ['CLIENT_SECRET', SHORT], true],
])('with %s it is said whether one is real', (_name, secrets, expected) => {
  const all = new Secrets();
  for (const secret of secrets) all.add(secret);
  expect(all.hasReal).toBe(expected);
});
