import { duration } from '../client/lifetimes.ts';
import { epochSeconds, isoDay } from '../client/time.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'client-secret-age',
  title: 'Client secret is old',
  level: 'warning',
  severity: '4.4',
  precision: 'high',
  preset: 'recommended',
  area: 'secrets',
  why:
    'A secret never expires in Cognito, and before secrets could be managed it could not be changed without ' +
    'a new client id, so old ones are still live. ASVS 13.3.4 asks for expiry and rotation.',
  fix:
    'AddUserPoolClientSecret, deploy, DeleteUserPoolClientSecret. Two secrets at most; the last cannot be ' +
    'deleted.',
  whenAbsent:
    'Without `ClientSecrets`, which only an audit has, there is nothing to judge. An audit that asked and ' +
    'was refused is not evaluated.',
  notReported:
    'DCR clients, which have no secret operations. The age of the client is not the age of the secret: no ' +
    'estimate is made.',
  references: ['list-secrets', 'add-secret', 'RFC 6819 §5.2.3.6'],
  cwe: [324, 262],
  asvs: ['13.3.4', '13.1.4'],
  nist: ['IA-5', 'SC-12'],
  examples: {
    bad: { ClientSecrets: [{ ClientSecretId: '1example23456789--1548108676', ClientSecretCreateDate: 1548108676 }] },
    good: { ClientSecrets: [{ ClientSecretId: '1example23456789--1790000000', ClientSecretCreateDate: 1790000000 }] },
  },
  options: { maxDays: 365 },
  remedy: 'a secret is rotated with AddUserPoolClientSecret and DeleteUserPoolClientSecret, while the apps switch',
  *check({ client, effective }, { maxDays }) {
    for (const [index, { ClientSecretCreateDate: date }] of (client.ClientSecrets ?? []).entries()) {
      const created = date === undefined ? undefined : epochSeconds(date);
      if (created === undefined || effective.facts.now - created <= maxDays * 86_400) continue;
      yield {
        path: ['ClientSecrets', index, 'ClientSecretCreateDate'],
        message: `A client secret was made on ${isoDay(created)}; the limit is ${duration(maxDays, 'days')}.`,
      };
    }
  },
});
