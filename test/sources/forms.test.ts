import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Secrets } from '../../src/client/secrets.ts';
import { decode } from '../../src/sources/decode.ts';
import { type Provenance, readForm } from '../../src/sources/forms.ts';
import { parseJsonValues } from '../../src/sources/json-values.ts';

function provenance(): Provenance {
  const secrets = new Secrets();
  const nowhere = new Map<string, never>();
  const document = { uri: 'c.json', path: 'c.json', text: '', encoding: 'utf-8', secrets, locate: () => nowhere };
  return { document, onDisk: true, now: 0 };
}

/** The clients of a value, each as its pointer, form and secret. */
function clientsOf(value: unknown): readonly string[] | string {
  const form = readForm(value, provenance());
  if ('instead' in form) return form.instead;
  return form.subjects.map(({ origin, facts }) => `${origin.pointer || 'root'} ${facts.form} ${facts.secret}`);
}

function fixture(name: string): unknown {
  const { values, starts } = parseJsonValues(decode(readFileSync(join('test/fixtures', name))).text);
  return starts ? values : values[0];
}

const A = '1h57kf5cpq17m0eml12fixture';
const B = '2h57kf5cpq17m0eml12fixture';

describe('forms of description', () => {
  test.each([
    { name: 'man-page/client.json', clients: ['/UserPoolClient described present'] },
    { name: 'utf-16le-bom-crlf/client.json', clients: ['/UserPoolClient described absent'] },
    { name: 'utf-16le-without-bom/client.json', clients: ['/UserPoolClient described absent'] },
    { name: 'utf-16be-bom/client.json', clients: ['/UserPoolClient described absent'] },
    { name: 'utf-8-bom-crlf/client.json', clients: ['/UserPoolClient described absent'] },
    { name: 'blanks-after-the-last-brace/client.json', clients: ['/UserPoolClient described absent'] },
    { name: 'bare/client.json', clients: ['root described absent'] },
    { name: 'response-metadata/client.json', clients: ['/UserPoolClient described absent'] },
    {
      name: 'list/clients.json',
      clients: ['/0/UserPoolClient described absent', '/1/UserPoolClient described absent'],
    },
    { name: 'list-of-bare/clients.json', clients: ['/0 described absent', '/1 described absent'] },
    { name: 'map-by-id/clients.json', clients: [`/${A} described absent`, `/${B} described absent`] },
    {
      name: 'ndjson/clients.ndjson',
      clients: ['/0/UserPoolClient described absent', '/1/UserPoolClient described absent'],
    },
    {
      name: 'ndjson-with-a-broken-line/clients.ndjson',
      clients: ['/0/UserPoolClient described absent', '/2/UserPoolClient described absent'],
    },
    {
      name: 'concatenated/clients.json',
      clients: ['/0/UserPoolClient described absent', '/1/UserPoolClient described absent'],
    },
    {
      name: 'one-line-then-indented/clients.json',
      clients: ['/0/UserPoolClient described absent', '/1/UserPoolClient described absent'],
    },
    {
      name: 'emulator-store-clients/clients.json',
      clients: [`/Clients/${A} described absent`, `/Clients/${B} described absent`],
    },
    {
      name: 'emulator-store-user-pool-clients/db.json',
      clients: [
        `/UserPoolClients/eu-west-1_Fixture01/${A} described absent`,
        `/UserPoolClients/eu-west-1_Fixture01/${B} described absent`,
      ],
    },
    { name: 'create-input/input.json', clients: ['root created absent'] },
    { name: 'update-input/input.json', clients: ['root updated unknown'] },
    { name: 'create-and-update-input-in-one/input.json', clients: ['root created present'] },
  ])('$name', ({ name, clients }) => {
    expect(clientsOf(fixture(name))).toEqual(clients);
  });

  test.each([
    {
      name: 'a client under a key with a slash has it escaped',
      value: { 'a/b~c': { ClientId: 'a', ExplicitAuthFlows: [] } },
      clients: ['/a~1b~0c updated unknown'],
    },
    {
      name: 'a secret that is replaced already is a secret',
      value: { UserPoolClient: { ClientId: 'a', ClientSecret: '[REDACTED]' } },
      clients: ['/UserPoolClient described present'],
    },
    {
      name: 'an empty secret is none',
      value: { UserPoolClient: { ClientId: 'a', ClientSecret: '' } },
      clients: ['/UserPoolClient described absent'],
    },
    {
      name: 'a secret in a list is not known to be one',
      value: { UserPoolClient: { ClientId: 'a', ClientSecret: ['x'] } },
      clients: ['/UserPoolClient described unknown'],
    },
    {
      name: 'a request without an id is a create request',
      value: { ClientName: 'a', AllowedOAuthFlows: ['code'] },
      clients: ['root created absent'],
    },
  ])('$name', ({ value, clients }) => {
    expect(clientsOf(value)).toEqual(clients);
  });

  test('clients by account, region, pool and id are read, in a list, too', () => {
    const nested = { acct: { region: { pool: { c: { UserPoolClient: { ClientId: 'a' } } } } } };
    const client = '/acct/region/pool/c/UserPoolClient described absent';
    expect(clientsOf(nested)).toEqual([client]);
    expect(clientsOf([nested, nested])).toEqual([`/0${client}`, `/1${client}`]);
  });

  const client = { UserPoolClient: { ClientId: 'a' } };
  const pool = { UserPool: { Id: 'a' } };
  test.each([
    { name: 'beside a client', value: { a: client, b: pool }, told: ['/b'] },
    { name: 'in a map of maps', value: { x: { a: client, b: pool }, y: { c: pool, d: pool } }, told: ['/x/b', '/y'] },
    {
      name: 'in a store',
      value: { Clients: { a: { ClientId: 'a', ExplicitAuthFlows: [] }, b: pool } },
      told: ['/Clients/b'],
    },
    { name: 'in a map in a list', value: [{ a: client, b: pool }], told: ['/0/b'] },
    { name: 'with something else than maps in it', value: { a: client, b: { c: client, d: 1 } }, told: ['/b'] },
    { name: 'deeper than anybody nests clients', value: { a: client, b: [[[[[[client]]]]]] }, told: ['/b'] },
    {
      name: 'with nothing in it',
      value: { Clients: { x: {}, a: { ClientId: 'a', ExplicitAuthFlows: [] } } },
      told: [],
    },
  ])('an entry of a map without clients is told, once: $name', ({ value, told }) => {
    const form = readForm(value, provenance());
    expect('instead' in form || form.notices.map(({ pointer }) => pointer)).toEqual(told);
  });

  test('entries of a list that are no clients are told, and the others read', () => {
    const list = [{ UserPoolClient: { ClientId: 'a' } }, { UserPoolId: 'b', ClientId: 'c' }, 7];
    const form = readForm(list, provenance());
    expect('instead' in form ? form.instead : form.notices.map(({ pointer, message }) => [pointer, message])).toEqual([
      ['/1', expect.stringMatching(/^this entry is passed over: it has the ids of an app client and no settings/)],
      ['/2', expect.stringMatching(/^this entry is passed over: there is no app client in it: it is a number/)],
    ]);
  });
});

describe('near misses are no clients, and are told in one sentence', () => {
  const DESCRIBE = 'aws cognito-idp describe-user-pool-client';
  test.each<{ name: string; value: unknown; say: string; todo?: string }>([
    {
      name: 'the ids of an app',
      value: { UserPoolId: 'eu-west-1_a', ClientId: 'b' },
      say: 'it has the ids of an app client and no settings',
    },
    {
      name: 'the ids of an app in camel case',
      value: { region: 'eu-west-1', userPoolId: 'a', clientId: 'b' },
      say: 'it has the ids of an app client and no settings',
    },
    {
      name: 'the ids of an app in the outputs of the CDK',
      value: { Stack: { UserPoolClientId: 'x' } },
      say: 'it has the ids of an app client and no settings',
    },
    {
      name: 'a list summary',
      value: { UserPoolClients: [{ ClientId: 'a', UserPoolId: 'b', ClientName: 'c' }] },
      say: 'it is the answer of list-user-pool-clients, which has names and no settings',
    },
    {
      name: 'the entries of a list summary',
      value: [{ ClientId: 'a', UserPoolId: 'b', ClientName: 'c' }],
      say: 'it has ids and names of app clients and no settings',
    },
    { name: 'a list of pools', value: { UserPools: [{ Id: 'a' }] }, say: 'it lists user pools' },
    {
      name: 'a user pool',
      value: { UserPool: { Id: 'a', Policies: {} } },
      say: 'it describes a user pool, not an app client',
    },
    {
      name: 'outputs of a stack',
      value: [{ OutputKey: 'AppClientID', OutputValue: 'a' }],
      say: 'it holds the outputs of a stack',
      todo: 'scan the template',
    },
    {
      name: 'stacks as described',
      value: { Stacks: [{ Outputs: [] }] },
      say: 'it holds the outputs of a stack',
      todo: 'scan the template',
    },
    {
      name: 'parameters of a stack',
      value: [{ ParameterKey: 'a', ParameterValue: 'b' }],
      say: 'it holds the parameters of a stack',
      todo: 'scan the template',
    },
    {
      name: 'parameters of a pipeline with settings as texts',
      value: { Parameters: { CallbackURLs: 'https://a.io', LogoutURLs: '' } },
      say: 'it holds parameters of a stack',
      todo: 'scan the template',
    },
    {
      name: 'a list of resources',
      value: [{ LogicalResourceId: 'a', ResourceType: 'AWS::Cognito::UserPoolClient' }],
      say: 'it lists the resources of a stack',
      todo: 'scan the template',
    },
    {
      name: 'the schema of the resource',
      value: { typeName: 'AWS::Cognito::UserPoolClient', properties: {} },
      say: 'it is the schema of a resource type',
      todo: 'scan a template',
    },
    {
      name: 'the syntax of a request',
      value: { ClientName: 'string', UserPoolId: 'string', ExplicitAuthFlows: ['string'] },
      say: 'it is a skeleton of a request',
    },
    {
      name: 'a skeleton',
      value: { ClientName: '', UserPoolId: '', GenerateSecret: true },
      say: 'it is a skeleton of a request',
    },
    {
      name: 'an answer of get-template',
      value: { TemplateBody: { Resources: {} }, StagesAvailable: ['Original'] },
      say: 'it is the answer of get-template',
      todo: '--output json',
    },
    {
      name: 'an answer of get-template with YAML in it',
      value: { TemplateBody: 'Resources: {}' },
      say: 'it is the answer of get-template',
      todo: '--output text',
    },
    {
      name: 'a configuration of the Serverless Framework',
      value: { service: 'a', provider: { name: 'aws' }, resources: { Resources: {} } },
      say: 'it is a configuration of the Serverless Framework',
      todo: 'serverless package',
    },
    {
      name: 'a configuration of something else',
      value: { service: 'a', provider: { name: 'aws' }, resources: 1 },
      say: 'there is no app client in it: it is an object with service, provider, resources',
    },
    {
      name: 'the state of a Pulumi stack',
      value: { version: 3, deployment: { resources: [{ type: 'aws:cognito/userPoolClient:UserPoolClient' }] } },
      say: 'it is the state of a Pulumi stack',
    },
    {
      name: 'an encrypted state',
      value: { serial: 1, lineage: 'x', meta: {}, encrypted_data: 'abcd', encryption_version: 'v0' },
      say: 'it is an encrypted state',
      todo: 'tofu show -json',
    },
    {
      name: 'a construct tree',
      value: { version: 'tree-0.1', tree: { id: 'App' } },
      say: 'it is a construct tree of the CDK',
      todo: 'scan the template',
    },
    {
      name: 'a template with an output named UserPoolClient',
      value: { Resources: {}, Outputs: { UserPoolClient: { Value: 'a' } } },
      say: 'it is a CloudFormation template without an app client',
      todo: 'template',
    },
    {
      name: 'an output named UserPoolClient',
      value: { UserPoolClient: { Value: 'a', Export: {} } },
      say: 'there is no app client in it: it is an object with UserPoolClient',
    },
    { name: 'an empty answer', value: { UserPoolClient: {} }, say: 'there is no app client in it' },
    {
      name: 'an object of something else',
      value: { name: 'a', version: '1' },
      say: 'there is no app client in it: it is an object with name, version',
    },
    { name: 'an empty object', value: {}, say: 'there is no app client in it' },
    { name: 'an empty list', value: [], say: 'there is no app client in it: it is an empty list' },
    { name: 'a list of numbers', value: [1, 2], say: 'there is no app client in it: it is a list of other things' },
    { name: 'null', value: null, say: 'there is no app client in it: it is null' },
    { name: 'a text', value: 'UserPoolClient', say: 'there is no app client in it: it is a text' },
    {
      name: 'a client deeper than anybody nests one',
      value: [[[[[[{ UserPoolClient: { ClientId: 'a' } }]]]]]],
      say: 'there is no app client in it',
    },
  ])('$name', ({ value, say, todo = DESCRIBE }) => {
    const sentence = clientsOf(value);
    expect(sentence).toMatch(new RegExp(`^${say}`));
    expect(sentence).toContain(todo);
    expect(sentence).not.toMatch(/\.\s|\n|\.$/);
  });

  const TEMPLATE = 'it is a CloudFormation template without an app client';
  const OUTPUTS = 'it holds the outputs of a stack; scan the template of the stack instead';
  const RESOURCES = 'it lists the resources of a stack; scan the template of the stack instead';
  const ITEMS = 'it holds items of AWS Config, and none is of an app client that exists';
  const IDS = 'it has the ids of an app client and no settings';
  const OLD_STATE = 'it is a state of a Terraform before 0.12; scan what "terraform show -json" prints of it';
  const OTHER = 'there is no app client in it: it is';
  test.each<[say: string, ...values: unknown[]]>([
    ['it describes a user pool, not an app client', { MfaConfiguration: 'OFF' }, { EstimatedNumberOfUsers: 7 }],
    [
      `${TEMPLATE}$`,
      { AWSTemplateFormatVersion: '2010-09-09' },
      { Resources: null },
      { Resources: { a: null, b: { Type: 'AWS::SNS::Topic' } } },
    ],
    [
      `${TEMPLATE} of its own; scan the templates of its nested stacks$`,
      { Resources: { a: {}, b: { Type: 'AWS::CloudFormation::Stack' } } },
      { Resources: { a: { Type: 'AWS::Serverless::Application' } } },
    ],
    [`${OLD_STATE}$`, { terraform_version: '0.11.14', modules: [] }],
    ['it is a Terraform plan or state without an app client$', { terraform_version: '1.9.0' }],
    [
      ITEMS,
      { configurationItem: {} },
      { configurationItems: [] },
      { ConfigurationItems: [] },
      { baseConfigurationItems: [] },
      { configurationItemStatus: 'OK' },
    ],
    ['it is an answer of Cloud Control without', { ResourceDescription: {} }, { ResourceDescriptions: [] }],
    [`${OUTPUTS}$`, { Outputs: [] }, [1, { OutputKey: 'a' }]],
    [`${RESOURCES}$`, { StackResources: [] }, { StackResourceSummaries: [] }],
    ['it is a skeleton of a request', { UserPoolId: '', ClientId: '' }, { UserPoolId: 'string', ClientId: 'string' }],
    [
      IDS,
      { UserPoolId: '', ClientId: 'string' },
      { client_id: 'a' },
      { webClientId: 'a' },
      { my_user_pool_client_id: 'a' },
      { user_pool_web_client_id: 'a' },
      { userPoolWebClientId: 'a' },
      { user_pool_id: 'a' },
      { CognitoUserPoolId: 'a' },
      { CognitoUserPoolClientId: 'a' },
    ],
    [
      `${OTHER} an object with`,
      { version: 'tree-0.2' },
      { modules: [] },
      { UserPool: 'a' },
      { Parameters: 'a' },
      { typename: 'a' },
      { configurationItemStatuses: [] },
      { recordedConfigurationItem: {} },
      { myConfigurationItemStatus: 'OK' },
      { name: null },
      { OauthClientId: 'a' },
      { clientIds: [] },
      { userPoolIds: [] },
    ],
    [`${OTHER} an object with a, b, c, d; scan`, { a: 1, b: 2, c: 3, d: 4, e: 5 }],
    [`${OTHER} a number`, 7],
    [`${OTHER} a boolean`, false],
  ])('%s', (say, ...values) => {
    for (const value of values) expect(clientsOf(value)).toMatch(new RegExp(`^${say}`));
  });

  test('keys that may be secrets, or are long, are not shown', () => {
    const secret = 'q8Zt5vKw2Lm9Xc4Nb7Rj1Hf6Gd3Sa0Pu5Yi8Te2Wo9Qk4Mv7Bx';
    expect(clientsOf({ [secret]: 1, ['k'.repeat(10_000)]: 2 })).toMatch(
      /^there is no app client in it: it is an object of other things; scan/,
    );
  });
});
