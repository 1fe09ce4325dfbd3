import { test } from 'vitest';
import rule from '../../src/rules/redirect-custom-scheme.ts';
import { testRule } from '../../src/testing.ts';

const on = { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'] };
const claimed = (scheme: string) => `Another app can register ${scheme}: as well.`;

testRule(
  rule,
  {
    valid: [
      { name: 'no callbacks pass', client: on },
      { name: 'an empty list passes', client: { ...on, CallbackURLs: [] } },
      { name: 'null passes', client: { ...on, CallbackURLs: null } },
      {
        name: 'web callbacks pass',
        client: { ...on, CallbackURLs: ['https://acme.io/app/cb', 'http://localhost/cb'] },
      },
      { name: 'a scheme without a dot is another rule', client: { ...on, CallbackURLs: ['myapp://callback'] } },
      { name: 'dangerous schemes are another rule', client: { ...on, CallbackURLs: ['view-source:https://acme.io'] } },
      {
        name: 'a host name without a scheme is another rule',
        client: { ...on, CallbackURLs: ['app.acme.io/cb', 'app.acme.io:443/cb'] },
      },
      { name: 'sign-out URLs are not judged', client: { ...on, LogoutURLs: ['com.acme.app:/bye'] } },
      { name: 'a dormant callback passes', client: { CallbackURLs: ['com.acme.app:/cb'] } },
      {
        name: 'a machine client never redirects',
        client: { ...on, AllowedOAuthFlows: ['client_credentials'], CallbackURLs: ['com.acme.app:/cb'] },
      },
    ],
    invalid: [
      {
        name: 'a reverse domain name is reported',
        client: { ...on, CallbackURLs: ['com.acme.app:/cb'] },
        problems: [['/CallbackURLs/0', claimed('com.acme.app')]],
      },
      {
        name: 'the schemes of browser extensions are reported',
        client: { ...on, CallbackURLs: ['chrome-extension://abcdef/cb'] },
        problems: [
          ['/CallbackURLs/0', 'chrome-extension: is for browser extensions, which the browser alone keeps apart.'],
        ],
      },
      {
        name: 'each callback is reported once, at its first place',
        client: { ...on, CallbackURLs: ['com.acme.app:/cb', 'com.acme.app:/cb', 'io.acme:/cb'] },
        problems: [
          ['/CallbackURLs/0', claimed('com.acme.app')],
          ['/CallbackURLs/2', claimed('io.acme')],
        ],
      },
      {
        name: 'the default redirect is reported',
        client: { ...on, DefaultRedirectURI: 'com.acme.app:/cb' },
        problems: [['/DefaultRedirectURI', claimed('com.acme.app')]],
      },
      {
        name: 'a create request is judged alike',
        form: 'request',
        client: { ...on, CallbackURLs: ['com.acme.app:/cb'] },
        problems: [['/CallbackURLs/0', claimed('com.acme.app')]],
      },
      {
        name: 'a known callback is reported beside one of a wrong type',
        client: { ...on, CallbackURLs: ['com.acme.app:/cb', 7] },
        problems: [['/CallbackURLs/0', claimed('com.acme.app')]],
        notEvaluated: 'CallbackURLs',
      },
    ],
    unknown: [
      {
        name: 'callbacks of a wrong type are unknown',
        client: { ...on, CallbackURLs: 'com.acme.app:/cb' },
        field: 'CallbackURLs',
      },
      {
        name: 'a default redirect of a wrong type is unknown',
        client: { ...on, DefaultRedirectURI: ['com.acme.app:/cb'] },
        field: 'DefaultRedirectURI',
      },
      {
        name: 'a switch of a wrong type is unknown',
        client: { AllowedOAuthFlowsUserPoolClient: 'on', CallbackURLs: ['com.acme.app:/cb'] },
        field: 'AllowedOAuthFlowsUserPoolClient',
      },
    ],
  },
  test,
);
