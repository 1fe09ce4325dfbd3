import { test } from 'vitest';
import rule from '../../src/rules/redirect-open-redirect-shape.ts';
import { testRule } from '../../src/testing.ts';

const on = { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'] };
const says = (said: string) => `The query of ${said}, as open redirectors have.`;
const fine: readonly string[] = [
  'https://app.acme.io/cb?v=1',
  'https://app.acme.io/cb?nextstep=1',
  'https://app.acme.io/cb?a=next',
  'https://app.acme.io/next',
  'https://app.acme.io/cb#next=/home',
  'https://app.acme.io/cb?',
];
const faulty: Readonly<Record<string, string>> = {
  'https://app.acme.io/cb?next=s3cr3t': 'https://app.acme.io/cb has next',
  'https://app.acme.io/cb?url=s3cr3t': 'https://app.acme.io/cb has url',
  'https://app.acme.io/cb?URI=s3cr3t': 'https://app.acme.io/cb has URI',
  'https://app.acme.io/cb?redirect=s3cr3t': 'https://app.acme.io/cb has redirect',
  'https://app.acme.io/cb?redirect_uri=s3cr3t': 'https://app.acme.io/cb has redirect_uri',
  'https://app.acme.io/cb?redirectUrl=s3cr3t': 'https://app.acme.io/cb has redirectUrl',
  'https://app.acme.io/cb?return=s3cr3t': 'https://app.acme.io/cb has return',
  'https://app.acme.io/cb?returnTo=s3cr3t': 'https://app.acme.io/cb has returnTo',
  'https://app.acme.io/cb?return_url=s3cr3t': 'https://app.acme.io/cb has return_url',
  'https://app.acme.io/cb?continue=s3cr3t': 'https://app.acme.io/cb has continue',
  'https://app.acme.io/cb?dest=s3cr3t': 'https://app.acme.io/cb has dest',
  'https://app.acme.io/cb?destination=s3cr3t': 'https://app.acme.io/cb has destination',
  'https://app.acme.io/cb?forwardTo=s3cr3t': 'https://app.acme.io/cb has forwardTo',
  'https://app.acme.io/cb?goto=s3cr3t': 'https://app.acme.io/cb has goto',
  'https://app.acme.io/cb?target=s3cr3t': 'https://app.acme.io/cb has target',
  'https://app.acme.io/cb?next': 'https://app.acme.io/cb has next',
  'https://app.acme.io/cb?v=1&goto=/': 'https://app.acme.io/cb has goto',
  'com.acme.app:/cb?url=x': 'com.acme.app:/cb has url',
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
      { name: 'dormant redirects are another rule', client: { CallbackURLs: ['https://app.acme.io/cb?next=/home'] } },
      {
        name: 'a switch of null is off',
        client: { AllowedOAuthFlowsUserPoolClient: null, CallbackURLs: ['https://app.acme.io/cb?next=/home'] },
      },
      {
        name: 'a machine client never redirects',
        client: {
          ...on,
          AllowedOAuthFlows: ['client_credentials'],
          CallbackURLs: ['https://app.acme.io/cb?next=/home'],
        },
      },
      {
        name: 'sign-out URLs are not callbacks',
        client: { ...on, LogoutURLs: ['https://app.acme.io/cb?next=/home'] },
      },
    ],
    invalid: [
      {
        name: 'each distinct callback is reported once, at its first place',
        client: {
          ...on,
          CallbackURLs: [
            'https://app.acme.io/cb',
            'https://app.acme.io/cb?next=/home',
            'https://app.acme.io/cb?next=/home',
          ],
        },
        problems: [['/CallbackURLs/1', says('https://app.acme.io/cb has next')]],
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
          DefaultRedirectURI: 'https://app.acme.io/cb?next=/home',
        },
        problems: [['/DefaultRedirectURI', says('https://app.acme.io/cb has next')]],
      },
      {
        name: 'a default redirect that is a callback is reported as the callback',
        client: {
          ...on,
          CallbackURLs: ['https://app.acme.io/cb?next=/home'],
          DefaultRedirectURI: 'https://app.acme.io/cb?next=/home',
        },
        problems: [['/CallbackURLs/0', says('https://app.acme.io/cb has next')]],
      },
      {
        name: 'an update request is judged alike',
        form: 'request',
        client: { ...on, ClientId: 'abc', CallbackURLs: ['https://app.acme.io/cb?next=/home'] },
        problems: [['/CallbackURLs/0', says('https://app.acme.io/cb has next')]],
      },
      {
        name: 'a create request is judged alike',
        form: 'request',
        client: { ...on, CallbackURLs: ['https://app.acme.io/cb?next=/home'] },
        problems: [['/CallbackURLs/0', says('https://app.acme.io/cb has next')]],
      },
      {
        name: 'what is known is reported beside an entry of a wrong type',
        client: { ...on, CallbackURLs: [7, 'https://app.acme.io/cb?next=/home'] },
        problems: [['/CallbackURLs/1', says('https://app.acme.io/cb has next')]],
        notEvaluated: 'CallbackURLs',
      },
    ],
    unknown: [
      {
        name: 'callbacks of a wrong type are unknown',
        client: { ...on, CallbackURLs: 'https://app.acme.io/cb?next=/home' },
        field: 'CallbackURLs',
      },
      {
        name: 'grants that nobody knows may be of a machine',
        client: { ...on, AllowedOAuthFlows: ['device'], CallbackURLs: ['https://app.acme.io/cb?next=/home'] },
        field: 'AllowedOAuthFlows',
      },
      {
        name: 'a switch of a wrong type is unknown',
        client: { AllowedOAuthFlowsUserPoolClient: 'on', CallbackURLs: ['https://app.acme.io/cb?next=/home'] },
        field: 'AllowedOAuthFlowsUserPoolClient',
      },
    ],
  },
  test,
);
