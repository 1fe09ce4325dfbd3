import { oddCallbacks } from '../client/redirects.ts';
import { isWeakApp } from '../client/uri.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'redirect-custom-scheme-weak',
  title: 'Private-use scheme is not a reverse domain name',
  level: 'warning',
  severity: '5.1',
  precision: 'high',
  preset: 'recommended',
  area: 'redirects',
  why:
    'Any other app can claim `myapp:`, and neither Android nor iOS guarantees who receives the redirect. ' +
    'RFC 8252 §7.1 asks for a scheme under a domain that the app controls, with a dot.',
  fix: 'Claimed https links (App Links, Universal Links), else `com.acme.app:/cb` with PKCE.',
  whenAbsent: 'Without callbacks it passes.',
  notReported: '`*-extension:` schemes; fixed schemes of desktop tools (`vscode:`, `cursor:`) need an exception.',
  references: ['client', 'RFC 8252 §7.1', 'RFC 8252 §7.2', 'RFC 8252 §8.6', 'RFC 7636 §1'],
  cwe: [939, 940],
  asvs: ['10.4.1', '10.4.6'],
  nist: ['AC-4', 'SC-23'],
  examples: {
    bad: { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'], CallbackURLs: ['myapp://callback'] },
    good: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['com.acme.app:/callback'],
    },
  },
  remedy: 'the app must take another scheme first',
  *check({ client, effective }) {
    if (!effective.redirects) return;
    for (const { path, uri } of oddCallbacks(client)) {
      if (isWeakApp(uri)) yield { path, message: `Any app can claim ${uri.scheme}:, which is no reverse domain name.` };
    }
  },
});
