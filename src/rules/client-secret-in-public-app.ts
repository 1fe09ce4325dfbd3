import type { AppClient } from '../client/app-client.ts';
import { oddCallbacks } from '../client/redirects.ts';
import { isApp, isExtension, shown } from '../client/uri.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'client-secret-in-public-app',
  title: 'Client has a secret but looks like a browser or mobile app',
  level: 'warning',
  severity: '5.6',
  precision: 'medium',
  preset: 'recommended',
  area: 'secrets',
  why:
    'Native and browser apps cannot keep a secret, so this one is most likely shipped in the package. RFC ' +
    '8252 §8.5 says that it must not be treated as confidential.',
  fix: 'A public client with code + PKCE, or the exchange on a back end.',
  whenAbsent:
    'Without a secret it passes; where the secret is not known, the rule is not evaluated. In a template ' +
    'the finding points at `GenerateSecret`.',
  notReported: 'A back end or proxy that adds SECRET_HASH for its apps.',
  references: ['apps', 'RFC 8252 §8.5', 'RFC 6819 §5.2.3.1', 'RFC 6749 §2.1'],
  cwe: [522, 798],
  asvs: ['10.4.10', '13.3.1'],
  nist: ['IA-5'],
  examples: {
    bad: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['com.acme.app:/cb'],
      ClientSecret: '[REDACTED]',
    },
    good: { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'], CallbackURLs: ['com.acme.app:/cb'] },
  },
  remedy: 'the app needs a client of its own without a secret',
  *check({ client, effective }) {
    if (!effective.redirects) return;
    const sign = publicAppSign(client);
    if (sign && effective.secret) {
      yield { path: ['ClientSecret'], message: `The client has a secret, but ${sign}, so the app cannot keep it.` };
    }
  },
});

/** What tells a browser or mobile app, in words. */
function publicAppSign(client: AppClient): string | undefined {
  for (const { uri } of oddCallbacks(client))
    if (isApp(uri))
      return `the callback ${shown(uri)} is that of a ${isExtension(uri) ? 'browser extension' : 'native app'}`;
  return client.AllowedOAuthFlows?.includes('implicit') ? 'the implicit grant is that of a browser app' : undefined;
}
