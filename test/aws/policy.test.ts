import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AWS_CLI } from './aws-cli.ts';
import { MOTO, motoCall, startMoto } from './moto.ts';
import { ENVIRONMENT, live, reportOf } from './start.ts';

interface Policy {
  readonly Version: string;
  readonly Statement: readonly {
    readonly Effect: string;
    readonly Action: string | readonly string[];
    readonly Resource: string;
  }[];
}

const DOCUMENT = readFileSync(new URL('../../docs/audit.md', import.meta.url), 'utf8');
const POLICY = JSON.parse(/```json\n([\s\S]*?)```/.exec(DOCUMENT)?.[1] ?? '') as Policy;
const ACTIONS = POLICY.Statement.flatMap(({ Action }) => Action);
const run = promisify(execFile);

/** The policy of the documentation, without an action. Moto asks for every Cognito action on `*`, whatever the pool. */
function without(action: string): Policy {
  const statements = POLICY.Statement.map((one) => ({
    ...one,
    Action: [one.Action].flat().filter((name) => name !== action),
    Resource: '*',
  }));
  return { ...POLICY, Statement: statements.filter(({ Action }) => Action.length > 0) };
}

describe.runIf(MOTO && AWS_CLI)('under the IAM of moto', () => {
  let moto: Awaited<ReturnType<typeof startMoto>>;
  const users = new Map<string, Record<string, string>>();

  /** Calls before IAM is enforced: a pool, a client, and three for each user. */
  beforeAll(async () => {
    const names = ['', ...ACTIONS];
    moto = await startMoto({ INITIAL_NO_AUTH_ACTION_COUNT: String(2 + names.length * 3) });
    const { UserPool } = await motoCall(moto.url, 'us-east-1', 'CreateUserPool', { PoolName: 'pool' });
    await motoCall(moto.url, 'us-east-1', 'CreateUserPoolClient', { UserPoolId: UserPool.Id, ClientName: 'client' });
    for (const action of names) {
      const user = `user${users.size}`;
      const policy = JSON.stringify(without(action));
      await iam('create-user', '--user-name', user);
      await iam('put-user-policy', '--user-name', user, '--policy-name', 'p', '--policy-document', policy);
      const { AccessKey: key } = JSON.parse(await iam('create-access-key', '--user-name', user));
      users.set(action, { AWS_ACCESS_KEY_ID: key.AccessKeyId, AWS_SECRET_ACCESS_KEY: key.SecretAccessKey });
    }
  }, 60_000);
  afterAll(() => {
    moto.stop();
  });

  async function iam(...args: readonly string[]): Promise<string> {
    const env = {
      PATH: process.env['PATH'],
      ...ENVIRONMENT,
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_ENDPOINT_URL: moto.url,
    };
    return (await run('aws', ['iam', ...args, '--output', 'json'], { env })).stdout;
  }

  async function auditWithout(action: string) {
    const outcome = await live(['audit', '-f', 'json', '--fail-on', 'never'], moto.url, users.get(action));
    return { ...outcome, report: reportOf(outcome) };
  }

  test('the policy of the documentation suffices', async () => {
    const { code, stderr, report } = await auditWithout('');
    expect(stderr).toBe('');
    expect(report.summary).toMatchObject({ clients: 1, errors: 0 });
    expect(code).toBe(0);
  });

  test.each(ACTIONS.slice(0, 3))('without %s, that is told', async (action) => {
    const { code, stderr } = await auditWithout(action);
    expect(stderr).toContain(`allow ${action} in its IAM policy`);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
  });

  test.each(ACTIONS.slice(3))('without %s, all is assessed', async (action) => {
    const { code, report } = await auditWithout(action);
    expect(report.summary).toMatchObject({ clients: 1, errors: 0 });
    expect(code).toBe(0);
  });
});
