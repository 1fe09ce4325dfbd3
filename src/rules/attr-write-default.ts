import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'attr-write-default',
  title: 'Users can write every attribute of the default set (WriteAttributes is not set)',
  level: 'warning',
  severity: '6.5',
  precision: 'medium',
  preset: 'pedantic',
  area: 'attributes',
  why:
    "A signed-in user's access token authorises UpdateUserAttributes for every writable attribute, and " +
    "SignUp takes them too, so `custom:role`, `custom:tenantId` and `email` are in the user's hands. It is " +
    'the best documented attack on Cognito.',
  fix:
    'List the least: for instance `["name", "locale"]`, the pool\'s required attributes and every attribute ' +
    'mapped from an identity provider (else federated sign-in fails). To allow nothing, list one harmless ' +
    'attribute. Keep authority in groups, or in a pre-token-generation trigger with its own data.',
  whenAbsent:
    'This rule is about the list that is not set; the service ignores an empty one (aws/aws-cdk#21835, ' +
    'hashicorp/terraform-provider-aws#28684). The API reference speaks of the standard attributes alone, ' +
    'the developer guide of the custom ones as well, and those reports agree with the guide.',
  notReported:
    'Machine clients. Pools without custom attributes that verify e-mail changes are not at risk, which ' +
    'only pool context shows; 85 of 100 real clients have no list, hence pedantic.',
  references: ['client', 'attributes', 'NotSoSecure', 'Doyensec', 'Truesec'],
  cwe: [915, 1188, 269],
  asvs: ['8.2.3', '8.1.2', '15.3.3'],
  nist: ['AC-3', 'AC-6'],
  examples: {
    bad: { ClientName: 'web', WriteAttributes: [] },
    good: { ClientName: 'web', WriteAttributes: ['name', 'locale'] },
  },
  remedy: 'which attributes the app and its identity providers must write, a person must decide',
  *check({ client, effective }) {
    if ((client.WriteAttributes ?? []).length > 0 || effective.machine) return;
    yield {
      path: ['WriteAttributes'],
      message:
        'WriteAttributes is not set, so users can write every standard attribute and, by the developer guide, every custom one.',
    };
  },
});
