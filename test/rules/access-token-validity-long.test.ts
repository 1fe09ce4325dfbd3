import { test } from 'vitest';
import rule from '../../src/rules/access-token-validity-long.ts';
import { testRule } from '../../src/testing.ts';

testRule(
  rule,
  {
    valid: [
      { name: 'absent is 1 hour, the limit', client: { ClientName: 'web' } },
      { name: 'null is 1 hour', client: { AccessTokenValidity: null } },
      { name: '0 is 1 hour', client: { AccessTokenValidity: 0 } },
      {
        name: 'an absent value is 1 hour whatever the unit says',
        client: { TokenValidityUnits: { AccessToken: 'days' } },
      },
      { name: '1 with no unit is 1 hour', client: { AccessTokenValidity: 1, TokenValidityUnits: {} } },
      {
        name: 'the limit in seconds passes',
        client: { AccessTokenValidity: 3600, TokenValidityUnits: { AccessToken: 'seconds' } },
      },
      {
        name: 'the limit in minutes passes',
        client: { AccessTokenValidity: 60, TokenValidityUnits: { AccessToken: 'minutes' } },
      },
      {
        name: 'the limit in hours passes',
        client: { AccessTokenValidity: 1, TokenValidityUnits: { AccessToken: 'hours' } },
      },
      {
        name: 'the unit of another token is not the unit of this one',
        client: { AccessTokenValidity: 1, TokenValidityUnits: { IdToken: 'days', RefreshToken: 'days' } },
      },
      {
        name: 'more than a day, which the service does not take, is another rule',
        client: { AccessTokenValidity: 25 },
      },
      {
        name: 'a machine client by its grant may have long tokens',
        client: {
          AllowedOAuthFlowsUserPoolClient: true,
          AllowedOAuthFlows: ['client_credentials'],
          AccessTokenValidity: 24,
        },
      },
      {
        name: 'a machine client by its flow may have long tokens',
        client: { ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH'], AccessTokenValidity: 24 },
      },
      {
        name: 'the option allows 8 hours',
        client: { AccessTokenValidity: 8 },
        options: { maxMinutes: 480 },
      },
      {
        name: 'a short life is decided before grants of a wrong type are read',
        client: { AccessTokenValidity: 1, AllowedOAuthFlowsUserPoolClient: 'yes' },
      },
      {
        name: 'a value out of range is decided before grants of a wrong type are read',
        client: { AccessTokenValidity: 48, AllowedOAuthFlowsUserPoolClient: 'yes' },
      },
    ],
    invalid: [
      {
        name: 'one second above the limit is reported',
        client: { AccessTokenValidity: 3601, TokenValidityUnits: { AccessToken: 'seconds' } },
        problems: [['/AccessTokenValidity', 'Access tokens live 3601 seconds; the limit is 60 minutes.']],
      },
      {
        name: 'one minute above the limit is reported',
        client: { AccessTokenValidity: 61, TokenValidityUnits: { AccessToken: 'minutes' } },
        problems: [['/AccessTokenValidity', 'Access tokens live 61 minutes; the limit is 60 minutes.']],
      },
      {
        name: '2 hours are reported',
        client: { AccessTokenValidity: 2, TokenValidityUnits: { AccessToken: 'hours' } },
        problems: [['/AccessTokenValidity', 'Access tokens live 2 hours; the limit is 60 minutes.']],
      },
      {
        name: '1 day, the longest that the service takes, is reported',
        client: { AccessTokenValidity: 1, TokenValidityUnits: { AccessToken: 'days' } },
        problems: [['/AccessTokenValidity', 'Access tokens live 1 day; the limit is 60 minutes.']],
      },
      {
        name: 'a value with no unit is in hours, and the message says so',
        client: { AccessTokenValidity: 3, TokenValidityUnits: { AccessToken: null } },
        problems: [
          [
            '/AccessTokenValidity',
            'Access tokens live 3 hours, as the unit is hours where none is set; the limit is 60 minutes.',
          ],
        ],
      },
      {
        name: 'with a lower limit the default is reported, though the value is absent',
        client: { ClientName: 'bank' },
        options: { maxMinutes: 15 },
        problems: [['/AccessTokenValidity', 'Access tokens live 1 hour, the default; the limit is 15 minutes.']],
      },
      {
        name: 'a client that has users beside client_credentials is reported',
        client: {
          AllowedOAuthFlowsUserPoolClient: true,
          AllowedOAuthFlows: ['code', 'client_credentials'],
          AccessTokenValidity: 2,
        },
        problems: [
          [
            '/AccessTokenValidity',
            'Access tokens live 2 hours, as the unit is hours where none is set; the limit is 60 minutes.',
          ],
        ],
      },
      {
        name: 'client_credentials with OAuth off makes no machine client',
        client: {
          AllowedOAuthFlows: ['client_credentials'],
          AccessTokenValidity: 120,
          TokenValidityUnits: { AccessToken: 'minutes' },
        },
        problems: [['/AccessTokenValidity', 'Access tokens live 120 minutes; the limit is 60 minutes.']],
      },
      {
        name: 'an update request is judged',
        client: { ClientId: '7abc', AccessTokenValidity: 90, TokenValidityUnits: { AccessToken: 'minutes' } },
        form: 'request',
        problems: [['/AccessTokenValidity', 'Access tokens live 90 minutes; the limit is 60 minutes.']],
      },
    ],
    unknown: [
      {
        name: 'a text is not read as a number',
        client: { AccessTokenValidity: '24' },
        field: 'AccessTokenValidity',
      },
      { name: 'a fraction is no lifetime', client: { AccessTokenValidity: 1.5 }, field: 'AccessTokenValidity' },
      {
        name: 'a unit that nobody knows leaves the life open',
        client: { AccessTokenValidity: 1, TokenValidityUnits: { AccessToken: 'weeks' } },
        field: 'TokenValidityUnits.AccessToken',
      },
      {
        name: 'a long life is open where the grants are of a wrong type',
        client: { AccessTokenValidity: 2, AllowedOAuthFlowsUserPoolClient: 'yes' },
        field: 'AllowedOAuthFlowsUserPoolClient',
      },
    ],
  },
  test,
);
