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

describe('all secrets are taken out of a text of YAML', () => {
  function allTaken(text: string, secrets: readonly string[]): string {
    const all = new Secrets();
    for (const secret of secrets) all.add(secret);
    return all.allTakenOutOf(text);
  }

  test.each([
    { name: 'a real one', text: `a: ${SHORT}`, secrets: [SHORT], left: 'a: [REDACTED]' },
    { name: 'a part of a real one', text: `a: ${SHORT.slice(9)}`, secrets: [SHORT], left: 'a: [REDACTED]' },
    { name: 'a placeholder', text: 'a: changeme!', secrets: ['changeme'], left: 'a: [REDACTED]!' },
    { name: 'one with blanks', text: 'a: my pass word', secrets: ['my pass word'], left: 'a: [REDACTED]' },
    {
      name: 'the whole of one that begins as another',
      text: 'a: changeme123',
      secrets: ['changeme', 'changeme123'],
      left: 'a: [REDACTED]',
    },
  ])('$name', ({ text, secrets, left }) => {
    expect(allTaken(text, secrets)).toBe(left);
  });

  test('but nothing, where one is blank', () => {
    expect(allTaken('a: b', [' '])).toBe('a: b');
  });

  test('of 50,000 placeholders as fast as of one', () => {
    const secrets = Array.from({ length: 50_000 }, (_, index) => `secret-${index.toString().padStart(6, '0')}`);
    const all = new Secrets();
    for (const secret of secrets) all.add(secret);
    expect(secrets.filter((secret) => all.allTakenOutOf(`a: ${secret}`) !== 'a: [REDACTED]')).toEqual([]);
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
