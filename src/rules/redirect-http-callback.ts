import { oddCallbacks } from '../client/redirects.ts';
import { isClearText, shown } from '../client/uri.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'redirect-http-callback',
  title: 'Callback URL uses clear-text http',
  level: 'error',
  severity: '8.1',
  precision: 'very-high',
  preset: 'recommended',
  area: 'redirects',
  why:
    'The code, or with implicit the page that receives the tokens, crosses the network in clear, where it ' +
    'can be read or replaced. RFC 9700 §2.6 forbids it except for loopback.',
  fix:
    'Use https. Cognito accepts http for the three loopback hosts only, so a hit is a template that will ' +
    'fail to deploy, or a very old or emulated client.',
  whenAbsent: 'Without callbacks it passes.',
  notReported: 'The three loopback hosts with any port; `https://localhost`.',
  references: ['client', 'create', 'RFC 9700 §2.6', 'RFC 6749 §3.1.2.1', 'RFC 8252 §7.3'],
  cwe: [319],
  asvs: ['12.2.1', '10.4.1'],
  nist: ['SC-8', 'SC-23'],
  examples: {
    bad: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['http://app.acme.io/cb'],
    },
    good: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://app.acme.io/cb', 'http://localhost:3000/cb'],
    },
  },
  remedy: 'which URL is right, a person must decide',
  *check({ client, effective }) {
    if (!effective.redirects) return;
    for (const { path, uri } of oddCallbacks(client)) {
      if (isClearText(uri)) yield { path, message: `${shown(uri)} is reached in clear text.` };
    }
  },
});
