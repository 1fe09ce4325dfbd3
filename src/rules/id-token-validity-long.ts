import { duration, lifetimeSettings, unitPaths } from '../client/lifetimes.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'id-token-validity-long',
  title: 'ID tokens live too long',
  level: 'note',
  severity: '3.9',
  precision: 'high',
  preset: 'recommended',
  area: 'tokens',
  why:
    'API Gateway authorizers and identity pools accept the ID token, so a long-lived one is a long-lived ' +
    'credential with personal data inside. It also freezes groups and custom attributes.',
  fix: '60 minutes or less, with its unit.',
  whenAbsent: 'Not set, or 0, is 1 hour, which passes. A number without a unit is hours.',
  notReported: 'Machine clients (no ID token); values outside the range.',
  references: ['client', 'OpenID Connect Core §2'],
  cwe: [613],
  asvs: ['9.2.1', '7.4.1'],
  nist: ['AC-12'],
  examples: {
    bad: { IdTokenValidity: 24 },
    good: { IdTokenValidity: 60, TokenValidityUnits: { IdToken: 'minutes' } },
  },
  options: { maxMinutes: 60 },
  remedy: ({ client }, { maxMinutes }) => ({
    settings: lifetimeSettings(client, 'Id', maxMinutes * 60),
    risk: 'tokens are refreshed more often',
  }),
  *check({ client, effective }, { maxMinutes }) {
    const { seconds, inRange, text } = effective.idToken;
    if (seconds > maxMinutes * 60 && inRange && !effective.machine) {
      yield {
        path: ['IdTokenValidity'],
        message: `ID tokens live ${text}; the limit is ${duration(maxMinutes, 'minutes')}.`,
        related: unitPaths(client, 'Id'),
      };
    }
  },
});
