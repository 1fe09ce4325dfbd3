import { test } from 'vitest';
import rule from '../../src/rules/auth-flow-legacy-name.ts';
import { testRule } from '../../src/testing.ts';

const message = (value: string) => `${value} is a legacy value, which leaves flows on that the list does not name.`;

testRule(
  rule,
  {
    valid: [
      { name: 'the default flows', client: { ClientName: 'web' } },
      { name: 'null is the default flows', client: { ExplicitAuthFlows: null } },
      { name: 'an empty list is the default flows', client: { ExplicitAuthFlows: [] } },
      {
        name: 'current values, of the same flows',
        client: {
          ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_CUSTOM_AUTH', 'ALLOW_USER_PASSWORD_AUTH'],
        },
      },
      {
        name: 'values that nobody knows are passed over, also those in another case',
        client: { ExplicitAuthFlows: ['admin_no_srp_auth', 'ALLOW_USER_SRP_AUTH'] },
      },
    ],
    invalid: [
      {
        name: 'each legacy value is reported',
        client: { ExplicitAuthFlows: ['ADMIN_NO_SRP_AUTH', 'CUSTOM_AUTH_FLOW_ONLY', 'USER_PASSWORD_AUTH'] },
        problems: [
          ['/ExplicitAuthFlows/0', message('ADMIN_NO_SRP_AUTH')],
          ['/ExplicitAuthFlows/1', message('CUSTOM_AUTH_FLOW_ONLY')],
          ['/ExplicitAuthFlows/2', message('USER_PASSWORD_AUTH')],
        ],
      },
      {
        name: 'a legacy value beside current ones is reported',
        client: { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ADMIN_NO_SRP_AUTH'] },
        problems: [['/ExplicitAuthFlows/1', message('ADMIN_NO_SRP_AUTH')]],
      },
      {
        name: 'an entry that stands twice is reported at its first place',
        client: { ExplicitAuthFlows: ['USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH'] },
        problems: [['/ExplicitAuthFlows/0', message('USER_PASSWORD_AUTH')]],
      },
      {
        name: 'a known entry is reported beside one of a wrong type',
        client: { ExplicitAuthFlows: [7, 'ADMIN_NO_SRP_AUTH'] },
        problems: [['/ExplicitAuthFlows/1', message('ADMIN_NO_SRP_AUTH')]],
        notEvaluated: 'ExplicitAuthFlows',
      },
      {
        name: 'a request is judged',
        client: { ExplicitAuthFlows: ['CUSTOM_AUTH_FLOW_ONLY'] },
        form: 'request',
        problems: [['/ExplicitAuthFlows/0', message('CUSTOM_AUTH_FLOW_ONLY')]],
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
