import { test } from 'vitest';
import rule from '../../src/rules/oauth-scope-privileged-custom.ts';
import { testRule } from '../../src/testing.ts';

const on = { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'] };
const sounds = (scope: string) => `The scope ${scope} sounds like administration, and every user's token may carry it.`;

testRule(
  rule,
  {
    valid: [
      { name: 'no scopes pass', client: on },
      { name: 'an empty list passes', client: { ...on, AllowedOAuthScopes: [] } },
      { name: 'null passes', client: { ...on, AllowedOAuthScopes: null } },
      { name: 'a narrow scope passes', client: { ...on, AllowedOAuthScopes: ['https://api.acme.io/orders.read'] } },
      {
        name: 'a word that only contains one passes',
        client: { ...on, AllowedOAuthScopes: ['api/recall', 'api/badmin', 'api/administer'] },
      },
      {
        name: 'a word before the end passes',
        client: { ...on, AllowedOAuthScopes: ['api/admin.read', 'admin/orders'] },
      },
      {
        name: 'what is no custom scope is another rule',
        client: { ...on, AllowedOAuthScopes: ['aws.cognito.signin.user.admin', 'admin'] },
      },
      {
        name: 'a machine client may have it',
        client: { ...on, AllowedOAuthFlows: ['client_credentials'], AllowedOAuthScopes: ['api/admin'] },
      },
      { name: 'a dormant scope passes', client: { AllowedOAuthFlows: ['code'], AllowedOAuthScopes: ['api/admin'] } },
    ],
    invalid: [
      {
        name: 'an admin scope is reported',
        client: { ...on, AllowedOAuthScopes: ['openid', 'https://api.acme.io/admin'] },
        problems: [['/AllowedOAuthScopes/1', sounds('https://api.acme.io/admin')]],
      },
      {
        name: 'each distinct scope is reported once',
        client: { ...on, AllowedOAuthScopes: ['api/*', 'api/all', 'api/*', 'api/orders:full'] },
        problems: [
          ['/AllowedOAuthScopes/0', sounds('api/*')],
          ['/AllowedOAuthScopes/1', sounds('api/all')],
          ['/AllowedOAuthScopes/3', sounds('api/orders:full')],
        ],
      },
      {
        name: 'a hyphen begins a word',
        client: { ...on, AllowedOAuthScopes: ['api/super-admin'] },
        problems: [['/AllowedOAuthScopes/0', sounds('api/super-admin')]],
      },
      {
        name: 'case does not matter',
        client: { ...on, AllowedOAuthScopes: ['api/ROOT', 'api/write-all', 'api/users_Manage', 'api/x.superuser'] },
        problems: [
          ['/AllowedOAuthScopes/0', sounds('api/ROOT')],
          ['/AllowedOAuthScopes/1', sounds('api/write-all')],
          ['/AllowedOAuthScopes/2', sounds('api/users_Manage')],
          ['/AllowedOAuthScopes/3', sounds('api/x.superuser')],
        ],
      },
      {
        name: 'a create request is judged alike',
        form: 'request',
        client: { ...on, AllowedOAuthScopes: ['api/admin'] },
        problems: [['/AllowedOAuthScopes/0', sounds('api/admin')]],
      },
      {
        name: 'a known scope is reported beside one of a wrong type',
        client: { ...on, AllowedOAuthScopes: [7, 'api/admin'] },
        problems: [['/AllowedOAuthScopes/1', sounds('api/admin')]],
        notEvaluated: 'AllowedOAuthScopes',
      },
    ],
    unknown: [
      {
        name: 'scopes of a wrong type are unknown',
        client: { ...on, AllowedOAuthScopes: 'api/admin' },
        field: 'AllowedOAuthScopes',
      },
      {
        name: 'an unknown grant may be one for users',
        client: { ...on, AllowedOAuthFlows: ['device'], AllowedOAuthScopes: ['api/admin'] },
        field: 'AllowedOAuthFlows',
      },
      {
        name: 'a switch of a wrong type is unknown',
        client: { ...on, AllowedOAuthFlowsUserPoolClient: 'on' },
        field: 'AllowedOAuthFlowsUserPoolClient',
      },
    ],
  },
  test,
);
