import { test } from 'vitest';
import rule from '../../src/rules/redirect-tunnel-host.ts';
import { testRule } from '../../src/testing.ts';

const on = { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'] };
const says = (said: string) => `${said} is a tunnel or a throw-away host, whose name goes to the next user.`;
const fine: readonly string[] = [
  'https://myngrok.io/cb',
  'https://ngrok.io.acme.com/cb',
  'https://acme.io/ngrok.io',
  'myapp://abc.ngrok.io',
  'https://ngrok.io@acme.io/cb',
];
const faulty: Readonly<Record<string, string>> = {
  'https://ngrok.io': 'ngrok.io',
  'https://a.b.NGROK-free.app/cb?key=s3cr3t': 'a.b.ngrok-free.app',
  'https://x.trycloudflare.com': 'x.trycloudflare.com',
  'https://x.loca.lt': 'x.loca.lt',
  'https://x-3000.euw.devtunnels.ms:8443/cb': 'x-3000.euw.devtunnels.ms',
  'https://x-3000.app.github.dev/cb': 'x-3000.app.github.dev',
  'https://3000-x.gitpod.io': '3000-x.gitpod.io',
  'http://joe:s3cr3t@x.ngrok.app': 'x.ngrok.app',
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
      { name: 'dormant redirects are another rule', client: { CallbackURLs: ['https://1a2b3c.ngrok.io/cb'] } },
      {
        name: 'a switch of null is off',
        client: { AllowedOAuthFlowsUserPoolClient: null, CallbackURLs: ['https://1a2b3c.ngrok.io/cb'] },
      },
      {
        name: 'a machine client never redirects',
        client: { ...on, AllowedOAuthFlows: ['client_credentials'], CallbackURLs: ['https://1a2b3c.ngrok.io/cb'] },
      },
      {
        name: 'sign-out URLs are not callbacks',
        client: { ...on, LogoutURLs: ['https://1a2b3c.ngrok.io/cb'] },
      },
    ],
    invalid: [
      {
        name: 'each distinct callback is reported once, at its first place',
        client: {
          ...on,
          CallbackURLs: ['https://app.acme.io/cb', 'https://1a2b3c.ngrok.io/cb', 'https://1a2b3c.ngrok.io/cb'],
        },
        problems: [['/CallbackURLs/1', says('1a2b3c.ngrok.io')]],
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
        client: { ...on, CallbackURLs: ['https://app.acme.io/cb'], DefaultRedirectURI: 'https://1a2b3c.ngrok.io/cb' },
        problems: [['/DefaultRedirectURI', says('1a2b3c.ngrok.io')]],
      },
      {
        name: 'a default redirect that is a callback is reported as the callback',
        client: {
          ...on,
          CallbackURLs: ['https://1a2b3c.ngrok.io/cb'],
          DefaultRedirectURI: 'https://1a2b3c.ngrok.io/cb',
        },
        problems: [['/CallbackURLs/0', says('1a2b3c.ngrok.io')]],
      },
      {
        name: 'an update request is judged alike',
        form: 'request',
        client: { ...on, ClientId: 'abc', CallbackURLs: ['https://1a2b3c.ngrok.io/cb'] },
        problems: [['/CallbackURLs/0', says('1a2b3c.ngrok.io')]],
      },
      {
        name: 'a create request is judged alike',
        form: 'request',
        client: { ...on, CallbackURLs: ['https://1a2b3c.ngrok.io/cb'] },
        problems: [['/CallbackURLs/0', says('1a2b3c.ngrok.io')]],
      },
      {
        name: 'what is known is reported beside an entry of a wrong type',
        client: { ...on, CallbackURLs: [7, 'https://1a2b3c.ngrok.io/cb'] },
        problems: [['/CallbackURLs/1', says('1a2b3c.ngrok.io')]],
        notEvaluated: 'CallbackURLs',
      },
    ],
    unknown: [
      {
        name: 'callbacks of a wrong type are unknown',
        client: { ...on, CallbackURLs: 'https://1a2b3c.ngrok.io/cb' },
        field: 'CallbackURLs',
      },
      {
        name: 'grants that nobody knows may be of a machine',
        client: { ...on, AllowedOAuthFlows: ['device'], CallbackURLs: ['https://1a2b3c.ngrok.io/cb'] },
        field: 'AllowedOAuthFlows',
      },
      {
        name: 'a switch of a wrong type is unknown',
        client: { AllowedOAuthFlowsUserPoolClient: 'on', CallbackURLs: ['https://1a2b3c.ngrok.io/cb'] },
        field: 'AllowedOAuthFlowsUserPoolClient',
      },
    ],
  },
  test,
);
