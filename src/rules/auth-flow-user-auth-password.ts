import { entries } from '../client/entries.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'auth-flow-user-auth-password',
  title: 'Choice-based sign-in (ALLOW_USER_AUTH) also accepts passwords',
  level: 'note',
  severity: '3.3',
  precision: 'medium',
  preset: 'pedantic',
  area: 'auth-flow',
  why:
    'The flow can do "username-password and SRP authentication without other ExplicitAuthFlows permitting ' +
    'them", so a team that removed USER_PASSWORD_AUTH may still take clear passwords. For unknown users it ' +
    'answers with a random challenge instead of the generic error.',
  fix: 'Control the factors in the pool (`SignInPolicy.AllowedFirstAuthFactors`), not only in the client.',
  whenAbsent: 'Not set is the default flows, without `ALLOW_USER_AUTH`, which pass.',
  notReported: 'Passkey pools without PASSWORD as a first factor, which only pool context shows.',
  references: ['client', 'choice', 'errors'],
  cwe: [288],
  asvs: ['6.3.4', '6.1.3'],
  nist: ['IA-2', 'CM-7'],
  examples: {
    bad: { ExplicitAuthFlows: ['ALLOW_USER_AUTH'] },
    good: { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
  },
  remedy: 'the factors are set in the pool, not in the client',
  *check({ client }) {
    for (const { path, value } of entries(client, 'ExplicitAuthFlows')) {
      if (value === 'ALLOW_USER_AUTH')
        yield {
          path,
          message: 'ALLOW_USER_AUTH takes passwords too, unless the pool leaves them out of its first factors.',
        };
    }
  },
});
