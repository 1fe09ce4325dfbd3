import { entries } from '../client/entries.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'oauth-scope-broad-identity',
  title: 'OIDC scopes expose the whole readable profile',
  level: 'note',
  severity: '2.5',
  precision: 'medium',
  preset: 'pedantic',
  area: 'oauth',
  why:
    '`profile` covers every attribute that the client can read, and `openid` requested alone does too. With ' +
    'default read permission this puts every custom attribute into the ID token.',
  fix: 'Set `ReadAttributes` to what the app shows, and prefer `openid email`.',
  whenAbsent: 'Without an OIDC scope it passes. Where `ReadAttributes` is not set, everything is readable.',
  notReported: 'Pools without custom attributes.',
  references: ['scopes', 'attributes', 'RFC 9700 §2.3'],
  cwe: [359],
  asvs: ['10.4.11', '15.3.1'],
  nist: ['AC-6', 'PT-2'],
  examples: {
    bad: { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'], AllowedOAuthScopes: ['openid'] },
    good: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'email'],
    },
  },
  remedy: 'which attributes the app shows, a person must decide',
  *check({ client, effective }) {
    if (!effective.oauth || (client.ReadAttributes?.length ?? 0) > 0) return;
    for (const { path, value } of entries(client, 'AllowedOAuthScopes')) {
      const isAlone = value === 'openid' && !client.AllowedOAuthScopes?.some((scope) => NARROWER.has(scope));
      if (value === 'profile' || isAlone) {
        yield {
          path,
          message: `${value} covers every attribute that the client can read, which is all of them, as ReadAttributes is not set.`,
        };
      }
    }
  },
});

/** Beside one of these `openid` adds no attributes of its own. */
const NARROWER = new Set(['email', 'phone', 'profile']);
