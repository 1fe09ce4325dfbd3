import { entries } from '../client/entries.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'oauth-implicit-grant',
  title: 'App client allows the OAuth 2.0 implicit grant',
  level: 'error',
  severity: '7.5',
  precision: 'very-high',
  preset: 'recommended',
  area: 'oauth',
  why:
    'With `response_type=token` Cognito puts the access and ID token into the URL fragment, where they ' +
    'reach the browser history, extensions, injected scripts and logs, and nothing binds them to the ' +
    'client. A listed `code` grant does not help, because the attacker picks the response type.',
  fix:
    'Ship the app with authorization code + PKCE (S256), then set `AllowedOAuthFlows` to `["code"]`; ' +
    'afterwards `response_type=token` fails. Cognito has no switch that demands PKCE of a public client, so ' +
    'the app must always send `code_challenge`. CDK L2: pass `oAuth.flows: { authorizationCodeGrant: true ' +
    '}`, because its default is implicit + code.',
  whenAbsent:
    'Not set allows no grant, which passes. Where the switch is not set, OAuth is off and ' +
    '`oauth-settings-inert` speaks instead.',
  notReported: 'Dormant clients. There is no harmless form: Cognito never answers with an ID token alone.',
  references: [
    'apps',
    'authorize',
    'pkce',
    'RFC 9700 §2.1.2',
    'RFC 9700 §4.1.2',
    'RFC 9700 §4.3.2',
    'RFC 10017',
    'RFC 6749 §10.16',
    'RFC 6819 §4.4.2',
  ],
  cwe: [522, 598],
  asvs: ['10.4.4', '10.4.6', '10.6.1'],
  nist: ['AC-6', 'SC-8', 'SC-23', 'CM-7'],
  examples: {
    bad: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code', 'implicit'],
      CallbackURLs: ['https://app.acme.io/cb'],
    },
    good: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://app.acme.io/cb'],
    },
  },
  remedy: ({ client }) => {
    const left = client.AllowedOAuthFlows?.filter((grant) => grant !== 'implicit') ?? [];
    return {
      settings: { AllowedOAuthFlows: left.length > 0 ? left : ['code'] },
      risk: 'sign-in with response_type=token stops',
      risky: true,
    };
  },
  *check({ client, effective }) {
    if (!effective.oauth) return;
    for (const { path, value } of entries(client, 'AllowedOAuthFlows')) {
      if (value === 'implicit')
        yield { path, message: 'AllowedOAuthFlows has implicit, so tokens are handed out in the URL.' };
    }
  },
});
