import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { ACCOUNT, OTHER_ACCOUNT } from './cognito-server.ts';
import { live, startServer } from './start.ts';

const POOL = 'us-east-1_Aaaaaaaaa';
const pools = { [POOL]: { clients: { web: { ClientName: 'web' } } } };
const world = { [`${ACCOUNT}/us-east-1`]: pools, [`${OTHER_ACCOUNT}/us-east-1`]: pools };
const DESCRIBE = ['describe-user-pool-client', '--user-pool-id', POOL, '--client-id', 'web'];
const ROLE = `role_arn = arn:aws:iam::${ACCOUNT}:role/audit\n`;
const KEYS = 'aws_access_key_id = profile\naws_secret_access_key = s\n';
const NO_KEYS = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };

/** The credentials of the machine, as a container has them. */
async function machine(): Promise<Record<string, string>> {
  const keys = { AccessKeyId: 'machine', SecretAccessKey: 's', Token: 't', Expiration: '2099-01-01T00:00:00Z' };
  const server = createServer((_request, response) => response.end(JSON.stringify(keys)));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.close();
  });
  return { AWS_CONTAINER_CREDENTIALS_FULL_URI: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** Describes a client where the machine has credentials, those of another account. */
async function describeWith(config: string, args: readonly string[], env: Readonly<Record<string, string>> = NO_KEYS) {
  const { server, url } = await startServer({ world, accounts: { machine: OTHER_ACCOUNT } });
  const AWS_CONFIG_FILE = join(temporaryFolder({ config }), 'config');
  const outcome = await live([...DESCRIBE, ...args], url, { ...(await machine()), AWS_CONFIG_FILE, ...env });
  return { ...outcome, accounts: server.calls.map(({ account }) => account) };
}

describe('a profile whose credentials fail is told, and those of the machine do not take their place', () => {
  test.each([
    [
      'a failing credential_process',
      'credential_process = sh -c "exit 3" aws sso login --token t0k3n\n',
      /credential_process .*failed/,
    ],
    ['a credential_process that prints no JSON', 'credential_process = echo no\n', /returned invalid JSON/],
    ['a source_profile that is not there', `${ROLE}source_profile = nobody\n`, /using profile: \[nobody\]/],
    [
      'a source_profile of which it is itself the source',
      `${ROLE}source_profile = q\n[profile q]\n${ROLE}source_profile = p\n`,
      /cycle/,
    ],
    [
      'a source_profile without its session of IAM Identity Center',
      `${ROLE}source_profile = q\n[profile q]\n${ROLE}source_profile = r\n[profile r]\nsso_session = corp\n`,
      /profile r names the sso_session "corp", and the config file has no section \[sso-session corp\]/,
    ],
    ['a role without a source', ROLE, /profile p has a role_arn, but neither source_profile nor credential_source/],
    ['a role without a source beside keys', ROLE + KEYS, /profile p has a role_arn, but neither source_profile nor/],
    [
      'a role with two sources beside keys',
      `${ROLE}${KEYS}source_profile = q\ncredential_source = Environment\n[profile q]\n${KEYS}`,
      /profile p has a role_arn, and both source_profile and credential_source/,
    ],
    ['a credential_source that is none', `${ROLE}credential_source = Moon\n`, /Unsupported credential source .*Moon/],
    ['half a pair of keys', 'aws_access_key_id = a\n', /using profile: \[p\]/],
    [
      'a session of IAM Identity Center without an account',
      'sso_start_url = https://corp.awsapps.com/start\n',
      /invalid SSO/,
    ],
  ])('%s', async (_name, settings, reason) => {
    const { code, stdout, stderr, accounts } = await describeWith(`[profile p]\n${settings}`, ['--profile', 'p']);
    expect(stderr).toMatch(reason);
    expect(stderr).not.toContain('t0k3n');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect([code, stdout, accounts]).toEqual([2, '', []]);
  });

  test('a profile that has keys and a role for others has those of the keys where it is the source', async () => {
    const config = `[profile p]\n${ROLE}source_profile = q\n[profile q]\n${ROLE}${KEYS}`;
    const { code, accounts } = await describeWith(config, ['--profile', 'p']);
    expect([code, accounts]).toEqual([0, [ACCOUNT, ACCOUNT]]);
  });

  test.each([
    ['a role without a source', ROLE],
    ['a session of IAM Identity Center that is not there', 'sso_session = corp\n'],
  ])('%s is not looked at with --no-sign-request', async (_name, settings) => {
    const { code } = await describeWith(`[profile p]\n${settings}`, ['--profile', 'p', '--no-sign-request']);
    expect(code).toBe(0);
  });

  test('a profile that says nothing of credentials has those of the machine, as with the AWS CLI', async () => {
    const { code, accounts } = await describeWith('[profile p]\nregion = us-east-1\n', ['--profile', 'p']);
    expect([code, accounts]).toEqual([0, [OTHER_ACCOUNT]]);
  });

  test('a credential_process is run once for all regions', async () => {
    const folder = temporaryFolder({
      config: '[profile p]\ncredential_process = sh process.sh\n',
      'process.sh': 'echo run >> runs\necho \'{"Version":1,"AccessKeyId":"a","SecretAccessKey":"s"}\'\n',
    });
    const { url } = await startServer({ world });
    const env = { ...NO_KEYS, AWS_CONFIG_FILE: join(folder, 'config') };
    const regions = ['us-east-1', 'eu-west-1', 'eu-west-2'].flatMap((region) => ['--region', region]);
    const { code } = await live(['audit', '--profile', 'p', '--fail-on', 'never', ...regions], url, env, folder);
    expect(code).toBe(0);
    expect(readFileSync(join(folder, 'runs'), 'utf8')).toBe('run\n');
  });
});

describe('half a pair of keys in the environment', () => {
  const AWS_ACCESS_KEY_ID = 'a';
  const half = { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY: '' };
  const config = '[profile p]\nregion = us-east-1\n';

  test('is told, whatever AWS_PROFILE says, as the AWS CLI does', async () => {
    const { code, stderr, accounts } = await describeWith(config, [], { ...half, AWS_PROFILE: 'p' });
    expect(stderr).toBe(
      'cognito-lint: AWS_ACCESS_KEY_ID is set, and AWS_SECRET_ACCESS_KEY is not; set both of them or neither\n',
    );
    expect([code, accounts]).toEqual([2, []]);
  });

  test.each([['--profile', 'p'], ['--no-sign-request']])('is not looked at with %s', async (...args) => {
    expect((await describeWith(config, args, half)).code).toBe(0);
  });

  test('does not count where the half is the secret', async () => {
    const { code, accounts } = await describeWith(config, [], { AWS_ACCESS_KEY_ID: '', AWS_PROFILE: 'p' });
    expect([code, accounts]).toEqual([0, [OTHER_ACCOUNT]]);
  });
});
