import { expect, test } from 'vitest';
import { takeSecrets } from '../../src/client/secret.ts';

const R = '[REDACTED]';

test.each([
  ['a text', { ClientSecret: 'a' }, { ClientSecret: R }, ['a']],
  ['none', { ClientId: 'a' }, { ClientId: 'a' }, []],
  ['an empty one', { ClientSecret: '' }, { ClientSecret: '' }, []],
  ['one that was taken before', { ClientSecret: R }, { ClientSecret: R }, []],
  ['null', { ClientSecret: null }, { ClientSecret: null }, []],
  ['a number', { ClientSecret: 5 }, { ClientSecret: 5 }, []],
  ['a list', { ClientSecret: ['a', 1, ['b']] }, { ClientSecret: [R, 1, [R]] }, ['a', 'b']],
  ['an object', { ClientSecret: { v: 'a' } }, { ClientSecret: { v: R } }, ['a']],
  [
    'a list of secrets',
    { ClientSecrets: [{ ClientSecretId: 'i', ClientSecretValue: 'a' }, 'b', null] },
    { ClientSecrets: [{ ClientSecretId: 'i', ClientSecretValue: R }, R, null] },
    ['a', 'b'],
  ],
])('secrets are taken out of %s', (_name, client: Record<string, unknown>, left, values) => {
  expect([...takeSecrets(client).values].sort()).toEqual(values);
  expect(client).toEqual(left);
});
