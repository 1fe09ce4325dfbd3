import { test } from 'vitest';
import rule from '../../src/rules/analytics-pinpoint-retired.ts';
import { testRule } from '../../src/testing.ts';

const PROJECT = 'arn:aws:mobiletargeting:us-east-1:123456789012:apps/d70b2ba3';

testRule(
  rule,
  {
    valid: [
      { name: 'no analytics', client: { ClientName: 'web' } },
      { name: 'null is no analytics', client: { AnalyticsConfiguration: null } },
      { name: 'an empty object is no analytics', client: { AnalyticsConfiguration: {} } },
      {
        name: 'empty texts name no project',
        client: { AnalyticsConfiguration: { ApplicationArn: '', ApplicationId: null } },
      },
      {
        name: 'a role alone names no project',
        client: { AnalyticsConfiguration: { RoleArn: 'arn:aws:iam::123456789012:role/events' } },
      },
    ],
    invalid: [
      {
        name: 'a project by its ARN is reported',
        client: { AnalyticsConfiguration: { ApplicationArn: PROJECT } },
        problems: [
          [
            '/AnalyticsConfiguration/ApplicationArn',
            'ApplicationArn names an Amazon Pinpoint project; support for Pinpoint ended on 30 October 2026.',
          ],
        ],
      },
      {
        name: 'a project by its id is reported',
        client: { AnalyticsConfiguration: { ApplicationArn: null, ApplicationId: 'd70b2ba36a8c4dc5' } },
        problems: [
          [
            '/AnalyticsConfiguration/ApplicationId',
            'ApplicationId names an Amazon Pinpoint project; support for Pinpoint ended on 30 October 2026.',
          ],
        ],
      },
      {
        name: 'a project by both is reported once, at the ARN',
        client: { AnalyticsConfiguration: { ApplicationId: 'd70b2ba36a8c4dc5', ApplicationArn: PROJECT } },
        problems: [
          [
            '/AnalyticsConfiguration/ApplicationArn',
            'ApplicationArn names an Amazon Pinpoint project; support for Pinpoint ended on 30 October 2026.',
          ],
        ],
      },
      {
        name: 'the ARN decides before an id of a wrong type is read',
        client: { AnalyticsConfiguration: { ApplicationArn: PROJECT, ApplicationId: 7 } },
        problems: [
          [
            '/AnalyticsConfiguration/ApplicationArn',
            'ApplicationArn names an Amazon Pinpoint project; support for Pinpoint ended on 30 October 2026.',
          ],
        ],
      },
      {
        name: 'an update request is judged, as it would keep the configuration',
        client: { ClientId: '7abc', AnalyticsConfiguration: { ApplicationArn: PROJECT } },
        form: 'request',
        problems: [
          [
            '/AnalyticsConfiguration/ApplicationArn',
            'ApplicationArn names an Amazon Pinpoint project; support for Pinpoint ended on 30 October 2026.',
          ],
        ],
      },
    ],
    unknown: [
      {
        name: 'a configuration of a wrong type',
        client: { AnalyticsConfiguration: true },
        field: 'AnalyticsConfiguration',
      },
      {
        name: 'a project id of a wrong type',
        client: { AnalyticsConfiguration: { ApplicationId: 7 } },
        field: 'AnalyticsConfiguration.ApplicationId',
      },
    ],
  },
  test,
);
