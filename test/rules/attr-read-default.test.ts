import { test } from 'vitest';
import rule from '../../src/rules/attr-read-default.ts';
import { testRule } from '../../src/testing.ts';

const MESSAGE = 'ReadAttributes is not set, so ID tokens carry every attribute.';

testRule(
  rule,
  {
    valid: [
      { name: 'a list', client: { ReadAttributes: ['email', 'email_verified', 'name'] } },
      { name: 'a list of one', client: { ReadAttributes: ['sub'] } },
      {
        name: 'a machine client by its grant has no users to read of',
        client: { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['client_credentials'] },
      },
      {
        name: 'a machine client by its flow has no users to read of',
        client: { ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH'] },
      },
      {
        name: 'one known entry decides before one of a wrong type is read',
        client: { ReadAttributes: ['email', 7] },
      },
      {
        name: 'a list decides before grants of a wrong type are read',
        client: { ReadAttributes: ['email'], AllowedOAuthFlowsUserPoolClient: 'yes' },
      },
    ],
    invalid: [
      { name: 'absent is reported', client: { ClientName: 'web' }, problems: [['/ReadAttributes', MESSAGE]] },
      { name: 'null is absent', client: { ReadAttributes: null }, problems: [['/ReadAttributes', MESSAGE]] },
      {
        name: 'an empty list is taken to mean the same',
        client: { ReadAttributes: [] },
        problems: [['/ReadAttributes', MESSAGE]],
      },
      {
        name: 'client_credentials with OAuth off makes no machine client',
        client: { AllowedOAuthFlows: ['client_credentials'] },
        problems: [['/ReadAttributes', MESSAGE]],
      },
      {
        name: 'a create request is judged',
        client: { ClientName: 'web' },
        form: 'request',
        problems: [['/ReadAttributes', MESSAGE]],
      },
      {
        name: 'an update request is judged, as it sets what it omits to the default',
        client: { ClientId: '7abc' },
        form: 'request',
        problems: [['/ReadAttributes', MESSAGE]],
      },
    ],
    unknown: [
      {
        name: 'a text where the list belongs',
        client: { ReadAttributes: 'email' },
        field: 'ReadAttributes',
      },
      {
        name: 'a list of wrong types may be empty or not',
        client: { ReadAttributes: [7] },
        field: 'ReadAttributes',
      },
      {
        name: 'an absent list is open where the grants are of a wrong type',
        client: { AllowedOAuthFlowsUserPoolClient: 'yes' },
        field: 'AllowedOAuthFlowsUserPoolClient',
      },
    ],
  },
  test,
);
