import { test } from 'vitest';
import rule from '../../src/rules/redirect-custom-scheme-weak.ts';
import { testRule } from '../../src/testing.ts';

const on = { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'] };
const weak = (scheme: string) => `Any app can claim ${scheme}:, which is no reverse domain name.`;

testRule(
  rule,
  {
    valid: [
      { name: 'no callbacks pass', client: on },
      { name: 'an empty list passes', client: { ...on, CallbackURLs: [] } },
      { name: 'null passes', client: { ...on, CallbackURLs: null } },
      { name: 'a reverse domain name is another rule', client: { ...on, CallbackURLs: ['com.acme.app:/callback'] } },
      {
        name: 'web callbacks pass',
        client: { ...on, CallbackURLs: ['https://acme.io/cb', 'http://localhost:3000/cb'] },
      },
      {
        name: 'schemes of browser extensions pass',
        client: { ...on, CallbackURLs: ['chrome-extension://abcdef/cb', 'moz-extension://abcdef/cb'] },
      },
      {
        name: 'dangerous schemes are another rule',
        client: { ...on, CallbackURLs: ['javascript:alert(1)', 'intent://cb'] },
      },
      { name: 'a host with a port has no scheme', client: { ...on, CallbackURLs: ['acme:443/cb'] } },
      { name: 'sign-out URLs are not judged', client: { ...on, LogoutURLs: ['myapp://bye'] } },
      { name: 'a dormant callback is another rule', client: { CallbackURLs: ['myapp://callback'] } },
      {
        name: 'a machine client never redirects',
        client: { ...on, AllowedOAuthFlows: ['client_credentials'], CallbackURLs: ['myapp://callback'] },
      },
    ],
    invalid: [
      {
        name: 'a word is reported',
        client: { ...on, CallbackURLs: ['myapp://callback'] },
        problems: [['/CallbackURLs/0', weak('myapp')]],
      },
      {
        name: 'each callback is reported, its scheme in lower case and the rest left out',
        client: {
          ...on,
          CallbackURLs: ['MyApp://callback?key=1', 'https://acme.io/cb', 'vscode://acme.ext/cb', 'exp+acme:/cb'],
        },
        problems: [
          ['/CallbackURLs/0', weak('myapp')],
          ['/CallbackURLs/2', weak('vscode')],
          ['/CallbackURLs/3', weak('exp+acme')],
        ],
      },
      {
        name: 'a dot after the scheme does not help',
        client: { ...on, CallbackURLs: ['myapp://com.acme.app'] },
        problems: [['/CallbackURLs/0', weak('myapp')]],
      },
      {
        name: 'the default redirect is reported',
        client: { ...on, DefaultRedirectURI: 'myapp://cb' },
        problems: [['/DefaultRedirectURI', weak('myapp')]],
      },
      {
        name: 'an update request is judged alike',
        form: 'request',
        client: { ...on, ClientId: 'abc', CallbackURLs: ['myapp://callback'] },
        problems: [['/CallbackURLs/0', weak('myapp')]],
      },
      {
        name: 'a known callback is reported beside one of a wrong type',
        client: { ...on, CallbackURLs: [7, 'myapp://callback'] },
        problems: [['/CallbackURLs/1', weak('myapp')]],
        notEvaluated: 'CallbackURLs',
      },
    ],
    unknown: [
      {
        name: 'callbacks of a wrong type are unknown',
        client: { ...on, CallbackURLs: 'myapp://callback' },
        field: 'CallbackURLs',
      },
      {
        name: 'a switch of a wrong type is unknown',
        client: { AllowedOAuthFlowsUserPoolClient: 'on', CallbackURLs: ['myapp://callback'] },
        field: 'AllowedOAuthFlowsUserPoolClient',
      },
    ],
  },
  test,
);
