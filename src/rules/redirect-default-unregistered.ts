import { parseUri, shown } from '../client/uri.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'redirect-default-unregistered',
  title: 'DefaultRedirectURI is not one of the CallbackURLs',
  level: 'note',
  severity: '2.9',
  precision: 'high',
  preset: 'recommended',
  area: 'redirects',
  why:
    'The default "must be in the CallbackURLs list" and stands in for `redirect_uri` where a request has ' +
    'none. A stale one sends users to an address that nobody reviews.',
  fix: 'Add it to the list or change it.',
  whenAbsent: 'Without a default it passes; with a default and no callbacks it is reported.',
  references: ['client', 'RFC 6749 §3.1.2.3'],
  cwe: [20],
  asvs: ['10.4.1'],
  nist: ['CM-6'],
  examples: {
    bad: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://a.acme.io/cb'],
      DefaultRedirectURI: 'https://b.acme.io/cb',
    },
    good: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://a.acme.io/cb'],
      DefaultRedirectURI: 'https://a.acme.io/cb',
    },
  },
  remedy: 'whether the default or the list is right, a person must decide',
  *check({ client, effective }) {
    const fallback = client.DefaultRedirectURI;
    if (fallback === undefined || !effective.redirects || client.CallbackURLs?.includes(fallback)) return;
    const missing = client.CallbackURLs
      ? 'is not, letter for letter, one of the CallbackURLs'
      : 'has no CallbackURLs beside it';
    yield { path: ['DefaultRedirectURI'], message: `The default redirect ${shown(parseUri(fallback))} ${missing}.` };
  },
});
