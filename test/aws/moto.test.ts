import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cognitoLint } from '../cli/program.ts';
import { temporaryFolder } from '../temporary.ts';
import { AWS_CLI, awsCli } from './aws-cli.ts';
import { MOTO, motoCall, motoRoleKey, startMoto } from './moto.ts';
import { live, reportOf } from './start.ts';

const FAST = ['--no-secret-ages', '--rate', '1000', '--pool-rate', '1000'];
const SETTINGS = {
  GenerateSecret: true,
  ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
  AllowedOAuthFlows: ['implicit'],
  AllowedOAuthFlowsUserPoolClient: true,
  CallbackURLs: ['http://app.example.com/callback'],
  LastModifiedDate: 1_548_108_676.163,
};

describe.runIf(MOTO)('against moto', () => {
  let moto: Awaited<ReturnType<typeof startMoto>>;
  const expected = new Set<string>();
  let first = { UserPoolId: '', ClientId: '' };

  beforeAll(async () => {
    moto = await startMoto();
    for (let pool = 0; pool < 66; pool += 1) {
      const region = pool === 1 ? 'eu-west-1' : 'us-east-1';
      const { UserPool } = await motoCall(moto.url, region, 'CreateUserPool', { PoolName: `pool-${pool}` });
      for (let client = 0; client < (pool === 0 ? 130 : 1); client += 1) {
        const input = { ...SETTINGS, UserPoolId: UserPool.Id, ClientName: `client-${pool}-${client}` };
        const { UserPoolClient } = await motoCall(moto.url, region, 'CreateUserPoolClient', input);
        if (expected.size === 0) first = { UserPoolId: UserPool.Id, ClientId: UserPoolClient.ClientId };
        expected.add(UserPoolClient.ClientId);
      }
    }
  }, 120_000);
  afterAll(() => {
    moto.stop();
  });

  test('every client of 66 pools in two regions is read exactly once', async () => {
    const regions = ['--region', 'us-east-1', '--region', 'eu-west-1'];
    const outcome = await live(['audit', '-f', 'json', ...FAST, ...regions], moto.url);
    const { summary, findings } = reportOf(outcome);
    const found = findings.filter(({ rule }) => rule === 'oauth-implicit-grant').map(({ client }) => client.clientId);
    expect(outcome.stderr).toBe('');
    expect(summary).toMatchObject({ clients: 195, errors: 0 });
    expect(found.sort()).toEqual([...expected].sort());
  }, 120_000);

  test('the clients of two accounts are each read once, and in their account', async () => {
    const arns = ['123456789012', '222222222222'].map((account) => `arn:aws:iam::${account}:role/audit`);
    const key = await motoRoleKey(moto.url, arns[1] ?? '');
    const { UserPool } = await motoCall(moto.url, 'us-east-1', 'CreateUserPool', { PoolName: 'other' }, key);
    const others: string[] = [];
    for (let client = 0; client < 3; client += 1) {
      const input = { ...SETTINGS, UserPoolId: UserPool.Id, ClientName: `other-${client}` };
      const { UserPoolClient } = await motoCall(moto.url, 'us-east-1', 'CreateUserPoolClient', input, key);
      others.push(UserPoolClient.ClientId);
    }

    const regions = ['--region', 'us-east-1', '--region', 'eu-west-1'];
    const roles = arns.flatMap((arn) => ['--role-arn', arn]);
    const outcome = await live(['audit', '-f', 'json', ...FAST, ...roles, ...regions], moto.url);
    const { summary, findings } = reportOf(outcome);
    const implicit = findings.filter(({ rule }) => rule === 'oauth-implicit-grant');
    const of = (account: string) =>
      implicit.filter(({ client }) => client.account === account).map(({ client }) => client.clientId);
    expect(summary).toMatchObject({ clients: 198, errors: 0 });
    expect(of('123456789012').sort()).toEqual([...expected].sort());
    expect(of('222222222222').sort()).toEqual(others.sort());
  }, 120_000);

  test.runIf(AWS_CLI)(
    'finds what a scan finds in what the AWS CLI prints',
    async () => {
      const ids = ['--user-pool-id', first.UserPoolId, '--client-id', first.ClientId];
      const { stdout } = await awsCli(['describe-user-pool-client', ...ids], moto.url);
      const cwd = temporaryFolder({ 'client.json': stdout });
      const options = ['-f', 'json', '--preset', 'pedantic'];
      const scanned = reportOf(await cognitoLint(['scan', ...options, join(cwd, 'client.json')], { cwd }));
      const audited = reportOf(await live(['audit', ...options, ...ids, '--no-secret-ages'], moto.url));
      const keys = (report: typeof scanned) =>
        report.findings
          .map(({ rule, fingerprint }) => [rule, fingerprint])
          .filter(([rule]) => rule !== 'client-secret-in-input');
      expect(keys(audited).length).toBeGreaterThan(5);
      expect(keys(audited).sort()).toEqual(keys(scanned).sort());
    },
    60_000,
  );
});
