import { test } from 'vitest';
import rule from '../../src/rules/attr-write-verified-flag.ts';
import { testRule } from '../../src/testing.ts';

testRule(
  rule,
  {
    valid: [
      { name: 'the default never has the flags', client: { ClientName: 'web' } },
      { name: 'null is the default', client: { WriteAttributes: null } },
      { name: 'an empty list is the default', client: { WriteAttributes: [] } },
      { name: 'the addresses themselves', client: { WriteAttributes: ['email', 'phone_number'] } },
      {
        name: 'reading the flags is fine',
        client: { WriteAttributes: ['email'], ReadAttributes: ['email_verified', 'phone_number_verified'] },
      },
      {
        name: 'names are compared whole: a custom flag is another rule',
        client: { WriteAttributes: ['custom:email_verified'] },
      },
    ],
    invalid: [
      {
        name: 'each flag is reported',
        client: { WriteAttributes: ['email', 'email_verified', 'phone_number_verified'] },
        problems: [
          ['/WriteAttributes/1', 'WriteAttributes has email_verified, which users must never set.'],
          ['/WriteAttributes/2', 'WriteAttributes has phone_number_verified, which users must never set.'],
        ],
      },
      {
        name: 'an entry that stands twice is reported at its first place',
        client: { WriteAttributes: ['email_verified', 'email', 'email_verified'] },
        problems: [['/WriteAttributes/0', 'WriteAttributes has email_verified, which users must never set.']],
      },
      {
        name: 'a machine client is reported, too: the list is refused whoever uses it',
        client: { ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH'], WriteAttributes: ['email_verified'] },
        problems: [['/WriteAttributes/0', 'WriteAttributes has email_verified, which users must never set.']],
      },
      {
        name: 'a known entry is reported beside one of a wrong type',
        client: { WriteAttributes: [7, 'email_verified'] },
        problems: [['/WriteAttributes/1', 'WriteAttributes has email_verified, which users must never set.']],
        notEvaluated: 'WriteAttributes',
      },
      {
        name: 'a request is judged',
        client: { WriteAttributes: ['phone_number_verified'] },
        form: 'request',
        problems: [['/WriteAttributes/0', 'WriteAttributes has phone_number_verified, which users must never set.']],
      },
    ],
    unknown: [
      {
        name: 'a text where the list belongs is not searched',
        client: { WriteAttributes: 'email_verified' },
        field: 'WriteAttributes',
      },
      {
        name: 'an entry of a wrong type may be anything',
        client: { WriteAttributes: ['email', 7] },
        field: 'WriteAttributes',
      },
    ],
  },
  test,
);
