import { oddCallbacks } from '../client/redirects.ts';
import { isSharedHosting, shown } from '../client/uri.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'redirect-shared-hosting-host',
  title: 'Callback host can be re-registered by a stranger once the site is deleted',
  level: 'warning',
  severity: '4.1',
  precision: 'low',
  preset: 'pedantic',
  area: 'redirects',
  why:
    'When the project is deleted, anyone can take the same name and receive authorization responses for ' +
    'your users. Whether the site still exists cannot be seen from the configuration.',
  fix: 'A domain that you own; delete the callback when the site goes.',
  whenAbsent: 'Without callbacks it passes.',
  notReported:
    'Hosts with random names, which cannot be taken on demand: cloudfront.net, amplifyapp.com, execute-api, ' +
    'elb, web.app, firebaseapp.com.',
  references: ['can-i-take-over-xyz', 'RFC 9700 §4.1'],
  cwe: [672],
  asvs: ['10.4.1'],
  nist: ['CM-8', 'AC-4'],
  examples: {
    bad: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://acme-app.herokuapp.com/cb'],
    },
    good: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://d111111abcdef8.cloudfront.net/cb'],
    },
  },
  remedy: 'which URL is right, a person must decide',
  *check({ client, effective }) {
    if (!effective.redirects) return;
    for (const { path, uri } of oddCallbacks(client)) {
      if (isSharedHosting(uri)) {
        yield { path, message: `The place of ${shown(uri)} can be taken by anyone once the site is deleted.` };
      }
    }
  },
});
