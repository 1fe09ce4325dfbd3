import { describe, expect, test } from 'vitest';
import { forms, type Settings } from './same-client.ts';
import { openRulesOf, rulesOf, scanned } from './scanned.ts';

const off = { EnableTokenRevocation: true, PreventUserExistenceErrors: 'ENABLED' };
const oauth = { AllowedOAuthFlowsUserPoolClient: true, SupportedIdentityProviders: ['COGNITO'] };

const clients: readonly Settings[] = [
  { ClientName: 'everything by default', secret: false, EnableTokenRevocation: true },
  {
    ClientName: 'single page app with the implicit grant',
    secret: false,
    ...off,
    ...oauth,
    AllowedOAuthFlows: ['code', 'implicit'],
    AllowedOAuthScopes: ['openid', 'aws.cognito.signin.user.admin'],
    CallbackURLs: ['https://app.acme-corp.io/cb', 'http://localhost:3000/cb', 'http://app.acme-corp.io/cb'],
    LogoutURLs: ['http://app.acme-corp.io/bye'],
    DefaultRedirectURI: 'https://app.acme-corp.io/other',
  },
  {
    ClientName: 'server with passwords and a secret',
    secret: true,
    EnableTokenRevocation: false,
    PreventUserExistenceErrors: 'LEGACY',
    ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    RefreshTokenValidity: 3650,
    AccessTokenValidity: 24,
    IdTokenValidity: 90,
    AuthSessionValidity: 15,
    TokenValidityUnits: { AccessToken: 'hours', IdToken: 'minutes', RefreshToken: 'days' },
  },
  {
    ClientName: 'machine',
    secret: true,
    ...off,
    ...oauth,
    AllowedOAuthFlows: ['client_credentials'],
    AllowedOAuthScopes: ['api/read'],
  },
  {
    ClientName: 'rotation with too long a grace',
    secret: false,
    ...off,
    ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 45 },
    EnableTokenRevocation: false,
  },
  {
    ClientName: 'attributes and analytics',
    secret: false,
    ...off,
    ReadAttributes: ['email', 'custom:passport_number', 'custom:api_secret'],
    WriteAttributes: ['email', 'email_verified', 'custom:role'],
    AnalyticsConfiguration: { ApplicationId: 'abc', RoleArn: 'arn:aws:iam::123456789012:role/r', UserDataShared: true },
    EnablePropagateAdditionalUserContextData: true,
  },
  {
    ClientName: 'dormant OAuth',
    secret: false,
    ...off,
    AllowedOAuthFlowsUserPoolClient: false,
    AllowedOAuthFlows: ['implicit'],
    AllowedOAuthScopes: ['openid'],
    CallbackURLs: ['http://app.acme-corp.io/cb'],
  },
];

/** What two forms do not carry; of AWS Config see https://github.com/awslabs/aws-config-resource-schema */
const NOT_CARRIED: Readonly<Record<string, RegExp>> = {
  'AWS Config item': /^(ClientSecret|RefreshTokenRotation|ClientType): AWS Config does not keep it$/,
  'Cloud Control answer': /^ClientType: Cloud Control does not keep it$/,
};

describe.each(clients)('$ClientName', (client) => {
  const [describeName, describeText] = forms['describe output']?.(client) ?? ['', ''];

  test('is reported as described, so that the comparison compares something', async () => {
    const report = await scanned(describeText, describeName);
    expect(rulesOf(report)).not.toEqual([]);
    expect(report.notEvaluated).toEqual([]);
  });

  test.each(Object.keys(forms).filter((form) => !(form in NOT_CARRIED)))('%s: the same rules', async (form) => {
    const [name, text] = forms[form]?.(client) ?? ['', ''];
    const report = await scanned(text, name);
    expect(report.errors).toEqual([]);
    expect(report.clients).toBe(1);
    expect(rulesOf(report)).toEqual(rulesOf(await scanned(describeText, describeName)));
    expect(openRulesOf(report)).toEqual({});
  });

  test.each(Object.entries(NOT_CARRIED))('%s: the same rules, but for those that need %s', async (form, notCarried) => {
    const [name, text] = forms[form]?.(client) ?? ['', ''];
    const report = await scanned(text, name);
    const open = openRulesOf(report);
    for (const reason of Object.values(open)) expect(reason).toMatch(notCarried);
    const described = rulesOf(await scanned(describeText, describeName));
    expect(rulesOf(report)).toEqual(described.filter((rule) => !(rule in open)));
  });
});
