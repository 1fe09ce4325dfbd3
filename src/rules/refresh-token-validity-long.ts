import { duration, lifetimeSettings, unitPaths } from '../client/lifetimes.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'refresh-token-validity-long',
  title: 'Refresh tokens live too long',
  level: 'warning',
  severity: '5.9',
  precision: 'high',
  preset: 'recommended',
  area: 'tokens',
  why:
    'The refresh token is the session: its expiry is the only forced re-authentication, and Cognito has no ' +
    'inactivity timeout. A value such as 3650 days turns one leak into permanent access.',
  fix:
    'Set value and unit together: 30 days (SP 800-63B-4 AAL1) or 24 hours (AAL2). A value without a unit is ' +
    'days; 0 is 30 days; rotation does not extend or shorten the life.',
  whenAbsent:
    'Not set, or 0, is 30 days. A number without a unit is days. Above ten years ' +
    '`token-validity-out-of-range` speaks alone.',
  notReported: 'Exactly the limit in any unit: 43200 minutes are 30 days.',
  references: [
    'client',
    'refresh',
    'RFC 9700 §4.14.2',
    'RFC 10017',
    'RFC 6819 §5.1.5.2',
    'SP 800-63B-4 §2.1.3',
    'SP 800-63B-4 §2.2.3',
  ],
  cwe: [613],
  asvs: ['10.4.8', '7.3.2', '7.1.1'],
  nist: ['AC-12', 'IA-11', 'SC-23'],
  examples: {
    bad: { RefreshTokenValidity: 3650, TokenValidityUnits: { RefreshToken: 'days' } },
    good: { RefreshTokenValidity: 43200, TokenValidityUnits: { RefreshToken: 'minutes' } },
  },
  options: { maxDays: 30 },
  remedy: ({ client }, { maxDays }) => ({
    settings: lifetimeSettings(client, 'Refresh', maxDays * 86_400),
    risk: 'users sign in more often',
  }),
  *check({ client, effective }, { maxDays }) {
    const { seconds, inRange, text } = effective.refreshToken;
    if (seconds > maxDays * 86_400 && inRange && !effective.machine) {
      yield {
        path: ['RefreshTokenValidity'],
        message: `Refresh tokens live ${text}; the limit is ${duration(maxDays, 'days')}.`,
        related: unitPaths(client, 'Refresh'),
      };
    }
  },
});
