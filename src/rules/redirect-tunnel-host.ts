import { oddCallbacks } from '../client/redirects.ts';
import { isTunnel } from '../client/uri.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'redirect-tunnel-host',
  title: 'Callback host is a tunnel or a throw-away development host',
  level: 'warning',
  severity: '6.8',
  precision: 'high',
  preset: 'recommended',
  area: 'redirects',
  why:
    'Tunnel names are handed to the next user, who then receives the codes of your users. The victim need ' +
    'only follow a genuine Cognito link.',
  fix: 'Remove it; develop on a client of its own with loopback.',
  whenAbsent: 'Without callbacks it passes.',
  notReported: 'Clients for development alone: an exception by client name.',
  references: ['can-i-take-over-xyz', 'RFC 9700 §4.1'],
  cwe: [672, 601],
  asvs: ['10.4.1', '15.2.3'],
  nist: ['CM-7', 'AC-4', 'CM-8'],
  examples: {
    bad: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://1a2b3c.ngrok.io/cb'],
    },
    good: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://app.acme.io/cb'],
    },
  },
  remedy: 'development needs a client of its own first',
  *check({ client, effective }) {
    if (!effective.redirects) return;
    for (const { path, uri } of oddCallbacks(client)) {
      if (isTunnel(uri))
        yield { path, message: `${uri.host} is a tunnel or a throw-away host, whose name goes to the next user.` };
    }
  },
});
