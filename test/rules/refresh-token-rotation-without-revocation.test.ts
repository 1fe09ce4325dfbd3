import { test } from 'vitest';
import rule from '../../src/rules/refresh-token-rotation-without-revocation.ts';
import { testRule } from '../../src/testing.ts';

const on = { RefreshTokenRotation: { Feature: 'ENABLED' } };
const problem = [
  '/EnableTokenRevocation',
  'Refresh tokens are rotated, but a replayed one cannot be revoked, as EnableTokenRevocation is false.',
] as const;

testRule(
  rule,
  {
    valid: [
      { name: 'rotation with revocation is right', client: { ...on, EnableTokenRevocation: true } },
      { name: 'absent revocation is another rule', client: on },
      { name: 'null is absent', client: { ...on, EnableTokenRevocation: null } },
      { name: 'without rotation revocation is another rule', client: { EnableTokenRevocation: false } },
      {
        name: 'DISABLED is no rotation',
        client: { RefreshTokenRotation: { Feature: 'DISABLED' }, EnableTokenRevocation: false },
      },
    ],
    invalid: [
      {
        name: 'rotation without revocation is reported',
        client: { ...on, EnableTokenRevocation: false },
        problems: [problem],
      },
      {
        name: 'a confidential client as well',
        client: { ...on, EnableTokenRevocation: false, ClientSecret: '[REDACTED]' },
        problems: [problem],
      },
      {
        name: 'a request as well',
        form: 'request',
        client: { ...on, ClientId: 'a1', EnableTokenRevocation: false },
        problems: [problem],
      },
    ],
    unknown: [
      {
        name: 'a text is neither true nor false',
        client: { ...on, EnableTokenRevocation: 'false' },
        field: 'EnableTokenRevocation',
      },
      {
        name: 'a feature of tomorrow leaves it open',
        client: { RefreshTokenRotation: { Feature: 'STRICT' }, EnableTokenRevocation: false },
        field: 'RefreshTokenRotation.Feature',
      },
    ],
  },
  test,
);
