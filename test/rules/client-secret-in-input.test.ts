import { test } from 'vitest';
import rule from '../../src/rules/client-secret-in-input.ts';
import { testRule } from '../../src/testing.ts';

const SECRET = '1k5p0v3jq8h2m7c9d4f6g0s1n5r8t2w7x3y6z9a4b1c5d8e2f7g';
const problemAt = (pointer: string) => [pointer, 'The file holds the client secret in clear text.'] as const;
const PROBLEM = problemAt('/ClientSecret');

testRule(
  rule,
  {
    valid: [
      { name: 'no secret', client: { ClientName: 'api' } },
      { name: 'null is no secret', client: { ClientSecret: null } },
      { name: 'an empty text is no secret', client: { ClientSecret: '' } },
      { name: 'a redacted secret', client: { ClientSecret: '[REDACTED]' } },
      { name: 'the placeholder of the AWS CLI manual', client: { ClientSecret: 'CLIENT_SECRET' } },
      { name: 'an example, whatever its length', client: { ClientSecret: '9exampleexampleexampleexample1234' } },
      { name: 'a word that says that it is none', client: { ClientSecret: 'Change_Me_changeme_0123456789abcd' } },
      { name: 'one character again and again', client: { ClientSecret: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' } },
      { name: 'four characters again and again', client: { ClientSecret: '0123012301230123012301230123' } },
      { name: 'a text of 23 characters is too short', client: { ClientSecret: SECRET.slice(0, 23) } },
      {
        name: 'a text of 65 characters is too long',
        client: { ClientSecret: SECRET.slice(0, 50) + SECRET.slice(0, 15) },
      },
      { name: 'a text with spaces is none', client: { ClientSecret: 'ask the platform team for it 42' } },
      { name: 'standard input is no file', client: { ClientSecret: SECRET }, stdin: true },
      {
        name: 'the ids and dates of secrets are none',
        client: { ClientSecrets: [{ ClientSecretId: `${SECRET}--1790000000`, ClientSecretCreateDate: 1790000000 }] },
      },
      { name: 'a secret of a wrong type is not taken for one', client: { ClientSecret: 7 } },
    ],
    invalid: [
      { name: 'a secret is reported, and not shown', client: { ClientSecret: SECRET }, problems: [PROBLEM] },
      {
        name: 'a text of 24 characters may be a secret',
        client: { ClientSecret: SECRET.slice(0, 24) },
        problems: [PROBLEM],
      },
      {
        name: 'a text of 64 characters may be a secret',
        client: { ClientSecret: SECRET.slice(0, 50) + SECRET.slice(0, 14) },
        problems: [PROBLEM],
      },
      {
        name: 'a secret that was chosen may have other characters of its alphabet',
        client: { ClientSecret: 'Kq_7+Wm_2+Zx_9+Rt_4+Pv_6' },
        problems: [PROBLEM],
      },
      {
        name: 'the value of a second secret is reported where it stands',
        client: { ClientSecrets: [{ ClientSecretId: '7abc--1790000000', ClientSecretValue: SECRET }] },
        problems: [problemAt('/ClientSecrets/0/ClientSecretValue')],
      },
      {
        name: 'so it is beside one that was taken out',
        client: {
          ClientSecret: '[REDACTED]',
          ClientSecrets: [{ ClientSecretId: '7abc--1790000000' }, { ClientSecretValue: SECRET }],
        },
        problems: [problemAt('/ClientSecrets/1/ClientSecretValue')],
      },
      {
        name: 'one that stands bare among others is reported at their list',
        client: { ClientSecrets: [{ ClientSecretId: '7abc--1790000000' }, SECRET] },
        problems: [problemAt('/ClientSecrets')],
      },
      {
        name: 'so it is beside one that does not',
        client: { ClientSecrets: ['a', { ClientSecretValue: SECRET }] },
        problems: [problemAt('/ClientSecrets/1/ClientSecretValue')],
      },
      {
        name: 'of several the first is reported',
        client: { ClientSecrets: [{ ClientSecretValue: SECRET }], ClientSecret: SECRET },
        problems: [PROBLEM],
      },
      {
        name: 'a request is judged',
        client: { ClientId: '7abc', ClientSecret: SECRET },
        form: 'request',
        problems: [PROBLEM],
      },
      {
        name: 'the secret of a machine client is reported',
        client: { ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH'], ClientSecret: SECRET },
        problems: [PROBLEM],
      },
    ],
  },
  test,
);
