import { expect, test } from 'vitest';
import type { Rule } from '../src/rule.ts';
import { rules } from '../src/rules/index.ts';
import { judgeClient } from '../src/testing.ts';

/** What is said of a client by a rule that yields or throws anything. */
function said(check: () => Iterable<unknown>): unknown {
  const rule = { ...rules[0], options: undefined, check } as unknown as Rule;
  const client = { ClientId: 'a1', CallbackURLs: ['https://a.acme-corp.io'], AllowedOAuthFlows: 3, LogoutURLs: null };
  return judgeClient(rule, { name: 'a client', client }).problems;
}

const related = (paths: unknown) => () => [{ path: ['ClientName'], message: 'It is so.', related: paths }];
const NO_PATH = 'it yields a problem without a path or a message';
const NO_PATHS = 'it yields a problem whose related is no list of paths';
const NOT_THERE = 'it yields a related path to what is not there';

test.each<[name: string, says: string, check: () => Iterable<unknown>]>([
  ['yields nothing that is a problem', NO_PATH, () => [null]],
  ['yields a path that begins with a number', NO_PATH, () => [{ path: [0], message: 'It is so.' }]],
  ['yields a path with an object in it', NO_PATH, () => [{ path: ['CallbackURLs', {}], message: 'It is so.' }]],
  ['yields a message that is no text', NO_PATH, () => [{ path: ['ClientName'], message: 3 }]],
  [
    'yields an entry that is not there',
    'to an entry that is not there: /CallbackURLs/NaN',
    () => [{ path: ['CallbackURLs', Number.NaN], message: 'It is so.' }],
  ],
  ['relates a text', NO_PATHS, related('x')],
  ['relates a number', NO_PATHS, related(3)],
  ['relates null', NO_PATHS, related(null)],
  ['relates a list of null', NO_PATHS, related([null])],
  ['relates a path that begins with a number', NO_PATHS, related([[0]])],
  ['relates a member that is null', `${NOT_THERE}: /LogoutURLs`, related([['ClientId'], ['LogoutURLs']])],
  ['relates an entry of what is not set', `${NOT_THERE}: /ReadAttributes/0`, related([['ReadAttributes', 0]])],
  ['relates an entry that is not there', `${NOT_THERE}: /CallbackURLs/1`, related([['CallbackURLs', 1]])],
  ['relates a letter of a text', `${NOT_THERE}: /ClientId/0`, related([['ClientId', 0]])],
  [
    'is async and throws',
    'it is async, but must yield or give its answer at once',
    (async () => {
      throw new Error('no');
    }) as unknown as () => Iterable<unknown>,
  ],
  [
    'throws what has no words',
    'it threw what has no words',
    () => {
      throw Object.create(null);
    },
  ],
])('a rule that %s is told in a sentence', (_name, says, check) => {
  expect(() => said(check)).toThrow(
    / failed on this client, so it is not judged by it \(.*\); report this to its author$/,
  );
  expect(() => said(check)).toThrow(says);
});

test.each([
  ['the client itself', []],
  ['a member', ['ClientId']],
  ['an entry of a list', ['CallbackURLs', 0]],
  ['a member that is not known', ['AllowedOAuthFlows']],
])('a rule may relate %s', (_name, path) => {
  expect(said(related([path]))).toEqual([['/ClientName', 'It is so.']]);
});
