import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'token-validity-inverted',
  title: 'Access or ID token outlives the refresh token',
  level: 'note',
  severity: '2.1',
  precision: 'high',
  preset: 'pedantic',
  area: 'tokens',
  why: 'Ending the refresh token then does not end the session. CDK documents and enforces the order.',
  fix: 'Make the refresh lifetime the longest.',
  whenAbsent: 'The defaults of 1 hour, 1 hour and 30 days pass.',
  references: ['client', 'UserPoolClient'],
  cwe: [613],
  asvs: ['7.3.2'],
  nist: ['AC-12'],
  examples: {
    bad: {
      AccessTokenValidity: 1,
      RefreshTokenValidity: 2,
      TokenValidityUnits: { AccessToken: 'days', RefreshToken: 'hours' },
    },
    good: {
      AccessTokenValidity: 15,
      RefreshTokenValidity: 24,
      TokenValidityUnits: { AccessToken: 'minutes', RefreshToken: 'hours' },
    },
  },
  remedy: 'which of the lifetimes is meant, a person must decide',
  *check({ effective }) {
    const { accessToken, idToken, refreshToken } = effective;
    if (accessToken.seconds > refreshToken.seconds && !effective.machine) {
      yield {
        path: ['AccessTokenValidity'],
        message: `Access tokens live ${accessToken.text}, longer than refresh tokens: ${refreshToken.text}.`,
      };
    }
    if (idToken.seconds > refreshToken.seconds && !effective.machine) {
      yield {
        path: ['IdTokenValidity'],
        message: `ID tokens live ${idToken.text}, longer than refresh tokens: ${refreshToken.text}.`,
      };
    }
  },
});
