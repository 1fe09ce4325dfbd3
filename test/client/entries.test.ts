import { expect, test } from 'vitest';
import { entries } from '../../src/client/entries.ts';
import { guard, UnknownValue } from '../../src/client/unknown.ts';

test.each([3, 100, 101, 500])('of a list of %i entries each is given once, at its first place', (length) => {
  const urls = Array.from({ length }, (_, index) => `https://a${index % (length - 1)}.acme.io`);
  const given = [...entries({ CallbackURLs: urls }, 'CallbackURLs')];
  expect(given.map(({ value }) => value)).toEqual([...new Set(urls)]);
  expect(given.map(({ path }) => path)).toEqual(given.map((_, index) => ['CallbackURLs', index]));
});

test.each([3, 500])('of a list of %i entries all that are known come before the unknown one ends it', (length) => {
  const unknown = new UnknownValue('CallbackURLs', 'it is a parameter');
  const urls = Array.from({ length }, (_, index) => (index === 1 ? unknown : `https://a${index}.acme.io`));
  const given: string[] = [];
  const read = () => {
    for (const { value } of entries(guard({ CallbackURLs: urls as string[] }), 'CallbackURLs')) given.push(value);
  };
  expect(read).toThrow(UnknownValue);
  expect(given).toHaveLength(length - 1);
});
