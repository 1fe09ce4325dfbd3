import { test } from 'vitest';
import rule from '../../src/rules/token-validity-unit-suspect.ts';
import { testRule } from '../../src/testing.ts';

const problem = (member: string, value: number) => {
  const [unit, meant] = member === 'RefreshTokenValidity' ? ['days', 'another unit'] : ['hours', 'minutes'];
  return [`/${member}`, `${member} is ${value} without a unit, so ${value} ${unit}; it looks like ${meant}.`] as const;
};

const suspects: readonly (readonly [member: string, ...values: readonly number[]])[] = [
  ['AccessTokenValidity', 5, 10, 15, 20],
  ['IdTokenValidity', 5, 10, 15, 20],
  ['RefreshTokenValidity', 60, 90, 120, 720, 1440],
];

testRule(
  rule,
  {
    valid: [
      { name: 'absent passes', client: { ClientName: 'web' } },
      { name: 'a usual number of hours passes', client: { AccessTokenValidity: 1, IdTokenValidity: 8 } },
      { name: 'the default of refresh tokens passes', client: { RefreshTokenValidity: 30 } },
      {
        name: 'with its unit it is meant',
        client: { AccessTokenValidity: 15, TokenValidityUnits: { AccessToken: 'minutes' } },
      },
      {
        name: 'with its unit it is meant, even if it is hours',
        client: { AccessTokenValidity: 15, TokenValidityUnits: { AccessToken: 'hours' } },
      },
      { name: '0 is the default', client: { AccessTokenValidity: 0 } },
    ],
    invalid: [
      {
        name: 'no unit is set where the units are empty',
        client: { AccessTokenValidity: 15, TokenValidityUnits: {} },
        problems: [problem('AccessTokenValidity', 15)],
      },
      ...suspects.flatMap(([member, ...values]) =>
        values.map(
          (value) =>
            ({
              name: `${member} ${value} without a unit is reported`,
              client: { [member]: value },
              problems: [problem(member, value)],
            }) as const,
        ),
      ),
      {
        name: 'the unit of another token is not its unit',
        client: { AccessTokenValidity: 20, TokenValidityUnits: { IdToken: 'minutes' } },
        problems: [problem('AccessTokenValidity', 20)],
      },
      {
        name: 'a known token is reported beside one of a wrong type',
        client: { AccessTokenValidity: '15', IdTokenValidity: 15 },
        problems: [problem('IdTokenValidity', 15)],
        notEvaluated: 'AccessTokenValidity',
      },
    ],
    unknown: [
      { name: 'a text is no lifetime', client: { RefreshTokenValidity: '60' }, field: 'RefreshTokenValidity' },
      {
        name: 'units of a wrong type leave it open',
        client: { RefreshTokenValidity: 60, TokenValidityUnits: 'days' },
        field: 'TokenValidityUnits',
      },
    ],
  },
  test,
);
