import { withoutRedirects } from '../client/redirect-changes.ts';
import { oddRedirects } from '../client/redirects.ts';
import { isPattern, shown } from '../client/uri.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'redirect-wildcard',
  title: 'Redirect URL contains a wildcard or placeholder',
  level: 'warning',
  severity: '4.4',
  precision: 'high',
  preset: 'recommended',
  area: 'redirects',
  why:
    'Cognito compares redirect URIs as strings, as RFC 9700 demands, so the entry never matches: it shows a ' +
    'wrong belief or an unresolved template. Teams that believe in it add a redirector on a wildcard domain ' +
    'next, which hands out codes.',
  fix:
    'Register each URL (100 per client), or one fixed callback that checks `state`; give preview ' +
    'environments their own client.',
  whenAbsent: 'Without redirects it passes. A reference that a template does not resolve is unknown, not a wildcard.',
  notReported: 'A `*` in the query.',
  references: ['authorize', 'RFC 9700 §2.1', 'RFC 9700 §4.1.1', 'RFC 9700 §4.1.3'],
  cwe: [183, 601],
  asvs: ['10.4.1'],
  nist: ['AC-4', 'SI-10'],
  examples: {
    bad: { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'], CallbackURLs: ['https://*.acme.io/cb'] },
    good: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://app.acme.io/cb?q=*'],
    },
  },
  remedy: ({ client }) => withoutRedirects(client, isPattern),
  *check({ client, effective }) {
    if (!effective.redirects) return;
    for (const { path, uri } of oddRedirects(client)) {
      if (isPattern(uri))
        yield {
          path,
          message: `${shown(uri)} has a wildcard or a placeholder, and Cognito compares URLs as they stand.`,
        };
    }
  },
});
