import { describe, expect, test } from 'vitest';
import { epochSeconds, isoDay } from '../../src/client/time.ts';

describe('epochSeconds', () => {
  test.each([
    { name: 'seconds are taken as they are', date: 1_548_108_676, seconds: 1_548_108_676 },
    { name: 'parts of seconds are kept', date: 1_548_108_676.163, seconds: 1_548_108_676.163 },
    { name: '0 is the beginning of 1970', date: 0, seconds: 0 },
    { name: 'numbers below 0 are before 1970', date: -86_400, seconds: -86_400 },
    { name: '1e11 is the last number that is in seconds', date: 1e11, seconds: 1e11 },
    { name: 'one more is in milliseconds', date: 1e11 + 1, seconds: 100_000_000.001 },
    { name: 'milliseconds are divided', date: 1_609_687_287_123, seconds: 1_609_687_287.123 },
    { name: 'UTC', date: '2021-06-10T00:00:00Z', seconds: 1_623_283_200 },
    { name: 'an offset', date: '2021-06-10T02:00:00+02:00', seconds: 1_623_283_200 },
    { name: 'a day alone is its beginning in UTC', date: '2021-06-10', seconds: 1_623_283_200 },
    { name: 'microseconds are cut to milliseconds', date: '2021-06-10T00:00:00.123456Z', seconds: 1_623_283_200.123 },
    { name: 'the furthest moment in milliseconds', date: 8.64e15, seconds: 8.64e12 },
    { name: 'beyond it there is no date', date: 8.64e15 + 2, seconds: undefined },
    { name: 'the same before 1970', date: -8.64e12 - 1, seconds: undefined },
    { name: 'no number', date: Number.NaN, seconds: undefined },
    { name: 'without end', date: Number.POSITIVE_INFINITY, seconds: undefined },
    { name: 'a text that is no date', date: 'yesterday', seconds: undefined },
    { name: 'a month that there is not', date: '2021-13-01T00:00:00Z', seconds: undefined },
    { name: 'an empty text', date: '', seconds: undefined },
  ])('$name: $date', ({ date, seconds }) => {
    expect(epochSeconds(date)).toBe(seconds);
  });
});

describe('isoDay is the day in UTC', () => {
  test.each([
    [0, '1970-01-01'],
    [1_623_283_199.999, '2021-06-09'],
    [1_623_283_200, '2021-06-10'],
    [-1, '1969-12-31'],
  ])('%d is %s', (seconds, day) => {
    expect(isoDay(seconds)).toBe(day);
  });
});
