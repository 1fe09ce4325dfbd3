import { test } from 'vitest';
import rule from '../../src/rules/redirect-default-unregistered.ts';
import { testRule } from '../../src/testing.ts';

const on = { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'] };
const unregistered = (url: string) => `The default redirect ${url} is not, letter for letter, one of the CallbackURLs.`;
const alone = 'The default redirect https://b.acme.io/cb has no CallbackURLs beside it.';

testRule(
  rule,
  {
    valid: [
      { name: 'no default passes', client: { ...on, CallbackURLs: ['https://a.acme.io/cb'] } },
      { name: 'a default of null passes', client: { ...on, DefaultRedirectURI: null } },
      { name: 'an empty default passes', client: { ...on, DefaultRedirectURI: '' } },
      {
        name: 'a default that is a callback passes',
        client: {
          ...on,
          CallbackURLs: ['https://b.acme.io/', 'https://a.acme.io/cb'],
          DefaultRedirectURI: 'https://a.acme.io/cb',
        },
      },
      {
        name: 'a known callback decides beside an unknown one',
        client: { ...on, CallbackURLs: [7, 'https://a.acme.io/cb'], DefaultRedirectURI: 'https://a.acme.io/cb' },
      },
      { name: 'a dormant default passes', client: { DefaultRedirectURI: 'https://b.acme.io/cb' } },
      {
        name: 'a machine client never redirects',
        client: { ...on, AllowedOAuthFlows: ['client_credentials'], DefaultRedirectURI: 'https://b.acme.io/cb' },
      },
    ],
    invalid: [
      {
        name: 'another URL is reported',
        client: { ...on, CallbackURLs: ['https://a.acme.io/cb'], DefaultRedirectURI: 'https://b.acme.io/cb' },
        problems: [['/DefaultRedirectURI', unregistered('https://b.acme.io/cb')]],
      },
      {
        name: 'a slash at the end makes another URL',
        client: { ...on, CallbackURLs: ['https://a.acme.io/cb'], DefaultRedirectURI: 'https://a.acme.io/cb/' },
        problems: [['/DefaultRedirectURI', unregistered('https://a.acme.io/cb/')]],
      },
      {
        name: 'so does case, and a query, which is not shown',
        client: {
          ...on,
          CallbackURLs: ['https://a.acme.io/cb'],
          DefaultRedirectURI: 'https://A.acme.io/cb?key=s3cr3t',
        },
        problems: [['/DefaultRedirectURI', unregistered('https://a.acme.io/cb')]],
      },
      {
        name: 'a sign-out URL is no callback',
        client: { ...on, LogoutURLs: ['https://b.acme.io/cb'], DefaultRedirectURI: 'https://b.acme.io/cb' },
        problems: [['/DefaultRedirectURI', alone]],
      },
      {
        name: 'empty callbacks are none',
        client: { ...on, CallbackURLs: [], DefaultRedirectURI: 'https://b.acme.io/cb' },
        problems: [['/DefaultRedirectURI', alone]],
      },
      {
        name: 'an update request is judged alike',
        form: 'request',
        client: { ...on, ClientId: 'abc', DefaultRedirectURI: 'https://b.acme.io/cb' },
        problems: [['/DefaultRedirectURI', alone]],
      },
    ],
    unknown: [
      {
        name: 'an unknown callback may be the default',
        client: { ...on, CallbackURLs: ['https://a.acme.io/cb', 7], DefaultRedirectURI: 'https://b.acme.io/cb' },
        field: 'CallbackURLs',
      },
      {
        name: 'callbacks of a wrong type are unknown',
        client: { ...on, CallbackURLs: 'https://b.acme.io/cb', DefaultRedirectURI: 'https://b.acme.io/cb' },
        field: 'CallbackURLs',
      },
      {
        name: 'a default of a wrong type is unknown',
        client: { ...on, DefaultRedirectURI: true },
        field: 'DefaultRedirectURI',
      },
      {
        name: 'a switch of a wrong type is unknown',
        client: { AllowedOAuthFlowsUserPoolClient: 'on', DefaultRedirectURI: 'https://b.acme.io/cb' },
        field: 'AllowedOAuthFlowsUserPoolClient',
      },
    ],
  },
  test,
);
