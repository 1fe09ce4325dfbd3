import { test } from 'vitest';
import rule from '../../src/rules/oauth-implicit-grant.ts';
import { testRule } from '../../src/testing.ts';

const on = { AllowedOAuthFlowsUserPoolClient: true };
const message = 'AllowedOAuthFlows has implicit, so tokens are handed out in the URL.';

testRule(
  rule,
  {
    valid: [
      { name: 'no OAuth at all passes', client: { ClientName: 'web' } },
      { name: 'code alone passes', client: { ...on, AllowedOAuthFlows: ['code'] } },
      { name: 'an empty list is no grant', client: { ...on, AllowedOAuthFlows: [] } },
      { name: 'null is no grant', client: { ...on, AllowedOAuthFlows: null } },
      {
        name: 'a dormant grant is another rule',
        client: { AllowedOAuthFlowsUserPoolClient: false, AllowedOAuthFlows: ['implicit'] },
      },
      { name: 'no switch is off', client: { AllowedOAuthFlows: ['implicit'] } },
      { name: 'a machine client passes', client: { ...on, AllowedOAuthFlows: ['client_credentials'] } },
      { name: 'a grant that nobody knows is passed over', client: { ...on, AllowedOAuthFlows: ['IMPLICIT', 'code'] } },
    ],
    invalid: [
      {
        name: 'implicit alone is reported',
        client: { ...on, AllowedOAuthFlows: ['implicit'] },
        problems: [['/AllowedOAuthFlows/0', message]],
      },
      {
        name: 'code beside it does not help',
        client: { ...on, AllowedOAuthFlows: ['code', 'implicit'] },
        problems: [['/AllowedOAuthFlows/1', message]],
      },
      {
        name: 'it is reported once, at its first place',
        client: { ...on, AllowedOAuthFlows: ['implicit', 'code', 'implicit'] },
        problems: [['/AllowedOAuthFlows/0', message]],
      },
      {
        name: 'a create request is judged alike',
        form: 'request',
        client: { ...on, AllowedOAuthFlows: ['implicit'] },
        problems: [['/AllowedOAuthFlows/0', message]],
      },
      {
        name: 'an update request is judged alike',
        form: 'request',
        client: { ...on, ClientId: 'abc', AllowedOAuthFlows: ['implicit'] },
        problems: [['/AllowedOAuthFlows/0', message]],
      },
      {
        name: 'a known grant is reported beside one of a wrong type',
        client: { ...on, AllowedOAuthFlows: [7, 'implicit'] },
        problems: [['/AllowedOAuthFlows/1', message]],
        notEvaluated: 'AllowedOAuthFlows',
      },
    ],
    unknown: [
      {
        name: 'a text is no list of grants',
        client: { ...on, AllowedOAuthFlows: 'implicit' },
        field: 'AllowedOAuthFlows',
      },
      {
        name: 'a list of grants that nobody knows is unknown',
        client: { ...on, AllowedOAuthFlows: ['device'] },
        field: 'AllowedOAuthFlows',
      },
      {
        name: 'a switch of a wrong type is unknown',
        client: { AllowedOAuthFlowsUserPoolClient: 'true', AllowedOAuthFlows: ['implicit'] },
        field: 'AllowedOAuthFlowsUserPoolClient',
      },
    ],
  },
  test,
);
