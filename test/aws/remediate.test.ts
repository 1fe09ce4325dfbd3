import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cognitoLint } from '../cli/program.ts';
import { temporaryFolder } from '../temporary.ts';
import { AWS_CLI, awsCli } from './aws-cli.ts';
import { ACCOUNT } from './cognito-server.ts';
import { MOTO, motoCall, startMoto } from './moto.ts';
import { live, startServer } from './start.ts';

const SETTINGS = {
  ClientName: 'web',
  GenerateSecret: true,
  RefreshTokenValidity: 3650,
  AccessTokenValidity: 30,
  TokenValidityUnits: { AccessToken: 'minutes', RefreshToken: 'days' },
  ReadAttributes: ['email', 'name'],
  WriteAttributes: ['name'],
  ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  SupportedIdentityProviders: ['COGNITO'],
  CallbackURLs: ['https://app.acme.io/cb', 'https://*.acme.io/cb'],
  LogoutURLs: ['https://app.acme.io/bye'],
  DefaultRedirectURI: 'https://app.acme.io/cb',
  AllowedOAuthFlows: ['code', 'implicit'],
  AllowedOAuthScopes: ['openid', 'aws.cognito.signin.user.admin'],
  AllowedOAuthFlowsUserPoolClient: true,
  PreventUserExistenceErrors: 'LEGACY',
  EnableTokenRevocation: false,
  EnablePropagateAdditionalUserContextData: false,
  AuthSessionValidity: 15,
};

type Json = Record<string, unknown>;

describe.runIf(MOTO && AWS_CLI)('a fix that is applied with the AWS CLI, against moto', () => {
  let moto: Awaited<ReturnType<typeof startMoto>>;
  let ids: readonly [pool: string, client: string];

  beforeAll(async () => {
    moto = await startMoto();
    const { UserPool } = await motoCall(moto.url, 'us-east-1', 'CreateUserPool', { PoolName: 'pool' });
    const input = { ...SETTINGS, UserPoolId: UserPool.Id };
    const { UserPoolClient } = await motoCall(moto.url, 'us-east-1', 'CreateUserPoolClient', input);
    ids = [UserPool.Id, UserPoolClient.ClientId];
  }, 60_000);
  afterAll(() => {
    moto.stop();
  });

  const describeClient = async () => {
    const [pool, client] = ids;
    const args = ['describe-user-pool-client', '--user-pool-id', pool, '--client-id', client, '--output', 'json'];
    return (JSON.parse((await awsCli(args, moto.url)).stdout) as { UserPoolClient: Json }).UserPoolClient;
  };

  /** The rules against a client, but for the one that is about the file. */
  const rulesAgainst = async (client: Json) => {
    const cwd = temporaryFolder({ 'client.json': JSON.stringify({ UserPoolClient: client }) });
    const { stdout } = await cognitoLint(['scan', 'client.json', '-f', 'json'], { cwd });
    const rules = (JSON.parse(stdout) as { findings: { rule: string }[] }).findings.map(({ rule }) => rule);
    return [...new Set(rules)].filter((rule) => rule !== 'client-secret-in-input').sort();
  };

  test('ends what it says, raises nothing, and leaves every other setting as it was', async () => {
    const cwd = temporaryFolder();
    const before = await describeClient();
    const args = [
      'remediate',
      '--live',
      '--region',
      'us-east-1',
      '--include-risky',
      '--output-dir',
      'fixes',
      '-f',
      'json',
    ];
    const { code, stdout, stderr } = await live(args, moto.url, {}, cwd);
    expect([code, stderr]).toEqual([1, '']);
    const [plan] = (JSON.parse(stdout) as { clients: { fixes: Json[]; manual: Json[]; input: Json }[] }).clients;
    const [file = ''] = readdirSync(join(cwd, 'fixes'));

    const update = ['update-user-pool-client', '--cli-input-json', `file://${join(cwd, 'fixes', file)}`];
    expect(await awsCli(update, moto.url)).toMatchObject({ code: 0, stderr: '' });

    const after = await describeClient();
    const left = await rulesAgainst(after);
    expect(left).toEqual([...new Set(plan?.manual.map(({ rule }) => String(rule)))].sort());
    expect(plan?.fixes.length).toBeGreaterThan(5);
    const changed = new Set(plan?.fixes.map(({ path }) => String(path).slice(1)));
    for (const [member, value] of Object.entries(before)) {
      if (!changed.has(member) && member !== 'LastModifiedDate')
        expect([member, after[member]]).toEqual([member, value]);
    }

    // moto keeps what an update omits, the service resets it: so the input alone must be the client, too.
    const { ClientSecret, CreationDate, LastModifiedDate } = after;
    const replaced = { ...plan?.input, ClientSecret, CreationDate, LastModifiedDate };
    expect(await rulesAgainst(replaced)).toEqual(left);

    const again = await live([...args, '--force'], moto.url, {}, cwd);
    expect((JSON.parse(again.stdout) as { clients: { fixes: Json[] }[] }).clients[0]?.fixes).toEqual([]);
  }, 60_000);
});

test('what a live client has and this version does not know is told to be reset', async () => {
  const world = {
    [`${ACCOUNT}/us-east-1`]: { 'us-east-1_Aaaaaaaaa': { clients: { client1: { ...SETTINGS, FutureField: 1 } } } },
  };
  const { url } = await startServer({ world });
  const { stderr } = await live(['remediate', '--live', '--region', 'us-east-1'], url);
  expect(stderr).toContain(
    'notice: FutureField is not in the input, as this version does not know it, so the update resets it if the service has it',
  );
});
