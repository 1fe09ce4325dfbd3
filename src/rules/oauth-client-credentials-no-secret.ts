import { entries } from '../client/entries.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'oauth-client-credentials-no-secret',
  title: 'Machine grant on a client without a secret',
  level: 'warning',
  severity: '5.5',
  precision: 'medium',
  preset: 'recommended',
  area: 'oauth',
  why:
    'RFC 6749 allows the grant to confidential clients only, and Cognito refuses it without a secret. A ' +
    'machine identity without a secret is an API key that anyone who knows the client id holds.',
  fix:
    'A new client with `GenerateSecret: true`: a secret cannot be added to a client that was created ' +
    'without one, and in templates the property replaces the client.',
  whenAbsent:
    'Without a machine grant it passes, whatever the secret. That no secret is reported is no proof that ' +
    'there is none.',
  notReported: 'Clients whose secret was added later (describe may omit it), inputs with the secret removed.',
  references: ['apps', 'add-secret', 'client-token', 'RFC 6749 §2.3', 'RFC 6749 §4.4', 'RFC 9700 §2.5'],
  cwe: [306],
  asvs: ['10.4.10', '13.2.1'],
  nist: ['IA-3', 'IA-9'],
  examples: {
    bad: { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['client_credentials'] },
    good: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['client_credentials'],
      ClientSecret: '[REDACTED]',
    },
  },
  remedy: 'a new client with a secret is needed: one cannot be given to a client that was made without',
  *check({ client, effective }) {
    const members = effective.oauth
      ? (['AllowedOAuthFlows', 'ExplicitAuthFlows'] as const)
      : (['ExplicitAuthFlows'] as const);
    for (const { path, value } of entries(client, ...members)) {
      const isMachineGrant = value === 'client_credentials' || value === 'ALLOW_CLIENT_TOKEN_AUTH';
      if (isMachineGrant && !effective.secret) {
        yield { path, message: `${value} is allowed, and no client secret is reported.` };
      }
    }
  },
});
