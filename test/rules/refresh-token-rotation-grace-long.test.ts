import { test } from 'vitest';
import rule from '../../src/rules/refresh-token-rotation-grace-long.ts';
import { testRule } from '../../src/testing.ts';

const grace = (RetryGracePeriodSeconds: unknown, Feature = 'ENABLED') => ({
  RefreshTokenRotation: { Feature, RetryGracePeriodSeconds },
});
const tooLong = (seconds: string, limit = '30 seconds') =>
  [
    '/RefreshTokenRotation/RetryGracePeriodSeconds',
    `A rotated-out refresh token works for ${seconds} more; the limit is ${limit}.`,
  ] as const;

testRule(
  rule,
  {
    valid: [
      { name: 'the limit passes', client: grace(30) },
      { name: "AWS's own example passes", client: grace(10) },
      { name: '0 passes', client: grace(0) },
      { name: 'absent is 0', client: { RefreshTokenRotation: { Feature: 'ENABLED' } } },
      { name: 'null is 0', client: grace(null) },
      { name: 'grace without rotation means nothing', client: grace(60, 'DISABLED') },
      { name: 'no rotation at all', client: { ClientName: 'web' } },
      { name: 'the option allows a minute', client: grace(60), options: { maxSeconds: 60 } },
    ],
    invalid: [
      { name: 'one second above the limit is reported', client: grace(31), problems: [tooLong('31 seconds')] },
      { name: 'the longest that the service takes is reported', client: grace(60), problems: [tooLong('60 seconds')] },
      {
        name: 'the option forbids any grace',
        client: grace(1),
        options: { maxSeconds: 0 },
        problems: [tooLong('1 second', '0 seconds')],
      },
    ],
    unknown: [
      {
        name: 'a text is no number of seconds',
        client: grace('60'),
        field: 'RefreshTokenRotation.RetryGracePeriodSeconds',
      },
      {
        name: 'a feature of tomorrow leaves it open',
        client: grace(60, 'STRICT'),
        field: 'RefreshTokenRotation.Feature',
      },
    ],
  },
  test,
);
