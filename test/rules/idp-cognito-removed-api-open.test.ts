import { test } from 'vitest';
import rule from '../../src/rules/idp-cognito-removed-api-open.ts';
import { testRule } from '../../src/testing.ts';

const saml = { SupportedIdentityProviders: ['CorpSAML'] };
const open = (why: string) =>
  `SupportedIdentityProviders leaves COGNITO out, but local users can still sign in through the API: ${why}.`;
const byDefault = open('ExplicitAuthFlows is not set, so SRP and custom sign-in are on');

testRule(
  rule,
  {
    valid: [
      { name: 'no providers claim nothing', client: { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] } },
      { name: 'an empty list claims nothing', client: { SupportedIdentityProviders: [] } },
      { name: 'null claims nothing', client: { SupportedIdentityProviders: null } },
      {
        name: 'COGNITO in the list says that local users are meant',
        client: { SupportedIdentityProviders: ['CorpSAML', 'COGNITO'] },
      },
      { name: 'COGNITO decides beside an unknown entry', client: { SupportedIdentityProviders: [7, 'COGNITO'] } },
      {
        name: 'the refresh flow alone signs nobody in',
        client: { ...saml, ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'] },
      },
      {
        name: 'a client of GetClientToken has no users',
        client: { ...saml, ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH'] },
      },
      {
        name: 'a machine client has no users',
        client: { ...saml, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['client_credentials'] },
      },
    ],
    invalid: [
      {
        name: 'SRP is named',
        client: { ...saml, ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH'] },
        problems: [['/SupportedIdentityProviders', open('ExplicitAuthFlows has ALLOW_USER_SRP_AUTH')]],
      },
      ...[
        'ALLOW_USER_PASSWORD_AUTH',
        'ALLOW_ADMIN_USER_PASSWORD_AUTH',
        'ALLOW_CUSTOM_AUTH',
        'ALLOW_USER_AUTH',
        'ADMIN_NO_SRP_AUTH',
        'CUSTOM_AUTH_FLOW_ONLY',
        'USER_PASSWORD_AUTH',
      ].map(
        (flow) =>
          ({
            name: `${flow} signs users in`,
            client: { ...saml, ExplicitAuthFlows: [flow] },
            problems: [['/SupportedIdentityProviders', open(`ExplicitAuthFlows has ${flow}`)]],
          }) as const,
      ),
      { name: 'the default flows are reported', client: saml, problems: [['/SupportedIdentityProviders', byDefault]] },
      {
        name: 'empty flows are the default flows',
        client: { ...saml, ExplicitAuthFlows: [] },
        problems: [['/SupportedIdentityProviders', byDefault]],
      },
      {
        name: 'names are compared whole',
        client: { SupportedIdentityProviders: ['cognito', 'COGNITO2'] },
        problems: [['/SupportedIdentityProviders', byDefault]],
      },
      {
        name: 'an update request is judged alike',
        form: 'request',
        client: { ...saml, ClientId: 'abc' },
        problems: [['/SupportedIdentityProviders', byDefault]],
      },
      {
        name: 'a known flow decides beside one of a wrong type',
        client: { ...saml, ExplicitAuthFlows: [7, 'ALLOW_USER_SRP_AUTH'] },
        problems: [['/SupportedIdentityProviders', open('ExplicitAuthFlows has ALLOW_USER_SRP_AUTH')]],
      },
    ],
    unknown: [
      {
        name: 'an unknown entry may be COGNITO',
        client: { SupportedIdentityProviders: ['CorpSAML', 7] },
        field: 'SupportedIdentityProviders',
      },
      {
        name: 'a wrong type is unknown',
        client: { SupportedIdentityProviders: 'CorpSAML' },
        field: 'SupportedIdentityProviders',
      },
      {
        name: 'flows that nobody knows are unknown',
        client: { ...saml, ExplicitAuthFlows: ['ALLOW_TOMORROW_AUTH'] },
        field: 'ExplicitAuthFlows',
      },
    ],
  },
  test,
);
