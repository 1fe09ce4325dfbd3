import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'idp-cognito-removed-api-open',
  title: 'Removing COGNITO from the identity providers does not stop local users',
  level: 'warning',
  severity: '5.3',
  precision: 'medium',
  preset: 'recommended',
  area: 'auth-flow',
  why:
    'The list only sets what managed login shows; AWS says that without COGNITO local users still sign in ' +
    'through the API and that only a WAF rule stops them. A client meant for SSO alone keeps a password ' +
    "path around the identity provider's MFA, conditional access and off-boarding.",
  fix:
    'Set `ExplicitAuthFlows` to `["ALLOW_REFRESH_TOKEN_AUTH"]`, set `AllowAdminCreateUserOnly` in the pool, ' +
    'block SignUp and InitiateAuth with WAF, set no passwords on federated profiles.',
  whenAbsent:
    'Where no providers are set, nothing is claimed and it passes. Where `ExplicitAuthFlows` is not set, ' +
    'SRP and custom sign-in are open, so it is reported.',
  notReported: 'Clients that offer SSO in managed login and SRP in the app on purpose.',
  references: ['client', 'waf'],
  cwe: [288],
  asvs: ['6.3.4', '6.8.1', '6.8.4'],
  nist: ['IA-2', 'AC-3', 'IA-8'],
  examples: {
    bad: {
      SupportedIdentityProviders: ['CorpSAML'],
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    },
    good: { SupportedIdentityProviders: ['CorpSAML'], ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'] },
  },
  remedy: 'whether local users sign in through the API on purpose, a person must decide',
  *check({ client, effective }) {
    const providers = client.SupportedIdentityProviders ?? [];
    if (providers.length === 0 || providers.includes('COGNITO') || effective.machine) return;
    const { userSignIn } = effective;
    if (userSignIn) {
      yield {
        path: ['SupportedIdentityProviders'],
        message: `SupportedIdentityProviders leaves COGNITO out, but local users can still sign in through the API: ${userSignIn}.`,
      };
    }
  },
});
