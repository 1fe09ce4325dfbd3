import type { AppClient } from '../client/app-client.ts';
import type { Effective } from '../client/effective.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'token-revocation-disabled',
  title: 'Token revocation is off',
  level: 'warning',
  severity: '5.4',
  precision: 'high',
  preset: 'recommended',
  area: 'tokens',
  why:
    'Without it RevokeToken and `/oauth2/revoke` do nothing for the client, and tokens lack `origin_jti` ' +
    'and `jti`, so one stolen session cannot be ended. GlobalSignOut and disabling the user remain, which ' +
    'are all or nothing.',
  fix:
    'Set `EnableTokenRevocation: true`. Tokens grow by two claims. APIs that verify JWTs offline accept ' +
    'access tokens until `exp`, so keep those short.',
  whenAbsent:
    'Off in a description, since the service returns it; on in a template, a plan or a create request, ' +
    'where a new client gets it; not evaluated in an update request, for which AWS states no default. An ' +
    'AWS CLI from before June 2021 drops it, so the message names that as another cause unless the ' +
    'description shows that it is younger.',
  notReported: 'Machine clients (no refresh tokens).',
  references: ['client', 'revocation', 'RFC 7009', 'RFC 9700 §4.14.2', 'RFC 6819 §5.2.2.4'],
  cwe: [613],
  asvs: ['10.4.9', '7.4.1'],
  nist: ['AC-12', 'SC-23(1)', 'IA-11'],
  examples: {
    bad: { ClientName: 'web', EnableTokenRevocation: false },
    good: { ClientName: 'web', EnableTokenRevocation: true },
  },
  remedy: () => ({ settings: { EnableTokenRevocation: true }, risk: 'tokens grow by two claims' }),
  *check({ client, effective }) {
    if (client.EnableTokenRevocation === true || effective.machine || effective.revocation) return;
    yield { path: ['EnableTokenRevocation'], message: `${stateOf(client, effective)}.` };
  },
});

function stateOf({ EnableTokenRevocation: reported }: AppClient, { exporterKnowsRevocation }: Effective): string {
  if (reported === false) return 'EnableTokenRevocation is false: stolen tokens cannot be revoked';
  return exporterKnowsRevocation
    ? 'EnableTokenRevocation is not set, so it is off: stolen tokens cannot be revoked'
    : 'EnableTokenRevocation is not in the description: it is off, or the AWS CLI that wrote the file was too old to show it';
}
