import { test } from 'vitest';
import rule from '../../src/rules/redirect-private-host.ts';
import { testRule } from '../../src/testing.ts';

const on = { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'] };
const says = (said: string) => `${said}.`;
const fine: readonly string[] = [
  'http://localhost:3000/cb',
  'http://127.0.0.1/cb',
  'http://127.8.8.8/cb',
  'http://[::1]/cb',
  'https://app.localhost/cb',
  'https://local.acme.io/cb',
  'https://nip.io.acme.com/cb',
  'myapp://intranet',
  'https://*/cb',
  'https:///cb',
];
const faulty: Readonly<Record<string, string>> = {
  'https://10.0.3.7/cb': '10.0.3.7 is an IP address, which may be of somebody else tomorrow or on another network',
  'https://8.8.8.8:8443/cb?key=s3cr3t':
    '8.8.8.8 is an IP address, which may be of somebody else tomorrow or on another network',
  'https://joe:s3cr3t@192.168.0.1/':
    '192.168.0.1 is an IP address, which may be of somebody else tomorrow or on another network',
  'https://[fd00::1]/cb': '[fd00::1] is an IP address, which may be of somebody else tomorrow or on another network',
  'https://intranet/cb':
    'intranet is no name of its own on the internet, so the local network decides where the callback goes',
  'HTTPS://App.Local/cb':
    'app.local is no name of its own on the internet, so the local network decides where the callback goes',
  'https://app.acme.internal/cb':
    'app.acme.internal is no name of its own on the internet, so the local network decides where the callback goes',
  'https://app.corp/cb':
    'app.corp is no name of its own on the internet, so the local network decides where the callback goes',
  'https://nas.lan/cb':
    'nas.lan is no name of its own on the internet, so the local network decides where the callback goes',
  'https://nas.home.arpa/cb':
    'nas.home.arpa is no name of its own on the internet, so the local network decides where the callback goes',
  'https://10.0.0.1.nip.io/cb':
    '10.0.0.1.nip.io is no name of its own on the internet, so the local network decides where the callback goes',
  'https://app.test/cb':
    'app.test is no name of its own on the internet, so the local network decides where the callback goes',
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
      { name: 'dormant redirects are another rule', client: { CallbackURLs: ['https://portal.intranet/cb'] } },
      {
        name: 'a switch of null is off',
        client: { AllowedOAuthFlowsUserPoolClient: null, CallbackURLs: ['https://portal.intranet/cb'] },
      },
      {
        name: 'a machine client never redirects',
        client: { ...on, AllowedOAuthFlows: ['client_credentials'], CallbackURLs: ['https://portal.intranet/cb'] },
      },
      {
        name: 'sign-out URLs are not callbacks',
        client: { ...on, LogoutURLs: ['https://portal.intranet/cb'] },
      },
    ],
    invalid: [
      {
        name: 'each distinct callback is reported once, at its first place',
        client: {
          ...on,
          CallbackURLs: ['https://app.acme.io/cb', 'https://portal.intranet/cb', 'https://portal.intranet/cb'],
        },
        problems: [
          [
            '/CallbackURLs/1',
            says(
              'portal.intranet is no name of its own on the internet, so the local network decides where the callback goes',
            ),
          ],
        ],
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
        client: { ...on, CallbackURLs: ['https://app.acme.io/cb'], DefaultRedirectURI: 'https://portal.intranet/cb' },
        problems: [
          [
            '/DefaultRedirectURI',
            says(
              'portal.intranet is no name of its own on the internet, so the local network decides where the callback goes',
            ),
          ],
        ],
      },
      {
        name: 'a default redirect that is a callback is reported as the callback',
        client: {
          ...on,
          CallbackURLs: ['https://portal.intranet/cb'],
          DefaultRedirectURI: 'https://portal.intranet/cb',
        },
        problems: [
          [
            '/CallbackURLs/0',
            says(
              'portal.intranet is no name of its own on the internet, so the local network decides where the callback goes',
            ),
          ],
        ],
      },
      {
        name: 'an update request is judged alike',
        form: 'request',
        client: { ...on, ClientId: 'abc', CallbackURLs: ['https://portal.intranet/cb'] },
        problems: [
          [
            '/CallbackURLs/0',
            says(
              'portal.intranet is no name of its own on the internet, so the local network decides where the callback goes',
            ),
          ],
        ],
      },
      {
        name: 'a create request is judged alike',
        form: 'request',
        client: { ...on, CallbackURLs: ['https://portal.intranet/cb'] },
        problems: [
          [
            '/CallbackURLs/0',
            says(
              'portal.intranet is no name of its own on the internet, so the local network decides where the callback goes',
            ),
          ],
        ],
      },
      {
        name: 'what is known is reported beside an entry of a wrong type',
        client: { ...on, CallbackURLs: [7, 'https://portal.intranet/cb'] },
        problems: [
          [
            '/CallbackURLs/1',
            says(
              'portal.intranet is no name of its own on the internet, so the local network decides where the callback goes',
            ),
          ],
        ],
        notEvaluated: 'CallbackURLs',
      },
    ],
    unknown: [
      {
        name: 'callbacks of a wrong type are unknown',
        client: { ...on, CallbackURLs: 'https://portal.intranet/cb' },
        field: 'CallbackURLs',
      },
      {
        name: 'grants that nobody knows may be of a machine',
        client: { ...on, AllowedOAuthFlows: ['device'], CallbackURLs: ['https://portal.intranet/cb'] },
        field: 'AllowedOAuthFlows',
      },
      {
        name: 'a switch of a wrong type is unknown',
        client: { AllowedOAuthFlowsUserPoolClient: 'on', CallbackURLs: ['https://portal.intranet/cb'] },
        field: 'AllowedOAuthFlowsUserPoolClient',
      },
    ],
  },
  test,
);
