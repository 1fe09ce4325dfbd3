import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'client-secret-in-input',
  title: 'A scanned file holds a client secret in clear text',
  level: 'warning',
  severity: '6.9',
  precision: 'high',
  preset: 'recommended',
  area: 'secrets',
  why:
    'DescribeUserPoolClient returns the secret in clear, so saved output, Terraform state and plans are ' +
    "credentials. Whoever has the file can call the client's API, and for an M2M client get tokens.",
  fix:
    'Delete the value from the file and its history; rotate it: AddUserPoolClientSecret, switch the apps, ' +
    "DeleteUserPoolClientSecret. Export with `jq 'del(.UserPoolClient.ClientSecret)'`.",
  whenAbsent:
    'No secret, an empty one or a placeholder passes. The rule never sees the value: it is replaced by ' +
    '`[REDACTED]` when the file is read.',
  notReported:
    'Standard input and live audits, where the API always returns it; documented placeholders such as ' +
    '`CLIENT_SECRET`; encrypted state (an exception).',
  references: ['client', 'apps', 'add-secret'],
  cwe: [312, 540, 798],
  asvs: ['13.3.1', '13.3.2'],
  nist: ['IA-5(7)', 'SC-28'],
  examples: {
    bad: { ClientName: 'api', ClientSecret: '0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdef' },
    good: { ClientName: 'api', ClientSecret: '[REDACTED]' },
  },
  remedy: 'the value must be deleted from the file and its history, and the secret rotated',
  *check({ effective }) {
    const { secretExposedAt: path } = effective.facts;
    if (path) yield { path, message: 'The file holds the client secret in clear text.' };
  },
});
