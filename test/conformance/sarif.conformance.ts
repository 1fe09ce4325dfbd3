import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Log } from 'sarif';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { live, startServer } from '../aws/start.ts';
import { violations } from './assertions.ts';
import { mutated, mutations } from './mutations.ts';
import { ajvValidator, githubClient, loadSchemas, matchForward, multitool } from './validators.ts';

const BIN = resolve('dist/bin.js');
const SECRET = '0a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6q7r8s9t0u1v2w3x4y5z';

const HOSTILE = {
  UserPoolClient: {
    UserPoolId: 'eu-west-1_AbCdEfGhI',
    ClientId: '1example23456789',
    ClientName: 'we[b](javascript:alert(1)) {0} \u202e\u0007\n::error::',
    ClientSecret: SECRET,
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ['code', 'implicit'],
    CallbackURLs: [
      'https://app.acme.io/cb#done',
      'http://user:word@acme.example/x?next=[y](1)',
      'myapp://{0}',
      'https://*.acme.io',
    ],
    ExplicitAuthFlows: ['ALLOW_TOMORROW_AUTH', 'ALLOW_USER_PASSWORD_AUTH'],
    RefreshTokenValidity: 3650,
    TokenValidityUnits: { RefreshToken: 'days' },
  },
};

const {
  ClientId: _id,
  UserPoolId: _pool,
  ClientSecret: _secret,
  ClientName: _name,
  ...PROPERTIES
} = HOSTILE.UserPoolClient;

const TEMPLATE = {
  Parameters: { Host: { Type: 'String', Default: 'https://example.com' }, Days: { Type: 'Number' } },
  Resources: {
    Web: {
      Type: 'AWS::Cognito::UserPoolClient',
      Properties: {
        ...PROPERTIES,
        CallbackURLs: [{ Ref: 'Host' }, 'myapp://{0}'],
        AuthSessionValidity: { Ref: 'Days' },
      },
    },
  },
};

const PLAN = {
  format_version: '1.2',
  planned_values: {},
  resource_changes: [
    {
      address: 'module.app.aws_cognito_user_pool_client.web["[0]"]',
      mode: 'managed',
      type: 'aws_cognito_user_pool_client',
      change: {
        actions: ['create'],
        after: { name: 'web', explicit_auth_flows: ['ADMIN_NO_SRP_AUTH'], generate_secret: null },
        after_unknown: { id: true, callback_urls: true },
      },
    },
  ],
};

let folder: string;
let refusedBySchema: (log: unknown) => string[];
let refusedByClient: (log: Log) => string[];

/** Scans files in a repository of their own. */
function scan(files: Readonly<Record<string, string>>, ...args: string[]): Log {
  const root = mkdtempSync(join(folder, 'scan-'));
  mkdirSync(join(root, '.git'));
  writeFileSync(join(root, '.git/HEAD'), 'ref: refs/heads/main\n');
  writeFileSync(join(root, '.git/config'), '[remote "origin"]\n\turl = git@github.com:acme/clients.git\n');
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  const { GITHUB_WORKSPACE: _, ...env } = process.env;
  const command = [BIN, 'scan', '.', '--format', 'sarif', '--fail-on', 'never', '--no-config', ...args];
  const { stdout } = spawnSync(process.execPath, command, { cwd: root, env, encoding: 'utf8', maxBuffer: 2 ** 28 });
  return JSON.parse(stdout) as Log;
}

const manPage = () => readFileSync('test/fixtures/man-page/client.json', 'utf8');
const hostile = (indent?: number) => JSON.stringify(HOSTILE, null, indent);
const clients = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const { UserPoolClient } = HOSTILE;
    return { UserPoolClient: { ...UserPoolClient, ClientId: `client${index}`, ClientName: `client ${index}` } };
  });

/** The logs that are checked, and the files that they are of. */
const CASES: Readonly<Record<string, () => { files: Record<string, string>; args?: string[] }>> = {
  "the man page's example": () => ({ files: { 'client.json': manPage() } }),
  'nothing found': () => ({
    files: {
      'client.json':
        '{"UserPoolClient":{"PreventUserExistenceErrors":"ENABLED","EnableTokenRevocation":true,"ClientSecret":"[REDACTED]"}}',
    },
  }),
  'hostile names, indented': () => ({ files: { 'a client.json': hostile(2) }, args: ['--preset', 'pedantic'] }),
  'hostile names, minified': () => ({ files: { 'client.json': hostile() }, args: ['--preset', 'pedantic'] }),
  'lines with CRLF': () => ({ files: { 'clients.ndjson': `${hostile()}\r\n${manPage().replace(/\n\s*/g, '')}\r\n` } }),
  '40 clients': () => ({ files: { 'clients.json': JSON.stringify(clients(40), null, 1) } }),
  'a broken file beside a good one': () => ({
    files: { 'broken.json': '{"UserPoolClient":', 'client.json': manPage() },
  }),
  'healthy clients': () => ({
    files: Object.fromEntries(
      ['public', 'confidential', 'machine'].map((name) => [
        `${name}.json`,
        readFileSync(`test/fixtures/healthy/${name}.json`, 'utf8'),
      ]),
    ),
  }),
  'a template in JSON': () => ({ files: { 'template.json': JSON.stringify(TEMPLATE, null, 2) } }),
  'a template in YAML': () => ({ files: { 'template.yaml': stringify(TEMPLATE) } }),
  'a plan': () => ({ files: { 'plan.json': JSON.stringify(PLAN) } }),
  'requests, in which settings are unknown': () => ({
    files: {
      'update.json':
        '{"ClientId":"a1","UserPoolId":"eu-west-1_AbCdEfGhI","AllowedOAuthFlowsUserPoolClient":true,"AllowedOAuthFlows":["implicit"]}',
    },
  }),
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cognito-lint-conformance-'));
  const schemas = loadSchemas();
  refusedBySchema = ajvValidator(schemas);
  refusedByClient = githubClient(schemas);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe.each(Object.entries(CASES))('the log of %s', (_name, make) => {
  test('is valid, passes the Multitool and the GitHub client, and all assertions', () => {
    const { files, args = [] } = make();
    const log = scan(files, ...args);
    expect(refusedBySchema(log)).toEqual([]);
    expect(refusedByClient(log)).toEqual([]);
    expect(violations(log, { textOf: (uri) => files[decodeURIComponent(uri)], secrets: [SECRET] })).toEqual([]);
    expect(multitool(log)).toEqual([]);
  });
});

test('the log of an audit is valid, passes the Multitool and the GitHub client, and all assertions', async () => {
  const { UserPoolId, ClientId, ...settings } = HOSTILE.UserPoolClient;
  const { url } = await startServer({
    world: { '123456789012/eu-west-1': { [UserPoolId]: { clients: { [ClientId]: settings } } } },
  });
  const { stdout } = await live(['audit', '--region', 'eu-west-1', '--format', 'sarif', '--fail-on', 'never'], url);
  const log = JSON.parse(stdout) as Log;
  const texts = new Map(
    (log.runs[0]?.artifacts ?? []).map(({ location, contents }) => [location?.uri, contents?.text] as const),
  );
  expect(log.runs[0]?.results?.length).toBeGreaterThan(5);
  expect(texts.size).toBe(1);
  expect(refusedBySchema(log)).toEqual([]);
  expect(refusedByClient(log)).toEqual([]);
  expect(violations(log, { textOf: (uri) => texts.get(uri), secrets: [SECRET] })).toEqual([]);
  expect(multitool(log)).toEqual([]);
});

describe('a bad log is refused by at least one check', () => {
  test.each(mutations)('$name', (mutation) => {
    const files = { 'client.json': hostile(2) };
    const good = scan(files);
    const bad = mutated(good, mutation);
    const context = { textOf: () => files['client.json'], secrets: [SECRET] };
    const invalid = [...refusedBySchema(bad), ...refusedByClient(bad)];
    const refused = invalid.length > 0 ? invalid : violations(bad, context);
    expect(refused.length > 0 ? refused : multitool(bad)).not.toEqual([]);
  });
});

test('a third party matches every result after a reformat and a reorder', () => {
  const list = clients(5);
  const before = scan({ 'clients.json': JSON.stringify(list) });
  const reordered = list.reverse().map(({ UserPoolClient }) => ({
    UserPoolClient: Object.fromEntries(Object.entries(UserPoolClient).reverse()),
  }));
  const after = scan({ 'clients.json': `\n${JSON.stringify(reordered, null, 4)}` });
  const states = matchForward(before, after).runs.flatMap((run) =>
    (run.results ?? []).map(({ baselineState }) => baselineState),
  );
  expect(states.length).toBe(before.runs[0]?.results?.length);
  expect(states.filter((state) => state !== 'unchanged' && state !== 'updated')).toEqual([]);
});
