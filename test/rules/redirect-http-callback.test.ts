import { test } from 'vitest';
import rule from '../../src/rules/redirect-http-callback.ts';
import { testRule } from '../../src/testing.ts';

const on = { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'] };
const inClear = (url: string) => `${url} is reached in clear text.`;
const loopback = [
  'http://localhost',
  'http://localhost:3000/cb',
  'http://LOCALHOST:3000/cb',
  'HTTP://localhost/cb?a=http://evil.com',
  'http://127.0.0.1:8080/cb',
  'http://[::1]:8080',
];
const lookalikes: Readonly<Record<string, string>> = {
  'http://localhost.evil.com': 'http://localhost.evil.com',
  'http://evil.com/localhost': 'http://evil.com/localhost',
  'http://localhost@evil.com': 'http://evil.com',
  'http://localhost:80@evil.com/cb': 'http://evil.com/cb',
  'http://127.0.0.1.nip.io': 'http://127.0.0.1.nip.io',
  'http://127.1': 'http://127.1',
  'http://127.0.0.2/cb': 'http://127.0.0.2/cb',
  'http://0x7f.1': 'http://0x7f.1',
  'http://2130706433/': 'http://2130706433/',
  'http://[::2]': 'http://[::2]',
  'http://[::ffff:127.0.0.1]/': 'http://[::ffff:127.0.0.1]/',
  'http://localhost./cb': 'http://localhost./cb',
  'http://app.localhost/cb': 'http://app.localhost/cb',
  'http://evillocalhost/cb': 'http://evillocalhost/cb',
  'http://localhost\\.evil.com/cb': 'http://localhost\\.evil.com/cb',
  'http://localhost%2eevil.com/cb': 'http://localhost%2eevil.com/cb',
  'http://l\u043ecalhost/cb': 'http://l\u043ecalhost/cb',
  'http:\\\\joe:pw@evil.com/cb': 'http:\\\\evil.com/cb',
};

testRule(
  rule,
  {
    valid: [
      { name: 'no callbacks pass', client: on },
      { name: 'an empty list passes', client: { ...on, CallbackURLs: [] } },
      { name: 'null passes', client: { ...on, CallbackURLs: null } },
      {
        name: 'https passes',
        client: { ...on, CallbackURLs: ['https://app.acme.io/cb', 'https://localhost/cb', 'HTTPS://app.acme.io:80'] },
      },
      ...loopback.map((url) => ({ name: `${url} stays on the machine`, client: { ...on, CallbackURLs: [url] } })),
      { name: 'app schemes pass', client: { ...on, CallbackURLs: ['com.acme.app:/cb', 'httpx://acme'] } },
      { name: 'sign-out URLs are another rule', client: { ...on, LogoutURLs: ['http://app.acme.io/bye'] } },
      { name: 'dormant callbacks are another rule', client: { CallbackURLs: ['http://app.acme.io/cb'] } },
      {
        name: 'a machine client never redirects',
        client: { ...on, AllowedOAuthFlows: ['client_credentials'], CallbackURLs: ['http://app.acme.io/cb'] },
      },
    ],
    invalid: [
      {
        name: 'http is reported',
        client: { ...on, CallbackURLs: ['http://app.acme.io/cb'] },
        problems: [['/CallbackURLs/0', inClear('http://app.acme.io/cb')]],
      },
      ...Object.entries(lookalikes).map(
        ([url, shown]) =>
          ({
            name: `${url} is no loopback host`,
            client: { ...on, CallbackURLs: [url] },
            problems: [['/CallbackURLs/0', inClear(shown)]],
          }) as const,
      ),
      {
        name: 'userinfo, query and fragment are not shown',
        client: { ...on, CallbackURLs: ['http://joe:pw@app.acme.io:8080/cb?key=s3cr3t#x'] },
        problems: [['/CallbackURLs/0', inClear('http://app.acme.io:8080/cb')]],
      },
      {
        name: 'what looks like a port in query or fragment is not shown',
        client: { ...on, CallbackURLs: ['http://app.acme.io?pin=:1234', 'http://app.acme.io#pin=:1234'] },
        problems: [
          ['/CallbackURLs/0', inClear('http://app.acme.io')],
          ['/CallbackURLs/1', inClear('http://app.acme.io')],
        ],
      },
      {
        name: 'the default redirect is reported where it is no callback',
        client: { ...on, CallbackURLs: ['https://app.acme.io/cb'], DefaultRedirectURI: 'http://app.acme.io/cb' },
        problems: [['/DefaultRedirectURI', inClear('http://app.acme.io/cb')]],
      },
      {
        name: 'a default redirect that is a callback is reported as the callback',
        client: { ...on, CallbackURLs: ['http://a.acme.io/cb'], DefaultRedirectURI: 'http://a.acme.io/cb' },
        problems: [['/CallbackURLs/0', inClear('http://a.acme.io/cb')]],
      },
      {
        name: 'each distinct callback is reported once',
        client: {
          ...on,
          CallbackURLs: ['http://a.acme.io', 'https://a.acme.io', 'http://a.acme.io', 'http://b.acme.io'],
        },
        problems: [
          ['/CallbackURLs/0', inClear('http://a.acme.io')],
          ['/CallbackURLs/3', inClear('http://b.acme.io')],
        ],
      },
      {
        name: 'a create request is judged alike',
        form: 'request',
        client: { ...on, CallbackURLs: ['http://a.acme.io/cb'] },
        problems: [['/CallbackURLs/0', inClear('http://a.acme.io/cb')]],
      },
      {
        name: 'an update request is judged alike',
        form: 'request',
        client: { ...on, ClientId: 'abc', CallbackURLs: ['http://a.acme.io/cb'] },
        problems: [['/CallbackURLs/0', inClear('http://a.acme.io/cb')]],
      },
      {
        name: 'what is known is reported beside an entry of a wrong type',
        client: { ...on, CallbackURLs: [7, 'http://a.acme.io/cb'], DefaultRedirectURI: 'http://b.acme.io/cb' },
        problems: [
          ['/CallbackURLs/1', inClear('http://a.acme.io/cb')],
          ['/DefaultRedirectURI', inClear('http://b.acme.io/cb')],
        ],
        notEvaluated: 'CallbackURLs',
      },
    ],
    unknown: [
      {
        name: 'callbacks of a wrong type are unknown',
        client: { ...on, CallbackURLs: 'http://app.acme.io/cb' },
        field: 'CallbackURLs',
      },
      {
        name: 'grants that nobody knows may be of a machine',
        client: { ...on, AllowedOAuthFlows: ['device'], CallbackURLs: ['http://app.acme.io/cb'] },
        field: 'AllowedOAuthFlows',
      },
      {
        name: 'a switch of a wrong type is unknown',
        client: { AllowedOAuthFlowsUserPoolClient: 'on', CallbackURLs: ['http://app.acme.io/cb'] },
        field: 'AllowedOAuthFlowsUserPoolClient',
      },
    ],
  },
  test,
);
