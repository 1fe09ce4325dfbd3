import { test } from 'vitest';
import rule from '../../src/rules/attr-write-contact-identity.ts';
import { testRule } from '../../src/testing.ts';

testRule(
  rule,
  {
    valid: [
      { name: 'an absent list is another rule', client: { ClientName: 'web' } },
      { name: 'null is absent', client: { WriteAttributes: null } },
      { name: 'an empty list is absent', client: { WriteAttributes: [] } },
      { name: 'other standard attributes', client: { WriteAttributes: ['name', 'locale', 'email_verified'] } },
      {
        name: 'names are compared whole: a custom email is no address of the user',
        client: { WriteAttributes: ['custom:email', 'EMAIL'] },
      },
      { name: 'reading them is fine', client: { WriteAttributes: ['name'], ReadAttributes: ['email'] } },
      {
        name: 'a machine client has no users',
        client: { ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH'], WriteAttributes: ['email'] },
      },
    ],
    invalid: [
      {
        name: 'each of the three is reported',
        client: { WriteAttributes: ['preferred_username', 'name', 'phone_number', 'email'] },
        problems: [
          ['/WriteAttributes/0', 'WriteAttributes has preferred_username, so users can change it themselves.'],
          ['/WriteAttributes/2', 'WriteAttributes has phone_number, so users can change it themselves.'],
          ['/WriteAttributes/3', 'WriteAttributes has email, so users can change it themselves.'],
        ],
      },
      {
        name: 'an entry that stands twice is reported at its first place',
        client: { WriteAttributes: ['name', 'email', 'email'] },
        problems: [['/WriteAttributes/1', 'WriteAttributes has email, so users can change it themselves.']],
      },
      {
        name: 'client_credentials with OAuth off makes no machine client',
        client: { AllowedOAuthFlows: ['client_credentials'], WriteAttributes: ['email'] },
        problems: [['/WriteAttributes/0', 'WriteAttributes has email, so users can change it themselves.']],
      },
      {
        name: 'a known entry is reported beside one of a wrong type',
        client: { WriteAttributes: [true, 'email'] },
        problems: [['/WriteAttributes/1', 'WriteAttributes has email, so users can change it themselves.']],
        notEvaluated: 'WriteAttributes',
      },
      {
        name: 'a request is judged',
        client: { WriteAttributes: ['phone_number'] },
        form: 'request',
        problems: [['/WriteAttributes/0', 'WriteAttributes has phone_number, so users can change it themselves.']],
      },
    ],
    unknown: [
      {
        name: 'a text where the list belongs',
        client: { WriteAttributes: 'email' },
        field: 'WriteAttributes',
      },
      {
        name: 'an address is open where the grants are of a wrong type',
        client: { WriteAttributes: ['email'], AllowedOAuthFlowsUserPoolClient: 'yes' },
        field: 'AllowedOAuthFlowsUserPoolClient',
      },
    ],
  },
  test,
);
