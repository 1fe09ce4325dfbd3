import type { AppClient } from '../client/app-client.ts';
import type { Effective } from '../client/effective.ts';
import { UnknownValue } from '../client/unknown.ts';
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

/** 2021-06-10, when revocation came: a client that was last changed before that has it off for certain. */
const REVOCATION_CAME = Date.UTC(2021, 5, 10) / 1000;

/** Members that are younger than revocation: an exporter that knows one of them knows revocation. */
const YOUNGER = [
  'AuthSessionValidity',
  'EnablePropagateAdditionalUserContextData',
  'RefreshTokenRotation',
  'ClientType',
] as const;

function stateOf(client: AppClient, effective: Effective): string {
  if (client.EnableTokenRevocation === false) return 'EnableTokenRevocation is false: stolen tokens cannot be revoked';
  const isCertain =
    effective.facts.live ||
    isKnown(() => (effective.lastModified ?? REVOCATION_CAME) < REVOCATION_CAME) ||
    YOUNGER.some((member) => isKnown(() => client[member] !== undefined));
  return isCertain
    ? 'EnableTokenRevocation is not set, so it is off: stolen tokens cannot be revoked'
    : 'EnableTokenRevocation is not in the description: it is off, or the AWS CLI that wrote the file was too old to show it';
}

/** Only words hang on the answer, so that what cannot be known is taken for false. */
function isKnown(test: () => boolean): boolean {
  try {
    return test();
  } catch (error) {
    if (error instanceof UnknownValue) return false;
    throw error;
  }
}
