import { test } from 'vitest';
import rule from '../../src/rules/auth-flow-incompatible-set.ts';
import { testRule } from '../../src/testing.ts';

const legacy = (value: string) =>
  `${value} is a legacy value and stands beside ALLOW_ values; the service does not take both.`;
const TOKEN = 'ALLOW_CLIENT_TOKEN_AUTH stands beside other flows; the service takes it alone.';

testRule(
  rule,
  {
    valid: [
      { name: 'the default flows', client: { ClientName: 'web' } },
      { name: 'null is the default flows', client: { ExplicitAuthFlows: null } },
      { name: 'an empty list is the default flows', client: { ExplicitAuthFlows: [] } },
      {
        name: 'current values together',
        client: { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
      },
      {
        name: 'legacy values together',
        client: { ExplicitAuthFlows: ['ADMIN_NO_SRP_AUTH', 'USER_PASSWORD_AUTH', 'CUSTOM_AUTH_FLOW_ONLY'] },
      },
      { name: 'the machine flow alone', client: { ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH'] } },
      {
        name: 'the machine flow twice is alone',
        client: { ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH', 'ALLOW_CLIENT_TOKEN_AUTH'] },
      },
      {
        name: 'a value that nobody knows is passed over beside a legacy value',
        client: { ExplicitAuthFlows: ['ALLOW_TOMORROW_AUTH', 'ADMIN_NO_SRP_AUTH'] },
      },
      {
        name: 'a value that nobody knows is passed over beside the machine flow',
        client: { ExplicitAuthFlows: ['ALLOW_TOMORROW_AUTH', 'ALLOW_CLIENT_TOKEN_AUTH'] },
      },
    ],
    invalid: [
      {
        name: 'each legacy value beside a current one is reported',
        client: { ExplicitAuthFlows: ['USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH', 'ADMIN_NO_SRP_AUTH'] },
        problems: [
          ['/ExplicitAuthFlows/0', legacy('USER_PASSWORD_AUTH')],
          ['/ExplicitAuthFlows/2', legacy('ADMIN_NO_SRP_AUTH')],
        ],
      },
      {
        name: 'the machine flow beside a user flow is reported',
        client: { ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_CLIENT_TOKEN_AUTH'] },
        problems: [['/ExplicitAuthFlows/1', TOKEN]],
      },
      {
        name: 'the machine flow beside a legacy value is wrong on both counts',
        client: { ExplicitAuthFlows: ['CUSTOM_AUTH_FLOW_ONLY', 'ALLOW_CLIENT_TOKEN_AUTH'] },
        problems: [
          ['/ExplicitAuthFlows/0', legacy('CUSTOM_AUTH_FLOW_ONLY')],
          ['/ExplicitAuthFlows/1', TOKEN],
        ],
      },
      {
        name: 'an entry that stands twice is reported at its first place',
        client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ADMIN_NO_SRP_AUTH', 'ADMIN_NO_SRP_AUTH'] },
        problems: [['/ExplicitAuthFlows/1', legacy('ADMIN_NO_SRP_AUTH')]],
      },
      {
        name: 'a known pair is reported beside an entry of a wrong type',
        client: { ExplicitAuthFlows: [7, 'ADMIN_NO_SRP_AUTH', 'ALLOW_USER_AUTH'] },
        problems: [['/ExplicitAuthFlows/1', legacy('ADMIN_NO_SRP_AUTH')]],
        notEvaluated: 'ExplicitAuthFlows',
      },
      {
        name: 'a request is judged',
        client: { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_CLIENT_TOKEN_AUTH'] },
        form: 'request',
        problems: [['/ExplicitAuthFlows/1', TOKEN]],
      },
    ],
    unknown: [
      {
        name: 'a text where the list belongs',
        client: { ExplicitAuthFlows: 'USER_PASSWORD_AUTH,ALLOW_USER_SRP_AUTH' },
        field: 'ExplicitAuthFlows',
      },
      {
        name: 'a legacy value beside an entry of a wrong type, which may be a current one',
        client: { ExplicitAuthFlows: ['ADMIN_NO_SRP_AUTH', 7] },
        field: 'ExplicitAuthFlows',
      },
      {
        name: 'the machine flow beside an entry of a wrong type, which may be another flow',
        client: { ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH', 7] },
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
