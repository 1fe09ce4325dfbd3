import { test } from 'vitest';
import rule from '../../src/rules/client-secret-in-public-app.ts';
import { testRule } from '../../src/testing.ts';

const app = { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'], CallbackURLs: ['com.acme.app:/cb'] };
const secret = { ClientSecret: '[REDACTED]' };
const nativeApp =
  'The client has a secret, but the callback com.acme.app:/cb is that of a native app, so the app cannot keep it.';
const browserApp =
  'The client has a secret, but the implicit grant is that of a browser app, so the app cannot keep it.';

testRule(
  rule,
  {
    valid: [
      { name: 'an app without a secret passes', client: app },
      { name: 'an empty secret is none', client: { ...app, ClientSecret: '' } },
      { name: 'a secret of null is none', client: { ...app, ClientSecret: null } },
      { name: 'a web client keeps its secret', client: { ...app, ...secret, CallbackURLs: ['https://acme.io/cb'] } },
      {
        name: 'a loopback callback is no app scheme',
        client: { ...app, ...secret, CallbackURLs: ['http://localhost:3000/cb'] },
      },
      {
        name: 'a client without callbacks passes',
        client: { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'], ...secret },
      },
      {
        name: 'settings that OAuth does not use say nothing',
        client: { ...app, ...secret, AllowedOAuthFlowsUserPoolClient: false },
      },
      {
        name: 'a sign-out URL of an app says nothing',
        client: { ...app, ...secret, CallbackURLs: [], LogoutURLs: ['com.acme.app:/bye'] },
      },
      {
        name: 'a machine client uses no callbacks',
        client: { ...app, ...secret, AllowedOAuthFlows: ['client_credentials'] },
      },
      { name: 'a create request generates no secret by default', form: 'request', client: app },
      { name: 'a create request may refuse a secret', form: 'request', client: { ...app, GenerateSecret: false } },
      {
        name: 'an update request of a web client is decided without its secret',
        form: 'request',
        client: { ...app, ClientId: 'abc', CallbackURLs: ['https://acme.io/cb'] },
      },
    ],
    invalid: [
      {
        name: 'the callback of a browser extension is called one',
        client: { ...app, ...secret, CallbackURLs: ['chrome-extension://abcdef/cb'] },
        problems: [
          [
            '/ClientSecret',
            'The client has a secret, but the callback chrome-extension://abcdef/cb is that of a browser extension, so the app cannot keep it.',
          ],
        ],
      },
      {
        name: 'the callback of a native app is reported',
        client: { ...app, ...secret },
        problems: [['/ClientSecret', nativeApp]],
      },
      {
        name: 'the callback is shown without its query',
        client: { ...app, ...secret, CallbackURLs: ['com.acme.app:/cb?key=s3cr3t'] },
        problems: [['/ClientSecret', nativeApp]],
      },
      {
        name: 'the default redirect of a native app is reported',
        client: { ...app, ...secret, CallbackURLs: ['https://acme.io/cb'], DefaultRedirectURI: 'com.acme.app:/cb' },
        problems: [['/ClientSecret', nativeApp]],
      },
      {
        name: 'the implicit grant is reported',
        client: { ...app, ...secret, AllowedOAuthFlows: ['code', 'implicit'], CallbackURLs: ['https://acme.io/cb'] },
        problems: [['/ClientSecret', browserApp]],
      },
      {
        name: 'a secret that only its listing shows is reported',
        client: { ...app, ClientSecrets: [{ ClientSecretId: 'one' }] },
        problems: [['/ClientSecret', nativeApp]],
      },
      {
        name: 'a create request that generates a secret is reported',
        form: 'request',
        client: { ...app, GenerateSecret: true },
        problems: [['/ClientSecret', nativeApp]],
      },
      {
        name: 'a known app callback decides beside an unknown one',
        client: { ...app, ...secret, CallbackURLs: [7, 'com.acme.app:/cb'] },
        problems: [['/ClientSecret', nativeApp]],
      },
    ],
    unknown: [
      {
        name: 'an update request does not tell the secret',
        form: 'request',
        client: { ...app, ClientId: 'abc' },
        field: 'ClientSecret',
      },
      { name: 'a secret of a wrong type is unknown', client: { ...app, ClientSecret: 7 }, field: 'ClientSecret' },
      {
        name: 'whether a secret is generated is unknown where that is a text',
        form: 'request',
        client: { ...app, GenerateSecret: 'perhaps' },
        field: 'ClientSecret',
      },
      {
        name: 'callbacks of a wrong type are unknown',
        client: { ...app, ...secret, CallbackURLs: 'com.acme.app:/cb' },
        field: 'CallbackURLs',
      },
      {
        name: 'a grant that nobody knows leaves the grants open',
        client: { ...app, ...secret, AllowedOAuthFlows: ['device'] },
        field: 'AllowedOAuthFlows',
      },
      {
        name: 'a switch of a wrong type is unknown',
        client: { ...app, ...secret, AllowedOAuthFlowsUserPoolClient: 'true' },
        field: 'AllowedOAuthFlowsUserPoolClient',
      },
    ],
  },
  test,
);
