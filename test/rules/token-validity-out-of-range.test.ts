import { test } from 'vitest';
import rule from '../../src/rules/token-validity-out-of-range.ts';
import { testRule } from '../../src/testing.ts';

const problem = (member: string, life: string) => {
  const range = member === 'RefreshTokenValidity' ? '60 minutes to 10 years' : '5 minutes to 1 day';
  return [`/${member}`, `${member} is ${life}; the service takes ${range}.`] as const;
};
const noUnit = (amount: string, unit: string) => `${amount}, as the unit is ${unit} where none is set`;

testRule(
  rule,
  {
    valid: [
      { name: 'the defaults pass', client: { ClientName: 'web' } },
      { name: '0 is the default', client: { AccessTokenValidity: 0, IdTokenValidity: 0, RefreshTokenValidity: 0 } },
      {
        name: 'the shortest that the service takes passes',
        client: {
          AccessTokenValidity: 300,
          IdTokenValidity: 5,
          RefreshTokenValidity: 60,
          TokenValidityUnits: { AccessToken: 'seconds', IdToken: 'minutes', RefreshToken: 'minutes' },
        },
      },
      {
        name: 'the longest that the service takes passes',
        client: {
          AccessTokenValidity: 24,
          IdTokenValidity: 1,
          RefreshTokenValidity: 3650,
          TokenValidityUnits: { IdToken: 'days' },
        },
      },
    ],
    invalid: [
      {
        name: 'a day and an hour of access is reported',
        client: { AccessTokenValidity: 25 },
        problems: [problem('AccessTokenValidity', noUnit('25 hours', 'hours'))],
      },
      {
        name: 'minutes that were written without their unit are hours',
        client: { AccessTokenValidity: 60, IdTokenValidity: 60 },
        problems: [
          problem('AccessTokenValidity', noUnit('60 hours', 'hours')),
          problem('IdTokenValidity', noUnit('60 hours', 'hours')),
        ],
      },
      {
        name: 'less than five minutes is reported',
        client: { IdTokenValidity: 299, TokenValidityUnits: { IdToken: 'seconds' } },
        problems: [problem('IdTokenValidity', '299 seconds')],
      },
      {
        name: 'less than an hour of refresh is reported',
        client: { RefreshTokenValidity: 59, TokenValidityUnits: { RefreshToken: 'minutes' } },
        problems: [problem('RefreshTokenValidity', '59 minutes')],
      },
      {
        name: 'more than ten years is reported',
        client: { RefreshTokenValidity: 3651 },
        problems: [problem('RefreshTokenValidity', noUnit('3651 days', 'days'))],
      },
      {
        name: 'a negative number is reported',
        client: { RefreshTokenValidity: -1 },
        problems: [problem('RefreshTokenValidity', noUnit('-1 days', 'days'))],
      },
      {
        name: 'a known token is reported beside one of a wrong type',
        client: { AccessTokenValidity: '60', IdTokenValidity: 60 },
        problems: [problem('IdTokenValidity', noUnit('60 hours', 'hours'))],
        notEvaluated: 'AccessTokenValidity',
      },
    ],
    unknown: [
      { name: 'a text is no lifetime', client: { RefreshTokenValidity: '30' }, field: 'RefreshTokenValidity' },
      {
        name: 'a unit of tomorrow leaves it open',
        client: { IdTokenValidity: 5, TokenValidityUnits: { IdToken: 'weeks' } },
        field: 'TokenValidityUnits.IdToken',
      },
    ],
  },
  test,
);
