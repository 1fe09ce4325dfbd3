import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'analytics-pinpoint-retired',
  title: 'Client still points at Amazon Pinpoint, whose support ended on 30 October 2026',
  level: 'note',
  severity: '3.3',
  precision: 'high',
  preset: 'recommended',
  area: 'analytics',
  why:
    'The project can no longer be reached, yet the client keeps an IAM role and may keep sending events. ' +
    'Dead integrations with live permissions should go.',
  fix: 'Leave `AnalyticsConfiguration` out of the next complete update, which removes it, and delete the role.',
  whenAbsent: 'No configuration, or an empty one, passes.',
  notReported: "Pinpoint's SMS and OTP interfaces live on elsewhere and are not meant.",
  references: ['analytics', 'pinpoint', 'pinpoint-end'],
  cwe: [1104, 477],
  asvs: ['15.2.1'],
  nist: ['SA-22', 'CM-7'],
  examples: {
    bad: { AnalyticsConfiguration: { ApplicationArn: 'arn:aws:mobiletargeting:us-east-1:123456789012:apps/d70b2ba3' } },
    good: { ClientName: 'web', AnalyticsConfiguration: {} },
  },
  remedy: () => ({ settings: { AnalyticsConfiguration: undefined }, risk: 'no events are sent any more' }),
  *check({ client }) {
    const analytics = client.AnalyticsConfiguration;
    const member = analytics?.ApplicationArn
      ? 'ApplicationArn'
      : analytics?.ApplicationId
        ? 'ApplicationId'
        : undefined;
    if (!member) return;
    yield {
      path: ['AnalyticsConfiguration', member],
      message: `${member} names an Amazon Pinpoint project; support for Pinpoint ended on 30 October 2026.`,
    };
  },
});
