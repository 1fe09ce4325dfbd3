import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { AWS_CLI, awsCli } from './aws-cli.ts';
import { ACCOUNT, type ClientSettings } from './cognito-server.ts';
import { live, startServer } from './start.ts';

const POOL = 'us-east-1_Aaaaaaaaa';
const COMMAND = ['describe-user-pool-client', '--user-pool-id', POOL, '--client-id'];

const clients: Readonly<Record<string, ClientSettings>> = {
  minimal: { ClientName: 'minimal' },
  full: {
    ClientName: 'My “App” – ünïcode 日本語 😀',
    ClientSecret: '0z9y8x7w6v5u4t3s2r1q0p9o8n7m6l5k4j3i2h1g0f9e8d7c6b5a',
    AccessTokenValidity: 60,
    IdTokenValidity: 60,
    TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'days' },
    ReadAttributes: ['email', 'custom:tenant'],
    WriteAttributes: ['email'],
    ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    SupportedIdentityProviders: ['COGNITO'],
    CallbackURLs: ['https://app.example.com/callback', 'com.example.app:/callback'],
    LogoutURLs: [],
    DefaultRedirectURI: 'https://app.example.com/callback',
    AllowedOAuthFlows: ['code'],
    AllowedOAuthScopes: ['openid', 'api/read'],
    AllowedOAuthFlowsUserPoolClient: true,
    AnalyticsConfiguration: { ApplicationArn: 'arn:aws:mobiletargeting:us-east-1:1:apps/a', UserDataShared: false },
    PreventUserExistenceErrors: 'ENABLED',
    RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 60 },
  },
  hostile: {
    ClientName: 'tab\tnewline\n"quote" \\ \u0007 \u007f <b>',
    FutureField: { A: 1 },
    ExplicitAuthFlows: ['ALLOW_FUTURE_FLOW'],
    AllowedOAuthFlows: null,
    PreventUserExistenceErrors: 'LEGACY',
  },
  numbers: `{"UserPoolClient":{"UserPoolId":"${POOL}","ClientId":"numbers","CreationDate":1.733691997612E9,"LastModifiedDate":1.7E9,"RefreshTokenValidity":30}}`,
  integers: `{"UserPoolClient":{"UserPoolId":"${POOL}","ClientId":"integers","CreationDate":1733691997,"LastModifiedDate":1733691997.0,"ClientName":""}}`,
  wide: { ClientName: 'w'.repeat(120), CallbackURLs: [`https://app.example.com/${'x'.repeat(150)}`] },
  empty: '{"UserPoolClient":{}}',
};

const QUERIES = [
  'UserPoolClient.ClientName',
  'UserPoolClient.CreationDate',
  'UserPoolClient.EnableTokenRevocation',
  'UserPoolClient.CallbackURLs',
  'UserPoolClient.CallbackURLs[0]',
  'UserPoolClient.nothing',
  'UserPoolClient.{name: ClientName, flows: ExplicitAuthFlows, none: nothing}',
  'UserPoolClient.[ClientName, RefreshTokenValidity]',
  'UserPoolClient.TokenValidityUnits',
  'length(keys(UserPoolClient))',
  'UserPoolClient.CallbackURLs[?starts_with(@, `https`)]',
  '[UserPoolClient.{a: ClientName}, UserPoolClient.{a: ClientId, b: CallbackURLs}]',
];

describe.runIf(AWS_CLI)('as the AWS CLI prints it, byte for byte', () => {
  /** Both commands on the same answer; that of the AWS CLI has the secret, so ours is asked to show it. */
  async function both(client: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    const { url } = await startServer({ world: { [`${ACCOUNT}/us-east-1`]: { [POOL]: { clients } } } });
    const [theirs, ours] = await Promise.all([
      awsCli([...COMMAND, client, ...args], url, env),
      live([...COMMAND, client, ...args, '--show-secret'], url, env),
    ]);
    return { theirs, ours };
  }

  async function expectSame(client: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    const { theirs, ours } = await both(client, args, env);
    expect(theirs.code, theirs.stderr).toBe(0);
    expect(ours).toEqual({ code: 0, stdout: theirs.stdout, stderr: '' });
  }

  for (const client of Object.keys(clients)) {
    test.each(['json', 'text', 'table'])(`${client} as %s`, (output) => expectSame(client, ['--output', output]));
  }

  for (const query of QUERIES) {
    test.each(['json', 'text', 'table'])(`--query '${query}' as %s`, (output) =>
      expectSame('full', ['--output', output, '--query', query]),
    );
  }

  test.each([
    [['--output', 'table', '--color', 'on']],
    [['--output', 'table', '--color', 'off']],
    [['--no-paginate']],
    [['--no-sign-request']],
    [['--no-verify-ssl']],
    [['--cli-read-timeout', '5', '--cli-connect-timeout', '5']],
    [['--cli-read-timeout', '0', '--cli-connect-timeout', '0']],
    [['--region', 'us-east-1']],
    [['--generate-cli-skeleton']],
    [['--generate-cli-skeleton', 'input']],
  ])('%s', (args) => expectSame('full', args));

  test('--endpoint-url', async () => {
    const { url } = await startServer({ world: { [`${ACCOUNT}/us-east-1`]: { [POOL]: { clients } } } });
    await expectSame('full', ['--endpoint-url', url], { AWS_ENDPOINT_URL: 'http://127.0.0.1:1' });
  });

  test('--cli-input-json, of which the options win', () =>
    expectSame('full', ['--cli-input-json', JSON.stringify({ UserPoolId: POOL, ClientId: 'nobody' })]));

  test('--cli-input-json from a file', async () => {
    const folder = temporaryFolder({ 'input.json': JSON.stringify({ UserPoolId: POOL, ClientId: 'full' }) });
    await expectSame('full', ['--cli-input-json', `file://${join(folder, 'input.json')}`]);
  });

  test('AWS_DEFAULT_OUTPUT, and output and cli_timestamp_format of a profile', async () => {
    const folder = temporaryFolder({
      config: '[profile p]\noutput = text\ncli_timestamp_format = iso8601\nregion = us-east-1\n',
      credentials: '[p]\naws_access_key_id = a\naws_secret_access_key = b\n',
    });
    const files = {
      AWS_CONFIG_FILE: join(folder, 'config'),
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
    };
    await expectSame('full', [], { AWS_DEFAULT_OUTPUT: 'table' });
    for (const TZ of ['UTC', 'America/St_Johns', 'Asia/Kolkata']) {
      for (const client of ['full', 'numbers', 'integers']) {
        await expectSame(client, ['--profile', 'p'], { ...files, TZ });
      }
    }
  });
});
