import { test } from 'vitest';
import rule from '../../src/rules/analytics-user-data-shared.ts';
import { testRule } from '../../src/testing.ts';

const MESSAGE = 'UserDataShared is true, so events to Amazon Pinpoint include user data.';

testRule(
  rule,
  {
    valid: [
      { name: 'no analytics', client: { ClientName: 'web' } },
      { name: 'null is no analytics', client: { AnalyticsConfiguration: null } },
      { name: 'an empty object is no analytics', client: { AnalyticsConfiguration: {} } },
      {
        name: 'an absent flag is false',
        client: { AnalyticsConfiguration: { ApplicationId: 'd70b2ba36a8c4dc5' } },
      },
      { name: 'a null flag is false', client: { AnalyticsConfiguration: { UserDataShared: null } } },
      { name: 'false', client: { AnalyticsConfiguration: { UserDataShared: false } } },
    ],
    invalid: [
      {
        name: 'true is reported',
        client: { AnalyticsConfiguration: { ApplicationId: 'd70b2ba36a8c4dc5', UserDataShared: true } },
        problems: [['/AnalyticsConfiguration/UserDataShared', MESSAGE]],
      },
      {
        name: 'true beside a member of a wrong type is reported',
        client: { AnalyticsConfiguration: { ApplicationId: 7, UserDataShared: true } },
        problems: [['/AnalyticsConfiguration/UserDataShared', MESSAGE]],
      },
      {
        name: 'an update request is judged',
        client: { ClientId: '7abc', AnalyticsConfiguration: { UserDataShared: true } },
        form: 'request',
        problems: [['/AnalyticsConfiguration/UserDataShared', MESSAGE]],
      },
    ],
    unknown: [
      {
        name: 'a text is not read as a boolean',
        client: { AnalyticsConfiguration: { UserDataShared: 'true' } },
        field: 'AnalyticsConfiguration.UserDataShared',
      },
      {
        name: 'a configuration of a wrong type',
        client: { AnalyticsConfiguration: 'on' },
        field: 'AnalyticsConfiguration',
      },
    ],
  },
  test,
);
