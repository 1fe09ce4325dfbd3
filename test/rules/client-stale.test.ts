import { test } from 'vitest';
import rule from '../../src/rules/client-stale.ts';
import { testRule } from '../../src/testing.ts';

const lastChanged = (day: string, limit = '730 days') =>
  `The client was last changed on ${day}; the limit is ${limit}.`;

testRule(
  rule,
  {
    valid: [
      { name: 'a client without a date passes', client: { ClientName: 'web' } },
      { name: 'a date of null passes', client: { LastModifiedDate: null } },
      { name: 'an empty date passes', client: { LastModifiedDate: '' } },
      { name: 'a recent date passes', client: { LastModifiedDate: '2026-10-01T00:00:00Z' } },
      { name: 'a recent number of seconds passes', client: { LastModifiedDate: 1790000000.5 } },
      { name: 'recent milliseconds pass', client: { LastModifiedDate: 1790000000000 } },
      { name: 'exactly 730 days pass', client: { LastModifiedDate: '2024-11-23T00:00:00Z' } },
      { name: 'a date in the future passes', client: { LastModifiedDate: '2030-01-01T00:00:00Z' } },
      { name: 'an old creation alone is no fault', client: { CreationDate: 1500000000 } },
      {
        name: 'the option moves the limit',
        client: { LastModifiedDate: '2020-01-01T00:00:00Z' },
        options: { maxDays: 3650 },
      },
      { name: 'the day of the run decides', client: { LastModifiedDate: 1548108676.163 }, today: '2019-06-01' },
    ],
    invalid: [
      {
        name: 'seconds are reported',
        client: { LastModifiedDate: 1548108676.163 },
        problems: [['/LastModifiedDate', lastChanged('2019-01-21')]],
      },
      {
        name: 'milliseconds are reported',
        client: { LastModifiedDate: 1548108676163 },
        problems: [['/LastModifiedDate', lastChanged('2019-01-21')]],
      },
      {
        name: 'a second past 730 days is reported, on the day of UTC',
        client: { LastModifiedDate: '2024-11-23T01:59:59+02:00' },
        problems: [['/LastModifiedDate', lastChanged('2024-11-22')]],
      },
      {
        name: 'the start of the epoch is a date',
        client: { LastModifiedDate: 0 },
        problems: [['/LastModifiedDate', lastChanged('1970-01-01')]],
      },
      {
        name: 'the option moves the limit down',
        client: { LastModifiedDate: '2026-11-20T00:00:00Z' },
        options: { maxDays: 1 },
        problems: [['/LastModifiedDate', lastChanged('2026-11-20', '1 day')]],
      },
    ],
    unknown: [
      {
        name: 'a text that is no date is unknown',
        client: { LastModifiedDate: 'last spring' },
        field: 'LastModifiedDate',
      },
      {
        name: 'a number that no calendar has is unknown',
        client: { LastModifiedDate: -1e300 },
        field: 'LastModifiedDate',
      },
      { name: 'a wrong type is unknown', client: { LastModifiedDate: [1548108676] }, field: 'LastModifiedDate' },
    ],
  },
  test,
);
