import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'm2m-client-allows-user-auth',
  title: 'Machine-to-machine client still accepts user sign-in',
  level: 'warning',
  severity: '4.8',
  precision: 'high',
  preset: 'recommended',
  area: 'auth-flow',
  why:
    'An M2M client created without flows silently gets SRP, custom and refresh, with default attribute ' +
    "permissions. Whoever obtains the batch job's secret can also sign users up and in through a client " +
    'that nobody watches.',
  fix:
    'Set `["ALLOW_REFRESH_TOKEN_AUTH"]` (without effect for client_credentials), or exactly ' +
    '`["ALLOW_CLIENT_TOKEN_AUTH"]` for GetClientToken. [] means the defaults.',
  whenAbsent:
    'Where `ExplicitAuthFlows` is not set, SRP and custom sign-in are on, so it is reported. This is the ' +
    'usual case.',
  notReported: "One client that serves a back end's users and M2M on purpose: still worth splitting.",
  references: ['client', 'client-token', 'scopes', 'RFC 9700 §4.15'],
  cwe: [1188, 288],
  asvs: ['6.3.4', '10.4.4'],
  nist: ['AC-6', 'CM-7'],
  examples: {
    bad: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['client_credentials'],
      AllowedOAuthScopes: ['orders/read'],
      ClientSecret: '[REDACTED]',
    },
    good: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['client_credentials'],
      AllowedOAuthScopes: ['orders/read'],
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      ClientSecret: '[REDACTED]',
    },
  },
  remedy: ({ client, effective }) => {
    if (client.ExplicitAuthFlows?.includes('ALLOW_CLIENT_TOKEN_AUTH')) return 'machines and users need a client each';
    return {
      settings: {
        ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
        // A machine gets no refresh tokens, and rotation does not go together with the refresh flow.
        ...(effective.rotation && { RefreshTokenRotation: { Feature: 'DISABLED', RetryGracePeriodSeconds: 0 } }),
      },
      risk: 'users cannot sign in through the client any more',
      risky: true,
    };
  },
  *check({ effective }) {
    if (!effective.machine) return;
    const { userSignIn } = effective;
    if (userSignIn) {
      yield {
        path: ['ExplicitAuthFlows'],
        message: `The client is for machines, but users can sign in: ${userSignIn}.`,
      };
    }
  },
});
