import { type Lifetime, rangeText, type Token } from '../client/lifetimes.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'token-validity-out-of-range',
  title: 'Token lifetime outside the documented range',
  level: 'warning',
  severity: '4.1',
  precision: 'high',
  preset: 'recommended',
  area: 'tokens',
  why:
    'Each token has its own unit and the default units differ, so a number copied from another system means ' +
    'something else. The service rejects it, and the "temporary" repair is usually a larger unit.',
  fix: 'Set value and unit together for all three tokens.',
  whenAbsent:
    'Not set, or 0, is the default, which passes. Where the unit is not set it is hours, hours and days, ' +
    'which is what makes `AccessTokenValidity: 60` wrong: 60 hours.',
  references: ['units'],
  cwe: [613],
  asvs: ['7.3.2'],
  nist: ['CM-6', 'SI-10'],
  examples: {
    bad: { AccessTokenValidity: 3600 },
    good: { AccessTokenValidity: 3600, TokenValidityUnits: { AccessToken: 'seconds' } },
  },
  remedy: 'which lifetime is meant, a person must decide',
  *check({ effective }) {
    const { accessToken, idToken, refreshToken } = effective;
    if (!accessToken.inRange) yield { path: ['AccessTokenValidity'], message: outOfRange('Access', accessToken) };
    if (!idToken.inRange) yield { path: ['IdTokenValidity'], message: outOfRange('Id', idToken) };
    if (!refreshToken.inRange) yield { path: ['RefreshTokenValidity'], message: outOfRange('Refresh', refreshToken) };
  },
});

function outOfRange(token: Token, { text }: Lifetime): string {
  return `${token}TokenValidity is ${text}; the service takes ${rangeText(token)}.`;
}
