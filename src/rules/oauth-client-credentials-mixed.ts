import { entries } from '../client/entries.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'oauth-client-credentials-mixed',
  title: 'client_credentials is combined with a user grant',
  level: 'warning',
  severity: '5.0',
  precision: 'high',
  preset: 'recommended',
  area: 'oauth',
  why:
    'Cognito demands `client_credentials` as "the only allowed OAuth flow", so the deployment fails. The ' +
    'intent is wrong as well: one client id and secret would carry machine and user authority, and resource ' +
    'servers could not tell them apart.',
  fix: 'Two clients: one with `client_credentials` alone, a secret and custom scopes; one for users with `code`.',
  whenAbsent: 'Not set passes. The switch does not matter: such a list is a defect before anything is deployed.',
  references: ['client', 'RFC 6749 §4.4', 'RFC 9700 §4.15'],
  cwe: [269],
  asvs: ['10.4.4', '10.4.11'],
  nist: ['AC-5', 'AC-6'],
  examples: {
    bad: { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code', 'client_credentials'] },
    good: { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['client_credentials'] },
  },
  remedy: 'machines and users need a client each',
  *check({ client }) {
    const userGrant = client.AllowedOAuthFlows?.find((grant) => grant !== 'client_credentials');
    if (userGrant === undefined) return;
    for (const { path, value } of entries(client, 'AllowedOAuthFlows')) {
      if (value === 'client_credentials')
        yield { path, message: `client_credentials stands beside ${userGrant}, but Cognito takes it alone.` };
    }
  },
});
