import { test } from 'vitest';
import rule from '../../src/rules/id-token-validity-long.ts';
import { testRule } from '../../src/testing.ts';

const hoursByDefault = ', as the unit is hours where none is set';
const live = (text: string, limit = '60 minutes') => `ID tokens live ${text}; the limit is ${limit}.`;

testRule(
  rule,
  {
    valid: [
      { name: 'absent is 1 hour', client: { ClientName: 'web' } },
      { name: '0 is the default', client: { IdTokenValidity: 0 } },
      { name: 'null is the default', client: { IdTokenValidity: null } },
      { name: '1 without a unit is an hour, which is the limit', client: { IdTokenValidity: 1 } },
      { name: '60 minutes are the limit', client: { IdTokenValidity: 60, TokenValidityUnits: { IdToken: 'minutes' } } },
      {
        name: '3600 seconds are the limit',
        client: { IdTokenValidity: 3600, TokenValidityUnits: { IdToken: 'seconds' } },
      },
      {
        name: 'a unit without a value leaves the default of 1 hour',
        client: { TokenValidityUnits: { IdToken: 'days' } },
      },
      {
        name: 'more than a day is out of range, which is another rule',
        client: { IdTokenValidity: 2, TokenValidityUnits: { IdToken: 'days' } },
      },
      { name: 'the access token is another rule', client: { AccessTokenValidity: 24 } },
      {
        name: 'a client of client_credentials gets no ID tokens',
        client: {
          IdTokenValidity: 24,
          AllowedOAuthFlowsUserPoolClient: true,
          AllowedOAuthFlows: ['client_credentials'],
        },
      },
      {
        name: 'a client of GetClientToken gets no ID tokens',
        client: { IdTokenValidity: 24, ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH'] },
      },
      { name: 'the option moves the limit', client: { IdTokenValidity: 8 }, options: { maxMinutes: 480 } },
    ],
    invalid: [
      {
        name: 'a number without a unit is hours',
        client: { IdTokenValidity: 24 },
        problems: [['/IdTokenValidity', live(`24 hours${hoursByDefault}`)]],
      },
      {
        name: 'units of another token and an empty unit leave it in hours',
        client: { IdTokenValidity: 2, TokenValidityUnits: { AccessToken: 'minutes', IdToken: '' } },
        problems: [['/IdTokenValidity', live(`2 hours${hoursByDefault}`)]],
      },
      {
        name: '61 minutes are reported',
        client: { IdTokenValidity: 61, TokenValidityUnits: { IdToken: 'minutes' } },
        problems: [['/IdTokenValidity', live('61 minutes')]],
      },
      {
        name: 'a day is within the range and reported',
        client: { IdTokenValidity: 1, TokenValidityUnits: { IdToken: 'days' } },
        problems: [['/IdTokenValidity', live('1 day')]],
      },
      {
        name: 'the default may exceed an option',
        client: { IdTokenValidity: 0, TokenValidityUnits: { IdToken: 'minutes' } },
        options: { maxMinutes: 30 },
        problems: [['/IdTokenValidity', live('1 hour, the default', '30 minutes')]],
      },
      {
        name: 'a create request is judged alike',
        form: 'request',
        client: { IdTokenValidity: 12 },
        problems: [['/IdTokenValidity', live(`12 hours${hoursByDefault}`)]],
      },
      {
        name: 'an update request is judged alike',
        form: 'request',
        client: { ClientId: 'abc', IdTokenValidity: 12 },
        problems: [['/IdTokenValidity', live(`12 hours${hoursByDefault}`)]],
      },
    ],
    unknown: [
      { name: 'a lifetime as text is unknown', client: { IdTokenValidity: '24' }, field: 'IdTokenValidity' },
      {
        name: 'a unit that nobody knows is unknown',
        client: { IdTokenValidity: 24, TokenValidityUnits: { IdToken: 'weeks' } },
        field: 'TokenValidityUnits.IdToken',
      },
      {
        name: 'whether a client is a machine is unknown with its switch',
        client: { IdTokenValidity: 24, AllowedOAuthFlowsUserPoolClient: 1 },
        field: 'AllowedOAuthFlowsUserPoolClient',
      },
    ],
  },
  test,
);
