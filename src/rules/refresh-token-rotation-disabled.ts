import { withoutRefreshFlow } from '../client/flows.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'refresh-token-rotation-disabled',
  title: 'Refresh token rotation is off for a public client',
  level: 'warning',
  severity: '4.8',
  precision: 'high',
  preset: 'recommended',
  area: 'tokens',
  why:
    'Without rotation thief and user can replay the same refresh token side by side until it expires, and ' +
    'nobody notices. RFC 9700 §2.2.2 requires rotation or sender-constrained tokens for public clients, and ' +
    'Cognito offers only rotation.',
  fix:
    '`{"Feature": "ENABLED", "RetryGracePeriodSeconds": 10}`, remove `ALLOW_REFRESH_TOKEN_AUTH`, refresh ' +
    'with GetTokensFromRefreshToken or the token endpoint (Amplify JS 6.15.4 or later). Cognito reports ' +
    'reuse (RefreshTokenReuseException) but is not known to revoke the family, so watch for it.',
  whenAbsent:
    'Not set is off, and so is `{"Feature": "DISABLED"}`: the service returns either. An AWS CLI older than ' +
    'April 2025 drops the setting, so a description of that age may not show that it is on. Where a form ' +
    'cannot carry it, the rule is not evaluated.',
  notReported: 'Confidential clients (not applicable).',
  references: ['client', 'refresh', 'RFC 9700 §2.2.2', 'RFC 9700 §4.14.2', 'RFC 10017', 'RFC 6819 §5.2.2.3'],
  cwe: [294, 613],
  asvs: ['10.4.5'],
  nist: ['SC-23', 'IA-5', 'AC-12'],
  examples: {
    bad: { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
    good: {
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
    },
  },
  remedy: ({ client }) => {
    const left = withoutRefreshFlow(client.ExplicitAuthFlows);
    if (left.length === 0) return 'no flow would be left beside rotation, and an empty list means the default';
    return {
      settings: {
        RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
        ExplicitAuthFlows: left,
        ...(client.EnableTokenRevocation === false && { EnableTokenRevocation: true }),
      },
      risk: 'refreshes through InitiateAuth stop; the app must call GetTokensFromRefreshToken or the token endpoint',
      risky: true,
    };
  },
  *check({ client, effective }) {
    if (effective.rotation || effective.machine || effective.secret) return;
    const { RefreshTokenRotation: rotation } = client;
    const setting = rotation ? 'RefreshTokenRotation.Feature' : 'RefreshTokenRotation';
    yield {
      path: rotation ? ['RefreshTokenRotation', 'Feature'] : ['RefreshTokenRotation'],
      message: `${setting} is ${rotation?.Feature ?? 'not set'}, so refresh tokens are not rotated, and no client secret is reported.`,
    };
  },
});
