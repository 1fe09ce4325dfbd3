import { test } from 'vitest';
import rule from '../../src/rules/analytics-role-external-id.ts';
import { testRule } from '../../src/testing.ts';

const ROLE = 'arn:aws:iam::123456789012:role/events';
const SERVICE_LINKED =
  'arn:aws:iam::123456789012:role/aws-service-role/cognito-idp.amazonaws.com/AWSServiceRoleForAmazonCognitoIdp';
const MESSAGE = 'ExternalId is not set, so Cognito assumes the analytics role without one.';

testRule(
  rule,
  {
    valid: [
      { name: 'no analytics', client: { ClientName: 'web' } },
      { name: 'null is no analytics', client: { AnalyticsConfiguration: null } },
      { name: 'an empty object is no analytics', client: { AnalyticsConfiguration: {} } },
      {
        name: 'no role: a project by its ARN goes with the service-linked role',
        client: {
          AnalyticsConfiguration: { ApplicationArn: 'arn:aws:mobiletargeting:us-east-1:123456789012:apps/a1' },
        },
      },
      {
        name: 'an empty role is no role',
        client: { AnalyticsConfiguration: { ApplicationId: 'd70b2ba36a8c4dc5', RoleArn: '' } },
      },
      {
        name: 'a role with an ExternalId',
        client: { AnalyticsConfiguration: { RoleArn: ROLE, ExternalId: 'pool-web' } },
      },
      { name: 'the service-linked role', client: { AnalyticsConfiguration: { RoleArn: SERVICE_LINKED } } },
      {
        name: 'no role decides before an ExternalId of a wrong type is read',
        client: { AnalyticsConfiguration: { ExternalId: 7 } },
      },
    ],
    invalid: [
      {
        name: 'a role without an ExternalId is reported',
        client: { AnalyticsConfiguration: { ApplicationId: 'd70b2ba36a8c4dc5', RoleArn: ROLE } },
        problems: [['/AnalyticsConfiguration/RoleArn', MESSAGE]],
      },
      {
        name: 'an empty ExternalId is none',
        client: { AnalyticsConfiguration: { RoleArn: ROLE, ExternalId: '' } },
        problems: [['/AnalyticsConfiguration/RoleArn', MESSAGE]],
      },
      {
        name: 'a null ExternalId is none',
        client: { AnalyticsConfiguration: { RoleArn: ROLE, ExternalId: null } },
        problems: [['/AnalyticsConfiguration/RoleArn', MESSAGE]],
      },
      {
        name: 'a role whose name sounds like the service-linked one is reported',
        client: {
          AnalyticsConfiguration: { RoleArn: 'arn:aws:iam::123456789012:role/AWSServiceRoleForAmazonCognitoIdp' },
        },
        problems: [['/AnalyticsConfiguration/RoleArn', MESSAGE]],
      },
      {
        name: 'a request is judged',
        client: { AnalyticsConfiguration: { RoleArn: ROLE } },
        form: 'request',
        problems: [['/AnalyticsConfiguration/RoleArn', MESSAGE]],
      },
    ],
    unknown: [
      {
        name: 'a configuration of a wrong type',
        client: { AnalyticsConfiguration: [ROLE] },
        field: 'AnalyticsConfiguration',
      },
      {
        name: 'a role of a wrong type',
        client: { AnalyticsConfiguration: { RoleArn: true } },
        field: 'AnalyticsConfiguration.RoleArn',
      },
      {
        name: 'an ExternalId of a wrong type',
        client: { AnalyticsConfiguration: { RoleArn: ROLE, ExternalId: 7 } },
        field: 'AnalyticsConfiguration.ExternalId',
      },
    ],
  },
  test,
);
