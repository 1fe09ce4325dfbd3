import { oddLogouts } from '../client/redirects.ts';
import { isClearText, shown } from '../client/uri.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'redirect-http-logout',
  title: 'Sign-out URL uses clear-text http',
  level: 'warning',
  severity: '4.2',
  precision: 'very-high',
  preset: 'recommended',
  area: 'redirects',
  why:
    'After `/logout` the browser goes to this URL; over http an attacker replaces the page, for instance ' +
    'with a false sign-in. No token is in the redirect.',
  fix: 'Use https.',
  whenAbsent: 'Without sign-out URLs it passes.',
  notReported: 'The three loopback hosts.',
  references: ['client', 'logout', 'RFC 9700 §2.6'],
  cwe: [319],
  asvs: ['12.2.1'],
  nist: ['SC-8'],
  examples: {
    bad: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://app.acme.io/cb'],
      LogoutURLs: ['http://app.acme.io/bye'],
    },
    good: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://app.acme.io/cb'],
      LogoutURLs: ['https://app.acme.io/bye'],
    },
  },
  remedy: 'which URL is right, a person must decide',
  *check({ client, effective }) {
    if (!effective.redirects) return;
    for (const { path, uri } of oddLogouts(client)) {
      if (isClearText(uri)) yield { path, message: `${shown(uri)} is reached in clear text.` };
    }
  },
});
