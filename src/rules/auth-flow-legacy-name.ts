import { entries } from '../client/entries.ts';
import { currentNames, isLegacyFlow } from '../client/flows.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'auth-flow-legacy-name',
  title: 'Legacy ExplicitAuthFlows value',
  level: 'note',
  severity: '2.6',
  precision: 'very-high',
  preset: 'recommended',
  area: 'auth-flow',
  why:
    'Legacy values leave flows on that the list does not name (SRP, custom and refresh), so the list does ' +
    'not say what is allowed. The client cannot take newer flows without converting, and has usually not ' +
    'been reviewed since 2019.',
  fix:
    '`ADMIN_NO_SRP_AUTH` becomes `ALLOW_ADMIN_USER_PASSWORD_AUTH`, `USER_PASSWORD_AUTH` becomes ' +
    '`ALLOW_USER_PASSWORD_AUTH` (better: remove it), `CUSTOM_AUTH_FLOW_ONLY` becomes `ALLOW_CUSTOM_AUTH`; ' +
    'add `ALLOW_USER_SRP_AUTH` and `ALLOW_REFRESH_TOKEN_AUTH` where they are meant.',
  whenAbsent: 'Not set is the default flows, which pass.',
  references: ['client'],
  cwe: [477],
  asvs: ['6.3.4', '6.1.3'],
  nist: ['CM-6', 'CM-7'],
  examples: {
    bad: { ExplicitAuthFlows: ['CUSTOM_AUTH_FLOW_ONLY'] },
    good: { ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
  },
  remedy: ({ client }) => ({
    settings: { ExplicitAuthFlows: currentNames(client.ExplicitAuthFlows) },
    risk: 'none: the same flows are in force, and are named',
  }),
  *check({ client }) {
    for (const { path, value } of entries(client, 'ExplicitAuthFlows')) {
      if (isLegacyFlow(value))
        yield { path, message: `${value} is a legacy value, which leaves flows on that the list does not name.` };
    }
  },
});
