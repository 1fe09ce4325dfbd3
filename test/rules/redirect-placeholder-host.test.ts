import { test } from 'vitest';
import rule from '../../src/rules/redirect-placeholder-host.ts';
import { testRule } from '../../src/testing.ts';

const on = { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'] };
const says = (said: string) => `${said} is a placeholder or somebody else's site.`;
const fine: readonly string[] = [
  'https://example.com.acme.io/cb',
  'https://myexample.com/cb',
  'https://app.test.com/cb',
  'https://example.io/cb',
  'com.example:/cb',
  'https://acme.io/example.com',
];
const faulty: Readonly<Record<string, string>> = {
  'https://example.com': 'example.com',
  'HTTPS://WWW.EXAMPLE.ORG/cb': 'www.example.org',
  'https://app.example/cb': 'app.example',
  'https://www.test.com': 'www.test.com',
  'https://yourdomain.com:8443/cb?key=s3cr3t': 'yourdomain.com',
  'https://joe:s3cr3t@jwt.io': 'jwt.io',
  'https://oauth.pstmn.io/v1/callback': 'oauth.pstmn.io',
  'https://oidcdebugger.com/debug': 'oidcdebugger.com',
  'http://jwt.ms': 'jwt.ms',
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
      { name: 'dormant redirects are another rule', client: { CallbackURLs: ['https://example.net/cb'] } },
      {
        name: 'a switch of null is off',
        client: { AllowedOAuthFlowsUserPoolClient: null, CallbackURLs: ['https://example.net/cb'] },
      },
      {
        name: 'a machine client never redirects',
        client: { ...on, AllowedOAuthFlows: ['client_credentials'], CallbackURLs: ['https://example.net/cb'] },
      },
      {
        name: 'sign-out URLs are not callbacks',
        client: { ...on, LogoutURLs: ['https://example.net/cb'] },
      },
    ],
    invalid: [
      {
        name: 'each distinct callback is reported once, at its first place',
        client: { ...on, CallbackURLs: ['https://app.acme.io/cb', 'https://example.net/cb', 'https://example.net/cb'] },
        problems: [['/CallbackURLs/1', says('example.net')]],
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
        client: { ...on, CallbackURLs: ['https://app.acme.io/cb'], DefaultRedirectURI: 'https://example.net/cb' },
        problems: [['/DefaultRedirectURI', says('example.net')]],
      },
      {
        name: 'a default redirect that is a callback is reported as the callback',
        client: { ...on, CallbackURLs: ['https://example.net/cb'], DefaultRedirectURI: 'https://example.net/cb' },
        problems: [['/CallbackURLs/0', says('example.net')]],
      },
      {
        name: 'an update request is judged alike',
        form: 'request',
        client: { ...on, ClientId: 'abc', CallbackURLs: ['https://example.net/cb'] },
        problems: [['/CallbackURLs/0', says('example.net')]],
      },
      {
        name: 'a create request is judged alike',
        form: 'request',
        client: { ...on, CallbackURLs: ['https://example.net/cb'] },
        problems: [['/CallbackURLs/0', says('example.net')]],
      },
      {
        name: 'what is known is reported beside an entry of a wrong type',
        client: { ...on, CallbackURLs: [7, 'https://example.net/cb'] },
        problems: [['/CallbackURLs/1', says('example.net')]],
        notEvaluated: 'CallbackURLs',
      },
    ],
    unknown: [
      {
        name: 'callbacks of a wrong type are unknown',
        client: { ...on, CallbackURLs: 'https://example.net/cb' },
        field: 'CallbackURLs',
      },
      {
        name: 'grants that nobody knows may be of a machine',
        client: { ...on, AllowedOAuthFlows: ['device'], CallbackURLs: ['https://example.net/cb'] },
        field: 'AllowedOAuthFlows',
      },
      {
        name: 'a switch of a wrong type is unknown',
        client: { AllowedOAuthFlowsUserPoolClient: 'on', CallbackURLs: ['https://example.net/cb'] },
        field: 'AllowedOAuthFlowsUserPoolClient',
      },
    ],
  },
  test,
);
