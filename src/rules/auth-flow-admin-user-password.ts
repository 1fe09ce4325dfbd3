import { entries } from '../client/entries.ts';
import { flowOf } from '../client/flows.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'auth-flow-admin-user-password',
  title: 'Server-side plain-password sign-in (ADMIN_NO_SRP_AUTH) is enabled',
  level: 'warning',
  severity: '4.3',
  precision: 'very-high',
  preset: 'recommended',
  area: 'auth-flow',
  why:
    'A server hands user name and password in clear to AdminInitiateAuth, so its logs, traces and every ' +
    'compromise of it see the passwords. Whoever holds the IAM permission can test passwords away from the ' +
    'public, filtered path.',
  fix:
    'Remove it where the app signs in with SRP, USER_AUTH or managed login. Otherwise keep it on a ' +
    'confidential client of its own, limit `cognito-idp:AdminInitiateAuth` to that role and pool, pass ' +
    'ContextData, and use the current name.',
  whenAbsent: 'Not set, or an empty list, is the default flows, which pass.',
  notReported: 'Back ends that need it by design: an exception with a reason.',
  references: ['client', 'server-side', 'RFC 9700 §2.4'],
  cwe: [522],
  asvs: ['6.3.4', '10.4.4'],
  nist: ['IA-5', 'AC-6', 'CM-7'],
  examples: {
    bad: { ExplicitAuthFlows: ['ADMIN_NO_SRP_AUTH'] },
    good: { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
  },
  remedy: 'whether a back end signs users in with it, a person must decide',
  *check({ client }) {
    for (const { path, value } of entries(client, 'ExplicitAuthFlows')) {
      if (flowOf(value) === 'ADMIN_PASSWORD')
        yield { path, message: `${value} lets a server send user names and passwords in clear.` };
    }
  },
});
