import { test } from 'vitest';
import rule from '../../src/rules/threat-context-without-secret.ts';
import { testRule } from '../../src/testing.ts';

const on = { EnablePropagateAdditionalUserContextData: true };
const problem = [
  '/EnablePropagateAdditionalUserContextData',
  'EnablePropagateAdditionalUserContextData is true, and no client secret is reported, without which it has no effect.',
] as const;

testRule(
  rule,
  {
    valid: [
      { name: 'absent is off', client: { ClientName: 'web' } },
      { name: 'null is off', client: { EnablePropagateAdditionalUserContextData: null } },
      { name: 'false is off', client: { EnablePropagateAdditionalUserContextData: false } },
      { name: 'a confidential client may', client: { ...on, ClientSecret: '[REDACTED]' } },
      {
        name: 'a create request that generates a secret may',
        form: 'request',
        client: { ...on, GenerateSecret: true },
      },
      {
        name: 'off is decided before the secret',
        form: 'request',
        client: { ClientId: 'a1', EnablePropagateAdditionalUserContextData: false },
      },
    ],
    invalid: [
      { name: 'a public client is reported', client: on, problems: [problem] },
      { name: 'an empty secret is no secret', client: { ...on, ClientSecret: '' }, problems: [problem] },
      { name: 'a create request without a secret is reported', form: 'request', client: on, problems: [problem] },
    ],
    unknown: [
      {
        name: 'an update request does not tell the secret',
        form: 'request',
        client: { ...on, ClientId: 'a1' },
        field: 'ClientSecret',
      },
      {
        name: 'a text is neither on nor off',
        client: { EnablePropagateAdditionalUserContextData: 'true' },
        field: 'EnablePropagateAdditionalUserContextData',
      },
    ],
  },
  test,
);
