import { test } from 'vitest';
import rule from '../../src/rules/redirect-dangerous-scheme.ts';
import { testRule } from '../../src/testing.ts';

const runs = (scheme: string) => `A browser runs or stores what is sent to a redirect of the scheme ${scheme}:.`;

testRule(
  rule,
  {
    valid: [
      { name: 'no redirects pass', client: { ClientName: 'web' } },
      { name: 'an empty list passes', client: { CallbackURLs: [] } },
      { name: 'null passes', client: { CallbackURLs: null, LogoutURLs: null, DefaultRedirectURI: null } },
      { name: 'web redirects pass', client: { CallbackURLs: ['https://app.acme.io/cb', 'http://localhost/cb'] } },
      { name: 'app schemes are another rule', client: { CallbackURLs: ['myapp://cb', 'com.acme.app:/cb'] } },
      {
        name: 'browser extensions need theirs',
        client: { CallbackURLs: ['chrome-extension://abcdef/cb', 'moz-extension://abcdef/cb'] },
      },
      { name: 'a space within a scheme ends it', client: { CallbackURLs: ['java script:alert(1)'] } },
      {
        name: 'a dangerous word within a URL passes',
        client: {
          CallbackURLs: ['https://acme.io/javascript:alert(1)', 'https://acme.io/?next=data:x', 'my-javascript:x'],
        },
      },
    ],
    invalid: [
      {
        name: 'a script is reported, its text left out',
        client: { CallbackURLs: ['javascript:alert(1)'] },
        problems: [['/CallbackURLs/0', runs('javascript')]],
      },
      {
        name: 'case does not matter',
        client: { CallbackURLs: ['JavaScript:alert(1)'] },
        problems: [['/CallbackURLs/0', runs('javascript')]],
      },
      {
        name: 'a line break within the scheme does not hide it',
        client: { CallbackURLs: ['java\nscript:x', 'java\tscript:x'] },
        problems: [
          ['/CallbackURLs/0', runs('javascript')],
          ['/CallbackURLs/1', runs('javascript')],
        ],
      },
      {
        name: 'a leading space or control character does not hide it',
        client: { CallbackURLs: [' javascript:x', '\u0001data:x'] },
        problems: [
          ['/CallbackURLs/0', runs('javascript')],
          ['/CallbackURLs/1', runs('data')],
        ],
      },
      {
        name: 'what looks like a port does not hide it',
        client: { CallbackURLs: ['javascript:0/alert(1)', 'javascript:1?alert(1):0'] },
        problems: [
          ['/CallbackURLs/0', runs('javascript')],
          ['/CallbackURLs/1', runs('javascript')],
        ],
      },
      {
        name: 'it is reported in every redirect, OAuth on or off',
        client: {
          AllowedOAuthFlowsUserPoolClient: false,
          CallbackURLs: ['data:text/html,x'],
          DefaultRedirectURI: 'file:///tmp/x',
          LogoutURLs: ['intent://cb#Intent;end'],
        },
        problems: [
          ['/CallbackURLs/0', runs('data')],
          ['/DefaultRedirectURI', runs('file')],
          ['/LogoutURLs/0', runs('intent')],
        ],
      },
      {
        name: 'a default redirect that is a callback is reported as the callback',
        client: { CallbackURLs: ['blob:x'], DefaultRedirectURI: 'blob:x' },
        problems: [['/CallbackURLs/0', runs('blob')]],
      },
      {
        name: 'a machine client is judged too',
        client: {
          AllowedOAuthFlowsUserPoolClient: true,
          AllowedOAuthFlows: ['client_credentials'],
          CallbackURLs: ['vbscript:x'],
        },
        problems: [['/CallbackURLs/0', runs('vbscript')]],
      },
      {
        name: 'a switch of a wrong type does not matter',
        client: { AllowedOAuthFlowsUserPoolClient: 'on', CallbackURLs: ['about:blank'] },
        problems: [['/CallbackURLs/0', runs('about')]],
      },
      {
        name: 'an update request is judged alike',
        form: 'request',
        client: { ClientId: 'abc', LogoutURLs: ['jar:x'] },
        problems: [['/LogoutURLs/0', runs('jar')]],
      },
      {
        name: 'what is known is reported beside entries of a wrong type',
        client: { CallbackURLs: [7, 'data:x'], LogoutURLs: ['data:y'] },
        problems: [
          ['/CallbackURLs/1', runs('data')],
          ['/LogoutURLs/0', runs('data')],
        ],
        notEvaluated: 'CallbackURLs',
      },
    ],
    unknown: [
      {
        name: 'a text is no list of callbacks',
        client: { CallbackURLs: 'javascript:alert(1)' },
        field: 'CallbackURLs',
      },
      {
        name: 'a default redirect of a wrong type is unknown',
        client: { DefaultRedirectURI: 7 },
        field: 'DefaultRedirectURI',
      },
    ],
  },
  test,
);
