import { oddCallbacks } from '../client/redirects.ts';
import { isApp, isExtension, isWeakApp, type Uri } from '../client/uri.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'redirect-custom-scheme',
  title: 'Private-use URI scheme callback',
  level: 'note',
  severity: '3.0',
  precision: 'medium',
  preset: 'pedantic',
  area: 'redirects',
  why:
    'Another app can register even a reverse-DNS scheme. Claimed https redirects are the preferred option ' +
    'of RFC 8252.',
  fix: 'App Links or Universal Links.',
  whenAbsent: 'Without callbacks it passes.',
  notReported: 'Accepted practice for mobile apps with PKCE, hence pedantic.',
  references: ['RFC 8252 §7.2', 'RFC 8252 §8.6'],
  cwe: [939],
  asvs: ['10.4.1'],
  nist: ['AC-4'],
  examples: {
    bad: { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'], CallbackURLs: ['com.acme.app:/cb'] },
    good: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://acme.io/app/cb'],
    },
  },
  remedy: 'the app must take claimed https links first',
  *check({ client, effective }) {
    if (!effective.redirects) return;
    for (const { path, uri } of oddCallbacks(client)) {
      if (isApp(uri) && !isWeakApp(uri)) yield { path, message: isExtension(uri) ? extension(uri) : app(uri) };
    }
  },
});

function app({ scheme }: Uri): string {
  return `Another app can register ${scheme}: as well.`;
}

function extension({ scheme }: Uri): string {
  return `${scheme}: is for browser extensions, which the browser alone keeps apart.`;
}
