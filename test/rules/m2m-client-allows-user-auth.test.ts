import { test } from 'vitest';
import rule from '../../src/rules/m2m-client-allows-user-auth.ts';
import { testRule } from '../../src/testing.ts';

const machine = {
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ['client_credentials'],
  AllowedOAuthScopes: ['orders/read'],
  ClientSecret: '[REDACTED]',
};
const open = (why: string) => `The client is for machines, but users can sign in: ${why}.`;
const byDefault = open('ExplicitAuthFlows is not set, so SRP and custom sign-in are on');

testRule(
  rule,
  {
    valid: [
      {
        name: 'the refresh flow alone signs nobody in',
        client: { ...machine, ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'] },
      },
      {
        name: 'GetClientToken alone signs nobody in',
        client: { ...machine, ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH'] },
      },
      {
        name: 'a client of GetClientToken alone, with OAuth off',
        client: { ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH'] },
      },
      { name: 'a user client is not judged', client: { ...machine, AllowedOAuthFlows: ['code'] } },
      {
        name: 'a client of both grants is another rule',
        client: { ...machine, AllowedOAuthFlows: ['code', 'client_credentials'] },
      },
      {
        name: 'a machine grant that is off makes no machine client',
        client: { ...machine, AllowedOAuthFlowsUserPoolClient: false },
      },
      { name: 'OAuth on without grants makes no machine client', client: { ...machine, AllowedOAuthFlows: [] } },
    ],
    invalid: [
      { name: 'the default flows are reported', client: machine, problems: [['/ExplicitAuthFlows', byDefault]] },
      {
        name: 'empty flows are the default flows',
        client: { ...machine, ExplicitAuthFlows: [] },
        problems: [['/ExplicitAuthFlows', byDefault]],
      },
      {
        name: 'null is the default flows',
        client: { ...machine, ExplicitAuthFlows: null },
        problems: [['/ExplicitAuthFlows', byDefault]],
      },
      {
        name: 'a user flow is named',
        client: { ...machine, ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_PASSWORD_AUTH'] },
        problems: [['/ExplicitAuthFlows', open('ExplicitAuthFlows has ALLOW_USER_PASSWORD_AUTH')]],
      },
      {
        name: 'a legacy flow is named',
        client: { ...machine, ExplicitAuthFlows: ['CUSTOM_AUTH_FLOW_ONLY'] },
        problems: [['/ExplicitAuthFlows', open('ExplicitAuthFlows has CUSTOM_AUTH_FLOW_ONLY')]],
      },
      {
        name: 'a create request is judged alike',
        form: 'request',
        client: { ...machine, GenerateSecret: true },
        problems: [['/ExplicitAuthFlows', byDefault]],
      },
      {
        name: 'an update request is judged alike',
        form: 'request',
        client: { ...machine, ClientId: 'abc' },
        problems: [['/ExplicitAuthFlows', byDefault]],
      },
      {
        name: 'a known user flow decides beside an entry of a wrong type',
        client: { ...machine, ExplicitAuthFlows: [null, 'ALLOW_USER_AUTH'] },
        problems: [['/ExplicitAuthFlows', open('ExplicitAuthFlows has ALLOW_USER_AUTH')]],
      },
    ],
    unknown: [
      {
        name: 'flows that nobody knows are unknown',
        client: { ...machine, ExplicitAuthFlows: ['ALLOW_TOMORROW_AUTH'] },
        field: 'ExplicitAuthFlows',
      },
      {
        name: 'an unknown entry may be a user flow',
        client: { ...machine, ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH', 7] },
        field: 'ExplicitAuthFlows',
      },
      {
        name: 'an unknown grant may be one for users',
        client: { ...machine, AllowedOAuthFlows: ['client_credentials', 7] },
        field: 'AllowedOAuthFlows',
      },
      {
        name: 'a switch of a wrong type is unknown',
        client: { ...machine, AllowedOAuthFlowsUserPoolClient: 'yes' },
        field: 'AllowedOAuthFlowsUserPoolClient',
      },
    ],
  },
  test,
);
