import { oddCallbacks } from '../client/redirects.ts';
import { shown } from '../client/uri.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'redirect-open-redirect-shape',
  title: 'Callback looks like an open redirector',
  level: 'note',
  severity: '3.6',
  precision: 'low',
  preset: 'pedantic',
  area: 'redirects',
  why:
    'RFC 9700 forbids open redirectors on hosts with redirect URIs, because the code travels on with the ' +
    'browser. A callback whose query names the next hop is the classic shape.',
  fix: 'Keep the next hop in a signed `state`.',
  whenAbsent: 'Without callbacks it passes.',
  notReported: 'Fixed values that the app ignores.',
  references: ['RFC 9700 §2.1', 'RFC 9700 §4.11', 'RFC 6819 §4.1.5'],
  cwe: [601],
  asvs: ['3.7.2'],
  nist: ['AC-4'],
  examples: {
    bad: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://app.acme.io/cb?next=/home'],
    },
    good: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://app.acme.io/cb'],
    },
  },
  remedy: 'the app must keep the next hop in state first',
  *check({ client, effective }) {
    if (!effective.redirects) return;
    for (const { path, uri } of oddCallbacks(client)) {
      const key = uri.query
        .split('&')
        .map((pair) => pair.split('=')[0] ?? '')
        .find((name) => NEXT_HOP.test(name));
      if (key) yield { path, message: `The query of ${shown(uri)} has ${key}, as open redirectors have.` };
    }
  },
});

const NEXT_HOP =
  /^(url|uri|next|redirect(_?ur[il])?|return(_?to|_?url)?|continue|dest(ination)?|forward(to)?|goto|target)$/i;
