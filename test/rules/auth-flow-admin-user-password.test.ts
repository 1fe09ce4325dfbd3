import { test } from 'vitest';
import rule from '../../src/rules/auth-flow-admin-user-password.ts';
import { testRule } from '../../src/testing.ts';

const CURRENT = 'ALLOW_ADMIN_USER_PASSWORD_AUTH lets a server send user names and passwords in clear.';
const LEGACY = 'ADMIN_NO_SRP_AUTH lets a server send user names and passwords in clear.';

testRule(
  rule,
  {
    valid: [
      { name: 'the default flows have no admin flow', client: { ClientName: 'web' } },
      { name: 'null is the default flows', client: { ExplicitAuthFlows: null } },
      { name: 'an empty list is the default flows', client: { ExplicitAuthFlows: [] } },
      {
        name: 'SRP and refresh pass',
        client: { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
      },
      {
        name: 'values are compared whole: the flow of apps is another rule',
        client: { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] },
      },
      {
        name: 'a legacy value does not leave the admin flow on',
        client: { ExplicitAuthFlows: ['USER_PASSWORD_AUTH', 'CUSTOM_AUTH_FLOW_ONLY'] },
      },
      {
        name: 'a value that nobody knows is passed over where others are known',
        client: { ExplicitAuthFlows: ['ALLOW_TOMORROW_AUTH', 'ALLOW_USER_SRP_AUTH'] },
      },
    ],
    invalid: [
      {
        name: 'the current name is reported',
        client: { ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_ADMIN_USER_PASSWORD_AUTH'] },
        problems: [['/ExplicitAuthFlows/1', CURRENT]],
      },
      {
        name: 'the legacy name is reported',
        client: { ExplicitAuthFlows: ['ADMIN_NO_SRP_AUTH'] },
        problems: [['/ExplicitAuthFlows/0', LEGACY]],
      },
      {
        name: 'a secret makes no difference',
        client: { ExplicitAuthFlows: ['ADMIN_NO_SRP_AUTH'], ClientSecret: '[REDACTED]' },
        problems: [['/ExplicitAuthFlows/0', LEGACY]],
      },
      {
        name: 'both names are reported, each at its first place',
        client: {
          ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH', 'ALLOW_ADMIN_USER_PASSWORD_AUTH'],
        },
        problems: [
          ['/ExplicitAuthFlows/0', CURRENT],
          ['/ExplicitAuthFlows/1', LEGACY],
        ],
      },
      {
        name: 'a known entry is reported beside one of a wrong type',
        client: { ExplicitAuthFlows: [null, 'ADMIN_NO_SRP_AUTH'] },
        problems: [['/ExplicitAuthFlows/1', LEGACY]],
        notEvaluated: 'ExplicitAuthFlows',
      },
      {
        name: 'an update request is judged',
        client: { ClientId: '7abc', ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'] },
        form: 'request',
        problems: [['/ExplicitAuthFlows/0', CURRENT]],
      },
    ],
    unknown: [
      {
        name: 'a text where the list belongs is not searched',
        client: { ExplicitAuthFlows: 'ADMIN_NO_SRP_AUTH' },
        field: 'ExplicitAuthFlows',
      },
      {
        name: 'a list of values that nobody knows is unknown',
        client: { ExplicitAuthFlows: ['ALLOW_TOMORROW_AUTH'] },
        field: 'ExplicitAuthFlows',
      },
    ],
  },
  test,
);
