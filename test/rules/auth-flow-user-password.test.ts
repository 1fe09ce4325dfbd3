import { test } from 'vitest';
import rule from '../../src/rules/auth-flow-user-password.ts';
import { testRule } from '../../src/testing.ts';

testRule(
  rule,
  {
    valid: [
      { name: 'the default flows have no password flow', client: { ClientName: 'web' } },
      {
        name: 'SRP and refresh pass',
        client: { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
      },
      { name: 'an empty list is the default flows', client: { ExplicitAuthFlows: [] } },
      { name: 'null is the default flows', client: { ExplicitAuthFlows: null } },
      {
        name: 'values are compared whole: the admin flow is another rule',
        client: { ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'] },
      },
      {
        name: 'a value that nobody knows is passed over where others are known',
        client: { ExplicitAuthFlows: ['ALLOW_TOMORROW_AUTH', 'ALLOW_USER_SRP_AUTH'] },
      },
    ],
    invalid: [
      {
        name: 'the current name is reported',
        client: { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
        problems: [
          [
            '/ExplicitAuthFlows/0',
            'ALLOW_USER_PASSWORD_AUTH lets apps send the password in the request, without AWS credentials.',
          ],
        ],
      },
      {
        name: 'the legacy name is reported',
        client: { ExplicitAuthFlows: ['ADMIN_NO_SRP_AUTH', 'USER_PASSWORD_AUTH'] },
        problems: [
          [
            '/ExplicitAuthFlows/1',
            'USER_PASSWORD_AUTH lets apps send the password in the request, without AWS credentials.',
          ],
        ],
      },
      {
        name: 'an entry that stands twice is reported at its first place',
        client: { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_PASSWORD_AUTH'] },
        problems: [
          [
            '/ExplicitAuthFlows/1',
            'ALLOW_USER_PASSWORD_AUTH lets apps send the password in the request, without AWS credentials.',
          ],
        ],
      },
      {
        name: 'a known entry is reported beside one of a wrong type',
        client: { ExplicitAuthFlows: [7, 'ALLOW_USER_PASSWORD_AUTH'] },
        problems: [
          [
            '/ExplicitAuthFlows/1',
            'ALLOW_USER_PASSWORD_AUTH lets apps send the password in the request, without AWS credentials.',
          ],
        ],
        notEvaluated: 'ExplicitAuthFlows',
      },
    ],
    unknown: [
      {
        name: 'a text where the list belongs is not searched for the value',
        client: { ExplicitAuthFlows: 'ALLOW_USER_PASSWORD_AUTH' },
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
