import { test } from 'vitest';
import rule from '../../src/rules/oauth-scope-broad-identity.ts';
import { testRule } from '../../src/testing.ts';

const on = { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'] };
const covers = (scope: string) =>
  `${scope} covers every attribute that the client can read, which is all of them, as ReadAttributes is not set.`;

testRule(
  rule,
  {
    valid: [
      { name: 'no scopes pass', client: on },
      { name: 'an empty list passes', client: { ...on, AllowedOAuthScopes: [] } },
      { name: 'null passes', client: { ...on, AllowedOAuthScopes: null } },
      {
        name: 'openid beside email covers the e-mail address',
        client: { ...on, AllowedOAuthScopes: ['openid', 'email'] },
      },
      {
        name: 'openid beside phone covers the phone number',
        client: { ...on, AllowedOAuthScopes: ['phone', 'openid'] },
      },
      { name: 'custom scopes pass', client: { ...on, AllowedOAuthScopes: ['orders/read'] } },
      {
        name: 'chosen attributes are the limit',
        client: { ...on, AllowedOAuthScopes: ['profile'], ReadAttributes: ['name'] },
      },
      {
        name: 'one chosen attribute decides beside an unknown one',
        client: { ...on, AllowedOAuthScopes: ['profile'], ReadAttributes: [7, 'name'] },
      },
      {
        name: 'a dormant scope passes',
        client: { ...on, AllowedOAuthFlowsUserPoolClient: false, AllowedOAuthScopes: ['profile'] },
      },
      { name: 'scopes are compared whole', client: { ...on, AllowedOAuthScopes: ['api/profile', 'Profile'] } },
    ],
    invalid: [
      {
        name: 'openid alone is reported',
        client: { ...on, AllowedOAuthScopes: ['openid'] },
        problems: [['/AllowedOAuthScopes/0', covers('openid')]],
      },
      {
        name: 'a custom scope does not narrow openid',
        client: { ...on, AllowedOAuthScopes: ['orders/read', 'openid'] },
        problems: [['/AllowedOAuthScopes/1', covers('openid')]],
      },
      {
        name: 'profile is reported, and openid beside it is not',
        client: { ...on, AllowedOAuthScopes: ['openid', 'profile', 'email'] },
        problems: [['/AllowedOAuthScopes/1', covers('profile')]],
      },
      {
        name: 'an empty list of attributes is all of them',
        client: { ...on, AllowedOAuthScopes: ['profile'], ReadAttributes: [] },
        problems: [['/AllowedOAuthScopes/0', covers('profile')]],
      },
      {
        name: 'a create request is judged alike',
        form: 'request',
        client: { ...on, AllowedOAuthScopes: ['profile'] },
        problems: [['/AllowedOAuthScopes/0', covers('profile')]],
      },
      {
        name: 'a known scope is reported beside one of a wrong type',
        client: { ...on, AllowedOAuthScopes: [7, 'profile'] },
        problems: [['/AllowedOAuthScopes/1', covers('profile')]],
        notEvaluated: 'AllowedOAuthScopes',
      },
    ],
    unknown: [
      {
        name: 'an unknown scope may narrow openid',
        client: { ...on, AllowedOAuthScopes: ['openid', 7] },
        field: 'AllowedOAuthScopes',
      },
      {
        name: 'scopes of a wrong type are unknown',
        client: { ...on, AllowedOAuthScopes: 'profile' },
        field: 'AllowedOAuthScopes',
      },
      {
        name: 'attributes of a wrong type are unknown',
        client: { ...on, AllowedOAuthScopes: ['profile'], ReadAttributes: 'name' },
        field: 'ReadAttributes',
      },
      {
        name: 'a list of unknown attributes may be empty',
        client: { ...on, AllowedOAuthScopes: ['profile'], ReadAttributes: [7] },
        field: 'ReadAttributes',
      },
      {
        name: 'a switch of a wrong type is unknown',
        client: { AllowedOAuthFlowsUserPoolClient: 1, AllowedOAuthScopes: ['profile'] },
        field: 'AllowedOAuthFlowsUserPoolClient',
      },
    ],
  },
  test,
);
