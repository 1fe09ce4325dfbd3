import { oddCallbacks } from '../client/redirects.ts';
import { isPrivate, type Uri } from '../client/uri.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'redirect-private-host',
  title: 'Callback host is an IP address or an intranet name',
  level: 'warning',
  severity: '4.3',
  precision: 'medium',
  preset: 'recommended',
  area: 'redirects',
  why:
    'Private addresses and short names resolve differently on every network, so the local network decides ' +
    'who gets the code. Public addresses are re-assigned, and certificates for such hosts are weak or ' +
    'ignored.',
  fix: 'A public DNS name that you own, with a public certificate.',
  whenAbsent: 'Without callbacks it passes.',
  notReported: 'Internal applications behind a VPN: an exception with a reason.',
  references: ['RFC 9700 §4.1'],
  cwe: [183],
  asvs: ['12.2.2', '10.4.1'],
  nist: ['SC-8', 'AC-4'],
  examples: {
    bad: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://10.0.3.7/cb', 'https://intranet/cb'],
    },
    good: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://portal.acme.io/cb'],
    },
  },
  remedy: 'which URL is right, a person must decide',
  *check({ client, effective }) {
    if (!effective.redirects) return;
    for (const { path, uri } of oddCallbacks(client)) {
      if (isPrivate(uri)) yield { path, message: `${uri.host} is ${causeOf(uri)}.` };
    }
  },
});

function causeOf({ host }: Uri): string {
  return /^\[|^[\d.]+$/.test(host)
    ? 'an IP address, which may be of somebody else tomorrow or on another network'
    : 'no name of its own on the internet, so the local network decides where the callback goes';
}
