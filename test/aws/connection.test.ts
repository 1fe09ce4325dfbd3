import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { BIN } from '../cli/program.ts';
import { temporaryFolder } from '../temporary.ts';
import { ACCOUNT, CognitoServer, OTHER_ACCOUNT } from './cognito-server.ts';
import { startProxy } from './proxy.ts';
import { live, startServer } from './start.ts';

const POOL = 'us-east-1_Aaaaaaaaa';
const world = { [`${ACCOUNT}/us-east-1`]: { [POOL]: { clients: { web: { ClientName: 'web' } } } } };
const DESCRIBE = ['describe-user-pool-client', '--user-pool-id', POOL, '--client-id', 'web'];
const NAME = [...DESCRIBE, '--output', 'text', '--query', 'UserPoolClient.ClientName'];
const CERTIFICATE = fileURLToPath(new URL('tls/server.pem', import.meta.url));
const OK = { code: 0, stdout: 'web\n', stderr: '' };
const CONFIG = '/nonexistent';

async function startTls(): Promise<{ server: CognitoServer; port: number }> {
  const key = readFileSync(new URL('tls/server.key', import.meta.url));
  const server = new CognitoServer({ world }, (handle) =>
    createServer({ key, cert: readFileSync(CERTIFICATE) }, handle),
  );
  const address = await server.listen();
  onTestFinished(() => server.close());
  return { server, port: Number(address.split(':')[1]) };
}

/** The config files of a user. */
function configured(config: string, credentials = ''): Record<string, string> {
  const folder = temporaryFolder({ config, credentials });
  return { AWS_CONFIG_FILE: join(folder, 'config'), AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials') };
}

const KEYS = 'aws_access_key_id = profile\naws_secret_access_key = s\n';

describe('certificates', () => {
  test('that nobody vouches for are refused, and --ca-bundle is named', async () => {
    const { port } = await startTls();
    const { code, stderr, stdout } = await live(DESCRIBE, `https://127.0.0.1:${port}`);
    expect(stderr).toMatch(
      /the certificate of 127.0.0.1:\d+ is not trusted \(DEPTH_ZERO_SELF_SIGNED_CERT\); .*--ca-bundle/,
    );
    expect([code, stdout]).toEqual([2, '']);
  });

  test.each([
    ['--ca-bundle', ['--ca-bundle', CERTIFICATE], {}],
    ['AWS_CA_BUNDLE', [], { AWS_CA_BUNDLE: CERTIFICATE }],
    ['NODE_EXTRA_CA_CERTS', [], { NODE_EXTRA_CA_CERTS: CERTIFICATE }],
    ['--no-verify-ssl', ['--no-verify-ssl'], {}],
  ])('are trusted with %s', async (_name, args, env) => {
    const { port } = await startTls();
    const outcome = await live([...NAME, ...args], `https://127.0.0.1:${port}`, env);
    // Node itself tells of extra certificates that it cannot read, and of nothing else.
    expect(outcome).toEqual(OK);
  });

  test('are trusted with ca_bundle of the profile', async () => {
    const { port } = await startTls();
    const env = configured(`[default]\nca_bundle = ${CERTIFICATE}\n`);
    expect(await live(NAME, `https://127.0.0.1:${port}`, env)).toEqual(OK);
  });

  test('that an audit did not verify are a notice', async () => {
    const { port } = await startTls();
    const { stderr } = await live(['audit', '--no-verify-ssl'], `https://127.0.0.1:${port}`);
    expect(stderr).toMatch(/^notice: certificates were not verified \(--no-verify-ssl\)/);
  });
});

describe('a proxy', () => {
  test('of HTTPS_PROXY carries the calls, with the bundle and the name of the host', async () => {
    const { server, port } = await startTls();
    const proxy = await startProxy(port);
    const env = { HTTPS_PROXY: proxy.url, AWS_CA_BUNDLE: CERTIFICATE };
    expect(await live(NAME, undefined, env)).toEqual(OK);
    expect(proxy.asked).toEqual(['cognito-idp.us-east-1.amazonaws.com:443']);
    expect(server.calls).toHaveLength(1);
  });

  test('may be written without its scheme', async () => {
    const { port } = await startTls();
    const proxy = await startProxy(port);
    const env = { https_proxy: proxy.url.replace('http://', ''), AWS_CA_BUNDLE: CERTIFICATE };
    expect(await live(NAME, undefined, env)).toEqual(OK);
  });

  test('is not asked for hosts of NO_PROXY', async () => {
    const { port } = await startTls();
    const proxy = await startProxy(port);
    const env = { HTTPS_PROXY: proxy.url, NO_PROXY: '127.0.0.1', AWS_CA_BUNDLE: CERTIFICATE };
    expect(await live(NAME, `https://127.0.0.1:${port}`, env)).toEqual(OK);
    expect(proxy.asked).toEqual([]);
  });

  test('that cannot reach AWS for a moment is asked again', async () => {
    const { port } = await startTls();
    const proxy = await startProxy(port, [502, 503, 504]);
    expect(await live(NAME, undefined, { HTTPS_PROXY: proxy.url, AWS_CA_BUNDLE: CERTIFICATE })).toEqual(OK);
    expect(proxy.asked).toHaveLength(4);
  });

  test.each([
    ['describe-user-pool-client', NAME],
    ['audit', ['audit']],
  ])('that refuses is told by %s in one sentence, without its password', async (_name, args) => {
    const { port } = await startTls();
    const { url } = await startProxy(port, Array(9).fill(407));
    const { code, stderr } = await live(args, undefined, { HTTPS_PROXY: url.replace('//', '//user:pass@') });
    expect(stderr).toContain(
      `the proxy ${url} refused the connection to cognito-idp.us-east-1.amazonaws.com (status 407); check HTTPS_PROXY`,
    );
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toContain('pass@');
    expect(code).toBe(2);
  });

  test.each([
    [
      'that does not listen',
      'http://user:pass@127.0.0.1:1',
      /nothing listens at the proxy http:\/\/127.0.0.1:1; check/,
    ],
    ['that does not exist', 'http://nowhere.invalid:1', /the proxy http:\/\/nowhere.invalid:1 was not found; check/],
  ])('%s is told, and not the endpoint', async (_name, HTTPS_PROXY, message) => {
    const { code, stderr } = await live(NAME, undefined, { HTTPS_PROXY });
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });

  test('of a kind that is not supported is told', async () => {
    const { code, stderr } = await live(NAME, undefined, { HTTPS_PROXY: 'socks5://user:pass@127.0.0.1:1' });
    expect(stderr).toMatch(/the proxy of the environment is no http: or https: address; check HTTPS_PROXY/);
    expect(stderr).not.toContain('pass');
    expect(code).toBe(2);
  });
});

describe('the endpoint', () => {
  test.each<[string, (url: string) => { args?: string[]; env?: Record<string, string> }]>([
    [
      '--endpoint-url over the environment',
      (url) => ({ args: ['--endpoint-url', url], env: { AWS_ENDPOINT_URL: 'http://127.0.0.1:1' } }),
    ],
    [
      'AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER over AWS_ENDPOINT_URL',
      (url) => ({ env: { AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: url, AWS_ENDPOINT_URL: 'http://127.0.0.1:1' } }),
    ],
    ['endpoint_url of the default profile', (url) => ({ env: configured(`[default]\nendpoint_url = ${url}\n`) })],
    [
      'endpoint_url of a named profile',
      (url) => ({
        args: ['--profile', 'local'],
        env: configured(`[profile local]\nendpoint_url = ${url}\n`, `[local]\n${KEYS}`),
      }),
    ],
    [
      'the services section of a profile',
      (url) => ({
        args: ['--profile', 'local'],
        env: configured(
          `[profile local]\nservices = dev\nendpoint_url = http://127.0.0.1:1\n[services dev]\ncognito_identity_provider =\n  endpoint_url = ${url}\n`,
          `[local]\n${KEYS}`,
        ),
      }),
    ],
    ['with a path', (url) => ({ args: ['--endpoint-url', `${url}/prefix/`] })],
  ])('is %s', async (_name, make) => {
    const { url } = await startServer({ world });
    const { args = [], env = {} } = make(url);
    expect(await live([...NAME, ...args], undefined, env)).toEqual(OK);
  });

  test('of the configuration is ignored where that is asked for', async () => {
    const { server, url } = await startServer({ world });
    const env = { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true', HTTPS_PROXY: 'http://127.0.0.1:1' };
    expect((await live(NAME, url, env)).code).toBe(2);
    expect(server.calls).toEqual([]);
  });
});

describe('the settings of the profile that was asked for reach the endpoint of AWS', () => {
  const HOST = 'cognito-idp.us-east-1.amazonaws.com:443';
  const FIPS = 'cognito-idp-fips.us-east-1.amazonaws.com:443';
  const ROLE = `arn:aws:iam::${OTHER_ACCOUNT}:role/audit`;

  test.each<[string, string, Record<string, string>, string]>([
    ['whatever endpoint_url the default profile has', '', {}, HOST],
    [
      'whatever endpoint_url the profile of AWS_PROFILE has',
      '[profile other]\nendpoint_url = http://127.0.0.1:1\n',
      { AWS_PROFILE: 'other' },
      HOST,
    ],
    [
      'with its ignore_configured_endpoint_urls',
      'ignore_configured_endpoint_urls = true\n',
      { AWS_ENDPOINT_URL: 'http://127.0.0.1:1' },
      HOST,
    ],
    ['with its use_fips_endpoint', 'use_fips_endpoint = true\n', {}, FIPS],
    ['and of STS', `role_arn = ${ROLE}\nsource_profile = prod\n`, {}, 'sts.us-east-1.amazonaws.com:443'],
  ])('%s', async (_name, settings, env, host) => {
    const proxy = await startProxy(1, Array(9).fill(407));
    const files = configured(
      `[default]\nendpoint_url = http://127.0.0.1:1\n[profile prod]\nregion = us-east-1\n${settings}`,
      `[prod]\n${KEYS}`,
    );
    await live([...NAME, '--profile', 'prod'], undefined, { ...files, ...env, HTTPS_PROXY: proxy.url });
    expect(proxy.asked).toEqual([host]);
  });
});

describe('the region', () => {
  test.each<[string, string[], Record<string, string>]>([
    ['AWS_DEFAULT_REGION', [], { AWS_REGION: '', AWS_DEFAULT_REGION: 'us-east-1' }],
    ['AWS_REGION over AWS_DEFAULT_REGION', [], { AWS_DEFAULT_REGION: 'eu-west-1' }],
    ['--region over both', ['--region', 'us-east-1'], { AWS_REGION: 'eu-west-1' }],
  ])('is that of %s', async (_name, args, env) => {
    const { url } = await startServer({ world });
    expect(await live([...NAME, ...args], url, env)).toEqual(OK);
  });

  test('is that of the profile', async () => {
    const { url } = await startServer({ world });
    const env = { ...configured('[profile p]\nregion = us-east-1\n', `[p]\n${KEYS}`), AWS_REGION: '' };
    expect(await live([...NAME, '--profile', 'p'], url, env)).toEqual(OK);
  });
});

describe('the credentials', () => {
  const accounts = { testing: ACCOUNT, profile: OTHER_ACCOUNT };
  const clients = { web: { ClientName: 'web' } };
  const both = { ...world, [`${OTHER_ACCOUNT}/us-east-1`]: { [POOL]: { clients } } };

  test.each<[string, string[], Record<string, string>, string]>([
    ['--profile over the keys of the environment', ['--profile', 'p'], {}, OTHER_ACCOUNT],
    ['the keys of the environment over AWS_PROFILE, as the AWS CLI does', [], { AWS_PROFILE: 'p' }, ACCOUNT],
    ['AWS_PROFILE', [], { AWS_PROFILE: 'p', AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' }, OTHER_ACCOUNT],
    [
      'AWS_DEFAULT_PROFILE',
      [],
      { AWS_DEFAULT_PROFILE: 'p', AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' },
      OTHER_ACCOUNT,
    ],
  ])('are those of %s', async (_name, args, env, account) => {
    const { server, url } = await startServer({ world: both, accounts });
    const files = configured('[profile p]\nregion = us-east-1\n', `[p]\n${KEYS}`);
    expect(await live([...NAME, ...args], url, { ...files, ...env })).toEqual(OK);
    expect(server.calls.map((call) => call.account)).toEqual([account]);
  });

  test('of a profile with a role are asked of STS at the same emulator', async () => {
    const { server, url } = await startServer({ world: both, accounts });
    const role = `arn:aws:iam::${OTHER_ACCOUNT}:role/audit`;
    const files = configured(`[profile p]\nrole_arn = ${role}\nsource_profile = base\n`, `[base]\n${KEYS}`);
    expect(await live([...NAME, '--profile', 'p', '--endpoint-url', url], undefined, files)).toEqual(OK);
    expect(server.calls.map(({ operation }) => operation)).toEqual(['AssumeRole', 'DescribeUserPoolClient']);
    expect(server.calls[1]?.account).toBe(OTHER_ACCOUNT);
  });

  test('of a role are asked for with the external id', async () => {
    const { server, url } = await startServer({ world: both });
    const role = `arn:aws:iam::${OTHER_ACCOUNT}:role/audit`;
    const outcome = await live(['audit', '-f', 'json', '--role-arn', role, '--external-id', 'x-1'], url);
    expect(server.calls[0]?.input).toMatchObject({ RoleArn: role, ExternalId: 'x-1', RoleSessionName: 'cognito-lint' });
    expect(JSON.parse(outcome.stdout).summary.clients).toBe(1);
  });

  test('of a role are asked for once for all regions', async () => {
    const { server, url } = await startServer({ world: both });
    const role = `arn:aws:iam::${OTHER_ACCOUNT}:role/audit`;
    const outcome = await live(['audit', '-f', 'json', '--all-regions', '--role-arn', role], url);
    expect(server.count('AssumeRole')).toBe(1);
    expect(JSON.parse(outcome.stdout).summary).toMatchObject({ clients: 1, errors: 0 });
  });

  test.each([
    ['of --all-regions', ['--all-regions'], '', 'ap-northeast-1'],
    ['of --all-regions, first that of the environment', ['--all-regions'], 'me-south-1', 'me-south-1'],
    ['that are given', ['--region', 'af-south-1', '--region', 'eu-west-1'], '', 'eu-west-1'],
    ['that is given', ['--region', 'af-south-1'], 'us-east-1', 'af-south-1'],
  ])('of a role are asked for in a region that the account has, %s', async (_name, args, AWS_REGION, region) => {
    const { server, url } = await startServer({ world: both });
    const role = `arn:aws:iam::${OTHER_ACCOUNT}:role/audit`;
    await live(['audit', '--role-arn', role, ...args], url, { AWS_REGION });
    const calls = server.calls.filter(({ operation }) => operation === 'AssumeRole');
    expect(calls.map((call) => call.region)).toEqual([region]);
  });

  test('of a role that may not be assumed are told, and the other role is audited', async () => {
    const denied = `<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>`;
    const { url } = await startServer({
      world: both,
      fault: ({ operation, input }) =>
        operation === 'AssumeRole' && input['RoleArn']?.endsWith('closed')
          ? { status: 403, body: denied, type: 'text/xml' }
          : undefined,
    });
    const roles = ['closed', 'open'].flatMap((name) => ['--role-arn', `arn:aws:iam::${OTHER_ACCOUNT}:role/${name}`]);
    const { code, stdout, stderr } = await live(['audit', '-f', 'json', ...roles], url);
    expect(stderr).toMatch(/access denied for role arn:aws:iam::\d+:role\/closed; allow sts:AssumeRole/);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(stdout).summary.clients).toBe(1);
    expect(code).toBe(2);
  });

  test('of a session of IAM Identity Center that is not there are told', async () => {
    const files = configured('[profile p]\nregion = us-east-1\nsso_session = corp\n');
    const { code, stderr } = await live([...NAME, '--profile', 'p'], undefined, files);
    expect(stderr).toMatch(/profile p names the sso_session "corp", and the config file has no section/);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
  });

  test('of a profile whose role may not be assumed are told by describe-user-pool-client, too', async () => {
    const denied = '<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>';
    const { url } = await startServer({
      world,
      fault: ({ operation }) =>
        operation === 'AssumeRole' ? { status: 403, body: denied, type: 'text/xml' } : undefined,
    });
    const role = `arn:aws:iam::${OTHER_ACCOUNT}:role/audit`;
    const files = configured(`[profile p]\nrole_arn = ${role}\nsource_profile = base\n`, `[base]\n${KEYS}`);
    const { code, stderr } = await live([...NAME, '--profile', 'p'], url, files);
    expect(stderr).toMatch(/was not read: access denied for profile p; allow sts:AssumeRole in its IAM policy/);
    expect(code).toBe(2);
  });

  test('of a file that is not there are no fault of the network', async () => {
    const env = {
      AWS_ACCESS_KEY_ID: '',
      AWS_WEB_IDENTITY_TOKEN_FILE: '/nonexistent/token',
      AWS_ROLE_ARN: `arn:aws:iam::${OTHER_ACCOUNT}:role/audit`,
    };
    const { code, stderr } = await live(NAME, 'http://127.0.0.1:1', env);
    expect(stderr).toMatch(/no credentials were found for the default profile \(ENOENT: .*\/nonexistent\/token/);
    expect(code).toBe(2);
  });

  test('are not looked for with --no-sign-request', async () => {
    const { server, url } = await startServer({ world });
    const none = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', HOME: CONFIG };
    const outcome = await live(['audit', '-f', 'json', '--no-sign-request', '--fail-on', 'never'], url, none);
    expect(JSON.parse(outcome.stdout).summary).toMatchObject({ clients: 1, errors: 0 });
    expect(server.count('GetCallerIdentity')).toBe(0);
  });
});

test('only a command that asks AWS loads the SDK', async () => {
  const dist = dirname(BIN);
  const hasSdk = (name: string) => readFileSync(join(dist, name), 'utf8').includes('AWSCognitoIdentityProviderService');
  const sdk = readdirSync(join(dist, 'chunks')).find((name) => hasSdk(join('chunks', name)));
  expect([sdk, hasSdk('main.js')]).toEqual([expect.stringMatching(/\.js$/), false]);
  const { url } = await startServer({ world });
  const traced = async (args: readonly string[]) => (await live(args, url, { NODE_DEBUG: 'module' })).stderr;
  expect(await traced(['audit'])).toContain(sdk);
  const scanned = await traced(['scan', '.']);
  expect(scanned).toContain('bin.js');
  expect(scanned).not.toContain(sdk);
});
