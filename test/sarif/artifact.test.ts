import type { Log } from 'sarif';
import { expect, test } from 'vitest';
import { maskUrl } from '../../src/sarif/location.ts';
import { sarif } from '../../src/sarif/log.ts';
import { reportOf, run } from './report.ts';

test.each<[what: string, client: object, tokens: string[] | undefined]>([
  ['a short password in a URL', { CallbackURLs: ['http://u:p@shop.acme.com/cb'] }, ['*']],
  ['a query that is as long as the token', { CallbackURLs: ['http://shop.acme.com/cb?key=123456'] }, ['[REDACTED]']],
  ['a query that is longer', { CallbackURLs: ['http://shop.acme.com/cb?key=1234567'] }, ['[REDACTED]', '*']],
  [
    'a query, beside a star of its own',
    { CallbackURLs: ['http://*.acme.com/cb', 'http://shop.acme.com/cb?key=123456'] },
    ['[REDACTED]'],
  ],
  ['nothing', { CallbackURLs: ['http://shop.acme.com/cb'] }, undefined],
])('the tokens of a log are those that it has instead of %s', (_what, client, tokens) => {
  const on = { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'] };
  const [first] = (JSON.parse([...sarif(reportOf([{ ...on, ...client }]), run)].join('')) as Log).runs;
  expect(first?.results?.length).toBeGreaterThan(0);
  expect(first?.redactionTokens).toEqual(tokens);
});

test.each([
  ['a tab', '\\thttps://bob:s3cr3t@a.acme.com/cb?x=1'],
  ['an escape of a blank', '\\u0020https://bob:s3cr3t@a.acme.com/cb?x=1'],
  ['an escape of the colon', 'https\\u003a//bob:s3cr3t@a.acme.com/cb?x=1'],
])('what a URL says beside its origin and path is masked also behind %s', (_what, url) => {
  expect(maskUrl(`"${url}"`)).not.toContain('s3cr3t');
});
