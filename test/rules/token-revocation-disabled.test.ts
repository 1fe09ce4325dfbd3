import { test } from 'vitest';
import rule from '../../src/rules/token-revocation-disabled.ts';
import { testRule } from '../../src/testing.ts';

const says = (message: string) => ['/EnableTokenRevocation', message] as const;
const off = says('EnableTokenRevocation is false: stolen tokens cannot be revoked.');
const certain = says('EnableTokenRevocation is not set, so it is off: stolen tokens cannot be revoked.');
const bothCauses = says(
  'EnableTokenRevocation is not in the description: it is off, or the AWS CLI that wrote the file was too old to show it.',
);
const machine = { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['client_credentials'] };

testRule(
  rule,
  {
    valid: [
      { name: 'true passes', client: { EnableTokenRevocation: true } },
      {
        name: 'true passes whatever the grants are',
        client: { EnableTokenRevocation: true, AllowedOAuthFlowsUserPoolClient: 7 },
      },
      {
        name: 'absent in a create request is on',
        form: 'request',
        client: { ClientName: 'web', GenerateSecret: true },
      },
      { name: 'a machine client has no refresh tokens', client: { ...machine, EnableTokenRevocation: false } },
    ],
    invalid: [
      { name: 'false is reported', client: { EnableTokenRevocation: false }, problems: [off] },
      {
        name: 'false is reported in a create request',
        form: 'request',
        client: { EnableTokenRevocation: false, GenerateSecret: true },
        problems: [off],
      },
      {
        name: 'false is reported in an update request',
        form: 'request',
        client: { EnableTokenRevocation: false, ClientId: 'a1' },
        problems: [off],
      },
      {
        name: 'absent from a description may have two causes, and both are named',
        client: { ClientName: 'web' },
        problems: [bothCauses],
      },
      { name: 'null is absent', client: { EnableTokenRevocation: null }, problems: [bothCauses] },
      {
        name: 'a client from before revocation has it off for certain',
        client: { LastModifiedDate: '2021-06-09T23:59:59Z' },
        problems: [certain],
      },
      {
        name: 'one from the day that it came may have either cause',
        client: { LastModifiedDate: '2021-06-10T00:00:00Z' },
        problems: [bothCauses],
      },
      {
        name: 'a younger member shows that the exporter knew it: AuthSessionValidity',
        client: { AuthSessionValidity: 3 },
        problems: [certain],
      },
      {
        name: 'a younger member shows that the exporter knew it: EnablePropagateAdditionalUserContextData',
        client: { EnablePropagateAdditionalUserContextData: false },
        problems: [certain],
      },
      {
        name: 'a younger member shows that the exporter knew it: ClientType',
        client: { ClientType: 'REGULAR' },
        problems: [certain],
      },
      {
        name: 'a date that cannot be read changes the words alone',
        client: { LastModifiedDate: 'yesterday' },
        problems: [bothCauses],
      },
    ],
    unknown: [
      {
        name: 'absent from an update request is neither',
        form: 'request',
        client: { ClientId: 'a1', AuthSessionValidity: 3 },
        field: 'EnableTokenRevocation',
      },
      {
        name: 'a text is neither true nor false',
        client: { EnableTokenRevocation: 'false' },
        field: 'EnableTokenRevocation',
      },
      {
        name: 'grants of a wrong type leave open whether there are users',
        client: { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: 'code', EnableTokenRevocation: false },
        field: 'AllowedOAuthFlows',
      },
    ],
  },
  test,
);
