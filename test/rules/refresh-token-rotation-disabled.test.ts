import { test } from 'vitest';
import rule from '../../src/rules/refresh-token-rotation-disabled.ts';
import { testRule } from '../../src/testing.ts';

const absent = [
  '/RefreshTokenRotation',
  'RefreshTokenRotation is not set, so refresh tokens are not rotated, and no client secret is reported.',
] as const;
const off = [
  '/RefreshTokenRotation/Feature',
  'RefreshTokenRotation.Feature is DISABLED, so refresh tokens are not rotated, and no client secret is reported.',
] as const;

testRule(
  rule,
  {
    valid: [
      {
        name: 'rotation that is on passes',
        client: { RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 } },
      },
      { name: 'a confidential client is not meant', client: { ClientSecret: '[REDACTED]' } },
      {
        name: 'a client whose secrets an audit listed is confidential',
        client: { ClientSecrets: [{ ClientSecretId: 'a--1' }] },
      },
      {
        name: 'a create request that generates a secret is confidential',
        form: 'request',
        client: { GenerateSecret: true },
      },
      {
        name: 'a machine client has no refresh tokens',
        client: { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['client_credentials'] },
      },
      {
        name: 'rotation that is on passes whatever the secret is',
        form: 'request',
        client: { ClientId: 'a1', RefreshTokenRotation: { Feature: 'ENABLED' } },
      },
    ],
    invalid: [
      { name: 'absent is off', client: { ClientName: 'web' }, problems: [absent] },
      { name: 'null is off', client: { RefreshTokenRotation: null }, problems: [absent] },
      {
        name: 'DISABLED is off',
        client: { RefreshTokenRotation: { Feature: 'DISABLED', RetryGracePeriodSeconds: 0 } },
        problems: [off],
      },
      {
        name: 'an empty secret is no secret',
        client: { ClientSecret: '', RefreshTokenRotation: { Feature: 'DISABLED' } },
        problems: [off],
      },
      {
        name: 'a create request without a secret is public',
        form: 'request',
        client: { GenerateSecret: false },
        problems: [absent],
      },
    ],
    unknown: [
      {
        name: 'an update request does not tell the secret',
        form: 'request',
        client: { ClientId: 'a1', AuthSessionValidity: 3 },
        field: 'ClientSecret',
      },
      {
        name: 'a feature of tomorrow is neither on nor off',
        client: { RefreshTokenRotation: { Feature: 'STRICT' } },
        field: 'RefreshTokenRotation.Feature',
      },
      {
        name: 'a wrong type is neither on nor off',
        client: { RefreshTokenRotation: 'ENABLED' },
        field: 'RefreshTokenRotation',
      },
    ],
  },
  test,
);
