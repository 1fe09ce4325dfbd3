import type { AppClient } from '../client/app-client.ts';
import { callbacks, oddCallbacks } from '../client/redirects.ts';
import { isLoopback, shown } from '../client/uri.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'redirect-loopback',
  title: 'Loopback callback left on a client that also serves real hosts',
  level: 'warning',
  severity: '4.1',
  precision: 'medium',
  preset: 'recommended',
  area: 'redirects',
  why:
    'AWS allows loopback "for testing purposes only". On a production client any local process that listens ' +
    'on the port can receive an authorization response for a real user.',
  fix: 'A client (better: a pool) for development; delete the loopback URLs here.',
  whenAbsent: 'Without callbacks, or with loopback ones alone, it passes.',
  notReported:
    'Clients that registered themselves (`ClientType` DCR, not applicable); native, command-line and MCP ' +
    'clients that redirect to loopback by design (RFC 8252 §7.3): an exception with a reason.',
  references: ['client', 'RFC 8252 §7.3', 'RFC 8252 §8.3', 'RFC 9700 §4.1.3'],
  cwe: [489],
  asvs: ['15.2.3', '10.4.1'],
  nist: ['CM-7', 'AC-4'],
  examples: {
    bad: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://app.acme.io/cb', 'http://localhost:3000/cb'],
    },
    good: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['http://localhost:3000/cb'],
    },
  },
  remedy: 'development needs a client of its own first',
  *check({ client, effective }) {
    if (!effective.redirects || client.ClientType === 'DCR') return;
    for (const { path, uri } of oddCallbacks(client)) {
      if (!isLoopback(uri)) continue;
      if (!servesRealHosts(client)) return;
      yield { path, message: `${shown(uri)} is left on a client that also serves real hosts.` };
    }
  },
});

function servesRealHosts(client: AppClient): boolean {
  for (const { uri } of callbacks(client)) if (uri.scheme === 'https' && !isLoopback(uri)) return true;
  return false;
}
