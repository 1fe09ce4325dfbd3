import { test } from 'vitest';
import rule from '../../src/rules/redirect-wildcard.ts';
import { testRule } from '../../src/testing.ts';

const on = { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'] };
const says = (said: string) => `${said} has a wildcard or a placeholder, and Cognito compares URLs as they stand.`;
const fine: readonly string[] = ['https://app.acme.io/cb?q=*', 'https://app.acme.io/cb#*', 'https://app.acme.io/$cb'];
const faulty: Readonly<Record<string, string>> = {
  'https://*.acme.io/cb': 'https://*.acme.io/cb',
  'https://app.acme.io/*': 'https://app.acme.io/*',
  'https://{tenant}.acme.io/cb': 'https://{tenant}.acme.io/cb',
  'https://<host>/cb': 'https://<host>/cb',
  'https://app.acme.io/$(PATH)': 'https://app.acme.io/$(PATH)',
  'https://app.acme.io/%2A': 'https://app.acme.io/%2A',
  'https://app.acme.io/%2a?key=s3cr3t': 'https://app.acme.io/%2a',
  'myapp://*': 'myapp://*',
  '*': '*',
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
      { name: 'dormant redirects are another rule', client: { CallbackURLs: ['https://*.acme.io:8443/cb'] } },
      {
        name: 'a switch of null is off',
        client: { AllowedOAuthFlowsUserPoolClient: null, CallbackURLs: ['https://*.acme.io:8443/cb'] },
      },
      {
        name: 'a machine client never redirects',
        client: { ...on, AllowedOAuthFlows: ['client_credentials'], CallbackURLs: ['https://*.acme.io:8443/cb'] },
      },
    ],
    invalid: [
      {
        name: 'each distinct callback is reported once, at its first place',
        client: {
          ...on,
          CallbackURLs: ['https://app.acme.io/cb', 'https://*.acme.io:8443/cb', 'https://*.acme.io:8443/cb'],
        },
        problems: [['/CallbackURLs/1', says('https://*.acme.io:8443/cb')]],
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
        client: { ...on, CallbackURLs: ['https://app.acme.io/cb'], DefaultRedirectURI: 'https://*.acme.io:8443/cb' },
        problems: [['/DefaultRedirectURI', says('https://*.acme.io:8443/cb')]],
      },
      {
        name: 'a default redirect that is a callback is reported as the callback',
        client: { ...on, CallbackURLs: ['https://*.acme.io:8443/cb'], DefaultRedirectURI: 'https://*.acme.io:8443/cb' },
        problems: [['/CallbackURLs/0', says('https://*.acme.io:8443/cb')]],
      },
      {
        name: 'an update request is judged alike',
        form: 'request',
        client: { ...on, ClientId: 'abc', CallbackURLs: ['https://*.acme.io:8443/cb'] },
        problems: [['/CallbackURLs/0', says('https://*.acme.io:8443/cb')]],
      },
      {
        name: 'a create request is judged alike',
        form: 'request',
        client: { ...on, CallbackURLs: ['https://*.acme.io:8443/cb'] },
        problems: [['/CallbackURLs/0', says('https://*.acme.io:8443/cb')]],
      },
      {
        name: 'what is known is reported beside an entry of a wrong type',
        client: { ...on, CallbackURLs: [7, 'https://*.acme.io:8443/cb'] },
        problems: [['/CallbackURLs/1', says('https://*.acme.io:8443/cb')]],
        notEvaluated: 'CallbackURLs',
      },
      {
        name: 'a sign-out URL is reported too',
        client: { ...on, LogoutURLs: ['https://*.acme.io:8443/cb'] },
        problems: [['/LogoutURLs/0', says('https://*.acme.io:8443/cb')]],
      },
    ],
    unknown: [
      {
        name: 'callbacks of a wrong type are unknown',
        client: { ...on, CallbackURLs: 'https://*.acme.io:8443/cb' },
        field: 'CallbackURLs',
      },
      {
        name: 'grants that nobody knows may be of a machine',
        client: { ...on, AllowedOAuthFlows: ['device'], CallbackURLs: ['https://*.acme.io:8443/cb'] },
        field: 'AllowedOAuthFlows',
      },
      {
        name: 'a switch of a wrong type is unknown',
        client: { AllowedOAuthFlowsUserPoolClient: 'on', CallbackURLs: ['https://*.acme.io:8443/cb'] },
        field: 'AllowedOAuthFlowsUserPoolClient',
      },
    ],
  },
  test,
);
