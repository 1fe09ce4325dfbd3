import { test } from 'vitest';
import rule from '../../src/rules/oauth-client-credentials-mixed.ts';
import { testRule } from '../../src/testing.ts';

const beside = (grant: string) => `client_credentials stands beside ${grant}, but Cognito takes it alone.`;

testRule(
  rule,
  {
    valid: [
      { name: 'no grants pass', client: { AllowedOAuthFlowsUserPoolClient: true } },
      { name: 'an empty list passes', client: { AllowedOAuthFlows: [] } },
      { name: 'null passes', client: { AllowedOAuthFlows: null } },
      { name: 'the machine grant alone passes', client: { AllowedOAuthFlows: ['client_credentials'] } },
      {
        name: 'the machine grant twice is still alone',
        client: { AllowedOAuthFlows: ['client_credentials', 'client_credentials'] },
      },
      { name: 'user grants together are another rule', client: { AllowedOAuthFlows: ['code', 'implicit'] } },
      {
        name: 'a grant that nobody knows is passed over',
        client: { AllowedOAuthFlows: ['device', 'client_credentials'] },
      },
    ],
    invalid: [
      {
        name: 'the machine grant is reported beside code',
        client: { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code', 'client_credentials'] },
        problems: [['/AllowedOAuthFlows/1', beside('code')]],
      },
      {
        name: 'the switch does not matter',
        client: { AllowedOAuthFlowsUserPoolClient: false, AllowedOAuthFlows: ['client_credentials', 'implicit'] },
        problems: [['/AllowedOAuthFlows/0', beside('implicit')]],
      },
      {
        name: 'a switch of a wrong type does not matter either',
        client: { AllowedOAuthFlowsUserPoolClient: 'yes', AllowedOAuthFlows: ['client_credentials', 'code'] },
        problems: [['/AllowedOAuthFlows/0', beside('code')]],
      },
      {
        name: 'it is reported once, at its first place',
        client: { AllowedOAuthFlows: ['client_credentials', 'code', 'client_credentials'] },
        problems: [['/AllowedOAuthFlows/0', beside('code')]],
      },
      {
        name: 'a create request is judged alike',
        form: 'request',
        client: { AllowedOAuthFlows: ['code', 'client_credentials'] },
        problems: [['/AllowedOAuthFlows/1', beside('code')]],
      },
      {
        name: 'known grants are reported beside one of a wrong type',
        client: { AllowedOAuthFlows: [7, 'code', 'client_credentials'] },
        problems: [['/AllowedOAuthFlows/2', beside('code')]],
        notEvaluated: 'AllowedOAuthFlows',
      },
    ],
    unknown: [
      {
        name: 'a text is no list of grants',
        client: { AllowedOAuthFlows: 'client_credentials,code' },
        field: 'AllowedOAuthFlows',
      },
      {
        name: 'an unknown entry may be a user grant',
        client: { AllowedOAuthFlows: ['client_credentials', 7] },
        field: 'AllowedOAuthFlows',
      },
      {
        name: 'a list of grants that nobody knows is unknown',
        client: { AllowedOAuthFlows: ['device'] },
        field: 'AllowedOAuthFlows',
      },
    ],
  },
  test,
);
