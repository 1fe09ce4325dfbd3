import { withoutRedirects } from '../client/redirect-changes.ts';
import { oddRedirects } from '../client/redirects.ts';
import { dangerousScheme } from '../client/uri.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'redirect-dangerous-scheme',
  title: 'Redirect URL uses a script or local scheme',
  level: 'error',
  severity: '8.8',
  precision: 'high',
  preset: 'recommended',
  area: 'redirects',
  why:
    'Cognito documents that app schemes are accepted, so nothing in the contract stops `javascript:` or ' +
    '`data:`. Such a target runs or stores the authorization response in a place that nobody controls.',
  fix: 'Delete the entry.',
  whenAbsent: 'Without redirects it passes. The switch does not matter: no such entry has a purpose.',
  notReported: '`chrome-extension:` and `moz-extension:`, which browser extensions need.',
  references: ['client', 'RFC 8252 §7.1', 'RFC 6749 §10.14', 'RFC 9700 §4.1'],
  cwe: [79, 601],
  asvs: ['10.4.1', '3.7.2'],
  nist: ['SI-10', 'AC-4'],
  examples: {
    bad: { CallbackURLs: ['javascript:alert(1)'] },
    good: { CallbackURLs: ['https://app.acme.io/cb'] },
  },
  remedy: ({ client }) => withoutRedirects(client, (uri) => dangerousScheme(uri) !== undefined),
  *check({ client }) {
    for (const { path, uri } of oddRedirects(client)) {
      const scheme = dangerousScheme(uri);
      if (scheme)
        yield { path, message: `A browser runs or stores what is sent to a redirect of the scheme ${scheme}:.` };
    }
  },
});
