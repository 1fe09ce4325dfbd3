import { test } from 'vitest';
import rule from '../../src/rules/auth-flow-admin-on-public-client.ts';
import { testRule } from '../../src/testing.ts';

const CURRENT = 'ALLOW_ADMIN_USER_PASSWORD_AUTH is meant for a trusted server, and no client secret is reported.';
const LEGACY = 'ADMIN_NO_SRP_AUTH is meant for a trusted server, and no client secret is reported.';

testRule(
  rule,
  {
    valid: [
      { name: 'the default flows have no admin flow', client: { ClientName: 'web' } },
      { name: 'null is the default flows', client: { ExplicitAuthFlows: null } },
      { name: 'an empty list is the default flows', client: { ExplicitAuthFlows: [] } },
      {
        name: 'values are compared whole: the flow of apps is another rule',
        client: { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] },
      },
      {
        name: 'a real secret makes the client confidential',
        client: {
          ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'],
          ClientSecret: '1k5p0v3jq8h2m7c9d4f6g0s1n5r8t2w7x3y6',
        },
      },
      {
        name: 'a placeholder shows that there is a secret',
        client: { ExplicitAuthFlows: ['ADMIN_NO_SRP_AUTH'], ClientSecret: '[REDACTED]' },
      },
      {
        name: 'a listed secret makes the client confidential',
        client: {
          ExplicitAuthFlows: ['ADMIN_NO_SRP_AUTH'],
          ClientSecrets: [{ ClientSecretId: '7abc--1790000000', ClientSecretCreateDate: 1790000000 }],
        },
      },
      {
        name: 'a create request that generates a secret',
        client: { ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'], GenerateSecret: true },
        form: 'request',
      },
      {
        name: 'no admin flow decides before the secret, which an update request does not tell',
        client: { ClientId: '7abc', ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] },
        form: 'request',
      },
      {
        name: 'a value that nobody knows is passed over where others are known',
        client: { ExplicitAuthFlows: ['ALLOW_TOMORROW_AUTH', 'ALLOW_USER_SRP_AUTH'] },
      },
    ],
    invalid: [
      {
        name: 'the current name without a secret is reported',
        client: { ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_ADMIN_USER_PASSWORD_AUTH'] },
        problems: [['/ExplicitAuthFlows/1', CURRENT]],
      },
      {
        name: 'the legacy name without a secret is reported',
        client: { ExplicitAuthFlows: ['ADMIN_NO_SRP_AUTH'] },
        problems: [['/ExplicitAuthFlows/0', LEGACY]],
      },
      {
        name: 'both names are reported, each at its place',
        client: { ExplicitAuthFlows: ['ADMIN_NO_SRP_AUTH', 'ALLOW_ADMIN_USER_PASSWORD_AUTH'] },
        problems: [
          ['/ExplicitAuthFlows/0', LEGACY],
          ['/ExplicitAuthFlows/1', CURRENT],
        ],
      },
      {
        name: 'an empty secret is none',
        client: { ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'], ClientSecret: '' },
        problems: [['/ExplicitAuthFlows/0', CURRENT]],
      },
      {
        name: 'an entry that stands twice is reported at its first place',
        client: { ExplicitAuthFlows: ['ADMIN_NO_SRP_AUTH', 'ADMIN_NO_SRP_AUTH'], ClientSecret: null },
        problems: [['/ExplicitAuthFlows/0', LEGACY]],
      },
      {
        name: 'a create request without GenerateSecret makes a public client',
        client: { ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'] },
        form: 'request',
        problems: [['/ExplicitAuthFlows/0', CURRENT]],
      },
      {
        name: 'a create request that generates none makes a public client',
        client: { ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'], GenerateSecret: false },
        form: 'request',
        problems: [['/ExplicitAuthFlows/0', CURRENT]],
      },
      {
        name: 'a known entry is reported beside one of a wrong type',
        client: { ExplicitAuthFlows: [7, 'ADMIN_NO_SRP_AUTH'] },
        problems: [['/ExplicitAuthFlows/1', LEGACY]],
        notEvaluated: 'ExplicitAuthFlows',
      },
    ],
    unknown: [
      {
        name: 'an update request does not tell whether there is a secret',
        client: { ClientId: '7abc', ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'] },
        form: 'request',
        field: 'ClientSecret',
      },
      {
        name: 'a secret of a wrong type may be one or not',
        client: { ExplicitAuthFlows: ['ADMIN_NO_SRP_AUTH'], ClientSecret: false },
        field: 'ClientSecret',
      },
      {
        name: 'a create request may generate a secret where GenerateSecret is of a wrong type',
        client: { ExplicitAuthFlows: ['ADMIN_NO_SRP_AUTH'], GenerateSecret: 'maybe' },
        form: 'request',
        field: 'ClientSecret',
      },
      {
        name: 'a text where the list belongs is not searched',
        client: { ExplicitAuthFlows: 'ADMIN_NO_SRP_AUTH' },
        field: 'ExplicitAuthFlows',
      },
    ],
  },
  test,
);
