import { describe, expect, test } from 'vitest';
import type { AppClient } from '../../src/client/app-client.ts';
import { duration, lifetime, lifetimeSettings, rangeText, type Token } from '../../src/client/lifetimes.ts';

/** A client with one lifetime. */
function withLife(token: Token, value?: number, unit?: string): AppClient {
  return {
    ...(value !== undefined && { [`${token}TokenValidity`]: value }),
    ...(unit !== undefined && { TokenValidityUnits: { [`${token}Token`]: unit } }),
  };
}

const UNITS = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;
const DEFAULTS = [
  { token: 'Access', seconds: 3600, text: '1 hour, the default', unit: 'hours' },
  { token: 'Id', seconds: 3600, text: '1 hour, the default', unit: 'hours' },
  { token: 'Refresh', seconds: 2_592_000, text: '30 days, the default', unit: 'days' },
] as const;

describe.each(DEFAULTS)('the $token token', ({ token, seconds, text, unit }) => {
  test.each([
    { name: 'an absent value is the default', client: {} },
    { name: 'no units are the default', client: { TokenValidityUnits: {} } },
    { name: '0 is the default', client: withLife(token, 0) },
    { name: 'an absent value is the default whatever the unit says', client: withLife(token, undefined, 'seconds') },
    { name: '0 is the default whatever the unit says', client: withLife(token, 0, 'seconds') },
  ])('$name', ({ client }) => {
    expect(lifetime(client, token)).toEqual({ seconds, inRange: true, text });
  });

  test(`a value with no unit is in ${unit}, and the text says so`, () => {
    const expected = { seconds: 3 * UNITS[unit], text: `3 ${unit}, as the unit is ${unit} where none is set` };
    for (const units of [undefined, {}, { [`${token === 'Id' ? 'Access' : 'Id'}Token`]: 'seconds' }]) {
      const client = { ...withLife(token, 3), ...(units && { TokenValidityUnits: units }) };
      expect(lifetime(client, token)).toMatchObject(expected);
    }
  });

  test.each(Object.entries(UNITS))('a value in %s counts %d seconds each', (name, each) => {
    expect(lifetime(withLife(token, 7, name), token)).toMatchObject({ seconds: 7 * each, text: `7 ${name}` });
    expect(lifetime(withLife(token, 1, name), token)).toMatchObject({ seconds: each, text: `1 ${name.slice(0, -1)}` });
  });

  test('a unit that there is not gives no life that is in range or above a limit', () => {
    const { seconds: none, inRange } = lifetime(withLife(token, 1, 'weeks'), token);
    expect([none, inRange, none > 0]).toEqual([Number.NaN, false, false]);
  });
});

describe('a limit of the service is within it', () => {
  test.each<[Token, low: number, high: number]>([
    ['Access', 300, 86_400],
    ['Id', 300, 86_400],
    ['Refresh', 3600, 315_360_000],
  ])('%s: %d to %d seconds', (token, low, high) => {
    const isIn = (value: number) => lifetime(withLife(token, value, 'seconds'), token).inRange;
    expect([low - 1, low, high, high + 1, -low].map(isIn)).toEqual([false, true, true, false, false]);
  });

  test('in words', () => {
    expect([rangeText('Access'), rangeText('Id'), rangeText('Refresh')]).toEqual([
      '5 minutes to 1 day',
      '5 minutes to 1 day',
      '60 minutes to 10 years',
    ]);
  });
});

describe('duration', () => {
  test.each([
    [1, 'days', '1 day'],
    [2, 'days', '2 days'],
    [0, 'seconds', '0 seconds'],
    [0.5, 'hours', '0.5 hours'],
    [-1, 'hours', '-1 hours'],
  ])('%d %s: %s', (value, unit, expected) => {
    expect(duration(value, unit)).toBe(expected);
  });
});

describe('lifetimeSettings takes the largest unit that expresses the life', () => {
  test.each([
    { seconds: 2_592_000, value: 30, unit: 'days' },
    { seconds: 43_200, value: 12, unit: 'hours' },
    { seconds: 900, value: 15, unit: 'minutes' },
    { seconds: 3601, value: 3601, unit: 'seconds' },
    { seconds: 466.62, value: 466, unit: 'seconds' },
    { seconds: 3600.5, value: 1, unit: 'hours' },
  ])('$seconds seconds are $value $unit', ({ seconds, value, unit }) => {
    expect(lifetimeSettings({}, 'Refresh', seconds)).toEqual({
      RefreshTokenValidity: value,
      TokenValidityUnits: { RefreshToken: unit },
    });
  });

  test('the units of the other tokens stay', () => {
    const client = { TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'seconds' } };
    expect(lifetimeSettings(client, 'Id', 3600)).toEqual({
      IdTokenValidity: 1,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'hours' },
    });
  });

  test('what is set is what is read', () => {
    for (const seconds of [300, 3600, 5400, 86_400]) {
      expect(lifetime(lifetimeSettings({}, 'Access', seconds), 'Access').seconds).toBe(seconds);
    }
  });
});
