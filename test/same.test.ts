import { expect, test } from 'vitest';
import { isSame } from '../src/same.ts';

test.each([
  ['texts', 'a', 'a'],
  ['numbers', 1, 1],
  ['nothing', undefined, undefined],
  ['null', null, null],
  ['lists', ['a', 1, null], ['a', 1, null]],
  ['empty lists', [], []],
  ['empty objects', {}, {}],
  ['objects in another order', { a: 1, b: 2 }, { b: 2, a: 1 }],
  ['what nests', { a: [{ b: ['c'] }] }, { a: [{ b: ['c'] }] }],
])('%s are the same', (_, a, b) => {
  expect(isSame(a, b)).toBe(true);
});

test.each([
  ['a text and a number', '1', 1],
  ['null and nothing', null, undefined],
  ['null and an object', null, {}],
  ['a list and an object', [], {}],
  ['lists in another order', ['a', 'b'], ['b', 'a']],
  ['a list and a longer one', ['a'], ['a', 'b']],
  ['an object and one with more', { a: 1 }, { a: 1, b: 2 }],
  ['a member that is absent and one that is undefined', { a: undefined }, { b: undefined }],
  ['what differs deep inside', { a: [{ b: ['c'] }] }, { a: [{ b: ['d'] }] }],
])('%s are not the same', (_, a, b) => {
  expect(isSame(a, b)).toBe(false);
  expect(isSame(b, a)).toBe(false);
});
