import { oddRedirects } from '../client/redirects.ts';
import { invalidity, shown } from '../client/uri.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'redirect-invalid-uri',
  title: 'Redirect URL is not an absolute, fragment-free, unambiguous URI',
  level: 'warning',
  severity: '4.6',
  precision: 'high',
  preset: 'recommended',
  area: 'redirects',
  why:
    'Redirect URIs must be absolute and without a fragment. Parsers disagree on userinfo, backslashes, dot ' +
    'segments and odd hosts, which is how redirect checks are bypassed and reviewers are deceived.',
  fix: 'Register the plain https URL of the callback path.',
  whenAbsent: 'Without redirects it passes.',
  notReported: 'Schemes without authority (`com.acme.app:/cb`), query strings, wildcards (`redirect-wildcard` alone).',
  references: ['client', 'RFC 6749 §3.1.2', 'RFC 3986 §3.2.1', 'RFC 9700 §4.1.3'],
  cwe: [20, 601],
  asvs: ['10.4.1'],
  nist: ['SI-10'],
  examples: {
    bad: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://app.acme.io/cb#done'],
    },
    good: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://app.acme.io/cb?v=1', 'com.acme.app:/cb'],
    },
  },
  remedy: 'which URL is right, a person must decide',
  *check({ client, effective }) {
    if (!effective.redirects) return;
    for (const { path, uri } of oddRedirects(client)) {
      const cause = invalidity(uri);
      if (cause) yield { path, message: `${shown(uri)} is no plain absolute URL: ${cause}.` };
    }
  },
});
