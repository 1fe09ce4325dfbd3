import type { Effective } from '../client/effective.ts';
import { ofEach } from '../client/entries.ts';
import { defineRule, type Problem } from '../rule.ts';

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
    yield* ofEach(['accessToken', 'idToken'] as const, (token) => inversions(effective, token));
  },
});

function* inversions(effective: Effective, token: 'accessToken' | 'idToken'): Generator<Problem> {
  const { seconds, text } = effective[token];
  const { refreshToken } = effective;
  if (seconds <= refreshToken.seconds || effective.machine) return;
  const [member, name] =
    token === 'accessToken' ? (['AccessTokenValidity', 'Access'] as const) : (['IdTokenValidity', 'ID'] as const);
  yield { path: [member], message: `${name} tokens live ${text}, longer than refresh tokens: ${refreshToken.text}.` };
}
