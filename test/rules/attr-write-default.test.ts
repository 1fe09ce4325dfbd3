import { test } from 'vitest';
import rule from '../../src/rules/attr-write-default.ts';
import { testRule } from '../../src/testing.ts';

const MESSAGE =
  'WriteAttributes is not set, so users can write every standard attribute and, by the developer guide, every custom one.';

testRule(
  rule,
  {
    valid: [
      { name: 'a list', client: { WriteAttributes: ['name', 'locale'] } },
      { name: 'a list of one harmless attribute', client: { WriteAttributes: ['locale'] } },
      {
        name: 'a list of authority is set, and another rule',
        client: { WriteAttributes: ['custom:role'] },
      },
      {
        name: 'a machine client by its grant has no users',
        client: { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['client_credentials'] },
      },
      {
        name: 'a machine client by its flow has no users',
        client: { ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH'] },
      },
      {
        name: 'one known entry decides before one of a wrong type is read',
        client: { WriteAttributes: [7, 'name'] },
      },
      {
        name: 'a list decides before grants of a wrong type are read',
        client: { WriteAttributes: ['name'], AllowedOAuthFlowsUserPoolClient: 'yes' },
      },
    ],
    invalid: [
      { name: 'absent is reported', client: { ClientName: 'web' }, problems: [['/WriteAttributes', MESSAGE]] },
      { name: 'null is absent', client: { WriteAttributes: null }, problems: [['/WriteAttributes', MESSAGE]] },
      {
        name: 'an empty list allows everything, too',
        client: { WriteAttributes: [] },
        problems: [['/WriteAttributes', MESSAGE]],
      },
      {
        name: 'ReadAttributes is another list',
        client: { ReadAttributes: ['email'] },
        problems: [['/WriteAttributes', MESSAGE]],
      },
      {
        name: 'a client that has users beside client_credentials is reported',
        client: { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['client_credentials', 'code'] },
        problems: [['/WriteAttributes', MESSAGE]],
      },
      {
        name: 'with OAuth on and no grant it is no machine client',
        client: { AllowedOAuthFlowsUserPoolClient: true, ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH'] },
        problems: [['/WriteAttributes', MESSAGE]],
      },
      {
        name: 'a create request is judged',
        client: { ClientName: 'web' },
        form: 'request',
        problems: [['/WriteAttributes', MESSAGE]],
      },
      {
        name: 'an update request is judged, as it sets what it omits to the default',
        client: { ClientId: '7abc' },
        form: 'request',
        problems: [['/WriteAttributes', MESSAGE]],
      },
    ],
    unknown: [
      {
        name: 'a text where the list belongs',
        client: { WriteAttributes: 'name' },
        field: 'WriteAttributes',
      },
      {
        name: 'a list of wrong types may be empty or not',
        client: { WriteAttributes: [{}] },
        field: 'WriteAttributes',
      },
      {
        name: 'an absent list is open where the grants are of a wrong type',
        client: { AllowedOAuthFlowsUserPoolClient: 'yes' },
        field: 'AllowedOAuthFlowsUserPoolClient',
      },
      {
        name: 'an absent list is open where no grant is known',
        client: { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['device_code'] },
        field: 'AllowedOAuthFlows',
      },
    ],
  },
  test,
);
