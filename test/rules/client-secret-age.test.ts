import { test } from 'vitest';
import rule from '../../src/rules/client-secret-age.ts';
import { testRule } from '../../src/testing.ts';

const made = (ClientSecretCreateDate: unknown) => ({ ClientSecretId: '7abc--1790000000', ClientSecretCreateDate });

testRule(
  rule,
  {
    valid: [
      { name: 'secrets that nobody asked for are not judged', client: { ClientName: 'web' } },
      { name: 'null is not asked', client: { ClientSecrets: null } },
      { name: 'an empty list has no age', client: { ClientSecrets: [] } },
      {
        name: 'the age of the client is not the age of its secret',
        client: { CreationDate: '2019-01-22T00:00:00Z', ClientSecret: '[REDACTED]' },
      },
      { name: 'a secret of this year', client: { ClientSecrets: [made('2026-10-01T00:00:00Z')] } },
      { name: 'a date to come', client: { ClientSecrets: [made('2027-01-01T00:00:00Z')] } },
      {
        name: 'exactly the limit passes',
        client: { ClientSecrets: [made('2025-11-23T00:00:00Z')] },
      },
      { name: 'a secret without a date has no age', client: { ClientSecrets: [{ ClientSecretId: '7abc--1' }] } },
      { name: 'a null date is absent', client: { ClientSecrets: [made(null)] } },
      {
        name: 'the option allows two years',
        client: { ClientSecrets: [made('2024-12-01T00:00:00Z')] },
        options: { maxDays: 730 },
      },
      {
        name: 'what is old depends on the day',
        client: { ClientSecrets: [made('2019-01-22T00:00:00Z')] },
        today: '2019-06-01',
      },
    ],
    invalid: [
      {
        name: 'a second above the limit is reported',
        client: { ClientSecrets: [made('2025-11-22T23:59:59Z')] },
        problems: [
          ['/ClientSecrets/0/ClientSecretCreateDate', 'A client secret was made on 2025-11-22; the limit is 365 days.'],
        ],
      },
      {
        name: 'epoch seconds are read',
        client: { ClientSecrets: [made(1548108676)] },
        problems: [
          ['/ClientSecrets/0/ClientSecretCreateDate', 'A client secret was made on 2019-01-21; the limit is 365 days.'],
        ],
      },
      {
        name: 'epoch milliseconds are read',
        client: { ClientSecrets: [made(1548108676163)] },
        problems: [
          ['/ClientSecrets/0/ClientSecretCreateDate', 'A client secret was made on 2019-01-21; the limit is 365 days.'],
        ],
      },
      {
        name: 'each old secret is reported, and no other',
        client: {
          ClientSecrets: [made('2026-10-01T00:00:00Z'), made('2024-02-29T12:00:00+01:00'), made('2023-05-05')],
        },
        problems: [
          ['/ClientSecrets/1/ClientSecretCreateDate', 'A client secret was made on 2024-02-29; the limit is 365 days.'],
          ['/ClientSecrets/2/ClientSecretCreateDate', 'A client secret was made on 2023-05-05; the limit is 365 days.'],
        ],
      },
      {
        name: 'a lower limit is kept',
        client: { ClientSecrets: [made('2026-11-21T12:00:00Z')] },
        options: { maxDays: 1 },
        problems: [
          ['/ClientSecrets/0/ClientSecretCreateDate', 'A client secret was made on 2026-11-21; the limit is 1 day.'],
        ],
      },
      {
        name: 'the secret of a machine client is judged',
        client: {
          AllowedOAuthFlowsUserPoolClient: true,
          AllowedOAuthFlows: ['client_credentials'],
          ClientSecrets: [made('2020-01-01T00:00:00Z')],
        },
        problems: [
          ['/ClientSecrets/0/ClientSecretCreateDate', 'A client secret was made on 2020-01-01; the limit is 365 days.'],
        ],
      },
      {
        name: 'a known secret is reported beside an entry that is none',
        client: { ClientSecrets: [null, made('2020-01-01T00:00:00Z')] },
        problems: [
          ['/ClientSecrets/1/ClientSecretCreateDate', 'A client secret was made on 2020-01-01; the limit is 365 days.'],
        ],
        notEvaluated: 'ClientSecrets',
      },
    ],
    unknown: [
      { name: 'an object where the list belongs', client: { ClientSecrets: made(1) }, field: 'ClientSecrets' },
      { name: 'a list of texts', client: { ClientSecrets: ['7abc--1548108676'] }, field: 'ClientSecrets' },
      {
        name: 'a date of a wrong type',
        client: { ClientSecrets: [made(true)] },
        field: 'ClientSecrets.ClientSecretCreateDate',
      },
      {
        name: 'a number that is beyond all dates',
        client: { ClientSecrets: [made(-1e300)] },
        field: 'ClientSecrets.ClientSecretCreateDate',
      },
      {
        name: 'a text that is no date',
        client: { ClientSecrets: [made('last year')] },
        field: 'ClientSecrets.ClientSecretCreateDate',
      },
    ],
  },
  test,
);
