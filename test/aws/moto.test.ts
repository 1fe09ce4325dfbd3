import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cognitoLint } from '../cli/program.ts';
import { temporaryFolder } from '../temporary.ts';
import { AWS_CLI, awsCli } from './aws-cli.ts';
import { MOTO, motoCall, startMoto } from './moto.ts';
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

  test('another account is another world', async () => {
    const role = [
      '--role-arn',
      'arn:aws:iam::222222222222:role/audit',
      '--role-arn',
      'arn:aws:iam::123456789012:role/audit',
    ];
    const outcome = await live(['audit', '-f', 'json', ...FAST, ...role, '--region', 'eu-west-1'], moto.url);
    const { summary, findings } = reportOf(outcome);
    expect(summary).toMatchObject({ clients: 1, errors: 0 });
    expect(new Set(findings.map(({ client }) => client.account))).toEqual(new Set(['123456789012']));
  }, 60_000);

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
