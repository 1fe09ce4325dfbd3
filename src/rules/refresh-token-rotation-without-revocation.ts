import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'refresh-token-rotation-without-revocation',
  title: 'Rotation is on but token revocation is off',
  level: 'warning',
  severity: '4.2',
  precision: 'medium',
  preset: 'recommended',
  area: 'tokens',
  why:
    'Rotation tells the app that a token was replayed, but without revocation the app cannot end the ' +
    'sessions that it has just found to be stolen. Cognito is not known to do it by itself.',
  fix: 'Enable revocation; on RefreshTokenReuseException call RevokeToken or AdminUserGlobalSignOut.',
  whenAbsent: 'Where revocation is not set, `token-revocation-disabled` speaks alone.',
  references: ['refresh', 'revocation', 'RFC 9700 §4.14.2'],
  cwe: [613],
  asvs: ['10.4.5', '10.4.9'],
  nist: ['AC-12'],
  examples: {
    bad: { RefreshTokenRotation: { Feature: 'ENABLED' }, EnableTokenRevocation: false },
    good: { RefreshTokenRotation: { Feature: 'ENABLED' }, EnableTokenRevocation: true },
  },
  remedy: () => ({ settings: { EnableTokenRevocation: true }, risk: 'tokens grow by two claims' }),
  *check({ client, effective }) {
    if (effective.rotation && client.EnableTokenRevocation === false) {
      yield {
        path: ['EnableTokenRevocation'],
        message: 'Refresh tokens are rotated, but a replayed one cannot be revoked, as EnableTokenRevocation is false.',
        related: [['RefreshTokenRotation', 'Feature']],
      };
    }
  },
});
