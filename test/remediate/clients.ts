import { Secrets } from '../../src/client/secrets.ts';
import { lint } from '../../src/lint.ts';
import { locateJson } from '../../src/locate/json.ts';
import { type Choice, type Plan, plan } from '../../src/remediate/plan.ts';
import { rules } from '../../src/rules/index.ts';
import { describedClient } from '../../src/sources/described-client.ts';
import type { Document, Subject } from '../../src/subject.ts';
import { seeded } from '../random.ts';

export const ACTIVE = rules.map((rule) => ({ rule, level: rule.level, options: rule.options ?? {} }));
export const ALL: Choice = { includeRisky: true, rules: [] };

export function subjectOf(client: object): Subject {
  const text = JSON.stringify(client);
  const document: Document = {
    uri: 'client.json',
    path: 'client.json',
    text,
    encoding: 'utf-8',
    secrets: new Secrets(),
    locate: (pointers) => locateJson(text, pointers),
  };
  const from = { document, onDisk: true, now: Date.UTC(2026, 10, 23) / 1000 };
  return describedClient({ pointer: '', value: JSON.parse(text), form: 'description' }, from).subject;
}

export const rulesAgainst = (client: object) =>
  lint({ subjects: [subjectOf(client)], errors: [], notices: [] }, ACTIVE).findings.map(({ rule }) => rule.id);

export function planned(client: Readonly<Record<string, unknown>>, choice = ALL): Plan {
  const { ClientSecret, ...rest } = client;
  return plan(
    subjectOf(client),
    { ...rest, ...(ClientSecret ? { ClientSecret: '[REDACTED]' } : {}) },
    ACTIVE,
    choice,
    true,
  );
}

export const IDS = { UserPoolId: 'eu-west-1_AbCdEfGhI', ClientId: '1example23456789' };

export const POOL: Readonly<Record<string, readonly unknown[]>> = {
  ClientSecret: ['0a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6q7r8s9t0u1v2w3x4y5z'],
  RefreshTokenValidity: [1, 30, 90, 3650, 43_200],
  AccessTokenValidity: [1, 15, 24, 60],
  IdTokenValidity: [1, 5, 24],
  TokenValidityUnits: [
    {},
    { AccessToken: 'minutes', RefreshToken: 'days' },
    { IdToken: 'hours', RefreshToken: 'minutes' },
  ],
  ReadAttributes: [['email', 'custom:apiKey'], ['name']],
  WriteAttributes: [['email_verified'], ['name', 'email_verified', 'custom:role'], ['name']],
  ExplicitAuthFlows: [
    ['ADMIN_NO_SRP_AUTH'],
    ['USER_PASSWORD_AUTH', 'CUSTOM_AUTH_FLOW_ONLY'],
    ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    ['ALLOW_REFRESH_TOKEN_AUTH'],
    ['ALLOW_USER_SRP_AUTH', 'USER_PASSWORD_AUTH'],
    ['ALLOW_CLIENT_TOKEN_AUTH', 'ALLOW_USER_AUTH'],
    ['ALLOW_CLIENT_TOKEN_AUTH'],
  ],
  SupportedIdentityProviders: [['COGNITO'], ['CorpSAML']],
  CallbackURLs: [
    ['https://app.acme.io/cb', 'javascript:alert(1)'],
    ['https://*.acme.io/cb'],
    ['https://app.acme.io/cb', 'https://*.acme.io/cb', 'http://localhost:3000/cb'],
    ['myapp://cb'],
  ],
  LogoutURLs: [['https://app.acme.io/bye'], ['http://app.acme.io/{bye}', 'https://app.acme.io/bye']],
  DefaultRedirectURI: ['https://app.acme.io/cb', 'data:text/html,x'],
  AllowedOAuthFlows: [
    ['code'],
    ['code', 'implicit'],
    ['implicit'],
    ['client_credentials'],
    ['implicit', 'client_credentials'],
  ],
  AllowedOAuthScopes: [['openid', 'aws.cognito.signin.user.admin'], ['aws.cognito.signin.user.admin'], ['orders/read']],
  AllowedOAuthFlowsUserPoolClient: [true, true, false],
  AnalyticsConfiguration: [
    { ApplicationId: 'd70b2ba36a8c4dc5', RoleArn: 'arn:aws:iam::123456789012:role/x', UserDataShared: true },
    { ApplicationArn: 'arn:aws:mobiletargeting:us-east-1:123456789012:apps/d70b2ba3' },
  ],
  PreventUserExistenceErrors: ['LEGACY', 'ENABLED'],
  EnableTokenRevocation: [true, false],
  EnablePropagateAdditionalUserContextData: [true, false],
  AuthSessionValidity: [3, 15],
  RefreshTokenRotation: [
    { Feature: 'ENABLED', RetryGracePeriodSeconds: 60 },
    { Feature: 'DISABLED', RetryGracePeriodSeconds: 0 },
  ],
  ClientType: ['REGULAR'],
};

/** A client of any settings, some of them set. */
export function generated(seed: number): Record<string, unknown> {
  const random = seeded(seed);
  const client: Record<string, unknown> = {
    ...IDS,
    ClientId: `c${seed}`,
    ClientName: 'web',
  };
  for (const [member, values] of Object.entries(POOL)) {
    if (random() < 0.55) client[member] = values[Math.floor(random() * values.length)];
  }
  return client;
}

export const CLIENTS = Array.from({ length: 1000 }, (_, seed) => generated(seed));
