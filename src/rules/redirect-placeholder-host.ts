import { oddCallbacks } from '../client/redirects.ts';
import { isPlaceholder } from '../client/uri.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'redirect-placeholder-host',
  title: "Callback host is a placeholder or somebody else's site",
  level: 'warning',
  severity: '6.1',
  precision: 'high',
  preset: 'recommended',
  area: 'redirects',
  why:
    'Codes, with implicit tokens, of your users go to a site that you do not run and into its logs, by a ' +
    "link alone. CDK's L2 construct registers `https://example.com` when no callback is given, together " +
    'with implicit and the admin scope.',
  fix: 'Register the real callbacks (CDK: `oAuth.callbackUrls`, or `disableOAuth: true`).',
  whenAbsent: 'Without callbacks it passes.',
  notReported: 'Documentation samples in a repository: an exception by path.',
  references: ['UserPoolClient', 'RFC 2606', 'RFC 6761', 'RFC 9700 §4.1'],
  cwe: [601, 1188],
  asvs: ['10.4.1'],
  nist: ['CM-6', 'AC-4'],
  examples: {
    bad: { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'], CallbackURLs: ['https://example.com'] },
    good: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://app.acme.io/cb'],
    },
  },
  remedy: 'which URL is right, a person must decide',
  *check({ client, effective }) {
    if (!effective.redirects) return;
    for (const { path, uri } of oddCallbacks(client)) {
      if (isPlaceholder(uri)) yield { path, message: `${uri.host} is a placeholder or somebody else's site.` };
    }
  },
});
