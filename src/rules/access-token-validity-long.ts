import { duration, lifetimeSettings, unitPaths } from '../client/lifetimes.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'access-token-validity-long',
  title: 'Access tokens live too long',
  level: 'warning',
  severity: '4.9',
  precision: 'high',
  preset: 'recommended',
  area: 'tokens',
  why:
    'JWTs are verified offline, so revocation and disabling the user change nothing until `exp`. The ' +
    'lifetime is the real limit on a stolen token and on stale groups and claims.',
  fix:
    '15 to 60 minutes, with `TokenValidityUnits.AccessToken` in the same request. Managed login keeps its ' +
    'own session (1 hour unless set otherwise), so a shorter value does not force a new sign-in there.',
  whenAbsent:
    'Not set, or 0, is 1 hour, which passes. A number without a unit is hours: `AccessTokenValidity: 3` is ' +
    '3 hours.',
  notReported:
    'Machine clients: AWS advises longer tokens there to save token requests, the service caps them at a ' +
    "day, and no user is behind them. Values outside the service's range: `token-validity-out-of-range` " +
    'alone.',
  references: ['client', 'revocation', 'RFC 9700 §4.10', 'RFC 6819 §5.1.5.3', 'RFC 6750 §5.3'],
  cwe: [613],
  asvs: ['7.4.1', '8.3.2', '9.2.1'],
  nist: ['AC-12', 'SC-23'],
  examples: {
    bad: { AccessTokenValidity: 1, TokenValidityUnits: { AccessToken: 'days' } },
    good: { AccessTokenValidity: 60, TokenValidityUnits: { AccessToken: 'minutes' } },
  },
  options: { maxMinutes: 60 },
  remedy: ({ client }, { maxMinutes }) => ({
    settings: lifetimeSettings(client, 'Access', maxMinutes * 60),
    risk: 'tokens are refreshed more often',
  }),
  *check({ client, effective }, { maxMinutes }) {
    const { seconds, inRange, text } = effective.accessToken;
    if (seconds > maxMinutes * 60 && inRange && !effective.machine) {
      yield {
        path: ['AccessTokenValidity'],
        message: `Access tokens live ${text}; the limit is ${duration(maxMinutes, 'minutes')}.`,
        related: unitPaths(client, 'Access'),
      };
    }
  },
});
