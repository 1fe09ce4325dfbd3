import { entries } from '../client/entries.ts';
import { flowOf } from '../client/flows.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'auth-flow-admin-on-public-client',
  title: 'Server-side password flow on a client without a secret',
  level: 'warning',
  severity: '5.6',
  precision: 'medium',
  preset: 'recommended',
  area: 'auth-flow',
  why:
    'A flow meant for a trusted server is open on a client that authenticates nobody: its id is public and ' +
    'no SECRET_HASH is asked for. Browser and server traffic share one client, so their limits, scopes and ' +
    'risk rules cannot differ.',
  fix: 'Split: a new confidential client for the server, and the public client without the admin flow.',
  whenAbsent:
    'Without an admin flow it passes, whatever the secret. Where the secret is not known, the rule is not ' +
    'evaluated.',
  notReported: 'Clients whose secret was added later (describe may omit it).',
  references: ['apps', 'server-side', 'RFC 6749 §2.1', 'RFC 9700 §2.5'],
  cwe: [306, 522],
  asvs: ['10.4.10', '6.3.4'],
  nist: ['IA-9', 'AC-6'],
  examples: {
    bad: { ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
    good: {
      ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      ClientSecret: '[REDACTED]',
    },
  },
  remedy: 'the server needs a confidential client of its own',
  *check({ client, effective }) {
    for (const { path, value } of entries(client, 'ExplicitAuthFlows')) {
      if (flowOf(value) === 'ADMIN_PASSWORD' && !effective.secret) {
        yield { path, message: `${value} is meant for a trusted server, and no client secret is reported.` };
      }
    }
  },
});
