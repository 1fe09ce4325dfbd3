import { entries } from '../client/entries.ts';
import { currentNames, flowOf, withUserFlow } from '../client/flows.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'auth-flow-user-password',
  title: 'Plain-password sign-in (USER_PASSWORD_AUTH) is enabled',
  level: 'warning',
  severity: '5.9',
  precision: 'very-high',
  preset: 'recommended',
  area: 'auth-flow',
  why:
    'Cognito "receives the password in the request instead of using the SRP protocol", through an API that ' +
    'needs no AWS credentials, so every TLS terminator, proxy and debug log on the way sees it. ' +
    'InitiateAuth also becomes a one-request oracle for credential stuffing.',
  fix:
    'Remove it and keep `ALLOW_USER_SRP_AUTH`, or move to `ALLOW_USER_AUTH` with passkeys. Convert the ' +
    'whole list (legacy and `ALLOW_` values cannot be mixed) and never send [] (it means the defaults).',
  whenAbsent:
    'Not set, or an empty list, is the default flows, without a password flow, which pass. Values are ' +
    'compared whole: `ALLOW_ADMIN_USER_PASSWORD_AUTH` is another rule.',
  notReported:
    'Nothing is exempt. A pool that migrates users with a Lambda trigger needs the flow until the migration ' +
    'ends: an exception with an end date.',
  references: ['client', 'flows', 'migrate', 'RFC 9700 §2.4', 'RFC 6819 §4.4.3', 'SP 800-63B-4 §3.1.1'],
  cwe: [522, 307],
  asvs: ['10.4.4', '6.3.4'],
  nist: ['IA-2', 'IA-5', 'SC-8', 'CM-7'],
  examples: {
    bad: { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
    good: { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
  },
  remedy: ({ client }) => {
    const left = currentNames(client.ExplicitAuthFlows).filter((flow) => flow !== 'ALLOW_USER_PASSWORD_AUTH');
    return {
      settings: { ExplicitAuthFlows: withUserFlow(left) },
      risk: 'apps and migrations that send the password stop signing in',
      risky: true,
    };
  },
  *check({ client }) {
    for (const { path, value } of entries(client, 'ExplicitAuthFlows')) {
      if (flowOf(value) === 'USER_PASSWORD')
        yield { path, message: `${value} lets apps send the password in the request, without AWS credentials.` };
    }
  },
});
