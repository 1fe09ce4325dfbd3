import { test } from 'vitest';
import rule from '../../src/rules/auth-flow-user-auth-password.ts';
import { testRule } from '../../src/testing.ts';

const MESSAGE = 'ALLOW_USER_AUTH takes passwords too, unless the pool leaves them out of its first factors.';

testRule(
  rule,
  {
    valid: [
      { name: 'the default flows have no choice-based sign-in', client: { ClientName: 'web' } },
      { name: 'null is the default flows', client: { ExplicitAuthFlows: null } },
      { name: 'an empty list is the default flows', client: { ExplicitAuthFlows: [] } },
      {
        name: 'SRP and refresh pass',
        client: { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
      },
      {
        name: 'values are compared whole: password flows are other rules',
        client: { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_ADMIN_USER_PASSWORD_AUTH'] },
      },
      {
        name: 'legacy values do not leave it on',
        client: { ExplicitAuthFlows: ['USER_PASSWORD_AUTH'] },
      },
      {
        name: 'a value that nobody knows is passed over where others are known',
        client: { ExplicitAuthFlows: ['USER_AUTH', 'ALLOW_USER_SRP_AUTH'] },
      },
    ],
    invalid: [
      {
        name: 'the flow is reported',
        client: { ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_AUTH'] },
        problems: [['/ExplicitAuthFlows/1', MESSAGE]],
      },
      {
        name: 'the flow is reported at its first place',
        client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_AUTH'] },
        problems: [['/ExplicitAuthFlows/0', MESSAGE]],
      },
      {
        name: 'the flow is reported beside an entry of a wrong type',
        client: { ExplicitAuthFlows: [7, 'ALLOW_USER_AUTH'] },
        problems: [['/ExplicitAuthFlows/1', MESSAGE]],
        notEvaluated: 'ExplicitAuthFlows',
      },
      {
        name: 'a request is judged',
        client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH'] },
        form: 'request',
        problems: [['/ExplicitAuthFlows/0', MESSAGE]],
      },
    ],
    unknown: [
      {
        name: 'a text where the list belongs is not searched',
        client: { ExplicitAuthFlows: 'ALLOW_USER_AUTH' },
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
