import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fingerprint, semanticPath } from '../src/fingerprint.ts';
import type { ClientIdentity, Subject } from '../src/subject.ts';
import { reportOf } from './sarif/report.ts';

const on = { ClientId: 'abc', AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'] };

function duplicates(CallbackURLs: readonly string[], LogoutURLs: readonly string[] = []) {
  const { findings } = reportOf([{ ...on, CallbackURLs, LogoutURLs }], 'redirect-duplicate');
  const fingerprints = findings.map(({ fingerprint }) => fingerprint).sort();
  return { fingerprints, pointers: findings.map(({ location }) => location.pointer.split('/').slice(-2).join('/')) };
}

test.each([
  ['two spellings', ['https://app.acme.com', 'https://app.acme.com/']],
  ['three spellings', ['https://app.acme.com', 'https://app.acme.com/', 'https://APP.acme.com:443']],
  [
    'the duplicates of two URLs',
    ['https://a.acme.com', 'https://a.acme.com/', 'https://b.acme.com/', 'https://b.acme.com'],
  ],
])('the fingerprints of %s survive another order of the list', (_what, urls) => {
  const { fingerprints } = duplicates(urls);
  expect(fingerprints.length).toBeGreaterThan(0);
  expect(duplicates(urls.toReversed()).fingerprints).toEqual(fingerprints);
});

test('a duplicate is the later entry, whatever the order', () => {
  const urls = ['https://app.acme.com', 'https://app.acme.com/'];
  for (const list of [urls, urls.toReversed()]) expect(duplicates(list).pointers).toEqual(['CallbackURLs/1']);
});

test('duplicates of two URLs, or in two lists, do not have the same fingerprint', () => {
  const two = ['https://a.acme.com', 'https://a.acme.com/', 'https://b.acme.com/', 'https://b.acme.com'];
  expect(new Set(duplicates(two, two).fingerprints).size).toBe(4);
});

describe('what a client goes by', () => {
  const { location, subject } = reportOf([{ ClientId: 'abc', EnableTokenRevocation: false }]).findings[0] ?? {};
  if (!location || !subject) throw new Error('no finding');
  const print = (identity: ClientIdentity, uri = 'a.json', pointer = '/0') => {
    const document = { ...location.document, uri };
    const named: Subject = { ...subject, identity, origin: { ...subject.origin, document, pointer } };
    return fingerprint(named, 'client-stale', 'LastModifiedDate');
  };
  const ids = { userPoolId: 'eu-west-1_Pool', clientId: 'abc' };

  test('its ids, whatever its name, resource, file and place are', () => {
    const same = print({ ...ids, clientName: 'web', resource: 'Web' }, 'b.json', '/1');
    expect(same).toBe(print(ids));
    const parts = 'cognito-lint/v1\0eu-west-1_Pool\0abc\0client-stale\0LastModifiedDate';
    expect(same).toBe(createHash('sha256').update(parts).digest('hex'));
  });
  test('each of its ids', () => {
    expect(print({ ...ids, userPoolId: 'eu-west-1_Other' })).not.toBe(print(ids));
    expect(print({ ...ids, clientId: 'abd' })).not.toBe(print(ids));
  });
  test('without ids, its resource in its file, whatever its name and place are', () => {
    expect(print({ resource: 'Web', clientName: 'web' }, 'a.json', '/1')).toBe(print({ resource: 'Web' }));
    expect(print({ resource: 'Api' })).not.toBe(print({ resource: 'Web' }));
    expect(print({ resource: 'Web' }, 'b.json')).not.toBe(print({ resource: 'Web' }));
  });
  test('without a resource, its name in its pool, whatever its file and place are', () => {
    expect(print({ clientName: 'web' }, 'b.json', '/1')).toBe(print({ clientName: 'web' }));
    expect(print({ clientName: 'api' })).not.toBe(print({ clientName: 'web' }));
    expect(print({ clientName: 'web', userPoolId: 'eu-west-1_Pool' })).not.toBe(print({ clientName: 'web' }));
  });
  test('without a name, its place', () => {
    expect(print({}, 'b.json')).not.toBe(print({}));
    expect(print({}, 'a.json', '/1')).not.toBe(print({}));
  });
});

test.each([
  [['RefreshTokenRotation', 'Feature'], 'RefreshTokenRotation/Feature'],
  [['CallbackURLs', 1], 'CallbackURLs/https://b.acme.io/cb'],
  [['ClientSecrets', 1, 'ClientSecretCreateDate'], 'ClientSecrets/two/ClientSecretCreateDate'],
  [[], ''],
] as const)('in the path %j a list entry goes by its value, a secret by its id', (path, expected) => {
  const client = {
    CallbackURLs: ['https://a.acme.io/cb', 'https://b.acme.io/cb'],
    ClientSecrets: [{ ClientSecretId: 'one' }, { ClientSecretId: 'two' }],
  };
  expect(semanticPath(client, path)).toBe(expected);
});
