import { test } from 'vitest';
import rule from '../../src/rules/redirect-shared-hosting-host.ts';
import { testRule } from '../../src/testing.ts';

const on = { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'] };
const says = (said: string) => `The place of ${said} can be taken by anyone once the site is deleted.`;
const fine: readonly string[] = [
  'https://d111111abcdef8.cloudfront.net/cb',
  'https://main.d1.amplifyapp.com/cb',
  'https://a1.execute-api.eu-west-1.amazonaws.com/cb',
  'https://acme.web.app/cb',
  'https://acme.firebaseapp.com',
  'https://notgithub.io/cb',
  'https://mys3.amazonaws.com/cb',
  'https://s3.amazonaws.com.evil.io/cb',
  'myapp://acme.github.io',
];
const faulty: Readonly<Record<string, string>> = {
  'https://acme.HEROKUAPP.com/cb?key=s3cr3t': 'https://acme.herokuapp.com/cb',
  'https://acme.github.io/cb': 'https://acme.github.io/cb',
  'https://acme.vercel.app': 'https://acme.vercel.app',
  'https://acme.netlify.app': 'https://acme.netlify.app',
  'https://acme.azurewebsites.net:8443/': 'https://acme.azurewebsites.net:8443/',
  'http://acme.s3-website-us-east-1.amazonaws.com': 'http://acme.s3-website-us-east-1.amazonaws.com',
  'https://acme.s3.cn-north-1.amazonaws.com.cn/cb': 'https://acme.s3.cn-north-1.amazonaws.com.cn/cb',
  'https://acme.eu-west-1.elasticbeanstalk.com': 'https://acme.eu-west-1.elasticbeanstalk.com',
  'https://s3.amazonaws.com/acme/cb': 'https://s3.amazonaws.com/acme/cb',
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
      { name: 'dormant redirects are another rule', client: { CallbackURLs: ['https://acme-app.herokuapp.com/cb'] } },
      {
        name: 'a switch of null is off',
        client: { AllowedOAuthFlowsUserPoolClient: null, CallbackURLs: ['https://acme-app.herokuapp.com/cb'] },
      },
      {
        name: 'a machine client never redirects',
        client: {
          ...on,
          AllowedOAuthFlows: ['client_credentials'],
          CallbackURLs: ['https://acme-app.herokuapp.com/cb'],
        },
      },
      {
        name: 'sign-out URLs are not callbacks',
        client: { ...on, LogoutURLs: ['https://acme-app.herokuapp.com/cb'] },
      },
    ],
    invalid: [
      {
        name: 'each distinct callback is reported once, at its first place',
        client: {
          ...on,
          CallbackURLs: [
            'https://app.acme.io/cb',
            'https://acme-app.herokuapp.com/cb',
            'https://acme-app.herokuapp.com/cb',
          ],
        },
        problems: [['/CallbackURLs/1', says('https://acme-app.herokuapp.com/cb')]],
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
        client: {
          ...on,
          CallbackURLs: ['https://app.acme.io/cb'],
          DefaultRedirectURI: 'https://acme-app.herokuapp.com/cb',
        },
        problems: [['/DefaultRedirectURI', says('https://acme-app.herokuapp.com/cb')]],
      },
      {
        name: 'a default redirect that is a callback is reported as the callback',
        client: {
          ...on,
          CallbackURLs: ['https://acme-app.herokuapp.com/cb'],
          DefaultRedirectURI: 'https://acme-app.herokuapp.com/cb',
        },
        problems: [['/CallbackURLs/0', says('https://acme-app.herokuapp.com/cb')]],
      },
      {
        name: 'an update request is judged alike',
        form: 'request',
        client: { ...on, ClientId: 'abc', CallbackURLs: ['https://acme-app.herokuapp.com/cb'] },
        problems: [['/CallbackURLs/0', says('https://acme-app.herokuapp.com/cb')]],
      },
      {
        name: 'a create request is judged alike',
        form: 'request',
        client: { ...on, CallbackURLs: ['https://acme-app.herokuapp.com/cb'] },
        problems: [['/CallbackURLs/0', says('https://acme-app.herokuapp.com/cb')]],
      },
      {
        name: 'what is known is reported beside an entry of a wrong type',
        client: { ...on, CallbackURLs: [7, 'https://acme-app.herokuapp.com/cb'] },
        problems: [['/CallbackURLs/1', says('https://acme-app.herokuapp.com/cb')]],
        notEvaluated: 'CallbackURLs',
      },
    ],
    unknown: [
      {
        name: 'callbacks of a wrong type are unknown',
        client: { ...on, CallbackURLs: 'https://acme-app.herokuapp.com/cb' },
        field: 'CallbackURLs',
      },
      {
        name: 'grants that nobody knows may be of a machine',
        client: { ...on, AllowedOAuthFlows: ['device'], CallbackURLs: ['https://acme-app.herokuapp.com/cb'] },
        field: 'AllowedOAuthFlows',
      },
      {
        name: 'a switch of a wrong type is unknown',
        client: { AllowedOAuthFlowsUserPoolClient: 'on', CallbackURLs: ['https://acme-app.herokuapp.com/cb'] },
        field: 'AllowedOAuthFlowsUserPoolClient',
      },
    ],
  },
  test,
);
