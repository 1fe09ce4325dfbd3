import { expect, test } from 'vitest';
import { forgetRedacted, isName, isRealSecret, isRecord, takeSecrets } from '../../src/client/secret.ts';
import { Secrets } from '../../src/client/secrets.ts';
import { UnknownValue } from '../../src/client/unknown.ts';

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
  ['what should be a list of secrets', { ClientSecrets: { a: 'a' } }, { ClientSecrets: { a: R } }, ['a']],
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
  const secrets = new Secrets();
  takeSecrets(client, secrets);
  expect([...secrets].sort()).toEqual(values);
  expect(client).toEqual(left);
});

test('a secret of another client of the document is taken out of a client', () => {
  const client = { ClientName: `app-${REAL}`, AnalyticsConfiguration: { ExternalId: REAL } };
  takeSecrets(client, new Secrets().add(REAL));
  expect(client).toEqual({ ClientName: `app-${R}`, AnalyticsConfiguration: { ExternalId: R } });
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

test.each([
  ['no secret', {}, 'absent'],
  ['an empty one', { ClientSecret: '' }, 'absent'],
  ['a text', { ClientSecret: 'a' }, 'present'],
  ['one that was taken before', { ClientSecret: R }, 'present'],
  ['a list of secrets', { ClientSecrets: [{ ClientSecretId: 'i' }] }, 'present'],
  ['an empty list', { ClientSecrets: [] }, 'absent'],
])('of a client with %s it is said whether it has one', (_name, client: Record<string, unknown>, state) => {
  expect(takeSecrets(client, new Secrets()).state).toBe(state);
});

test('why a secret is not known is no secret', () => {
  const unknown = new UnknownValue('ClientSecret', 'it hangs on a parameter');
  const client = { ClientSecret: unknown };
  const secrets = new Secrets();
  takeSecrets(client, secrets);
  expect([...secrets]).toEqual([]);
  expect([client.ClientSecret, unknown.reason]).toEqual([unknown, 'it hangs on a parameter']);
});

test.each([REAL, `${REAL}\n`, '01234012340123401234012340'])('%s may be a secret', (text) => {
  expect(isRealSecret(text)).toBe(true);
});

test.each(['secret', 'example', 'redacted', 'placeholder', 'changeme', 'hidden', 'xxxx', 'XXXX'])(
  'a text with %s in it is no secret',
  (word) => {
    expect(isRealSecret(`${REAL}${word}${REAL.slice(0, 8)}`)).toBe(false);
  },
);

test.each(['a', 'custom:tenant_id', 'v1.2-x', 'k'.repeat(40), 'EnablePropagateAdditionalUserContextData'])(
  '%j is a name',
  (key) => {
    expect(isName(key)).toBe(true);
  },
);

test.each(['', 'a b', 'a/b', 'a\n', 'k'.repeat(41), REAL, `x-${REAL.slice(0, 24)}`, `Fn::${REAL}`])(
  '%j is no name',
  (key) => {
    expect(isName(key)).toBe(false);
  },
);

test.each([
  [{}, true],
  [[], false],
  [null, false],
  ['a', false],
])('%j is a record: %j', (value, expected) => {
  expect(isRecord(value)).toBe(expected);
});
