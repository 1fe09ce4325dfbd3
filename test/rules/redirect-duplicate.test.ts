import { test } from 'vitest';
import rule from '../../src/rules/redirect-duplicate.ts';
import { testRule } from '../../src/testing.ts';

const on = { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'] };
const near = (url: string, first: string) => `${url} is ${first} but for case, a default port or a slash at its end.`;
const twice = (url: string, member: string) => `${url} stands in ${member} more than once.`;

testRule(
  rule,
  {
    valid: [
      { name: 'no redirects pass', client: on },
      { name: 'empty lists pass', client: { ...on, CallbackURLs: [], LogoutURLs: null } },
      { name: 'other paths pass', client: { ...on, CallbackURLs: ['https://a.acme.io/cb', 'https://a.acme.io/cb2'] } },
      {
        name: 'the case of a path makes another URL',
        client: { ...on, CallbackURLs: ['https://a.acme.io/cb', 'https://a.acme.io/CB'] },
      },
      {
        name: 'another port makes another URL',
        client: {
          ...on,
          CallbackURLs: ['https://a.acme.io/cb', 'https://a.acme.io:80/cb', 'https://a.acme.io:4430/cb'],
        },
      },
      {
        name: 'another scheme makes another URL',
        client: { ...on, CallbackURLs: ['https://a.acme.io/cb', 'http://a.acme.io/cb'] },
      },
      {
        name: 'another query makes another URL',
        client: { ...on, CallbackURLs: ['https://a.acme.io/cb?a=1', 'https://a.acme.io/cb?a=2'] },
      },
      {
        name: 'callbacks and sign-out URLs may be the same',
        client: { ...on, CallbackURLs: ['https://a.acme.io/'], LogoutURLs: ['https://a.acme.io'] },
      },
      {
        name: 'a default redirect is a callback by right',
        client: { ...on, CallbackURLs: ['https://a.acme.io/cb'], DefaultRedirectURI: 'https://a.acme.io/cb' },
      },
      { name: 'dormant duplicates pass', client: { CallbackURLs: ['https://a.acme.io/', 'https://a.acme.io'] } },
      {
        name: 'a machine client never redirects',
        client: {
          ...on,
          AllowedOAuthFlows: ['client_credentials'],
          CallbackURLs: ['https://a.acme.io/', 'https://a.acme.io'],
        },
      },
    ],
    invalid: [
      {
        name: 'what differs in the case of its host alone is not called the same',
        client: { ...on, CallbackURLs: ['https://a.acme.io/cb', 'https://A.acme.io/cb'] },
        problems: [
          ['/CallbackURLs/1', 'https://a.acme.io/cb stands in CallbackURLs more than once, written in another case.'],
        ],
      },
      {
        name: 'the same text is reported at its later places',
        client: { ...on, CallbackURLs: ['https://a.acme.io/cb', 'https://a.acme.io/cb', 'https://a.acme.io/cb'] },
        problems: [
          ['/CallbackURLs/1', twice('https://a.acme.io/cb', 'CallbackURLs')],
          ['/CallbackURLs/2', twice('https://a.acme.io/cb', 'CallbackURLs')],
        ],
      },
      {
        name: 'case of the host, a default port and a slash at the end make no other URL to people',
        client: { ...on, CallbackURLs: ['https://a.acme.io/cb', 'https://A.acme.io:443/cb/'] },
        problems: [['/CallbackURLs/1', near('https://a.acme.io:443/cb/', 'https://a.acme.io/cb')]],
      },
      {
        name: 'port 80 is the default of http',
        client: { ...on, LogoutURLs: ['HTTP://localhost:80', 'http://localhost/'] },
        problems: [['/LogoutURLs/1', near('http://localhost/', 'http://localhost:80')]],
      },
      {
        name: 'each list is judged, and no query is shown',
        client: {
          ...on,
          CallbackURLs: ['https://a.acme.io/cb?key=1', 'https://a.acme.io/cb?key=1'],
          LogoutURLs: ['com.acme.app:/bye', 'com.acme.app:/bye'],
        },
        problems: [
          ['/CallbackURLs/1', twice('https://a.acme.io/cb', 'CallbackURLs')],
          ['/LogoutURLs/1', twice('com.acme.app:/bye', 'LogoutURLs')],
        ],
      },
      {
        name: 'an update request is judged alike',
        form: 'request',
        client: { ...on, ClientId: 'abc', CallbackURLs: ['https://a.acme.io', 'https://a.acme.io/'] },
        problems: [['/CallbackURLs/1', near('https://a.acme.io/', 'https://a.acme.io')]],
      },
      {
        name: 'known duplicates are reported beside an entry of a wrong type',
        client: { ...on, CallbackURLs: ['https://a.acme.io', 7, 'https://a.acme.io'] },
        problems: [['/CallbackURLs/2', twice('https://a.acme.io', 'CallbackURLs')]],
        notEvaluated: 'CallbackURLs',
      },
      {
        name: 'sign-out URLs are judged beside callbacks of a wrong type',
        client: { ...on, CallbackURLs: 'https://a.acme.io', LogoutURLs: ['https://a.acme.io', 'https://a.acme.io'] },
        problems: [['/LogoutURLs/1', twice('https://a.acme.io', 'LogoutURLs')]],
        notEvaluated: 'CallbackURLs',
      },
    ],
    unknown: [
      {
        name: 'callbacks of a wrong type are unknown',
        client: { ...on, CallbackURLs: 'https://a.acme.io' },
        field: 'CallbackURLs',
      },
      {
        name: 'an unknown entry may be a duplicate',
        client: { ...on, LogoutURLs: ['https://a.acme.io', 7] },
        field: 'LogoutURLs',
      },
      {
        name: 'a switch of a wrong type is unknown',
        client: { AllowedOAuthFlowsUserPoolClient: 'on' },
        field: 'AllowedOAuthFlowsUserPoolClient',
      },
    ],
  },
  test,
);
