import { entries } from '../client/entries.ts';
import { isLookalike } from '../client/lookalikes.ts';
import {
  invalidity,
  isClearText,
  isPattern,
  isPlaceholder,
  isPrivate,
  isTunnel,
  isWeakApp,
  parseUri,
  shown,
  type Uri,
} from '../client/uri.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'oauth-settings-inert',
  title: 'OAuth settings are present but OAuth is switched off',
  level: 'note',
  severity: '2.7',
  precision: 'high',
  preset: 'recommended',
  area: 'oauth',
  why:
    'Without `AllowedOAuthFlowsUserPoolClient` grants, scopes, callbacks and sign-out URLs have no effect, ' +
    'so reviewers believe in settings that do nothing. One boolean later they are live, with every stale ' +
    'URL and grant that nobody looks at any more.',
  fix: 'Remove the lists, or switch OAuth on after fixing what this rule names.',
  whenAbsent: 'Where the switch is not set, OAuth is off, which is what this rule is about.',
  notReported: 'Clients with `ALLOW_CLIENT_TOKEN_AUTH` alone, which use `AllowedOAuthScopes` without the switch.',
  references: ['client', 'aws/aws-cdk#10311'],
  cwe: [1188],
  asvs: ['10.4.4', '15.2.3'],
  nist: ['CM-6', 'CM-7'],
  examples: {
    bad: {
      AllowedOAuthFlowsUserPoolClient: false,
      AllowedOAuthFlows: ['implicit'],
      CallbackURLs: ['https://old.acme.io/cb'],
    },
    good: { AllowedOAuthFlowsUserPoolClient: false },
  },
  remedy: () => ({
    settings: {
      AllowedOAuthFlows: undefined,
      AllowedOAuthScopes: undefined,
      CallbackURLs: undefined,
      LogoutURLs: undefined,
      DefaultRedirectURI: undefined,
    },
    risk: 'none: OAuth is off',
  }),
  *check({ client, effective }) {
    if (effective.oauth || effective.machine) return;
    const callbacks = new Set<string>();
    let settings = 0;
    let dormant = 0;
    for (const { member, path, value } of entries(client, ...MEMBERS)) {
      settings += 1;
      if (member === 'CallbackURLs') callbacks.add(value);
      else if (member === 'DefaultRedirectURI' && callbacks.has(value)) continue;
      const rules = rulesAgainst(member, value);
      if (rules.length === 0) continue;
      dormant += 1;
      const what = member === 'AllowedOAuthFlows' || member === 'AllowedOAuthScopes' ? value : shown(parseUri(value));
      yield {
        path,
        message: `${what} is dormant as OAuth is off; switched on, it would be reported by ${rules.join(', ')}.`,
      };
    }
    if (settings > 0 && dormant === 0) {
      yield {
        path: ['AllowedOAuthFlowsUserPoolClient'],
        message: 'OAuth settings are present and have no effect, as AllowedOAuthFlowsUserPoolClient is not true.',
      };
    }
  },
});

const MEMBERS = [
  'AllowedOAuthFlows',
  'AllowedOAuthScopes',
  'CallbackURLs',
  'DefaultRedirectURI',
  'LogoutURLs',
] as const;

/** The rules of level error or warning in `recommended` that would report a value if OAuth were on. */
function rulesAgainst(member: (typeof MEMBERS)[number], value: string): string[] {
  if (member === 'AllowedOAuthFlows') return value === 'implicit' ? ['oauth-implicit-grant'] : [];
  if (member === 'AllowedOAuthScopes')
    return value === 'aws.cognito.signin.user.admin' ? ['oauth-scope-user-admin'] : [];
  const uri = parseUri(value);
  const tests = member === 'LogoutURLs' ? LOGOUT_TESTS : CALLBACK_TESTS;
  return tests.filter(([, test]) => test(uri)).map(([rule]) => rule);
}

type RedirectTest = readonly [rule: string, test: (uri: Uri) => boolean];

const REDIRECT_TESTS: readonly RedirectTest[] = [
  ['redirect-invalid-uri', (uri) => invalidity(uri) !== undefined],
  ['redirect-wildcard', isPattern],
  ['redirect-idn-host', isLookalike],
];

const LOGOUT_TESTS: readonly RedirectTest[] = [['redirect-http-logout', isClearText], ...REDIRECT_TESTS];

const CALLBACK_TESTS: readonly RedirectTest[] = [
  ['redirect-http-callback', isClearText],
  ...REDIRECT_TESTS,
  ['redirect-private-host', isPrivate],
  ['redirect-custom-scheme-weak', isWeakApp],
  ['redirect-tunnel-host', isTunnel],
  ['redirect-placeholder-host', isPlaceholder],
];
