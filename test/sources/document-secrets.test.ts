import { describe, expect, test } from 'vitest';
import { Secrets } from '../../src/client/secrets.ts';
import { addSecretsIn, mayNameSecrets } from '../../src/sources/document-secrets.ts';

const SECRET = 'q7WvN2mXk9Lr4TzB8YcJ5HsD3FgP6aE1';

test.each([
  ['of a description', { UserPoolClient: { ClientSecret: SECRET } }],
  ['in a list of clients', [{ ClientId: 'a' }, { ClientSecret: SECRET }]],
  ['with an id of its own', { ClientSecrets: [{ ClientSecretId: 'a--1', ClientSecretValue: SECRET }] }],
  ['that stands bare', { ClientSecrets: [SECRET] }],
  ['of a state', { resources: [{ instances: [{ attributes: { client_secret: SECRET } }] }] }],
  ['under a key in another case', { clientSecret: SECRET }],
  ['under a key in capitals', { CLIENT_SECRET: SECRET }],
  ['under a key with a dash', { 'client-secret': SECRET }],
  ['in settings that are a text', { Properties: JSON.stringify({ ClientSecret: SECRET }) }],
  ['under a condition', { ClientSecret: { 'Fn::If': ['IsProd', SECRET, { Ref: 'AWS::NoValue' }] } }],
  ['that a stack puts out', { Outputs: { ClientSecret: { Value: SECRET } } }],
  ['that is the default of a parameter', { Parameters: { ClientSecret: { Default: SECRET } } }],
  ['that is not to be shown', { Parameters: { Key: { Type: 'String', NoEcho: true, Default: SECRET } } }],
  ['that is not to be shown, by a text', { Parameters: { Key: { NoEcho: 'true', Default: SECRET } } }],
])('a secret %s is known', (_name, document) => {
  const secrets = new Secrets();
  expect(mayNameSecrets(JSON.stringify(document))).toBe(true);
  addSecretsIn(document, secrets);
  expect([...secrets]).toEqual([SECRET]);
});

test.each([
  ['an id', { ClientId: SECRET, ClientSecrets: [{ ClientSecretId: SECRET }] }],
  ['what an output refers to', { Outputs: { ClientSecret: { Value: { 'Fn::GetAtt': [SECRET, 'ClientSecret'] } } } }],
  ['a condition', { ClientSecret: { 'Fn::If': [SECRET, { Ref: 'Key' }, { Ref: 'AWS::NoValue' }] } }],
  ['a default that may be shown', { Parameters: { Key: { NoEcho: false, Default: SECRET } } }],
  ['a placeholder', { ClientSecret: 'CLIENT_SECRET' }],
  ['a text that is no JSON', { Properties: `{"ClientSecret": "${SECRET}` }],
])('%s is no secret', (_name, document) => {
  const secrets = new Secrets();
  addSecretsIn(document, secrets);
  expect([...secrets]).toEqual([]);
});

describe('a text may name a secret', () => {
  test.each([
    '{"ClientSecret": 1}',
    '{"CLIENT_SECRET": 1}',
    'client-secret: 1',
    'Parameters: {Hidden: {NoEcho: true}}',
    '{"Client\\u0053\\u0065cret": 1}',
    '"Client\\x53\\x65cret": 1',
    '"Client\\U00000053ecret": 1',
    '"Client\\\n  Secret": 1',
    '"Client\\\r\n  Secret": 1',
    '"{\\"ClientSecret\\": 1}"',
  ])('%j', (text) => {
    expect(mayNameSecrets(text)).toBe(true);
  });
  test.each(['{"ClientId": 1}', '{"GenerateSecret": true}', '{"ClientName": "a \\"secret\\" name"}'])(
    'but not %j',
    (text) => {
      expect(mayNameSecrets(text)).toBe(false);
    },
  );
});
