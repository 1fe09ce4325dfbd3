import { test } from 'vitest';
import rule from '../../src/rules/redirect-idn-host.ts';
import { testRule } from '../../src/testing.ts';

const on = { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'] };
const imitates = (host: string) => `The host ${host} mixes scripts or imitates ASCII.`;
const cyrillicApp = imitates('\u0430pp.acme.io (xn--pp-6kc.acme.io)');

testRule(
  rule,
  {
    valid: [
      { name: 'no redirects pass', client: on },
      { name: 'an empty list passes', client: { ...on, CallbackURLs: [] } },
      { name: 'null passes', client: { ...on, CallbackURLs: null } },
      { name: 'ASCII passes', client: { ...on, CallbackURLs: ['https://app.acme.io/cb'] } },
      { name: 'Latin letters with marks pass', client: { ...on, CallbackURLs: ['https://m\u00fcnchen.de/cb'] } },
      { name: 'the same in Punycode passes', client: { ...on, CallbackURLs: ['https://xn--mnchen-3ya.de/cb'] } },
      {
        name: 'a genuine name in one script passes',
        client: { ...on, CallbackURLs: ['https://\u0434\u043e\u043c.\u0440\u0444/cb', 'https://\u4f8b\u3048.jp/'] },
      },
      { name: 'other letters in the path pass', client: { ...on, CallbackURLs: ['https://app.acme.io/\u0430pp'] } },
      { name: 'app schemes have no host names', client: { ...on, CallbackURLs: ['com.acme.app://\u0430pp/cb'] } },
      { name: 'dormant redirects are another rule', client: { CallbackURLs: ['https://\u0430pp.acme.io/cb'] } },
      {
        name: 'a machine client never redirects',
        client: { ...on, AllowedOAuthFlows: ['client_credentials'], CallbackURLs: ['https://\u0430pp.acme.io/cb'] },
      },
    ],
    invalid: [
      {
        name: 'a Cyrillic letter among Latin ones is reported',
        client: { ...on, CallbackURLs: ['https://\u0430pp.acme.io/cb'] },
        problems: [['/CallbackURLs/0', cyrillicApp]],
      },
      {
        name: 'Punycode is read',
        client: { ...on, CallbackURLs: ['https://XN--pp-6kc.acme.io/cb'] },
        problems: [['/CallbackURLs/0', cyrillicApp]],
      },
      {
        name: 'userinfo, port and path are not shown',
        client: { ...on, CallbackURLs: ['https://joe:pw@\u0430pp.acme.io:8443/cb?key=1'] },
        problems: [['/CallbackURLs/0', cyrillicApp]],
      },
      {
        name: 'a label of look-alikes alone is reported',
        client: { ...on, CallbackURLs: ['https://\u0430\u0440\u0440\u04cf\u0435.com/'] },
        problems: [['/CallbackURLs/0', imitates('\u0430\u0440\u0440\u04cf\u0435.com (xn--80ak6aa92e.com)')]],
      },
      {
        name: 'digits and hyphens among look-alikes look the same anyway',
        client: { ...on, CallbackURLs: ['https://\u0430\u0441\u0435-1.acme.io/cb'] },
        problems: [['/CallbackURLs/0', imitates('\u0430\u0441\u0435-1.acme.io (xn---1-6kcu3d.acme.io)')]],
      },
      {
        name: 'Armenian among Latin letters is reported',
        client: { ...on, CallbackURLs: ['https://\u0561cme.acme.io/cb'] },
        problems: [['/CallbackURLs/0', imitates('\u0561cme.acme.io (xn--cme-0ce.acme.io)')]],
      },
      {
        name: 'Cherokee among Latin letters is reported',
        client: { ...on, CallbackURLs: ['https://\u13aacme.acme.io/cb'] },
        problems: [['/CallbackURLs/0', imitates('\u13aacme.acme.io (xn--cme-y9p.acme.io)')]],
      },
      {
        name: 'Greek among Latin letters is reported',
        client: { ...on, CallbackURLs: ['https://acm\u03b5.io/'] },
        problems: [['/CallbackURLs/0', imitates('acm\u03b5.io (xn--acm-6xc.io)')]],
      },
      {
        name: 'a host that is no domain name is judged as it stands',
        client: { ...on, CallbackURLs: ['https://\u0430pp%.acme.io/'] },
        problems: [['/CallbackURLs/0', imitates('\u0430pp%.acme.io')]],
      },
      {
        name: 'every redirect is judged',
        client: {
          ...on,
          CallbackURLs: ['https://acme.io/cb'],
          DefaultRedirectURI: 'https://\u0430pp.acme.io/',
          LogoutURLs: ['http://\u0430pp.acme.io/bye'],
        },
        problems: [
          ['/DefaultRedirectURI', cyrillicApp],
          ['/LogoutURLs/0', cyrillicApp],
        ],
      },
      {
        name: 'an update request is judged alike',
        form: 'request',
        client: { ...on, ClientId: 'abc', CallbackURLs: ['https://\u0430pp.acme.io/cb'] },
        problems: [['/CallbackURLs/0', cyrillicApp]],
      },
      {
        name: 'what is known is reported beside an entry of a wrong type',
        client: { ...on, CallbackURLs: [7], LogoutURLs: ['https://\u0430pp.acme.io/bye'] },
        problems: [['/LogoutURLs/0', cyrillicApp]],
        notEvaluated: 'CallbackURLs',
      },
    ],
    unknown: [
      {
        name: 'callbacks of a wrong type are unknown',
        client: { ...on, CallbackURLs: 'https://\u0430pp.acme.io/cb' },
        field: 'CallbackURLs',
      },
      {
        name: 'a switch of a wrong type is unknown',
        client: { AllowedOAuthFlowsUserPoolClient: 'on', CallbackURLs: ['https://\u0430pp.acme.io/cb'] },
        field: 'AllowedOAuthFlowsUserPoolClient',
      },
    ],
  },
  test,
);
