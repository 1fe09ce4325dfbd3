import { entries } from '../client/entries.ts';
import { currentNames, isLegacyFlow } from '../client/flows.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'auth-flow-incompatible-set',
  title: 'ExplicitAuthFlows combines values that the service keeps apart',
  level: 'note',
  severity: '3.5',
  precision: 'high',
  preset: 'recommended',
  area: 'auth-flow',
  why:
    'Legacy and `ALLOW_` values cannot be assigned together, and ALLOW_CLIENT_TOKEN_AUTH must stand alone, ' +
    'so the deployment fails. Such a list is a half-done migration.',
  fix: 'Use one family; split the machine client from the user client.',
  whenAbsent: 'Not set is the default flows, which pass.',
  references: ['client', 'client-token'],
  cwe: [477],
  asvs: ['6.1.3'],
  nist: ['CM-6'],
  examples: {
    bad: { ExplicitAuthFlows: ['USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH'] },
    good: { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
  },
  remedy: ({ client }) => {
    if (client.ExplicitAuthFlows?.includes('ALLOW_CLIENT_TOKEN_AUTH')) return 'machines and users need a client each';
    return {
      settings: { ExplicitAuthFlows: currentNames(client.ExplicitAuthFlows) },
      risk: 'none: the same flows are in force',
    };
  },
  *check({ client }) {
    const flows = client.ExplicitAuthFlows ?? [];
    for (const { path, value } of entries(client, 'ExplicitAuthFlows')) {
      if (isLegacyFlow(value) && flows.some((flow) => flow.startsWith('ALLOW_'))) {
        yield {
          path,
          message: `${value} is a legacy value and stands beside ALLOW_ values; the service does not take both.`,
        };
      } else if (value === 'ALLOW_CLIENT_TOKEN_AUTH' && !flows.every((flow) => flow === value)) {
        yield { path, message: 'ALLOW_CLIENT_TOKEN_AUTH stands beside other flows; the service takes it alone.' };
      }
    }
  },
});
