import { test } from 'vitest';
import rule from '../../src/rules/analytics-cross-account.ts';
import { testRule } from '../../src/testing.ts';

const PROJECT = 'arn:aws:mobiletargeting:us-east-1:111111111111:apps/a1';
const ROLE = 'arn:aws:iam::222222222222:role/events';
const MESSAGE =
  'The Pinpoint project is in account 111111111111, and the role that sends events to it in 222222222222.';

testRule(
  rule,
  {
    valid: [
      { name: 'no analytics', client: { ClientName: 'web' } },
      { name: 'null is no analytics', client: { AnalyticsConfiguration: null } },
      { name: 'an empty object is no analytics', client: { AnalyticsConfiguration: {} } },
      { name: 'a project without a role', client: { AnalyticsConfiguration: { ApplicationArn: PROJECT } } },
      {
        name: 'a role with an empty project ARN',
        client: { AnalyticsConfiguration: { RoleArn: ROLE, ApplicationArn: '' } },
      },
      {
        name: 'a role with a project by its id, which names no account',
        client: { AnalyticsConfiguration: { RoleArn: ROLE, ApplicationId: 'd70b2ba36a8c4dc5' } },
      },
      {
        name: 'one account for both',
        client: {
          AnalyticsConfiguration: { ApplicationArn: PROJECT, RoleArn: 'arn:aws:iam::111111111111:role/events' },
        },
      },
      {
        name: 'a placeholder for the role has no account to compare',
        client: { AnalyticsConfiguration: { ApplicationArn: PROJECT, RoleArn: 'ROLE_ARN' } },
      },
      {
        name: 'a placeholder for the project has no account to compare',
        client: {
          AnalyticsConfiguration: { ApplicationArn: 'arn:aws:mobiletargeting:us-east-1::apps/a1', RoleArn: ROLE },
        },
      },
      {
        name: 'no role decides before a project of a wrong type is read',
        client: { AnalyticsConfiguration: { ApplicationArn: 7 } },
      },
    ],
    invalid: [
      {
        name: 'two accounts are reported at the project, and both are named',
        client: { AnalyticsConfiguration: { ApplicationArn: PROJECT, RoleArn: ROLE } },
        problems: [['/AnalyticsConfiguration/ApplicationArn', MESSAGE]],
      },
      {
        name: 'other partitions have their account at the same place',
        client: {
          AnalyticsConfiguration: {
            ApplicationArn: 'arn:aws-us-gov:mobiletargeting:us-gov-west-1:111111111111:apps/a1',
            RoleArn: 'arn:aws-us-gov:iam::222222222222:role/events',
          },
        },
        problems: [['/AnalyticsConfiguration/ApplicationArn', MESSAGE]],
      },
      {
        name: 'an ExternalId makes no difference',
        client: {
          AnalyticsConfiguration: { ApplicationArn: PROJECT, RoleArn: ROLE, ExternalId: 'pool-web' },
        },
        problems: [['/AnalyticsConfiguration/ApplicationArn', MESSAGE]],
      },
      {
        name: 'a request is judged',
        client: { AnalyticsConfiguration: { ApplicationArn: PROJECT, RoleArn: ROLE } },
        form: 'request',
        problems: [['/AnalyticsConfiguration/ApplicationArn', MESSAGE]],
      },
    ],
    unknown: [
      {
        name: 'a configuration of a wrong type',
        client: { AnalyticsConfiguration: PROJECT },
        field: 'AnalyticsConfiguration',
      },
      {
        name: 'a role of a wrong type',
        client: { AnalyticsConfiguration: { ApplicationArn: PROJECT, RoleArn: [ROLE] } },
        field: 'AnalyticsConfiguration.RoleArn',
      },
      {
        name: 'a project of a wrong type',
        client: { AnalyticsConfiguration: { ApplicationArn: 7, RoleArn: ROLE } },
        field: 'AnalyticsConfiguration.ApplicationArn',
      },
    ],
  },
  test,
);
