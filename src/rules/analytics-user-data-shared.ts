import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'analytics-user-data-shared',
  title: 'User data is shared with Amazon Pinpoint',
  level: 'warning',
  severity: '4.4',
  precision: 'high',
  preset: 'recommended',
  area: 'analytics',
  why:
    'Cognito includes user data in its events, and Pinpoint makes endpoints from e-mail addresses and phone ' +
    'numbers. The copy may sit in another Region and outlive the user.',
  fix: '`UserDataShared: false`, or drop the configuration.',
  whenAbsent: 'Not set is false, which passes.',
  notReported: 'Campaigns with consent.',
  references: ['analytics', 'pinpoint'],
  cwe: [359],
  asvs: ['14.2.3'],
  nist: ['PT-2', 'PT-3', 'SA-9'],
  examples: {
    bad: { AnalyticsConfiguration: { ApplicationId: 'd70b2ba36a8c4dc5a04a0451a31a1e12', UserDataShared: true } },
    good: { AnalyticsConfiguration: { ApplicationId: 'd70b2ba36a8c4dc5a04a0451a31a1e12', UserDataShared: false } },
  },
  remedy: ({ client }) => ({
    settings: { AnalyticsConfiguration: { ...client.AnalyticsConfiguration, UserDataShared: false } },
    risk: 'Pinpoint gets no user data any more',
  }),
  *check({ client }) {
    if (client.AnalyticsConfiguration?.UserDataShared !== true) return;
    yield {
      path: ['AnalyticsConfiguration', 'UserDataShared'],
      message: 'UserDataShared is true, so events to Amazon Pinpoint include user data.',
    };
  },
});
