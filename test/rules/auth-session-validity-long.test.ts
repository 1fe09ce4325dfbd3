import { test } from 'vitest';
import rule from '../../src/rules/auth-session-validity-long.ts';
import { testRule } from '../../src/testing.ts';

testRule(
  rule,
  {
    valid: [
      { name: 'absent is 3 minutes', client: { ClientName: 'web' } },
      { name: 'null is 3 minutes', client: { AuthSessionValidity: null } },
      { name: '0 is 3 minutes', client: { AuthSessionValidity: 0 } },
      { name: 'the shortest that the service takes', client: { AuthSessionValidity: 3 } },
      { name: 'the limit passes', client: { AuthSessionValidity: 10 } },
      {
        name: 'the option allows the longest that the service takes',
        client: { AuthSessionValidity: 15 },
        options: { maxMinutes: 15 },
      },
      {
        name: 'a machine client by its grant has no challenges',
        client: {
          AllowedOAuthFlowsUserPoolClient: true,
          AllowedOAuthFlows: ['client_credentials'],
          AuthSessionValidity: 15,
        },
      },
      {
        name: 'a machine client by its flow has no challenges',
        client: { ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH'], AuthSessionValidity: 15 },
      },
      {
        name: 'a short session decides before grants of a wrong type are read',
        client: { AuthSessionValidity: 3, AllowedOAuthFlowsUserPoolClient: 'yes' },
      },
    ],
    invalid: [
      {
        name: 'a minute above the limit is reported',
        client: { AuthSessionValidity: 11 },
        problems: [['/AuthSessionValidity', 'Challenges stay open for 11 minutes; the limit is 10.']],
      },
      {
        name: 'the longest that the service takes is reported',
        client: { AuthSessionValidity: 15 },
        problems: [['/AuthSessionValidity', 'Challenges stay open for 15 minutes; the limit is 10.']],
      },
      {
        name: 'a lower limit is kept',
        client: { AuthSessionValidity: 6 },
        options: { maxMinutes: 5 },
        problems: [['/AuthSessionValidity', 'Challenges stay open for 6 minutes; the limit is 5.']],
      },
      {
        name: 'client_credentials with OAuth off makes no machine client',
        client: { AllowedOAuthFlows: ['client_credentials'], AuthSessionValidity: 12 },
        problems: [['/AuthSessionValidity', 'Challenges stay open for 12 minutes; the limit is 10.']],
      },
      {
        name: 'an update request is judged',
        client: { ClientId: '7abc', AuthSessionValidity: 15 },
        form: 'request',
        problems: [['/AuthSessionValidity', 'Challenges stay open for 15 minutes; the limit is 10.']],
      },
    ],
    unknown: [
      {
        name: 'a text is not read as a number',
        client: { AuthSessionValidity: '15' },
        field: 'AuthSessionValidity',
      },
      { name: 'a fraction is no session', client: { AuthSessionValidity: 10.5 }, field: 'AuthSessionValidity' },
      {
        name: 'a long session is open where the grants are of a wrong type',
        client: { AuthSessionValidity: 15, AllowedOAuthFlowsUserPoolClient: 'yes' },
        field: 'AllowedOAuthFlowsUserPoolClient',
      },
    ],
  },
  test,
);
