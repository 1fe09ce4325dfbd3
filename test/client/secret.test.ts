import { expect, test } from 'vitest';
import { forgetRedacted, takeSecrets } from '../../src/client/secret.ts';

const R = '[REDACTED]';
const REAL = 'q7WvN2mXk9Lr4TzB8YcJ5HsD3FgP6aE1';

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
  [
    'a name and a list, where it stands a second time',
    { ClientSecret: REAL, ClientName: `app-${REAL}`, CallbackURLs: [`https://a.io/${REAL}/${REAL}`, 'https://b.io'] },
    { ClientSecret: R, ClientName: `app-${R}`, CallbackURLs: [`https://a.io/${R}/${R}`, 'https://b.io'] },
    [REAL],
  ],
  [
    'no word that a short one is a part of',
    { ClientSecret: 'web', ClientName: 'webshop' },
    { ClientSecret: R, ClientName: 'webshop' },
    ['web'],
  ],
])('secrets are taken out of %s', (_name, client: Record<string, unknown>, left, values) => {
  expect([...takeSecrets(client).values].sort()).toEqual(values);
  expect(client).toEqual(left);
});

test.each([
  { name: 'a text', client: { ClientName: `app-${R}` }, forgotten: ['ClientName'] },
  { name: 'an entry', client: { CallbackURLs: ['https://b.io', `https://a.io/${R}`] }, forgotten: ['CallbackURLs'] },
  { name: 'a part', client: { AnalyticsConfiguration: { ExternalId: R } }, forgotten: ['AnalyticsConfiguration'] },
  { name: 'not the secrets', client: { ClientSecret: R, ClientSecrets: [{ ClientSecretValue: R }] }, forgotten: [] },
  { name: 'nothing else', client: { ClientName: 'app', CallbackURLs: [], RefreshTokenValidity: 1 }, forgotten: [] },
])('what a secret was taken out of is not known: $name', ({ client, forgotten }) => {
  const before = structuredClone(client) as Record<string, unknown>;
  expect(forgetRedacted(client)).toEqual(forgotten);
  expect(JSON.stringify(client)).toContain(forgotten.length > 0 ? 'a client secret stands in it' : '');
  if (forgotten.length === 0) expect(client).toEqual(before);
});
