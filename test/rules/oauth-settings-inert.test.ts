import { test } from 'vitest';
import rule from '../../src/rules/oauth-settings-inert.ts';
import { testRule } from '../../src/testing.ts';

const off = { AllowedOAuthFlowsUserPoolClient: false };
const harmless = 'OAuth settings are present and have no effect, as AllowedOAuthFlowsUserPoolClient is not true.';
const dormant = (value: string, ...rules: string[]) =>
  `${value} is dormant as OAuth is off; switched on, it would be reported by ${rules.join(', ')}.`;

testRule(
  rule,
  {
    valid: [
      { name: 'no OAuth settings pass', client: off },
      {
        name: 'empty settings are none',
        client: { ...off, AllowedOAuthFlows: [], CallbackURLs: null, DefaultRedirectURI: '' },
      },
      {
        name: 'what is in force is not inert',
        client: {
          AllowedOAuthFlowsUserPoolClient: true,
          AllowedOAuthFlows: ['implicit'],
          CallbackURLs: ['http://a.acme.io'],
        },
      },
      {
        name: 'a client of GetClientToken uses scopes without the switch',
        client: { ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH'], AllowedOAuthScopes: ['orders/read'] },
      },
      {
        name: 'and its redirects are not called dormant',
        client: { ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH'], CallbackURLs: ['http://a.acme.io/cb'] },
      },
      { name: 'providers are no OAuth settings', client: { ...off, SupportedIdentityProviders: ['COGNITO'] } },
    ],
    invalid: [
      {
        name: 'harmless settings are one note for the client',
        client: {
          ...off,
          AllowedOAuthFlows: ['code'],
          AllowedOAuthScopes: ['openid'],
          CallbackURLs: ['https://a.acme.io/cb'],
          LogoutURLs: ['https://a.acme.io/'],
        },
        problems: [['/AllowedOAuthFlowsUserPoolClient', harmless]],
      },
      {
        name: 'no switch is off',
        client: { AllowedOAuthFlows: ['code'] },
        problems: [['/AllowedOAuthFlowsUserPoolClient', harmless]],
      },
      {
        name: 'a default redirect alone is a setting',
        client: { ...off, DefaultRedirectURI: 'https://a.acme.io/cb' },
        problems: [['/AllowedOAuthFlowsUserPoolClient', harmless]],
      },
      {
        name: 'a scheme that is reported whatever the switch says is not called dormant',
        client: { ...off, CallbackURLs: ['javascript:alert(1)'] },
        problems: [['/AllowedOAuthFlowsUserPoolClient', harmless]],
      },
      {
        name: 'the implicit grant is reported, and what is harmless beside it is not',
        client: { ...off, AllowedOAuthFlows: ['code', 'implicit'], CallbackURLs: ['https://old.acme.io/cb'] },
        problems: [['/AllowedOAuthFlows/1', dormant('implicit', 'oauth-implicit-grant')]],
      },
      {
        name: 'the scope of user administration is reported',
        client: { ...off, AllowedOAuthScopes: ['aws.cognito.signin.user.admin'] },
        problems: [['/AllowedOAuthScopes/0', dormant('aws.cognito.signin.user.admin', 'oauth-scope-user-admin')]],
      },
      {
        name: 'a value that several rules would report is one note, without userinfo and query',
        client: { ...off, CallbackURLs: ['http://joe:pw@10.0.0.1/cb?key=1'] },
        problems: [
          [
            '/CallbackURLs/0',
            dormant('http://10.0.0.1/cb', 'redirect-http-callback', 'redirect-invalid-uri', 'redirect-private-host'),
          ],
        ],
      },
      {
        name: 'each redirect rule of error or warning is named',
        client: {
          ...off,
          CallbackURLs: [
            'https://*.acme.io/cb',
            'https://\u0430pp.acme.io/cb',
            'myapp://cb',
            'https://a.ngrok.io/cb',
            'https://example.com/cb',
          ],
        },
        problems: [
          ['/CallbackURLs/0', dormant('https://*.acme.io/cb', 'redirect-wildcard')],
          ['/CallbackURLs/1', dormant('https://\u0430pp.acme.io/cb', 'redirect-idn-host')],
          ['/CallbackURLs/2', dormant('myapp://cb', 'redirect-custom-scheme-weak')],
          ['/CallbackURLs/3', dormant('https://a.ngrok.io/cb', 'redirect-tunnel-host')],
          ['/CallbackURLs/4', dormant('https://example.com/cb', 'redirect-placeholder-host')],
        ],
      },
      {
        name: 'sign-out URLs are held against the rules that judge them',
        client: { ...off, LogoutURLs: ['http://a.acme.io/bye', 'https://example.com/bye', 'https://*.acme.io/out'] },
        problems: [
          ['/LogoutURLs/0', dormant('http://a.acme.io/bye', 'redirect-http-logout')],
          ['/LogoutURLs/2', dormant('https://*.acme.io/out', 'redirect-wildcard')],
        ],
      },
      {
        name: 'a default redirect is reported where it is no callback',
        client: { ...off, CallbackURLs: ['https://a.acme.io/cb'], DefaultRedirectURI: 'http://a.acme.io/cb' },
        problems: [['/DefaultRedirectURI', dormant('http://a.acme.io/cb', 'redirect-http-callback')]],
      },
      {
        name: 'a default redirect that is a callback is reported as the callback',
        client: { ...off, CallbackURLs: ['http://a.acme.io/cb'], DefaultRedirectURI: 'http://a.acme.io/cb' },
        problems: [['/CallbackURLs/0', dormant('http://a.acme.io/cb', 'redirect-http-callback')]],
      },
      {
        name: 'flows that nobody knows are of no machine',
        client: { ...off, ExplicitAuthFlows: ['ALLOW_TOMORROW_AUTH'], AllowedOAuthFlows: ['implicit'] },
        problems: [['/AllowedOAuthFlows/0', dormant('implicit', 'oauth-implicit-grant')]],
      },
      {
        name: 'an update request that leaves the switch out switches OAuth off',
        form: 'request',
        client: { ClientId: 'abc', AllowedOAuthFlows: ['implicit'] },
        problems: [['/AllowedOAuthFlows/0', dormant('implicit', 'oauth-implicit-grant')]],
      },
      {
        name: 'what is known is reported beside entries of a wrong type',
        client: {
          ...off,
          CallbackURLs: [7, 'http://a.acme.io/cb'],
          DefaultRedirectURI: 'http://b.acme.io/cb',
          LogoutURLs: ['http://a.acme.io/bye'],
        },
        problems: [
          ['/CallbackURLs/1', dormant('http://a.acme.io/cb', 'redirect-http-callback')],
          ['/DefaultRedirectURI', dormant('http://b.acme.io/cb', 'redirect-http-callback')],
          ['/LogoutURLs/0', dormant('http://a.acme.io/bye', 'redirect-http-logout')],
        ],
        notEvaluated: 'CallbackURLs',
      },
    ],
    unknown: [
      {
        name: 'a switch of a wrong type is unknown',
        client: { AllowedOAuthFlowsUserPoolClient: 'no', AllowedOAuthFlows: ['implicit'] },
        field: 'AllowedOAuthFlowsUserPoolClient',
      },
      {
        name: 'an unknown entry may be dangerous',
        client: { ...off, CallbackURLs: ['https://a.acme.io/cb', 7] },
        field: 'CallbackURLs',
      },
    ],
  },
  test,
);
