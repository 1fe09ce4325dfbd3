import { test } from 'vitest';
import rule from '../../src/rules/redirect-invalid-uri.ts';
import { testRule } from '../../src/testing.ts';

const on = { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'] };
const says = (said: string) => `${said}.`;
const fine: readonly string[] = [
  'https://app.acme.io/cb?v=1',
  'com.acme.app:/cb',
  'myapp://',
  'http://[::1]:3000/cb',
  'https://acme.io/.well-known/cb',
  'https://*.acme.io/../cb',
  'javascript:alert(1)#x',
  'https://m\u00fcnchen.de/cb',
];
const faulty: Readonly<Record<string, string>> = {
  '/cb': '/cb is no plain absolute URL: it is not absolute',
  'app.acme.io:443/cb': 'app.acme.io:443/cb is no plain absolute URL: it is not absolute',
  '//app.acme.io/cb': '//app.acme.io/cb is no plain absolute URL: it is not absolute',
  'https:///cb': 'https:///cb is no plain absolute URL: parsers read its host differently',
  'https://app.acme.io@evil.example/cb':
    'https://evil.example/cb is no plain absolute URL: it has a user name before its host',
  'https://app.acme.io\\@evil.example':
    'https://evil.example is no plain absolute URL: it has a user name before its host',
  'https://joe:s3cr3t@app.acme.io/cb?key=s3cr3t':
    'https://app.acme.io/cb is no plain absolute URL: it has a user name before its host',
  'https://app.acme.io/a/../cb':
    'https://app.acme.io/a/../cb is no plain absolute URL: it has dot segments in its path',
  'https://app.acme.io/a/%2e%2E/cb':
    'https://app.acme.io/a/%2e%2E/cb is no plain absolute URL: it has dot segments in its path',
  'https://app.acme.io/cb#token=s3cr3t': 'https://app.acme.io/cb is no plain absolute URL: it has a fragment',
  'https://app.acme.io/c b':
    'https://app.acme.io/c b is no plain absolute URL: it has a space, a backslash or an invisible character',
  'https://app.acme.io/\u202ecb':
    'https://app.acme.io/\u202ecb is no plain absolute URL: it has a space, a backslash or an invisible character',
  'http://127.1/cb': 'http://127.1/cb is no plain absolute URL: parsers read its host differently',
};

testRule(
  rule,
  {
    valid: [
      { name: 'no redirects pass', client: on },
      { name: 'an empty list passes', client: { ...on, CallbackURLs: [] } },
      { name: 'null passes', client: { ...on, CallbackURLs: null, DefaultRedirectURI: null } },
      { name: 'an empty text is no redirect', client: { ...on, DefaultRedirectURI: '' } },
      { name: 'a plain URL passes', client: { ...on, CallbackURLs: ['https://app.acme.io/cb'] } },
      ...fine.map((url) => ({ name: `${url} passes`, client: { ...on, CallbackURLs: [url] } })),
      { name: 'dormant redirects are another rule', client: { CallbackURLs: ['https://app.acme.io/cb#'] } },
      {
        name: 'a switch of null is off',
        client: { AllowedOAuthFlowsUserPoolClient: null, CallbackURLs: ['https://app.acme.io/cb#'] },
      },
      {
        name: 'a machine client never redirects',
        client: { ...on, AllowedOAuthFlows: ['client_credentials'], CallbackURLs: ['https://app.acme.io/cb#'] },
      },
    ],
    invalid: [
      {
        name: 'each distinct callback is reported once, at its first place',
        client: {
          ...on,
          CallbackURLs: ['https://app.acme.io/cb', 'https://app.acme.io/cb#', 'https://app.acme.io/cb#'],
        },
        problems: [['/CallbackURLs/1', says('https://app.acme.io/cb is no plain absolute URL: it has a fragment')]],
      },
      ...Object.entries(faulty).map(
        ([url, said]) =>
          ({
            name: `${url} is reported`,
            client: { ...on, CallbackURLs: [url] },
            problems: [['/CallbackURLs/0', says(said)]],
          }) as const,
      ),
      {
        name: 'the default redirect is reported where it is no callback',
        client: { ...on, CallbackURLs: ['https://app.acme.io/cb'], DefaultRedirectURI: 'https://app.acme.io/cb#' },
        problems: [['/DefaultRedirectURI', says('https://app.acme.io/cb is no plain absolute URL: it has a fragment')]],
      },
      {
        name: 'a default redirect that is a callback is reported as the callback',
        client: { ...on, CallbackURLs: ['https://app.acme.io/cb#'], DefaultRedirectURI: 'https://app.acme.io/cb#' },
        problems: [['/CallbackURLs/0', says('https://app.acme.io/cb is no plain absolute URL: it has a fragment')]],
      },
      {
        name: 'an update request is judged alike',
        form: 'request',
        client: { ...on, ClientId: 'abc', CallbackURLs: ['https://app.acme.io/cb#'] },
        problems: [['/CallbackURLs/0', says('https://app.acme.io/cb is no plain absolute URL: it has a fragment')]],
      },
      {
        name: 'a create request is judged alike',
        form: 'request',
        client: { ...on, CallbackURLs: ['https://app.acme.io/cb#'] },
        problems: [['/CallbackURLs/0', says('https://app.acme.io/cb is no plain absolute URL: it has a fragment')]],
      },
      {
        name: 'what is known is reported beside an entry of a wrong type',
        client: { ...on, CallbackURLs: [7, 'https://app.acme.io/cb#'] },
        problems: [['/CallbackURLs/1', says('https://app.acme.io/cb is no plain absolute URL: it has a fragment')]],
        notEvaluated: 'CallbackURLs',
      },
      {
        name: 'a sign-out URL is reported too',
        client: { ...on, LogoutURLs: ['https://app.acme.io/cb#'] },
        problems: [['/LogoutURLs/0', says('https://app.acme.io/cb is no plain absolute URL: it has a fragment')]],
      },
    ],
    unknown: [
      {
        name: 'callbacks of a wrong type are unknown',
        client: { ...on, CallbackURLs: 'https://app.acme.io/cb#' },
        field: 'CallbackURLs',
      },
      {
        name: 'grants that nobody knows may be of a machine',
        client: { ...on, AllowedOAuthFlows: ['device'], CallbackURLs: ['https://app.acme.io/cb#'] },
        field: 'AllowedOAuthFlows',
      },
      {
        name: 'a switch of a wrong type is unknown',
        client: { AllowedOAuthFlowsUserPoolClient: 'on', CallbackURLs: ['https://app.acme.io/cb#'] },
        field: 'AllowedOAuthFlowsUserPoolClient',
      },
    ],
  },
  test,
);
