import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'analytics-role-external-id',
  title: 'Analytics role is assumed without an ExternalId',
  level: 'warning',
  severity: '4.1',
  precision: 'medium',
  preset: 'recommended',
  area: 'analytics',
  why:
    'A role that trusts cognito-idp.amazonaws.com without a condition can be used by Cognito on behalf of ' +
    "another account's pool. ExternalId is the field that the API offers against that.",
  fix: '`ApplicationArn` with the service-linked role, or an ExternalId that the trust policy demands.',
  whenAbsent: 'Without a role it passes: `ApplicationArn` uses the service-linked role.',
  notReported: 'Roles guarded by `aws:SourceArn`, which cannot be seen here.',
  references: ['analytics', 'external-id'],
  cwe: [441],
  asvs: ['13.2.2'],
  nist: ['AC-3', 'AC-6'],
  examples: {
    bad: {
      AnalyticsConfiguration: { ApplicationId: 'd70b2ba36a8c4dc5', RoleArn: 'arn:aws:iam::123456789012:role/pinpoint' },
    },
    good: {
      AnalyticsConfiguration: {
        ApplicationId: 'd70b2ba36a8c4dc5',
        RoleArn: 'arn:aws:iam::123456789012:role/pinpoint',
        ExternalId: 'pool-web',
      },
    },
  },
  remedy: 'the external ID must be one that the trust policy of the role demands',
  *check({ client }) {
    const analytics = client.AnalyticsConfiguration;
    if (!analytics?.RoleArn || analytics.ExternalId || analytics.RoleArn.includes(':role/aws-service-role/')) return;
    yield {
      path: ['AnalyticsConfiguration', 'RoleArn'],
      message: 'ExternalId is not set, so Cognito assumes the analytics role without one.',
    };
  },
});
