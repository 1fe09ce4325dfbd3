import { test } from 'vitest';
import rule from '../../src/rules/user-existence-errors-legacy.ts';
import { testRule } from '../../src/testing.ts';

const PATH = '/PreventUserExistenceErrors';
const spelledOut = [PATH, 'PreventUserExistenceErrors is LEGACY: error texts tell whether a user exists.'] as const;
const byDefault = [
  PATH,
  'PreventUserExistenceErrors is not set, so it is LEGACY: error texts tell whether a user exists.',
] as const;
const machine = { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['client_credentials'] };

testRule(
  rule,
  {
    valid: [
      { name: 'ENABLED passes', client: { PreventUserExistenceErrors: 'ENABLED' } },
      {
        name: 'ENABLED passes whatever the grants are',
        client: { PreventUserExistenceErrors: 'ENABLED', AllowedOAuthFlows: 7 },
      },
      { name: 'a machine client has no users', client: machine },
      {
        name: 'a machine client has no users, spelled out as well',
        client: { ...machine, PreventUserExistenceErrors: 'LEGACY' },
      },
      {
        name: 'a client of GetClientToken alone has no users',
        client: { ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH'] },
      },
    ],
    invalid: [
      { name: 'LEGACY is reported', client: { PreventUserExistenceErrors: 'LEGACY' }, problems: [spelledOut] },
      { name: 'absent is LEGACY', client: { ClientName: 'web' }, problems: [byDefault] },
      { name: 'null is LEGACY', client: { PreventUserExistenceErrors: null }, problems: [byDefault] },
      { name: 'an empty text is LEGACY', client: { PreventUserExistenceErrors: '' }, problems: [byDefault] },
      {
        name: 'absent is LEGACY in a create request',
        form: 'request',
        client: { GenerateSecret: true },
        problems: [byDefault],
      },
      {
        name: 'absent is LEGACY in an update request',
        form: 'request',
        client: { ClientId: 'a1', AuthSessionValidity: 3 },
        problems: [byDefault],
      },
      {
        name: 'a client of users and machines has users',
        client: { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code', 'client_credentials'] },
        problems: [byDefault],
      },
      {
        name: 'the machine grant counts for nothing while OAuth is off',
        client: { AllowedOAuthFlowsUserPoolClient: false, AllowedOAuthFlows: ['client_credentials'] },
        problems: [byDefault],
      },
    ],
    unknown: [
      {
        name: 'a value of tomorrow is neither',
        client: { PreventUserExistenceErrors: 'STRICT' },
        field: 'PreventUserExistenceErrors',
      },
      {
        name: 'a wrong type is neither',
        client: { PreventUserExistenceErrors: true },
        field: 'PreventUserExistenceErrors',
      },
      {
        name: 'grants of a wrong type leave open whether there are users',
        client: { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: 'client_credentials' },
        field: 'AllowedOAuthFlows',
      },
    ],
  },
  test,
);
