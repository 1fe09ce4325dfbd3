import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'analytics-cross-account',
  title: 'Analytics role and project are in different accounts',
  level: 'note',
  severity: '2.9',
  precision: 'medium',
  preset: 'pedantic',
  area: 'analytics',
  why: 'User events leave the account. That can be wanted, but it should be known.',
  fix: "Keep both in the pool's account.",
  whenAbsent: 'Where either ARN is missing there is nothing to compare.',
  notReported: 'Central marketing accounts.',
  references: ['analytics'],
  cwe: [200],
  asvs: ['14.2.3'],
  nist: ['AC-20', 'SA-9'],
  examples: {
    bad: {
      AnalyticsConfiguration: {
        ApplicationArn: 'arn:aws:mobiletargeting:us-east-1:111111111111:apps/a1',
        RoleArn: 'arn:aws:iam::222222222222:role/x',
      },
    },
    good: {
      AnalyticsConfiguration: {
        ApplicationArn: 'arn:aws:mobiletargeting:us-east-1:111111111111:apps/a1',
        RoleArn: 'arn:aws:iam::111111111111:role/x',
      },
    },
  },
  remedy: 'which account the events belong to, a person must decide',
  *check({ client }) {
    const analytics = client.AnalyticsConfiguration;
    const roleAccount = accountOf(analytics?.RoleArn);
    const projectAccount = roleAccount && accountOf(analytics?.ApplicationArn);
    if (!projectAccount || projectAccount === roleAccount) return;
    yield {
      path: ['AnalyticsConfiguration', 'ApplicationArn'],
      message: `The Pinpoint project is in account ${projectAccount}, and the role that sends events to it in ${roleAccount}.`,
    };
  },
});

/** Of what is no ARN, a placeholder for instance, nothing is known. */
function accountOf(arn: string | undefined): string | undefined {
  return arn?.split(':')[4];
}
