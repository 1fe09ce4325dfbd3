import { entries } from '../client/entries.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'oauth-scope-user-admin',
  title: 'OAuth tokens carry aws.cognito.signin.user.admin',
  level: 'warning',
  severity: '5.4',
  precision: 'medium',
  preset: 'recommended',
  area: 'oauth',
  why:
    'The scope lets the bearer of any leaked access token read and change the account: attributes, password ' +
    '(with the old one), MFA preference, passkeys, deletion. A request that names no scope gets all scopes ' +
    'of the client, so listing it puts it into every default token.',
  fix:
    'Remove it unless the app itself calls the token-authorised user pools API; ask for `openid email` and ' +
    'narrow custom scopes. SDK sign-in always yields this scope, so tighten `WriteAttributes` too.',
  whenAbsent: 'Not set passes.',
  notReported:
    'Apps that call UpdateUserAttributes or GlobalSignOut with hosted sign-in tokens need it: an exception ' +
    'with a reason.',
  references: ['scopes', 'authorize', 'RFC 9700 §2.3', 'RFC 6819 §5.1.5.1'],
  cwe: [272, 269],
  asvs: ['10.4.11', '10.2.3'],
  nist: ['AC-6'],
  examples: {
    bad: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'aws.cognito.signin.user.admin'],
    },
    good: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'email'],
    },
  },
  remedy: ({ client }) => {
    const left = client.AllowedOAuthScopes?.filter((scope) => scope !== 'aws.cognito.signin.user.admin') ?? [];
    if (left.length === 0) return 'no scope would be left; which the app needs, a person must decide';
    return {
      settings: { AllowedOAuthScopes: left },
      risk: 'calls of the user pools API with tokens of managed login stop',
      risky: true,
    };
  },
  *check({ client, effective }) {
    if (!effective.oauth) return;
    for (const { path, value } of entries(client, 'AllowedOAuthScopes')) {
      if (value === 'aws.cognito.signin.user.admin') {
        yield {
          path,
          message:
            'AllowedOAuthScopes has aws.cognito.signin.user.admin, so a leaked access token can change the account.',
        };
      }
    }
  },
});
