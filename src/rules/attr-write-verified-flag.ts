import { entries } from '../client/entries.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'attr-write-verified-flag',
  title: 'Users can write email_verified or phone_number_verified',
  level: 'error',
  severity: '7.3',
  precision: 'very-high',
  preset: 'recommended',
  area: 'attributes',
  why:
    'The flags decide aliases, password recovery and trust in the address, so a user must never set them. ' +
    'Cognito refuses such a list: the deployment fails, and the intent is wrong.',
  fix: 'Remove them; reading them is fine.',
  whenAbsent: 'Not set passes: the default never includes the flags.',
  references: ['attributes', 'aws/aws-cdk#20760'],
  cwe: [915, 345, 640],
  asvs: ['7.5.1', '8.2.3'],
  nist: ['AC-3', 'IA-5'],
  examples: {
    bad: { WriteAttributes: ['email', 'email_verified'] },
    good: { WriteAttributes: ['email'], ReadAttributes: ['email', 'email_verified'] },
  },
  remedy: ({ client }) => {
    const left = client.WriteAttributes?.filter((attribute) => !isVerifiedFlag(attribute)) ?? [];
    if (left.length === 0) return 'no attribute would be left, and an empty list means the default';
    return { settings: { WriteAttributes: left }, risk: 'none: Cognito never let users write it' };
  },
  *check({ client }) {
    for (const { path, value } of entries(client, 'WriteAttributes')) {
      if (isVerifiedFlag(value)) {
        yield { path, message: `WriteAttributes has ${value}, which users must never set.` };
      }
    }
  },
});

function isVerifiedFlag(attribute: string): boolean {
  return attribute === 'email_verified' || attribute === 'phone_number_verified';
}
