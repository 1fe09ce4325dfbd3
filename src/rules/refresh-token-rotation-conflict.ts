import { withoutRefreshFlow } from '../client/flows.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'refresh-token-rotation-conflict',
  title: 'Rotation is on but REFRESH_TOKEN_AUTH is still allowed',
  level: 'note',
  severity: '3.9',
  precision: 'high',
  preset: 'recommended',
  area: 'tokens',
  why:
    'AWS says that rotation "isn\'t compatible" with REFRESH_TOKEN_AUTH and that the flow must be disabled. ' +
    'Refreshes through InitiateAuth then fail, and the usual repair is to switch rotation off again.',
  fix: 'Remove `ALLOW_REFRESH_TOKEN_AUTH`. CDK L2 adds it when any flow is given: override the list.',
  whenAbsent: 'Where `ExplicitAuthFlows` is not set, the refresh flow is on by default, so it is reported.',
  references: ['refresh', 'hashicorp/terraform-provider-aws#47196', 'aws/aws-sdk-js-v3#7162'],
  cwe: [1188],
  asvs: ['10.4.5'],
  nist: ['CM-6'],
  examples: {
    bad: {
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      RefreshTokenRotation: { Feature: 'ENABLED' },
    },
    good: { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'], RefreshTokenRotation: { Feature: 'ENABLED' } },
  },
  remedy: ({ client }) => {
    const left = withoutRefreshFlow(client.ExplicitAuthFlows);
    if (left.length === 0) return 'no flow would be left, and an empty list means the default';
    return {
      settings: { ExplicitAuthFlows: left },
      risk: 'refreshes through InitiateAuth stop; GetTokensFromRefreshToken and the token endpoint go on',
      risky: true,
    };
  },
  *check({ client, effective }) {
    if (!effective.rotation) return;
    const index = client.ExplicitAuthFlows?.indexOf('ALLOW_REFRESH_TOKEN_AUTH') ?? -1;
    if (index !== -1) {
      yield {
        path: ['ExplicitAuthFlows', index],
        message: 'ALLOW_REFRESH_TOKEN_AUTH does not go together with refresh token rotation.',
        related: [['RefreshTokenRotation', 'Feature']],
      };
    } else if (effective.flows.has('REFRESH')) {
      const cause = client.ExplicitAuthFlows
        ? 'ExplicitAuthFlows has a legacy value, which leaves the refresh flow on'
        : 'ExplicitAuthFlows is not set, so the refresh flow is on';
      yield {
        path: ['ExplicitAuthFlows'],
        message: `${cause}: that does not go together with refresh token rotation.`,
        related: [['RefreshTokenRotation', 'Feature']],
      };
    }
  },
});
