import { test } from 'vitest';
import rule from '../../src/rules/refresh-token-rotation-conflict.ts';
import { testRule } from '../../src/testing.ts';

const on = { RefreshTokenRotation: { Feature: 'ENABLED' } };
const listed = (index: number) =>
  [
    `/ExplicitAuthFlows/${index}`,
    'ALLOW_REFRESH_TOKEN_AUTH does not go together with refresh token rotation.',
  ] as const;
const implied = (cause: string) =>
  ['/ExplicitAuthFlows', `ExplicitAuthFlows ${cause}: that does not go together with refresh token rotation.`] as const;

testRule(
  rule,
  {
    valid: [
      {
        name: 'rotation without the refresh flow is right',
        client: { ...on, ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] },
      },
      {
        name: 'the refresh flow without rotation is right',
        client: { ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'] },
      },
      {
        name: 'the default flows without rotation are right',
        client: { RefreshTokenRotation: { Feature: 'DISABLED' } },
      },
      { name: 'without rotation flows of a wrong type are not read', client: { ExplicitAuthFlows: 7 } },
    ],
    invalid: [
      {
        name: 'the refresh flow is reported at its place',
        client: { ...on, ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
        problems: [listed(1)],
      },
      {
        name: 'absent flows have the refresh flow',
        client: on,
        problems: [implied('is not set, so the refresh flow is on')],
      },
      {
        name: 'an empty list is the default flows',
        client: { ...on, ExplicitAuthFlows: [] },
        problems: [implied('is not set, so the refresh flow is on')],
      },
      {
        name: 'a legacy value leaves the refresh flow on',
        client: { ...on, ExplicitAuthFlows: ['ADMIN_NO_SRP_AUTH'] },
        problems: [implied('has a legacy value, which leaves the refresh flow on')],
      },
      {
        name: 'custom authentication alone leaves it on, too',
        client: { ...on, ExplicitAuthFlows: ['CUSTOM_AUTH_FLOW_ONLY'] },
        problems: [implied('has a legacy value, which leaves the refresh flow on')],
      },
      {
        name: 'the known flow is reported beside one of a wrong type',
        client: { ...on, ExplicitAuthFlows: [7, 'ALLOW_REFRESH_TOKEN_AUTH'] },
        problems: [listed(1)],
      },
    ],
    unknown: [
      {
        name: 'flows of a wrong type leave it open',
        client: { ...on, ExplicitAuthFlows: 'ALLOW_REFRESH_TOKEN_AUTH' },
        field: 'ExplicitAuthFlows',
      },
      {
        name: 'a feature of tomorrow leaves it open',
        client: { RefreshTokenRotation: { Feature: 'STRICT' } },
        field: 'RefreshTokenRotation.Feature',
      },
    ],
  },
  test,
);
