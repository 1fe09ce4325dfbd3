import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { ACCOUNT, type Fault } from './cognito-server.ts';
import { live, startServer } from './start.ts';

const POOL = 'us-east-1_Aaaaaaaaa';
const SECRET = '0z9y8x7w6v5u4t3s2r1q0p9o8n7m6l5k4j3i2h1g0f9e8d7c6b5a';
const COMMAND = ['describe-user-pool-client', '--user-pool-id', POOL, '--client-id', 'web'];

async function describeClient(
  args: readonly string[] = COMMAND,
  env: Readonly<Record<string, string>> = {},
  fault?: Fault,
) {
  const { server, url } = await startServer({
    world: { [`${ACCOUNT}/us-east-1`]: { [POOL]: { clients: { web: { ClientName: 'web', ClientSecret: SECRET } } } } },
    fault: () => fault,
  });
  const outcome = await live(args, url, env);
  return { ...outcome, calls: server.calls };
}

describe('the secret', () => {
  test.each([
    ['json', []],
    ['text', ['--output', 'text']],
    ['table', ['--output', 'table']],
    ['a query for it', ['--query', 'UserPoolClient.ClientSecret', '--output', 'text']],
    ['--debug', ['--debug']],
  ])('is redacted in %s', async (_name, args) => {
    const { stdout, stderr, code } = await describeClient([...COMMAND, ...args]);
    expect(stdout).toContain('[REDACTED]');
    expect(stdout + stderr).not.toContain(SECRET);
    expect(code).toBe(0);
  });

  test('is printed with --show-secret, and even then not by --debug', async () => {
    const { stdout, stderr } = await describeClient([...COMMAND, '--show-secret', '--debug']);
    expect(stdout).toContain(`"ClientSecret": "${SECRET}"`);
    expect(stderr).toMatch(/^debug: .*DescribeUserPoolClient in us-east-1: ok/);
    expect(stderr).not.toContain(SECRET);
  });
});

describe('without a call', () => {
  test('--generate-cli-skeleton output prints a sample of the answer', async () => {
    const { stdout, code, calls } = await describeClient([...COMMAND, '--generate-cli-skeleton', 'output']);
    expect(Object.keys(JSON.parse(stdout).UserPoolClient)).toHaveLength(27);
    expect(stdout).toMatchSnapshot();
    expect(code).toBe(0);
    expect(calls).toEqual([]);
  });

  test('--generate-cli-skeleton input needs no ids, no region and no credentials', async () => {
    const args = ['describe-user-pool-client', '--generate-cli-skeleton'];
    const { stdout, code } = await describeClient(args, { AWS_REGION: '', AWS_ACCESS_KEY_ID: '' });
    expect(JSON.parse(stdout)).toEqual({ UserPoolId: '', ClientId: '' });
    expect(code).toBe(0);
  });

  test.each([[['--version']], [['--version', '1']]])('%s prints the version', async (args) => {
    const { stdout, code } = await describeClient(['describe-user-pool-client', ...args]);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(code).toBe(0);
  });

  const ids = COMMAND.slice(0, 3);
  test.each([
    ['no client id', ids, {}, /--client-id is missing/],
    ['an empty client id', [...ids, '--client-id', ''], {}, /"" is no app client id/],
    [
      'a pool id that is none',
      ['describe-user-pool-client', '--user-pool-id', 'x', '--client-id', 'y'],
      {},
      /"x" is no user pool id/,
    ],
    [
      'an unknown key in the input',
      [...COMMAND, '--cli-input-json', '{"Extra":"1"}'],
      {},
      /has "Extra", which is no parameter/,
    ],
    ['input that is no JSON', [...COMMAND, '--cli-input-json', '{'], {}, /--cli-input-json is not valid JSON/],
    [
      'an input file that is not there',
      [...COMMAND, '--cli-input-json', 'file://nowhere'],
      {},
      /nowhere cannot be read/,
    ],
    ['a query that is none', [...COMMAND, '--query', 'a[['], {}, /--query is no JMESPath expression/],
    [
      'an output that is none',
      [...COMMAND, '--output', 'yaml'],
      {},
      /there is no output format "yaml"; .* json, text or table/,
    ],
    [
      'an output of the environment that is none',
      COMMAND,
      { AWS_DEFAULT_OUTPUT: 'yaml' },
      /there is no output format "yaml"/,
    ],
    [
      'a skeleton that is none',
      [...COMMAND, '--generate-cli-skeleton', 'yaml-input'],
      {},
      /Allowed choices are input, output/,
    ],
    ['no region', COMMAND, { AWS_REGION: '' }, /no region is set/],
    ['no credentials', COMMAND, { AWS_ACCESS_KEY_ID: '' }, /no credentials were found/],
  ])('%s is told', async (_name, args, env, message) => {
    const { stdout, stderr, code, calls } = await describeClient(args, env);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(code).toBe(2);
    expect(calls).toEqual([]);
  });
});

describe('what goes wrong is told in one sentence, with nothing on standard output', () => {
  test.each([
    [
      'an unknown client',
      { error: 'ResourceNotFoundException' },
      /app client web of user pool .* was not read: it was not found in us-east-1/,
    ],
    ['a denied call', { error: 'AccessDeniedException' }, /allow cognito-idp:DescribeUserPoolClient/],
    [
      'HTML with status 200',
      { status: 200, body: '<html>sign in</html>' },
      /answered HTML \(status 200\) that is no AWS JSON/,
    ],
    ['an answer without a client', { status: 200, body: '{}', type: 'application/json' }, /is no AWS JSON/],
  ] as const)('%s', async (_name, fault, message) => {
    const { stdout, stderr, code } = await describeClient(COMMAND, {}, fault);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  test('a query that does not fit the answer', async () => {
    const { stderr, code } = await describeClient([
      ...COMMAND,
      '--query',
      'length(UserPoolClient.EnableTokenRevocation)',
    ]);
    expect(stderr).toMatch(/--query does not fit the answer/);
    expect(code).toBe(2);
  });

  test.each([
    ['UserPoolClient.constructor', 'null\n'],
    ['UserPoolClient.__proto__', 'null\n'],
    ['UserPoolClient.toString.name', 'null\n'],
    ['[UserPoolClient.valueOf]', '[\n    null\n]\n'],
    ['UserPoolClient.{a: hasOwnProperty}', '{\n    "a": null\n}\n'],
  ])('a query finds no member that is of JavaScript alone: %s', async (query, stdout) => {
    expect(await describeClient([...COMMAND, '--query', query])).toMatchObject({ code: 0, stdout, stderr: '' });
  });

  test('an answer that fits in no table', async () => {
    const query = '[[`1`, `2`], [`3`]]';
    const { stderr, code } = await describeClient([...COMMAND, '--output', 'table', '--query', query]);
    expect(stderr).toMatch(/does not fit into a table, as it has rows of different lengths/);
    expect(code).toBe(2);
  });
});

test.each([
  ['a text', '"2024-01-02T03:04:05Z"'],
  ['a text that is no date', '"abc"'],
  ['a boolean', 'true'],
])('a date that is %s is printed as it was written', async (_name, date) => {
  const body = `{"UserPoolClient":{"ClientId":"web","CreationDate":${date}}}`;
  const fault = { status: 200, body, type: 'application/x-amz-json-1.1' };
  const { stdout, code } = await describeClient([...COMMAND, '--query', 'UserPoolClient.CreationDate'], {}, fault);
  expect([stdout, code]).toEqual([`${date}\n`, 0]);
});

test.each([
  ['1751424017.5', '"2025-07-02T02:40:17.500000+00:00"'],
  ['253402214400', '"9999-12-31T00:00:00+00:00"'],
  ['1751424017245', '1751424017245'],
  ['1700000000000000', '1700000000000000'],
  ['-1000000000000', '-1000000000000'],
  ['"abc"', '"abc"'],
])('the date %s is printed with cli_timestamp_format iso8601 as %s', async (date, printed) => {
  const body = `{"UserPoolClient":{"ClientId":"web","CreationDate":${date}}}`;
  const fault = { status: 200, body, type: 'application/x-amz-json-1.1' };
  const folder = temporaryFolder({ config: '[default]\ncli_timestamp_format = iso8601\n' });
  const env = { AWS_CONFIG_FILE: join(folder, 'config'), TZ: 'UTC' };
  const { stdout, stderr } = await describeClient([...COMMAND, '--query', 'UserPoolClient.CreationDate'], env, fault);
  expect([stdout, stderr]).toEqual([`${printed}\n`, '']);
});

test.each(['~/in.json', '$HOME/in.json', `\${HOME}/in.json`, '$HOME/../$FOLDER/in.json'])(
  'the input is read from file://%s, as the AWS CLI expands it',
  async (path) => {
    const HOME = temporaryFolder({ 'in.json': JSON.stringify({ UserPoolId: POOL, ClientId: 'web' }) });
    const args = ['describe-user-pool-client', '--cli-input-json', `file://${path}`];
    const { stdout, code } = await describeClient([...args, '--query', 'UserPoolClient.ClientName'], {
      HOME,
      FOLDER: basename(HOME),
    });
    expect([stdout, code]).toEqual(['"web"\n', 0]);
  },
);

test('files of the AWS tools are found in the home folder', async () => {
  const HOME = temporaryFolder({
    '.aws/config': '[default]\nregion = us-east-1\noutput = text\n',
    '.aws/credentials': '[default]\naws_access_key_id = a\naws_secret_access_key = b\n',
  });
  const none = {
    AWS_REGION: '',
    AWS_ACCESS_KEY_ID: '',
    AWS_SECRET_ACCESS_KEY: '',
    AWS_CONFIG_FILE: '',
    AWS_SHARED_CREDENTIALS_FILE: '',
  };
  const { stdout, code } = await describeClient([...COMMAND, '--query', 'UserPoolClient.ClientName'], {
    ...none,
    HOME,
  });
  expect([stdout, code]).toEqual(['web\n', 0]);
});
