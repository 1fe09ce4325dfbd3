import { test } from 'vitest';
import rule from '../../src/rules/redirect-http-logout.ts';
import { testRule } from '../../src/testing.ts';

const on = {
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ['code'],
  CallbackURLs: ['https://app.acme.io/cb'],
};
const inClear = (url: string) => `${url} is reached in clear text.`;

testRule(
  rule,
  {
    valid: [
      { name: 'no sign-out URLs pass', client: on },
      { name: 'an empty list passes', client: { ...on, LogoutURLs: [] } },
      { name: 'null passes', client: { ...on, LogoutURLs: null } },
      { name: 'https passes', client: { ...on, LogoutURLs: ['https://app.acme.io/bye'] } },
      {
        name: 'the three loopback hosts pass',
        client: { ...on, LogoutURLs: ['http://localhost:3000', 'http://127.0.0.1/', 'http://[::1]/'] },
      },
      { name: 'app schemes pass', client: { ...on, LogoutURLs: ['myapp://bye'] } },
      {
        name: 'callbacks are another rule',
        client: { ...on, CallbackURLs: ['http://app.acme.io/cb'], DefaultRedirectURI: 'http://app.acme.io/cb' },
      },
      { name: 'dormant sign-out URLs are another rule', client: { LogoutURLs: ['http://app.acme.io/bye'] } },
      {
        name: 'a machine client never redirects',
        client: { ...on, AllowedOAuthFlows: ['client_credentials'], LogoutURLs: ['http://app.acme.io/bye'] },
      },
    ],
    invalid: [
      {
        name: 'http is reported',
        client: { ...on, LogoutURLs: ['http://app.acme.io/bye'] },
        problems: [['/LogoutURLs/0', inClear('http://app.acme.io/bye')]],
      },
      {
        name: 'hosts that only look like loopback are reported',
        client: {
          ...on,
          LogoutURLs: ['http://localhost.evil.com', 'http://localhost@evil.com', 'http://127.1', 'http://[::2]'],
        },
        problems: [
          ['/LogoutURLs/0', inClear('http://localhost.evil.com')],
          ['/LogoutURLs/1', inClear('http://evil.com')],
          ['/LogoutURLs/2', inClear('http://127.1')],
          ['/LogoutURLs/3', inClear('http://[::2]')],
        ],
      },
      {
        name: 'a URL that stands twice is reported once, without its query',
        client: { ...on, LogoutURLs: ['http://a.acme.io/bye?key=1', 'http://a.acme.io/bye?key=1'] },
        problems: [['/LogoutURLs/0', inClear('http://a.acme.io/bye')]],
      },
      {
        name: 'an update request is judged alike',
        form: 'request',
        client: { ...on, ClientId: 'abc', LogoutURLs: ['http://app.acme.io/bye'] },
        problems: [['/LogoutURLs/0', inClear('http://app.acme.io/bye')]],
      },
      {
        name: 'a known URL is reported beside one of a wrong type',
        client: { ...on, LogoutURLs: ['http://app.acme.io/bye', false] },
        problems: [['/LogoutURLs/0', inClear('http://app.acme.io/bye')]],
        notEvaluated: 'LogoutURLs',
      },
    ],
    unknown: [
      {
        name: 'a text is no list of sign-out URLs',
        client: { ...on, LogoutURLs: 'http://app.acme.io/bye' },
        field: 'LogoutURLs',
      },
      {
        name: 'a switch of a wrong type is unknown',
        client: { ...on, AllowedOAuthFlowsUserPoolClient: 'on' },
        field: 'AllowedOAuthFlowsUserPoolClient',
      },
    ],
  },
  test,
);
