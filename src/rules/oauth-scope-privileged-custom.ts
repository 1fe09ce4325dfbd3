import { entries } from '../client/entries.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'oauth-scope-privileged-custom',
  title: 'User client may request an administrative-looking custom scope',
  level: 'note',
  severity: '3.7',
  precision: 'low',
  preset: 'pedantic',
  area: 'oauth',
  why:
    'Scopes are granted to the application, not to the user: Cognito shows no consent and grants every ' +
    'scope when none is asked for. An admin scope on a user client makes every user token an admin token ' +
    'unless the API also checks the user.',
  fix: 'Give admin scopes to a confidential machine client; let the API check groups as well as the scope.',
  whenAbsent: 'Not set passes.',
  notReported: 'Machine clients (not applicable).',
  references: ['authorize', 'scopes', 'RFC 9700 §2.3'],
  cwe: [272],
  asvs: ['10.4.11', '10.3.2'],
  nist: ['AC-6'],
  examples: {
    bad: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'https://api.acme.io/admin'],
    },
    good: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'https://api.acme.io/orders.read'],
    },
  },
  remedy: 'whether users need the scope, a person must decide',
  *check({ client, effective }) {
    if (!effective.redirects) return;
    for (const { path, value } of entries(client, 'AllowedOAuthScopes')) {
      if (value.includes('/') && PRIVILEGED.test(value)) {
        yield { path, message: `The scope ${value} sounds like administration, and every user's token may carry it.` };
      }
    }
  },
});

const PRIVILEGED = /(^|[/:._-])(\*|all|admin|root|full|superuser|write-all|manage)$/i;
