import { test } from 'vitest';
import rule from '../../src/rules/token-validity-inverted.ts';
import { testRule } from '../../src/testing.ts';

const access = (life: string, refresh: string) =>
  ['/AccessTokenValidity', `Access tokens live ${life}, longer than refresh tokens: ${refresh}.`] as const;
const id = (life: string, refresh: string) =>
  ['/IdTokenValidity', `ID tokens live ${life}, longer than refresh tokens: ${refresh}.`] as const;
const units = { TokenValidityUnits: { AccessToken: 'hours', IdToken: 'hours', RefreshToken: 'hours' } };

testRule(
  rule,
  {
    valid: [
      { name: 'the defaults pass', client: { ClientName: 'web' } },
      {
        name: 'equal passes',
        client: { ...units, AccessTokenValidity: 2, IdTokenValidity: 2, RefreshTokenValidity: 2 },
      },
      {
        name: 'equal in other units passes',
        client: {
          AccessTokenValidity: 120,
          RefreshTokenValidity: 2,
          TokenValidityUnits: { AccessToken: 'minutes', RefreshToken: 'hours' },
        },
      },
      {
        name: 'a machine client has no refresh tokens',
        client: {
          AllowedOAuthFlowsUserPoolClient: true,
          AllowedOAuthFlows: ['client_credentials'],
          ...units,
          AccessTokenValidity: 3,
          RefreshTokenValidity: 2,
        },
      },
      { name: '0 is the default', client: { AccessTokenValidity: 0, RefreshTokenValidity: 0 } },
    ],
    invalid: [
      {
        name: 'an access token that lives longer is reported',
        client: { ...units, AccessTokenValidity: 3, RefreshTokenValidity: 2 },
        problems: [access('3 hours', '2 hours')],
      },
      {
        name: 'an ID token that lives longer is reported',
        client: { ...units, IdTokenValidity: 3, RefreshTokenValidity: 2 },
        problems: [id('3 hours', '2 hours')],
      },
      {
        name: 'both are reported',
        client: { ...units, AccessTokenValidity: 3, IdTokenValidity: 4, RefreshTokenValidity: 2 },
        problems: [access('3 hours', '2 hours'), id('4 hours', '2 hours')],
      },
      {
        name: 'a known ID token is reported beside an access token of a wrong type',
        client: { ...units, AccessTokenValidity: '3', IdTokenValidity: 3, RefreshTokenValidity: 2 },
        problems: [id('3 hours', '2 hours')],
        notEvaluated: 'AccessTokenValidity',
      },
    ],
    unknown: [
      {
        name: 'a refresh token of a wrong type leaves both open',
        client: { AccessTokenValidity: 3, RefreshTokenValidity: '2' },
        field: 'RefreshTokenValidity',
      },
      {
        name: 'a unit of tomorrow leaves it open',
        client: { AccessTokenValidity: 3, TokenValidityUnits: { AccessToken: 'weeks' } },
        field: 'TokenValidityUnits.AccessToken',
      },
    ],
  },
  test,
);
