import { duration } from '../client/lifetimes.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'refresh-token-rotation-grace-long',
  title: 'A rotated-out refresh token stays usable for long',
  level: 'note',
  severity: '2.9',
  precision: 'high',
  preset: 'recommended',
  area: 'tokens',
  why:
    'In the grace period the old token still works, so a thief who refreshes within it gets a valid child ' +
    "token. The maximum is 60 seconds; AWS's own example uses 10.",
  fix: '10 seconds or 0; let the app refresh one request at a time.',
  whenAbsent: 'Not set is taken for 0, which passes.',
  notReported: 'Unreliable mobile networks: raise the option.',
  references: ['rotation', 'refresh', 'RFC 9700 §4.14.2'],
  cwe: [294],
  asvs: ['10.4.5'],
  nist: ['SC-23'],
  examples: {
    bad: { RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 60 } },
    good: { RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 } },
  },
  options: { maxSeconds: 30 },
  remedy: ({ client }, { maxSeconds }) => ({
    settings: {
      RefreshTokenRotation: {
        ...client.RefreshTokenRotation,
        RetryGracePeriodSeconds: Math.max(0, Math.min(10, Math.floor(maxSeconds))),
      },
    },
    risk: 'an app that refreshes twice at once may have to sign in again',
  }),
  *check({ effective }, { maxSeconds }) {
    if (!effective.rotation || effective.rotationGraceSeconds <= maxSeconds) return;
    yield {
      path: ['RefreshTokenRotation', 'RetryGracePeriodSeconds'],
      message: `A rotated-out refresh token works for ${duration(effective.rotationGraceSeconds, 'seconds')} more; the limit is ${duration(maxSeconds, 'seconds')}.`,
    };
  },
});
