import { test } from 'vitest';
import rule from '../../src/rules/oauth-client-credentials-no-secret.ts';
import { testRule } from '../../src/testing.ts';

const machine = { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['client_credentials'] };
const tokenFlow = { ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH'] };
const grant = 'client_credentials is allowed, and no client secret is reported.';
const flow = 'ALLOW_CLIENT_TOKEN_AUTH is allowed, and no client secret is reported.';

testRule(
  rule,
  {
    valid: [
      { name: 'a machine client with a secret passes', client: { ...machine, ClientSecret: '[REDACTED]' } },
      { name: 'a placeholder shows that there is a secret', client: { ...machine, ClientSecret: 'CLIENT_SECRET' } },
      { name: 'a listed secret is a secret', client: { ...machine, ClientSecrets: [{ ClientSecretId: 'one' }] } },
      { name: 'GetClientToken with a secret passes', client: { ...tokenFlow, ClientSecret: '[REDACTED]' } },
      { name: 'a public user client passes', client: { ...machine, AllowedOAuthFlows: ['code'] } },
      { name: 'no grants and no flows pass', client: { ClientName: 'web' } },
      { name: 'a grant that is off passes', client: { ...machine, AllowedOAuthFlowsUserPoolClient: false } },
      { name: 'a switch of null is off', client: { ...machine, AllowedOAuthFlowsUserPoolClient: null } },
      {
        name: 'a create request that generates a secret passes',
        form: 'request',
        client: { ...machine, GenerateSecret: true },
      },
      {
        name: 'an update request without a machine grant is decided without its secret',
        form: 'request',
        client: { ClientId: 'abc', AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'] },
      },
    ],
    invalid: [
      { name: 'the machine grant is reported', client: machine, problems: [['/AllowedOAuthFlows/0', grant]] },
      {
        name: 'an empty secret is none',
        client: { ...machine, ClientSecret: '' },
        problems: [['/AllowedOAuthFlows/0', grant]],
      },
      {
        name: 'it is reported beside a user grant too',
        client: { ...machine, AllowedOAuthFlows: ['code', 'client_credentials'] },
        problems: [['/AllowedOAuthFlows/1', grant]],
      },
      {
        name: 'the flow of GetClientToken is reported with OAuth off',
        client: tokenFlow,
        problems: [['/ExplicitAuthFlows/0', flow]],
      },
      {
        name: 'grant and flow are two problems',
        client: { ...machine, ...tokenFlow },
        problems: [
          ['/AllowedOAuthFlows/0', grant],
          ['/ExplicitAuthFlows/0', flow],
        ],
      },
      {
        name: 'a create request generates no secret by default',
        form: 'request',
        client: machine,
        problems: [['/AllowedOAuthFlows/0', grant]],
      },
      {
        name: 'a known grant is reported beside one of a wrong type',
        client: { ...machine, AllowedOAuthFlows: [7, 'client_credentials'] },
        problems: [['/AllowedOAuthFlows/1', grant]],
        notEvaluated: 'AllowedOAuthFlows',
      },
      {
        name: 'the flow is reported where the grants are unknown, as OAuth is off',
        client: { ...tokenFlow, AllowedOAuthFlows: 'code' },
        problems: [['/ExplicitAuthFlows/0', flow]],
      },
      {
        name: 'the flow is reported where the grants are unknown and OAuth is on',
        client: { ...tokenFlow, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: 'code' },
        problems: [['/ExplicitAuthFlows/0', flow]],
        notEvaluated: 'AllowedOAuthFlows',
      },
    ],
    unknown: [
      {
        name: 'an update request does not tell the secret',
        form: 'request',
        client: { ...machine, ClientId: 'abc' },
        field: 'ClientSecret',
      },
      {
        name: 'a secret of a wrong type is unknown',
        client: { ...machine, ClientSecret: { value: 1 } },
        field: 'ClientSecret',
      },
      {
        name: 'a switch of a wrong type is unknown',
        client: { ...machine, AllowedOAuthFlowsUserPoolClient: 'on' },
        field: 'AllowedOAuthFlowsUserPoolClient',
      },
      {
        name: 'a list of grants that nobody knows is unknown',
        client: { ...machine, AllowedOAuthFlows: ['device'] },
        field: 'AllowedOAuthFlows',
      },
    ],
  },
  test,
);
