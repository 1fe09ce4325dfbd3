import { test } from 'vitest';
import rule from '../../src/rules/client-secret-rotation-unfinished.ts';
import { testRule } from '../../src/testing.ts';

const made = (...dates: unknown[]) => ({ ClientSecrets: dates.map((date) => ({ ClientSecretCreateDate: date })) });
const since = (day: string, limit = '30 days') =>
  `Two client secrets are active, the younger since ${day}; the limit is ${limit}.`;

testRule(
  rule,
  {
    valid: [
      { name: 'a client whose secrets nobody listed is not judged', client: { ClientSecret: '[REDACTED]' } },
      { name: 'an empty list passes', client: { ClientSecrets: [] } },
      { name: 'null passes', client: { ClientSecrets: null } },
      { name: 'a single secret is no rotation, however old', client: made(1500000000) },
      { name: 'a rotation in progress passes', client: made(1700000000, '2026-11-01T00:00:00Z') },
      { name: 'exactly 30 days pass', client: made(1700000000, '2026-10-24T00:00:00Z') },
      { name: 'a date in the future passes', client: made(1700000000, '2027-01-01T00:00:00Z') },
      { name: 'a secret without a date is not counted', client: made(1700000000, undefined) },
      {
        name: 'the option moves the limit',
        client: made(1700000000, '2026-09-01T00:00:00Z'),
        options: { maxDays: 90 },
      },
    ],
    invalid: [
      {
        name: 'a second past 30 days is reported, at the older secret',
        client: made(1700000000, '2026-10-23T23:59:59Z'),
        problems: [['/ClientSecrets/0/ClientSecretCreateDate', since('2026-10-23')]],
      },
      {
        name: 'the older secret is found in any order',
        client: made(1760000000, 1700000000),
        problems: [['/ClientSecrets/1/ClientSecretCreateDate', since('2025-10-09')]],
      },
      {
        name: 'epoch milliseconds are read as such',
        client: made(1700000000000, 1760000000000),
        problems: [['/ClientSecrets/0/ClientSecretCreateDate', since('2025-10-09')]],
      },
      {
        name: 'the option moves the limit down',
        client: made(1700000000, '2026-11-20T00:00:00Z'),
        options: { maxDays: 1 },
        problems: [['/ClientSecrets/0/ClientSecretCreateDate', since('2026-11-20', '1 day')]],
      },
    ],
    unknown: [
      { name: 'a text where the list belongs is unknown', client: { ClientSecrets: 'two' }, field: 'ClientSecrets' },
      {
        name: 'a date of a wrong type is unknown',
        client: made(1700000000, true),
        field: 'ClientSecrets.ClientSecretCreateDate',
      },
    ],
  },
  test,
);
