import { expect, test } from 'vitest';
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
