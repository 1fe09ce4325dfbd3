import { execFile } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { BIN, cognitoLint, type Outcome } from './program.ts';

const CLIENT = {
  UserPoolId: 'eu-west-1_AbCdEfGhI',
  ClientName: 'shop',
  ClientId: '1h57kf5cpq17m0eml12example',
  LastModifiedDate: '2025-03-04T05:06:07.089000+00:00',
  CreationDate: '2025-03-04T05:06:07.089000+00:00',
  ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_PASSWORD_AUTH'],
  CallbackURLs: ['https://shop.acme.io/in', 'http://localhost:3000/in'],
  LogoutURLs: [],
  AllowedOAuthFlows: ['code', 'implicit'],
  AllowedOAuthScopes: ['openid', 'email'],
  AllowedOAuthFlowsUserPoolClient: true,
  PreventUserExistenceErrors: 'ENABLED',
  EnableTokenRevocation: true,
};
const GOOD = {
  ...CLIENT,
  ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
  CallbackURLs: ['https://shop.acme.io/in'],
  AllowedOAuthFlows: ['code'],
  RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
};
const described = (client: object = CLIENT) => JSON.stringify({ UserPoolClient: client }, null, 4);

interface JsonReport {
  readonly summary: Readonly<Record<string, number>>;
  readonly findings: readonly {
    readonly rule: string;
    readonly level: string;
    readonly path: string;
    readonly fingerprint: string;
    readonly location: {
      readonly uri: string;
      readonly pointer: string;
      readonly startLine: number;
      readonly startColumn: number;
      readonly endColumn: number;
    };
  }[];
  readonly errors: readonly {
    readonly uri: string;
    readonly message: string;
    readonly startLine?: number;
    readonly startColumn?: number;
  }[];
  readonly notices: readonly { readonly message: string }[];
}

function reportOf({ stdout }: Outcome): JsonReport {
  return JSON.parse(stdout) as JsonReport;
}

/** Scans as JSON in a folder of its own. */
async function scanJson(
  files: Record<string, string | Uint8Array>,
  args: readonly string[],
  input?: string | Uint8Array,
) {
  const cwd = temporaryFolder(files);
  const outcome = await cognitoLint(['scan', ...args, '-f', 'json'], { cwd, ...(input !== undefined && { input }) });
  return { ...outcome, report: reportOf(outcome) };
}

/** No trace of a stack, in either output. */
function expectNoStack({ stdout, stderr }: Outcome): void {
  expect(stdout + stderr).not.toMatch(/^\s+at .*[:(]\d+|node:internal|Error:/m);
}

const ONE_LINE_10_MB = `{"UserPoolClient": {"ClientId": "a", "ClientName": "${'n'.repeat(10_000_000)}", "ExplicitAuthFlows": ["ALLOW_USER_PASSWORD_AUTH"] "x": 1}}`;

describe('bad input is told in one sentence, and the other files are linted', () => {
  test.each<{ name: string; file?: string | Uint8Array; says: string; at?: [number, number] }>([
    { name: 'a missing file', says: 'there is no such file or folder; check the path' },
    {
      name: 'invalid JSON',
      file: '{\n  "UserPoolClient": {\n    "ClientId": "a",\n  }\n}\n',
      says: 'not valid JSON: expected a key in double quotes',
      at: [4, 3],
    },
    {
      name: 'invalid JSON in UTF-16 with CRLF',
      file: Buffer.from('\ufeff{\r\n  "名": ?\r\n}', 'utf16le'),
      says: 'not valid JSON: expected a value',
      at: [2, 8],
    },
    {
      name: 'a file that is cut off',
      file: described().slice(0, 200),
      says: 'not valid JSON: this string has no closing quote',
      at: [6, 29],
    },
    { name: 'an empty file', file: '', says: 'the file is empty; write it again', at: [1, 1] },
    { name: 'a file of blanks', file: '\n\n', says: 'the file is empty; write it again', at: [3, 1] },
    {
      name: 'a binary file',
      file: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0xff, 0xfe]),
      says: 'the file is binary, or of an encoding other than UTF-8 and UTF-16',
      at: [1, 1],
    },
    {
      name: 'HCL',
      file: '# the app\nresource "aws_cognito_user_pool_client" "app" {\n  name = "app"\n}\n',
      says: 'it is written in the language of Terraform; scan what "terraform show -json" prints of a plan or of the state',
      at: [1, 1],
    },
    {
      name: 'HCL with something before the resource',
      file: '\nprovider "aws" {\n  region = "eu-west-1"\n}\n',
      says: 'it is written in the language of Terraform',
      at: [1, 1],
    },
    {
      name: 'HCL with a block that has no label',
      file: 'locals {\n  name = "app"\n}\n',
      says: 'it is written in the language of Terraform',
      at: [1, 1],
    },
    {
      name: 'a saved plan of Terraform',
      file: Buffer.from('PK\x03\x04\x14\0\x08\0\x08\0\0\0\0\0\xff\xfe', 'latin1'),
      says: 'it is a zip archive, as a saved plan of Terraform is; scan what "terraform show -json <plan>" prints of it',
      at: [1, 1],
    },
    {
      name: 'what the AWS CLI prints as text',
      file: 'USERPOOLCLIENT\t30\tTrue\t1example23456789\nCALLBACKURLS\thttps://a.acme.io/cb\n',
      says: 'it is what the AWS CLI prints with "--output text"; describe the client with "--output json"',
      at: [1, 1],
    },
    {
      name: 'what the AWS CLI prints as a table',
      file: '---------------------------\n|  DescribeUserPoolClient |\n+-------------------------+\n',
      says: 'it is what the AWS CLI prints with "--output table"; describe the client with "--output json"',
      at: [1, 1],
    },
    {
      name: 'JSON without a client',
      file: '{"name": "a"}',
      says: 'there is no app client in it: it is an object with name',
      at: [1, 1],
    },
    {
      name: 'the ids of a client',
      file: '{"UserPoolId": "a", "ClientId": "b"}',
      says: 'it has the ids of an app client and no settings',
      at: [1, 1],
    },
    {
      name: 'a broken line',
      file: `${JSON.stringify({ UserPoolClient: GOOD })}\n{"UserPoolClient":\n`,
      says: 'not valid JSON: the line ends where a value was expected',
      at: [2, 19],
    },
    {
      name: 'a wrong type',
      file: '{"UserPoolClient": {"ClientId": "a", "LogoutURLs": "b"}}',
      says: 'LogoutURLs is a string, but the API has a list there',
      at: [1, 52],
    },
    {
      name: '10 MB on one line, broken at its end',
      file: ONE_LINE_10_MB,
      says: 'not valid JSON: expected "," or "}"',
      at: [1, ONE_LINE_10_MB.indexOf('"x"') + 1],
    },
    {
      name: '1,000 levels',
      file: `${'['.repeat(1000)}${']'.repeat(1000)}`,
      says: 'there is no app client in it',
      at: [1, 1],
    },
    {
      name: '1,000 open levels',
      file: '{"a":'.repeat(1000),
      says: 'not valid JSON: the text ends where a value was expected',
      at: [1, 5001],
    },
  ])('$name', async ({ file, says, at }) => {
    const outcome = await scanJson({ 'good.json': described(), ...(file !== undefined && { 'bad.json': file }) }, [
      'bad.json',
      'good.json',
    ]);
    const { code, stderr, report } = outcome;
    expectNoStack(outcome);
    expect(code).toBe(2);
    expect(report.errors).toEqual([
      { uri: 'bad.json', message: expect.stringContaining(says), ...(at && { startLine: at[0], startColumn: at[1] }) },
    ]);
    const place = ['bad.json', ...(at ?? [])].join(':');
    expect(stderr.split('\n').filter((line) => line.includes('error: '))).toEqual([
      `${place}: error: ${report.errors[0]?.message}`,
    ]);
    expect(stderr.length).toBeLessThan(1000);
    expect(report.findings.filter(({ location }) => location.uri === 'good.json')).not.toEqual([]);
  });

  test('every wrong type of a client is told, and its other settings are judged', async () => {
    const client = { ...CLIENT, RefreshTokenValidity: '30', EnableTokenRevocation: 'true' };
    const { code, report } = await scanJson({ 'a.json': described(client) }, ['a.json']);
    expect(code).toBe(2);
    expect(report.errors.map(({ message }) => message.split(' ')[0])).toEqual([
      'RefreshTokenValidity',
      'EnableTokenRevocation',
    ]);
    expect(report.summary['clients']).toBe(1);
    expect(report.findings.map(({ rule }) => rule)).toContain('oauth-implicit-grant');
  });

  test.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    const cwd = temporaryFolder({ 'a.json': described(), 'b.json': described() });
    chmodSync(join(cwd, 'a.json'), 0);
    const outcome = await cognitoLint(['scan', '.', '-f', 'json'], { cwd });
    expect(outcome.code).toBe(2);
    expect(reportOf(outcome).errors[0]?.message).toMatch(/permission denied/);
    expect(reportOf(outcome).summary['clients']).toBe(1);
  });

  test('a folder without clients', async () => {
    const { code, stderr, report } = await scanJson({ 'package.json': '{"name": "a"}', 'b.txt': described() }, []);
    expect(code).toBe(2);
    expect(report.errors).toHaveLength(1);
    expect(stderr).toMatch(/no app client was found there/);
  });

  test('in a walk, what holds no client or is another syntax is passed over, and what is broken is told', async () => {
    const files = {
      'package.json': '{"name": "a"}',
      'tsconfig.json': '{\n  // a comment\n  "include": ["src"],\n}',
      'page.json': '{{ template }}',
      'broken.json': '{"UserPoolClient": {',
      'client.json': described(GOOD),
    };
    const { code, report } = await scanJson(files, ['.']);
    expect(code).toBe(2);
    expect(report.errors.map(({ uri }) => uri)).toEqual(['broken.json']);
    expect(report.summary['clients']).toBe(1);
  });

  test('a client with a member of 100,000 levels is judged', async () => {
    const deep = described().replace(
      '"ClientName"',
      `"Deep": ${'['.repeat(100_000)}${']'.repeat(100_000)}, "ClientName"`,
    );
    const outcome = await scanJson({ 'a.json': deep }, ['a.json']);
    expectNoStack(outcome);
    expect(outcome.code).toBe(1);
    expect(outcome.report.notices).toHaveLength(1);
  });
});

test('below the root of a repository, a person reads paths from where they stand, a machine from the root', async () => {
  const cwd = join(
    temporaryFolder({ '.git/HEAD': '', 'sub dir/bad.json': '{', 'sub dir/a.json': described() }),
    'sub dir',
  );
  const outcome = await cognitoLint(['scan', 'a.json', 'bad.json', 'no.json', '-f', 'json'], { cwd });
  const { errors, findings } = reportOf(outcome);
  expect(errors.map(({ uri }) => uri).sort()).toEqual(['sub%20dir/bad.json', 'sub%20dir/no.json']);
  expect(new Set(findings.map(({ location }) => location.uri))).toEqual(new Set(['sub%20dir/a.json']));
  expect(outcome.stderr).toMatch(/^no\.json: error: /m);
  expect(outcome.stderr).toMatch(/^bad\.json:1:2: error: /m);
});

describe('standard input', () => {
  test('goes by stdin.json, or by the name it is given', async () => {
    for (const [args, uri] of [
      [['-'], 'stdin.json'],
      [['-', '--stdin-filename', 'exports/shop.json'], 'exports/shop.json'],
    ] as const) {
      const { code, report } = await scanJson({}, args, described());
      expect(code).toBe(1);
      expect(new Set(report.findings.map(({ location }) => location.uri))).toEqual(new Set([uri]));
    }
  });

  test('may be UTF-16, as PowerShell pipes it', async () => {
    const { report } = await scanJson({}, ['-'], Buffer.from(`\ufeff${described()}`, 'utf16le'));
    expect(report.summary['clients']).toBe(1);
  });

  test('that is empty is told', async () => {
    const { code, stderr } = await scanJson({}, ['-'], '');
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/^stdin\.json:1:1: error: the file is empty/),
    });
  });
});

describe('the exit code', () => {
  const warning = { ...GOOD, ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] };
  const note = { ...GOOD, ExplicitAuthFlows: ['CUSTOM_AUTH_FLOW_ONLY'] };
  const error = { ...GOOD, CallbackURLs: ['javascript:alert(1)'] };
  test.each([
    { found: 'nothing', client: GOOD, levels: [], codes: { error: 0, warning: 0, note: 0, never: 0 } },
    { found: 'a note', client: note, levels: ['note'], codes: { error: 0, warning: 0, note: 1, never: 0 } },
    { found: 'a warning', client: warning, levels: ['warning'], codes: { error: 0, warning: 1, note: 1, never: 0 } },
    { found: 'an error', client: error, levels: ['error'], codes: { error: 1, warning: 1, note: 1, never: 0 } },
  ])('of $found, for each --fail-on', async ({ client, levels, codes }) => {
    const cwd = temporaryFolder({ 'a.json': described(client) });
    for (const [level, code] of Object.entries(codes)) {
      const outcome = await cognitoLint(['scan', 'a.json', '-f', 'json', '--fail-on', level], { cwd });
      expect([level, outcome.code]).toEqual([level, code]);
      expect([...new Set(reportOf(outcome).findings.map((finding) => finding.level))]).toEqual(levels);
    }
  });

  test('is 1 for a warning when nothing is said', async () => {
    expect((await scanJson({ 'a.json': described(warning) }, ['a.json'])).code).toBe(1);
  });
});

describe('options', () => {
  const cwd = () => temporaryFolder({ 'a.json': described() });

  test('--preset pedantic has more than recommended', async () => {
    const folder = cwd();
    const count = async (...args: string[]) =>
      reportOf(await cognitoLint(['scan', 'a.json', '-f', 'json', ...args], { cwd: folder })).findings.length;
    const recommended = await count('--preset', 'recommended');
    expect(await count()).toBe(recommended);
    expect(await count('--preset', 'pedantic')).toBeGreaterThan(recommended);
  });

  test('several formats go to files, in folders that are made, and one to standard output', async () => {
    const folder = cwd();
    const args = ['scan', 'a.json', '-f', 'json=out/deep/a.json', '-f', 'sarif=out/a.sarif', '-f', 'pretty'];
    const { code, stdout } = await cognitoLint(args, { cwd: folder });
    expect(code).toBe(1);
    expect(stdout).toMatch(/app client/);
    const alone = await cognitoLint(['scan', 'a.json', '-f', 'json'], { cwd: folder });
    expect(readFileSync(join(folder, 'out/deep/a.json'), 'utf8')).toBe(alone.stdout);
    expect(JSON.parse(readFileSync(join(folder, 'out/a.sarif'), 'utf8'))).toBeTypeOf('object');
  });

  test.each([
    {
      name: 'two formats on standard output',
      args: ['scan', 'a.json', '-f', 'json', '-f', 'pretty'],
      says: /only one --format may go to standard output/,
    },
    {
      name: 'two formats in one file',
      args: ['scan', 'a.json', '-f', 'json=out', '-f', 'pretty', '-f', 'sarif=./out'],
      says: /only one --format may go to \.\/out;/,
    },
    {
      name: 'a format that there is not',
      args: ['scan', 'a.json', '-f', 'xml'],
      says: /there is no format "xml"; the formats are pretty, json, sarif/,
    },
    {
      name: "a format of an object's own",
      args: ['scan', 'a.json', '-f', 'constructor'],
      says: /there is no format "constructor"/,
    },
    { name: 'a format without its file', args: ['scan', 'a.json', '-f', 'json='], says: /names no file/ },
    {
      name: 'a file in the place of a folder',
      args: ['scan', 'a.json', '-f', 'json=a.json/b.json'],
      says: /a\.json\/b\.json cannot be written/,
    },
    {
      name: 'an unknown option',
      args: ['scan', 'a.json', '--formt', 'json'],
      says: /unknown option '--formt'[\s\S]*--format/,
    },
    { name: 'an unknown command', args: ['scann'], says: /unknown command 'scann'[\s\S]*scan/ },
    { name: 'no command', args: [], says: /Usage: cognito-lint/ },
    {
      name: 'a file beside --live',
      args: ['remediate', '--live', 'a.json', '--region', 'eu-west-1'],
      says: /^cognito-lint: --live reads no files; leave out a\.json, or --live\n$/,
    },
    { name: 'an unknown level', args: ['scan', 'a.json', '--fail-on', 'all'], says: /error, warning, note, never/ },
    { name: 'an unknown preset', args: ['scan', 'a.json', '--preset', 'strict'], says: /recommended, pedantic/ },
    { name: 'an option without its value', args: ['scan', 'a.json', '--format'], says: /argument missing/ },
  ])('$name is refused, with nothing on standard output', async ({ args, says }) => {
    const outcome = await cognitoLint(args, { cwd: cwd() });
    expectNoStack({ ...outcome, stderr: outcome.stderr.replace(/^error: /, '') });
    expect({ code: outcome.code, stdout: outcome.stdout }).toEqual({ code: 2, stdout: '' });
    expect(outcome.stderr).toMatch(says);
  });

  test('an output that cannot be written keeps no other from being written', async () => {
    const folder = cwd();
    const args = ['scan', 'a.json', '-f', 'sarif=a.json/b.sarif', '-f', 'json=out.json', '-f', 'pretty'];
    const { code, stdout, stderr } = await cognitoLint(args, { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^cognito-lint: a\.json\/b\.sarif cannot be written: [^\n]*\n$/);
    expect(stdout).toMatch(/oauth-implicit-grant/);
    expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8'))).toHaveProperty('findings');
  });

  test('a time that is no number is refused', async () => {
    const { code, stderr } = await cognitoLint(['scan', 'a.json'], { cwd: cwd(), env: { SOURCE_DATE_EPOCH: 'now' } });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/SOURCE_DATE_EPOCH must be/) });
  });

  test('--version is that of the package, --help shows the commands', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await cognitoLint(['--version'], { cwd: '.' })).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
    expect(await cognitoLint(['--help'], { cwd: '.' })).toEqual({
      code: 0,
      stdout: expect.stringMatching(/Usage:[\s\S]*scan/),
      stderr: '',
    });
    expect(await cognitoLint(['scan', '--help'], { cwd: '.' })).toEqual({
      code: 0,
      stdout: expect.stringMatching(/CloudFormation[\s\S]*Terraform[\s\S]*AWS Config[\s\S]*--stdin-filename/),
      stderr: '',
    });
  });

  test('--quiet leaves out notices and the summary, not errors and findings', async () => {
    const files = { 'a.json': described({ ...CLIENT, Tomorrow: 1 }), 'b.json': '{' };
    const { stdout, stderr } = await cognitoLint(['scan', '.', '--quiet'], { cwd: temporaryFolder(files) });
    expect(stderr).toMatch(/^b\.json:1:2: error: [^\n]*\n$/);
    expect(stdout).toMatch(/oauth-implicit-grant/);
    expect(stdout).not.toMatch(/in 1 app client/);
  });

  test.each([
    { name: 'a pipe has none', args: [], env: {}, colored: false },
    { name: 'FORCE_COLOR has it', args: [], env: { FORCE_COLOR: '1' }, colored: true },
    { name: 'FORCE_COLOR=0 has none', args: [], env: { FORCE_COLOR: '0' }, colored: false },
    { name: 'an empty FORCE_COLOR says nothing', args: [], env: { FORCE_COLOR: '' }, colored: false },
    { name: 'NO_COLOR wins over FORCE_COLOR', args: [], env: { FORCE_COLOR: '1', NO_COLOR: '1' }, colored: false },
    { name: 'an empty NO_COLOR says nothing', args: [], env: { FORCE_COLOR: '1', NO_COLOR: '' }, colored: true },
    { name: '--color wins over NO_COLOR', args: ['--color'], env: { NO_COLOR: '1' }, colored: true },
    { name: '--no-color wins over FORCE_COLOR', args: ['--no-color'], env: { FORCE_COLOR: '1' }, colored: false },
  ])('colour: $name', async ({ args, env, colored }) => {
    const { stdout } = await cognitoLint(['scan', 'a.json', ...args], { cwd: cwd(), env });
    expect(stdout.includes('\u001b[')).toBe(colored);
  });
});

/** Settings with a secret in them that is not their own. */
function othersWith(secret: string): object[] {
  const redirects = { AllowedOAuthFlowsUserPoolClient: true, CallbackURLs: [`http://app.example.com/cb/x_${secret}`] };
  return [
    { ClientName: `example_${secret}`, UserPoolId: `eu-west-1_${secret}` },
    { ClientId: secret, ...redirects },
  ];
}

describe('a secret in a file is in no output, and is reported where it stands', () => {
  const SECRET = 'q8Zt5vKw2Lm9Xc4Nb7Rj1Hf6Gd3Sa0Pu5Yi8Te2Wo9Qk4Mv7Bx1n';
  const client = { ClientSecret: SECRET, ...CLIENT, Copy: SECRET };
  const pretty = described(client);
  const minified = JSON.stringify({ UserPoolClient: client });
  const escaped = minified.replaceAll(
    SECRET,
    [...SECRET].map((one) => `\\u00${one.charCodeAt(0).toString(16)}`).join(''),
  );
  const forms = {
    'pretty-printed': pretty,
    minified,
    NDJSON: `${minified}\n${minified}\n`,
    'UTF-16 with CRLF': Buffer.from(`\ufeff${pretty.replaceAll('\n', '\r\n')}`, 'utf16le'),
    'spelled with escapes': escaped,
    'before a fault on its line': `${minified} {"ClientSecret": '${SECRET}', "ClientSecret" "${SECRET}"`,
  };

  test.each(Object.entries(forms))('%s', async (_name, content) => {
    const cwd = temporaryFolder({ 'a.json': content });
    const bytes: string[] = [];
    for (const format of ['pretty', 'json', 'sarif']) {
      const args = [
        'scan',
        'a.json',
        '--debug',
        '--preset',
        'pedantic',
        '--color',
        '-f',
        format,
        '-f',
        `${format}=out.${format}`,
      ];
      const { stdout, stderr } = await cognitoLint(args, { cwd });
      expect(stdout.length).toBeGreaterThan(100);
      bytes.push(stdout, stderr, readFileSync(join(cwd, `out.${format}`), 'utf8'));
    }
    const all = bytes.join('\n');
    for (let at = 0; at + 10 <= SECRET.length; at += 1) expect(all).not.toContain(SECRET.slice(at, at + 10));
    expect(all).not.toContain(escaped.slice(30, 60));
    const { findings } = reportOf(await cognitoLint(['scan', 'a.json', '-f', 'json'], { cwd }));
    const { location } = findings.find(({ rule }) => rule === 'client-secret-in-input') ?? {};
    expect(location?.pointer).toMatch(/UserPoolClient\/ClientSecret$/);
    const text = typeof content === 'string' ? content : content.toString('utf16le').slice(1);
    const line = text.split('\n')[(location?.startLine ?? 0) - 1] ?? '';
    expect(JSON.parse(line.slice((location?.startColumn ?? 0) - 1, (location?.endColumn ?? 0) - 1))).toBe(SECRET);
  });

  test.each([
    { name: 'a file that does not parse', content: `{"UserPoolClient": {"ClientSecret": "${SECRET}" "a": 1}}` },
    { name: 'a file that is no client', content: `{"${SECRET}": 1, "b": "${SECRET}"}` },
    {
      name: 'a list in the place of a secret',
      content: JSON.stringify({ UserPoolClient: { ...CLIENT, ClientSecret: [SECRET] } }),
    },
    {
      name: 'a member of the name of the secret',
      content: JSON.stringify({ UserPoolClient: { ...CLIENT, [SECRET]: 1 } }),
    },
    {
      name: 'a flow of the name of the secret',
      content: JSON.stringify({ UserPoolClient: { ...client, ExplicitAuthFlows: [SECRET] } }),
    },
    ...[
      { ClientName: `example_${SECRET}` },
      { AllowedOAuthFlowsUserPoolClient: true, CallbackURLs: [`http://app.example.com/cb/x_${SECRET}`] },
      { WriteAttributes: [`custom:admin_${SECRET}`], SupportedIdentityProviders: [`P${SECRET}`] },
      { AnalyticsConfiguration: { ApplicationId: SECRET } },
    ].map((copy) => ({
      name: `a client that has it a second time, in ${Object.keys(copy).at(-1)}`,
      content: JSON.stringify({ UserPoolClient: { ...client, ...copy } }),
    })),
    ...othersWith(SECRET).flatMap((copy) => {
      const [other, own] = [{ UserPoolClient: { ...CLIENT, ...copy } }, { UserPoolClient: client }];
      const where = Object.keys(copy).join(' and ');
      return [
        { name: `another client before its own, in ${where}`, content: JSON.stringify([other, own]) },
        {
          name: `another client behind its own, in ${where}`,
          content: `${JSON.stringify(own)}\n${JSON.stringify(other)}`,
        },
      ];
    }),
  ])('nor from $name', async ({ content }) => {
    const cwd = temporaryFolder({ 'a.json': content });
    for (const format of ['pretty', 'json', 'sarif', 'github', 'markdown', 'html']) {
      const { stdout, stderr } = await cognitoLint(['scan', 'a.json', '-f', format, '--debug'], { cwd });
      expect(stdout + stderr).not.toContain(SECRET.slice(4, 30));
    }
  });

  test('from standard input it is not reported, as nothing keeps it', async () => {
    const { stdout, report } = await scanJson({}, ['-'], minified);
    expect(report.findings.map(({ rule }) => rule)).not.toContain('client-secret-in-input');
    expect(stdout).not.toContain(SECRET);
  });
});

describe('what a redirect says beside its origin and path is not in the SARIF', () => {
  const json = (url: string) =>
    `{"UserPoolClient":{"ClientId":"a1","AllowedOAuthFlowsUserPoolClient":true,"AllowedOAuthFlows":["code"],"CallbackURLs":["${url}"]}}`;
  const yaml = (url: string) =>
    `UserPoolClient:\n  ClientId: a1\n  AllowedOAuthFlowsUserPoolClient: true\n  AllowedOAuthFlows: [code]\n  CallbackURLs:\n    - ${url}\n`;

  test.each([
    ['a password', 'a.json', json('http://user:s3cr3t@shop.acme.com/cb')],
    ['a query', 'a.json', json('http://shop.acme.com/cb?key=s3cr3t')],
    ['slashes that JSON escapes', 'a.json', json('http:\\/\\/user:s3cr3t@shop.acme.com\\/cb')],
    ['an apostrophe in a password', 'a.json', json("http://user:x's3cr3t@shop.acme.com/cb")],
    ['an apostrophe in a query', 'a.json', json("http://shop.acme.com/cb?key=it's3cr3t")],
    ['a password without slashes before it', 'a.json', json('http:user:s3cr3t@shop.acme.com')],
    ['a password behind backslashes', 'a.json', json('http:\\\\\\\\user:s3cr3t@shop.acme.com/cb')],
    ['a password behind escapes', 'a.json', json('http:\\u002f\\u002fuser:s3cr3t@shop.acme.com/cb')],
    ['a blank before the scheme', 'a.json', json(' http://user:s3cr3t@shop.acme.com/cb')],
    ['plain YAML', 'a.yaml', yaml("http://us'er:s3cr3t@shop.acme.com/cb")],
    ['quoted YAML', 'a.yaml', yaml("'http://user:it''s3cr3t@shop.acme.com/cb'")],
    ['YAML with escapes', 'a.yaml', yaml('"http:\\/\\/user:s3cr3t@shop.acme.com/cb"')],
    ['a block of YAML', 'a.yaml', yaml('>-\n      http://user:s3cr3t@shop.acme.com/cb')],
  ])('%s', async (_name, file, content) => {
    const cwd = temporaryFolder({ [file]: content });
    const { stdout } = await cognitoLint(['scan', file, '--preset', 'pedantic', '-f', 'sarif'], { cwd });
    const [run] = (JSON.parse(stdout) as Log).runs;
    expect(run?.results?.filter(({ ruleId }) => ruleId?.startsWith('redirect-')).length).toBeGreaterThan(0);
    expect(stdout).not.toContain('s3cr3t');
  });
});

test('a redirect of 600,000 colons is looked through once, and not anew at each', async () => {
  const cwd = temporaryFolder({
    'a.json': JSON.stringify({
      UserPoolClient: {
        ClientId: 'a1',
        AllowedOAuthFlowsUserPoolClient: true,
        AllowedOAuthFlows: ['code'],
        CallbackURLs: [`http://a.acme.io/${':'.repeat(600_000)}`],
      },
    }),
  });
  const { code, stdout } = await cognitoLint(['scan', 'a.json', '-f', 'sarif'], { cwd });
  expect(code).toBe(1);
  expect((JSON.parse(stdout) as Log).runs[0]?.results?.map(({ ruleId }) => ruleId)).toContain('redirect-http-callback');
});

test('what a client is called is no command to the runner of a workflow, and in JSON it is what it was', async () => {
  const name = '##[set-output name=safe]true';
  const cwd = temporaryFolder({
    'a.json': JSON.stringify({
      UserPoolClient: {
        ClientName: name,
        AllowedOAuthFlowsUserPoolClient: true,
        AllowedOAuthFlows: ['code'],
        CallbackURLs: [`http://a.acme.io/${name}`],
      },
    }),
  });
  const print = async (format: string) => (await cognitoLint(['scan', 'a.json', '-f', format], { cwd })).stdout;
  for (const format of ['pretty', 'json', 'sarif', 'github', 'markdown'])
    expect(await print(format)).not.toContain('##[');
  expect(JSON.parse(await print('json')).findings[0].client.clientName).toBe(name);
});

describe('fingerprints', () => {
  const sorted = (value: object) => Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  const reversed = Object.fromEntries(
    Object.entries(CLIENT).map(([key, value]) => [key, Array.isArray(value) ? [...value].reverse() : value]),
  );
  test.each<{ name: string; files: Record<string, string | Uint8Array> }>([
    { name: 'indented otherwise', files: { 'a.json': JSON.stringify({ UserPoolClient: CLIENT }, null, 1) } },
    { name: 'minified', files: { 'a.json': JSON.stringify({ UserPoolClient: CLIENT }) } },
    { name: 'with its keys sorted', files: { 'a.json': described(sorted(CLIENT)) } },
    { name: 'with CRLF', files: { 'a.json': described().replaceAll('\n', '\r\n') } },
    { name: 'with a byte order mark', files: { 'a.json': `\ufeff${described()}` } },
    { name: 'in UTF-16', files: { 'a.json': Buffer.from(`\ufeff${described()}`, 'utf16le') } },
    { name: 'under another name', files: { 'x/y z.json': described() } },
    { name: 'with its lists in another order', files: { 'a.json': described(reversed) } },
    { name: 'in a list, bare', files: { 'a.json': JSON.stringify([CLIENT]) } },
  ])('stay when the file is $name', async ({ files }) => {
    const prints = async (some: Record<string, string | Uint8Array>) =>
      (await scanJson(some, ['.', '--preset', 'pedantic'])).report.findings
        .map(({ rule, fingerprint }) => `${rule} ${fingerprint}`)
        .sort();
    const before = await prints({ 'a.json': described() });
    expect(before.length).toBeGreaterThan(3);
    expect(new Set(before).size).toBe(before.length);
    expect(await prints(files)).toEqual(before);
  });
});

describe('the output', () => {
  test.each(['pretty', 'json', 'sarif'])('%s is the same in two runs', async (format) => {
    const files = Object.fromEntries(
      Array.from({ length: 5 }, (_, index) => [`${index}.json`, described({ ...CLIENT, ClientId: `c${index}` })]),
    );
    const cwd = temporaryFolder({ ...files, 'bad.json': '{' });
    const [first, second] = [
      await cognitoLint(['scan', '-f', format], { cwd }),
      await cognitoLint(['scan', '-f', format], { cwd }),
    ];
    expect(first.stdout.length).toBeGreaterThan(1000);
    expect(second).toEqual(first);
  });

  const many = () => {
    const list = Array.from({ length: 2000 }, (_, index) => ({ ...CLIENT, ClientId: `client${index}` }));
    return temporaryFolder({ 'a.json': JSON.stringify(list) });
  };
  const shell = (command: string, cwd: string) =>
    promisify(execFile)('bash', ['--norc', '-c', command], {
      cwd,
      maxBuffer: 2 ** 28,
      env: { PATH: process.env['PATH'], NODE: process.execPath, BIN },
    });

  test.skipIf(process.platform === 'win32')('is complete at the end of a slow pipe', async () => {
    const { stdout } = await shell('"$NODE" "$BIN" scan a.json -f json | (sleep 1; cat)', many());
    expect(stdout.length).toBeGreaterThan(2 ** 20);
    expect((JSON.parse(stdout) as JsonReport).summary['clients']).toBe(2000);
  });

  test.skipIf(process.platform === 'win32').each([
    { name: 'standard output', command: '"$NODE" "$BIN" scan a.json -f json | head -c 10' },
    { name: 'both outputs', command: '"$NODE" "$BIN" scan a.json no.json --debug -f pretty 2>&1 | head -c 10' },
  ])('a reader of $name that has had enough is no error', async ({ command }) => {
    const { stdout, stderr } = await shell(command, many());
    expect(stdout.trim().length).toBeLessThanOrEqual(10);
    expect(stderr).toBe('');
  });

  test.skipIf(process.platform === 'win32')('is complete though nobody reads the errors', async () => {
    const command = '"$NODE" "$BIN" scan a.json no.json --debug -f json 2>&1 >out.json | true; cat out.json';
    const { stdout } = await shell(command, many());
    expect((JSON.parse(stdout) as JsonReport).summary['clients']).toBe(2000);
  });

  test.skipIf(process.platform === 'win32').each([
    { name: 'a mistake of the user', args: 'scan a.json -f xml' },
    { name: 'an unknown command', args: 'scann' },
    { name: 'an unknown option', args: 'scan --formt json' },
    { name: 'no command', args: '' },
    { name: 'files that are kept', args: 'init' },
  ])('the exit code is 2 though nobody reads of $name', async ({ args }) => {
    const cwd = temporaryFolder({ 'a.json': described(), 'cognito-lint.config.json': '{}' });
    const { stdout } = await shell(`"$NODE" "$BIN" ${args} 2>&1 >out | true; echo \${PIPESTATUS[0]}`, cwd);
    expect(stdout).toBe('2\n');
  });

  test.skipIf(!existsSync('/dev/full'))('a full disk is told', async () => {
    const { stdout, stderr } = await shell(
      '"$NODE" "$BIN" scan a.json > /dev/full; echo $?; "$NODE" "$BIN" scan a.json -f json=/dev/full; echo $?',
      many(),
    );
    expect(stdout).toBe('2\n2\n');
    expect(stderr.split('\n')).toEqual([
      expect.stringMatching(/^cognito-lint: standard output cannot be written: ENOSPC/),
      expect.stringMatching(/^cognito-lint: \/dev\/full cannot be written: ENOSPC/),
      '',
    ]);
  });

  test.skipIf(!existsSync('/dev/full')).each(['--help', '--version', 'scan --help', 'init'])(
    'a full disk is told by %s',
    async (args) => {
      const { stdout, stderr } = await shell(`"$NODE" "$BIN" ${args} > /dev/full; echo $?`, temporaryFolder());
      expect(stdout).toBe('2\n');
      expect(stderr).toMatch(/^cognito-lint: standard output cannot be written: ENOSPC[^\n]*\n$/);
    },
  );

  test.skipIf(process.platform === 'win32')('a file may be a pipe', async () => {
    const { stdout } = await shell('"$NODE" "$BIN" scan <(cat a.json) -f json --fail-on never', many());
    expect((JSON.parse(stdout) as JsonReport).summary['clients']).toBe(2000);
  });
});

test('lines of more than 256 MB are scanned', async () => {
  const line = (client: object) => `${JSON.stringify({ UserPoolClient: client })}\n`;
  const blanks = Buffer.alloc(2 ** 28, `${' '.repeat(2 ** 20 - 1)}\n`);
  const cwd = temporaryFolder({
    'a.ndjson': Buffer.concat([Buffer.from(line(CLIENT) + line(GOOD)), blanks, Buffer.from(line(CLIENT))]),
  });
  const { stdout, stderr } = await cognitoLint(['scan', 'a.ndjson', '-f', 'json', '--fail-on', 'never'], { cwd });
  expect(stderr).toBe('');
  expect((JSON.parse(stdout) as JsonReport).summary['clients']).toBe(3);
}, 60_000);

describe('a large file is read by several threads', () => {
  const isLoud = (index: number) => index % 10 === 0;
  const list = Array.from({ length: 14_000 }, (_, index) => {
    const own = { ClientId: `client${index}`, ClientName: `Kunde ${index}`, ReadAttributes: Array(100).fill('name') };
    return { UserPoolClient: isLoud(index) ? { ...CLIENT, ...own } : { ...GOOD, ...own } };
  });
  const folder = () => temporaryFolder({ 'a.json': JSON.stringify(list, null, 1) });
  const scan = async (cwd: string, command: string, bin = BIN) => {
    const env = { PATH: process.env['PATH'], NODE: process.execPath, BIN: bin };
    const options = { cwd, env, maxBuffer: 2 ** 28 };
    return (await promisify(execFile)('bash', ['--norc', '-c', command], options)).stdout;
  };

  test.skipIf(process.platform === 'win32')('and the output is that of one thread', async () => {
    const cwd = folder();
    const file = await scan(cwd, '"$NODE" "$BIN" scan a.json -f json --fail-on never');
    // Standard input is read by one thread.
    const stdin = await scan(cwd, '"$NODE" "$BIN" scan - --stdin-filename a.json -f json --fail-on never < a.json');
    expect((JSON.parse(file) as JsonReport).summary).toMatchObject({ clients: 14_000, errors: 0 });
    expect(file.length).toBe(stdin.length);
    expect(file === stdin).toBe(true);
  });

  test.skipIf(process.platform === 'win32')('how many is told to those who ask', async () => {
    const cwd = folder();
    const command = '"$NODE" "$BIN" scan a.json -f json --fail-on never --debug 2>&1 > json';
    const others = Math.min(availableParallelism() - 1, 3);
    expect(await scan(cwd, command)).toContain(` threads that read large files beside this one: ${others}\n`);
  });

  test.skipIf(process.platform === 'win32')('and by one where no other can be started', async () => {
    const cwd = folder();
    const dist = temporaryFolder();
    cpSync(join(BIN, '..'), dist, { recursive: true });
    rmSync(join(dist, 'chunks', 'sieve-thread.js'));
    const command = '"$NODE" "$BIN" scan a.json -f json --fail-on never';
    expect((await scan(cwd, command, join(dist, 'bin.js'))) === (await scan(cwd, command))).toBe(true);
  });
});

test('the built program imports nothing when it runs, as code from a cache of V8 has no loader for it', () => {
  const code = readFileSync(join(BIN, '../main.js'), 'utf8');
  expect(code.match(/(?<![\w.$])import\(.{0,40}/g) ?? []).toEqual([]);
});
