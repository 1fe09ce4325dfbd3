import type { Effective } from '../client/effective.ts';
import { ofEach } from '../client/entries.ts';
import { rangeText, type Token } from '../client/lifetimes.ts';
import { defineRule, type Problem } from '../rule.ts';

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
    yield* ofEach(['Access', 'Id', 'Refresh'] as const, (token) => outOfRange(effective, token));
  },
});

const LIFETIMES = { Access: 'accessToken', Id: 'idToken', Refresh: 'refreshToken' } as const;

function* outOfRange(effective: Effective, token: Token): Generator<Problem> {
  const { inRange, text } = effective[LIFETIMES[token]];
  const member = `${token}TokenValidity` as const;
  if (!inRange) yield { path: [member], message: `${member} is ${text}; the service takes ${rangeText(token)}.` };
}
