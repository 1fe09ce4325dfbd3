import { test } from 'vitest';
import rule from '../../src/rules/oauth-scope-user-admin.ts';
import { testRule } from '../../src/testing.ts';

const on = { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'] };
const scope = 'aws.cognito.signin.user.admin';
const message =
  'AllowedOAuthScopes has aws.cognito.signin.user.admin, so a leaked access token can change the account.';

testRule(
  rule,
  {
    valid: [
      { name: 'no scopes pass', client: on },
      { name: 'an empty list passes', client: { ...on, AllowedOAuthScopes: [] } },
      { name: 'null passes', client: { ...on, AllowedOAuthScopes: null } },
      { name: 'other scopes pass', client: { ...on, AllowedOAuthScopes: ['openid', 'email'] } },
      { name: 'scopes are compared whole', client: { ...on, AllowedOAuthScopes: [`api/${scope}`, `${scope}.read`] } },
      {
        name: 'a dormant scope is another rule',
        client: { AllowedOAuthFlowsUserPoolClient: false, AllowedOAuthScopes: [scope] },
      },
      { name: 'no switch is off', client: { AllowedOAuthScopes: [scope] } },
    ],
    invalid: [
      {
        name: 'the scope is reported',
        client: { ...on, AllowedOAuthScopes: ['openid', scope] },
        problems: [['/AllowedOAuthScopes/1', message]],
      },
      {
        name: 'it is reported once, at its first place',
        client: { ...on, AllowedOAuthScopes: [scope, scope] },
        problems: [['/AllowedOAuthScopes/0', message]],
      },
      {
        name: 'a create request is judged alike',
        form: 'request',
        client: { ...on, AllowedOAuthScopes: [scope] },
        problems: [['/AllowedOAuthScopes/0', message]],
      },
      {
        name: 'an update request is judged alike',
        form: 'request',
        client: { ...on, ClientId: 'abc', AllowedOAuthScopes: [scope] },
        problems: [['/AllowedOAuthScopes/0', message]],
      },
      {
        name: 'the known scope is reported beside one of a wrong type',
        client: { ...on, AllowedOAuthScopes: [7, scope] },
        problems: [['/AllowedOAuthScopes/1', message]],
        notEvaluated: 'AllowedOAuthScopes',
      },
    ],
    unknown: [
      {
        name: 'scopes of a wrong type are unknown',
        client: { ...on, AllowedOAuthScopes: scope },
        field: 'AllowedOAuthScopes',
      },
      {
        name: 'an unknown entry may be the scope',
        client: { ...on, AllowedOAuthScopes: ['openid', 7] },
        field: 'AllowedOAuthScopes',
      },
      {
        name: 'a switch of a wrong type is unknown',
        client: { AllowedOAuthFlowsUserPoolClient: 'true', AllowedOAuthScopes: [scope] },
        field: 'AllowedOAuthFlowsUserPoolClient',
      },
    ],
  },
  test,
);
