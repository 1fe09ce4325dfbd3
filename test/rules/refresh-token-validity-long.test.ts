import { test } from 'vitest';
import rule from '../../src/rules/refresh-token-validity-long.ts';
import { testRule } from '../../src/testing.ts';

const tooLong = (text: string, limit = '30 days') =>
  ['/RefreshTokenValidity', `Refresh tokens live ${text}; the limit is ${limit}.`] as const;
const unit = (RefreshToken: string) => ({ TokenValidityUnits: { RefreshToken } });

testRule(
  rule,
  {
    valid: [
      { name: 'absent is 30 days, the limit', client: { ClientName: 'web' } },
      { name: '0 is 30 days', client: { RefreshTokenValidity: 0, ...unit('days') } },
      { name: 'null is 30 days', client: { RefreshTokenValidity: null } },
      { name: '30 without a unit is the limit', client: { RefreshTokenValidity: 30, TokenValidityUnits: {} } },
      { name: '43200 minutes are the limit', client: { RefreshTokenValidity: 43_200, ...unit('minutes') } },
      { name: '720 hours are the limit', client: { RefreshTokenValidity: 720, ...unit('hours') } },
      { name: '2592000 seconds are the limit', client: { RefreshTokenValidity: 2_592_000, ...unit('seconds') } },
      { name: 'more than ten years is another rule', client: { RefreshTokenValidity: 3651, ...unit('days') } },
      {
        name: 'a machine client has no refresh tokens',
        client: {
          AllowedOAuthFlowsUserPoolClient: true,
          AllowedOAuthFlows: ['client_credentials'],
          RefreshTokenValidity: 365,
        },
      },
      { name: 'the option allows a year', client: { RefreshTokenValidity: 365 }, options: { maxDays: 365 } },
    ],
    invalid: [
      {
        name: 'ten years are reported',
        client: { RefreshTokenValidity: 3650, ...unit('days') },
        problems: [tooLong('3650 days')],
      },
      {
        name: 'a number without a unit is days, and the message says so',
        client: { RefreshTokenValidity: 31 },
        problems: [tooLong('31 days, as the unit is days where none is set')],
      },
      {
        name: 'one minute above the limit is reported',
        client: { RefreshTokenValidity: 43_201, ...unit('minutes') },
        problems: [tooLong('43201 minutes')],
      },
      {
        name: 'one hour above the limit is reported',
        client: { RefreshTokenValidity: 721, ...unit('hours') },
        problems: [tooLong('721 hours')],
      },
      {
        name: 'one second above the limit is reported',
        client: { RefreshTokenValidity: 2_592_001, ...unit('seconds') },
        problems: [tooLong('2592001 seconds')],
      },
      {
        name: 'the default is reported where the option is shorter',
        client: { ClientName: 'web' },
        options: { maxDays: 1 },
        problems: [tooLong('30 days, the default', '1 day')],
      },
    ],
    unknown: [
      { name: 'a text is no lifetime', client: { RefreshTokenValidity: '3650' }, field: 'RefreshTokenValidity' },
      {
        name: 'a unit of tomorrow leaves it open',
        client: { RefreshTokenValidity: 3, ...unit('years') },
        field: 'TokenValidityUnits.RefreshToken',
      },
      {
        name: 'units of a wrong type leave it open',
        client: { RefreshTokenValidity: 3, TokenValidityUnits: 'days' },
        field: 'TokenValidityUnits',
      },
    ],
  },
  test,
);
