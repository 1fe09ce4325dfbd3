import { test } from 'vitest';
import rule from '../../src/rules/redirect-loopback.ts';
import { testRule } from '../../src/testing.ts';

const on = { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'] };
const real = 'https://app.acme.io/cb';
const local = 'http://localhost:3000/cb';
const left = (url: string) => `${url} is left on a client that also serves real hosts.`;
const loopback = [
  'http://localhost',
  'https://app.localhost/cb',
  'http://127.0.0.1:8080/cb',
  'http://127.8.8.8/cb',
  'http://[::1]:8080/cb',
];

testRule(
  rule,
  {
    valid: [
      { name: 'no callbacks pass', client: on },
      { name: 'an empty list passes', client: { ...on, CallbackURLs: [] } },
      { name: 'null passes', client: { ...on, CallbackURLs: null } },
      { name: 'loopback alone passes', client: { ...on, CallbackURLs: [local, 'https://localhost/cb'] } },
      { name: 'a real host alone passes', client: { ...on, CallbackURLs: [real] } },
      {
        name: 'a name that only begins like loopback is none',
        client: { ...on, CallbackURLs: [real, 'https://localhost.acme.io/cb', 'https://notlocalhost/cb'] },
      },
      {
        name: 'an app scheme or http host is no https host',
        client: { ...on, CallbackURLs: [local, 'com.acme.app:/cb', 'http://app.acme.io/cb'] },
      },
      { name: 'a sign-out URL is no callback', client: { ...on, CallbackURLs: [real], LogoutURLs: [local] } },
      { name: 'nor is it a real host', client: { ...on, CallbackURLs: [local], LogoutURLs: [real] } },
      {
        name: 'a client that registered itself may',
        client: { ...on, ClientType: 'DCR', CallbackURLs: [real, local] },
      },
      { name: 'dormant callbacks are another rule', client: { CallbackURLs: [real, local] } },
      {
        name: 'a machine client never redirects',
        client: { ...on, AllowedOAuthFlows: ['client_credentials'], CallbackURLs: [real, local] },
      },
    ],
    invalid: [
      {
        name: 'a regular client is reported, and neither userinfo nor query is shown',
        client: { ...on, ClientType: 'REGULAR', CallbackURLs: ['http://joe:s3cr3t@localhost/cb?key=s3cr3t', real] },
        problems: [['/CallbackURLs/0', left('http://localhost/cb')]],
      },
      ...loopback.map(
        (url) =>
          ({
            name: `${url} beside a real host is reported`,
            client: { ...on, CallbackURLs: [real, url] },
            problems: [['/CallbackURLs/1', left(url)]],
          }) as const,
      ),
      {
        name: 'the default redirect counts as a real host',
        client: { ...on, CallbackURLs: [local], DefaultRedirectURI: real },
        problems: [['/CallbackURLs/0', left(local)]],
      },
      {
        name: 'the default redirect is reported where it is no callback',
        client: { ...on, CallbackURLs: [real], DefaultRedirectURI: local },
        problems: [['/DefaultRedirectURI', left(local)]],
      },
      {
        name: 'an entry that stands twice is reported once',
        client: { ...on, CallbackURLs: [local, real, local] },
        problems: [['/CallbackURLs/0', left(local)]],
      },
      {
        name: 'an update request is judged alike',
        form: 'request',
        client: { ...on, ClientId: 'abc', CallbackURLs: [real, local] },
        problems: [['/CallbackURLs/1', left(local)]],
      },
      {
        name: 'what is known is reported beside an entry of a wrong type',
        client: { ...on, CallbackURLs: [7, real, local] },
        problems: [['/CallbackURLs/2', left(local)]],
        notEvaluated: 'CallbackURLs',
      },
    ],
    unknown: [
      {
        name: 'an entry of a wrong type may be a real host',
        client: { ...on, CallbackURLs: [7, local] },
        field: 'CallbackURLs',
      },
      {
        name: 'a client type that nobody knows may be one that registers itself',
        client: { ...on, ClientType: 'TOMORROW', CallbackURLs: [real, local] },
        field: 'ClientType',
      },
      {
        name: 'grants that nobody knows may be of a machine',
        client: { ...on, AllowedOAuthFlows: ['device'], CallbackURLs: [real, local] },
        field: 'AllowedOAuthFlows',
      },
      {
        name: 'a switch of a wrong type is unknown',
        client: { AllowedOAuthFlowsUserPoolClient: 'on', CallbackURLs: [real, local] },
        field: 'AllowedOAuthFlowsUserPoolClient',
      },
    ],
  },
  test,
);
