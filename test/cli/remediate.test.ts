import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { cognitoLint } from './program.ts';

const SECRET = '0a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6q7r8s9t0u1v2w3x4y5z';

const client = (changes: object = {}) =>
  JSON.stringify({
    UserPoolClient: {
      UserPoolId: 'eu-west-1_AbCdEfGhI',
      ClientId: '1example23456789',
      ClientName: 'web',
      ClientSecret: SECRET,
      LastModifiedDate: '2026-10-01T08:00:00Z',
      CreationDate: '2026-01-01T08:00:00Z',
      RefreshTokenValidity: 30,
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      PreventUserExistenceErrors: 'LEGACY',
      EnableTokenRevocation: true,
      AuthSessionValidity: 3,
      ...changes,
    },
  });

describe('all that is shown of a client', () => {
  const quiet = { ClientSecret: '[REDACTED]', ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] };
  const head = 'web  1example23456789  eu-west-1_AbCdEfGhI  file.json\n';
  const fix = (from: string) => `
  PreventUserExistenceErrors  (user-existence-errors-legacy)
    - ${from}
    + "ENABLED"
    may break: the app sees other error texts, and no UserNotFoundException
`;
  const command = `
  To apply it:
    run this again with --output-dir fixes, then
    aws cognito-idp update-user-pool-client --cli-input-json file://fixes/<userPoolId>__<clientId>.json | cognito-lint scan -
`;
  const template = { PreventUserExistenceErrors: 'LEGACY', GenerateSecret: true };

  test.each([
    ['what is fixed, and the commands', client(quiet), 1, `${head}${fix('"LEGACY"')}${command}\n`],
    [
      'what is not set, and what a person must decide',
      client({ ...quiet, PreventUserExistenceErrors: undefined, ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] }),
      1,
      `${head}${fix('not set')}
  For a person to decide:
    auth-flow-user-password: it changes how an app signs in (apps and migrations that send the
    password stop signing in); --include-risky or --rule auth-flow-user-password makes it
${command}\n`,
    ],
    [
      'why there is no input, and then no command',
      client({ ...quiet, ClientId: undefined }),
      2,
      `web  eu-west-1_AbCdEfGhI  file.json\n${fix('"LEGACY"')}
  No input is printed:
    the client has no ClientId, without which it cannot be updated\n\n`,
    ],
    [
      'that there is nothing to fix',
      client({ ...quiet, PreventUserExistenceErrors: 'ENABLED' }),
      0,
      `${head}  nothing to fix\n\n`,
    ],
    [
      'what to change where it is made',
      JSON.stringify({ Resources: { Web: { Type: 'AWS::Cognito::UserPoolClient', Properties: template } } }),
      1,
      `Web  file.json

  To change where it is made:
    user-existence-errors-legacy: set Properties.PreventUserExistenceErrors of Web to "ENABLED";
    what may break: the app sees other error texts, and no UserNotFoundException\n\n`,
    ],
  ])('%s', async (_name, text, code, stdout) => {
    const cwd = temporaryFolder({ 'file.json': text });
    expect(await cognitoLint(['remediate', 'file.json'], { cwd })).toEqual({ code, stdout, stderr: '' });
  });
});

test('what cannot be read is told, exit 2, and the rest is planned', async () => {
  const cwd = temporaryFolder({
    'client.json': client(),
    'broken.json': '{',
    'cognito-lint.config.json': JSON.stringify({ plugins: ['./lost.mjs'] }),
  });
  const only = await cognitoLint(['remediate', 'client.json'], { cwd });
  const both = await cognitoLint(['remediate', 'broken.json', 'client.json', '--no-config'], { cwd });
  expect([only.code, both.code]).toEqual([2, 2]);
  expect(only.stderr).toMatch(/^[^\n]*error: the plug-in ".\/lost.mjs" cannot be found [^\n]*\n$/);
  expect(both.stderr).toMatch(/^broken\.json:1:2: error: [^\n]*\n$/);
  for (const { stdout } of [only, both]) expect(stdout).toContain('(user-existence-errors-legacy)');
});

test('a client that has its secret a second time gets no input, as that would have to show it', async () => {
  const name = `web-${SECRET}`;
  const cwd = temporaryFolder({
    'client.json': client({ ClientName: name, CallbackURLs: [`https://a.io/${SECRET}`] }),
  });
  const { code, stdout, stderr } = await cognitoLint(['remediate', 'client.json'], { cwd });
  expect(code).toBe(2);
  expect(stdout + stderr).not.toContain(SECRET);
  expect(stdout).toContain('No input is printed:\n    ClientName has a client secret in it, which is not printed');
});

test('nor does one whose secret is the name of a member, too', async () => {
  const cwd = temporaryFolder({ 'client.json': client({ [SECRET]: SECRET }) });
  const { code, stdout, stderr } = await cognitoLint(['remediate', 'client.json'], { cwd });
  expect(code).toBe(2);
  expect(stdout + stderr).not.toContain(SECRET);
  expect(stdout).toContain('a member with a long or unusual name has a client secret in it');
});

describe("a rule of one's own that is broken is told, and the others are seen to", () => {
  const broken = (check: string, remedy: string) => ({
    'client.json': client(),
    'cognito-lint.config.json': JSON.stringify({
      plugins: ['./mine.mjs'],
      exceptions: [{ rule: 'auth-flow-user-password', reason: 'Until the app is new.' }],
    }),
    'mine.mjs': `export default {
      id: 'acme/name', title: 'The name is bad', level: 'warning', severity: '5.0', precision: 'high',
      preset: 'recommended', area: 'hygiene', why: 'Why.', fix: 'Fix.', references: ['client'], cwe: [204],
      examples: { bad: { ClientName: 'web' }, good: { ClientName: 'app' } },
      *check({ client }) { ${check} },
      remedy() { ${remedy} },
    };`,
  });
  const yields = "yield { path: ['ClientName'], message: 'It is bad.' };";

  test.each([
    ['its check throws', 'throw new Error("no");', '', 2, 'the rule acme/name failed on this client'],
    ['its remedy throws', yields, 'throw Object.create(null);', 1, 'acme/name: its remedy failed'],
    [
      'its remedy is async and throws',
      yields,
      'return Promise.reject(new Error("no"));',
      1,
      'acme/name: its remedy failed (TypeError: it is async,',
    ],
    ['its remedy gives nothing', yields, '', 1, 'acme/name: its remedy gives no change'],
    ['its remedy gives a number', yields, 'return 3;', 1, 'acme/name: its remedy gives no change'],
    ['its remedy has no risk', yields, 'return { settings: {} };', 1, 'acme/name: its remedy gives no change'],
  ])('%s', async (_name, check, remedy, exitCode, said) => {
    const cwd = temporaryFolder(broken(check, remedy));
    const { code, stdout, stderr } = await cognitoLint(['remediate', 'client.json'], { cwd });
    expect(stdout + stderr).toContain(said);
    expect(stderr).toMatch(exitCode === 2 ? /^client\.json:1:\d+: error: the rule acme\/name / : /^$/);
    expect(stdout).toContain('(user-existence-errors-legacy)');
    expect(code).toBe(exitCode);
    const sarif = await cognitoLint(['scan', 'client.json', '-f', 'sarif', '--fail-on', 'never'], { cwd });
    expect([sarif.code, JSON.parse(sarif.stdout).version]).toEqual([exitCode === 2 ? 2 : 0, '2.1.0']);
  });
});

test('what an exception accepts of a client is left as it is in that client alone', async () => {
  const cwd = temporaryFolder({
    'clients.json': `[${client()}, ${client({ ClientName: 'app', ClientId: 'other' })}]`,
    'cognito-lint.config.json': JSON.stringify({
      exceptions: [{ rule: 'user-existence-errors-legacy', client: 'app', reason: 'Known.' }],
    }),
  });
  const { stdout } = await cognitoLint(['remediate', 'clients.json', '-f', 'json'], { cwd });
  const fixes = JSON.parse(stdout).clients.map(({ fixes }: { fixes: { path: string }[] }) => fixes);
  expect(fixes).toMatchObject([[{ path: '/PreventUserExistenceErrors' }], []]);
});

test('many clients are shown one after the other, and nothing else is said', async () => {
  const files = Array.from({ length: 20 }, (_, index) => [`${index}.json`, client({ ClientId: `client${index}` })]);
  const { stdout, stderr } = await cognitoLint(['remediate'], { cwd: temporaryFolder(Object.fromEntries(files)) });
  expect(stdout.match(/"LEGACY"/g)).toHaveLength(20);
  expect(stderr).toBe('');
});

test('-f json has one entry a client, with the whole input and without the secret', async () => {
  const cwd = temporaryFolder({ 'client.json': client() });
  const { code, stdout } = await cognitoLint(['remediate', 'client.json', '-f', 'json', '--include-risky'], { cwd });
  const { version, clients } = JSON.parse(stdout);
  expect([code, version, clients.length]).toEqual([1, 1, 1]);
  expect(clients[0].client).toMatchObject({
    userPoolId: 'eu-west-1_AbCdEfGhI',
    clientId: '1example23456789',
    clientName: 'web',
  });
  expect(clients[0].fixes.map(({ rule }: { rule: string }) => rule)).toEqual([
    'auth-flow-user-password',
    'user-existence-errors-legacy',
  ]);
  expect(clients[0].manual.map(({ rule }: { rule: string }) => rule)).toEqual(['client-secret-in-input']);
  expect(clients[0].input).toEqual({
    UserPoolId: 'eu-west-1_AbCdEfGhI',
    ClientId: '1example23456789',
    ClientName: 'web',
    RefreshTokenValidity: 30,
    TokenValidityUnits: { RefreshToken: 'days' },
    ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    PreventUserExistenceErrors: 'ENABLED',
    EnableTokenRevocation: true,
    AuthSessionValidity: 3,
  });
  expect(stdout).not.toContain(SECRET);
});

test('-f json writes by its number what a terminal may take for more than text', async () => {
  const name = 'a\u009b31m\u202eb';
  const cwd = temporaryFolder({ 'client.json': client({ ClientName: name }) });
  const { stdout } = await cognitoLint(['remediate', 'client.json', '-f', 'json'], { cwd });
  expect(stdout).toContain('"a\\u009b31m\\u202eb"');
  expect(stdout).toMatch(/^[\n -~]*$/);
  expect(JSON.parse(stdout).clients[0].input.ClientName).toBe(name);
});

describe('what is to be run writes no other changes than those that are shown', () => {
  test.each([
    ['one rule', ['client.json', '--rule', 'auth-session-validity-long'], ['AuthSessionValidity']],
    ['risky changes', ['client.json', '--rule', 'auth-flow-user-password'], ['ExplicitAuthFlows']],
    ['standard input', ['-', '--rule', 'user-existence-errors-legacy'], ['PreventUserExistenceErrors']],
    [
      'standard input under a name',
      ['-', '--stdin-filename', 'none.json'],
      ['AuthSessionValidity', 'PreventUserExistenceErrors'],
    ],
  ])('%s', async (_name, args, changed) => {
    const input = client({ AuthSessionValidity: 15 });
    const cwd = temporaryFolder({ 'client.json': input });
    const { stdout } = await cognitoLint(['remediate', ...args], { cwd, input });
    expect([...stdout.matchAll(/^ {2}(\w+) {2}\(/gm)].map(([, member]) => member)).toEqual(changed);
    expect(stdout).toContain('\n    run this again with --output-dir fixes, then\n');
    expect(stdout).not.toContain('cognito-lint remediate');
    await cognitoLint(['remediate', ...args, '--output-dir', 'fixes'], { cwd, input });
    const written = JSON.parse(readFileSync(join(cwd, 'fixes/eu-west-1_AbCdEfGhI__1example23456789.json'), 'utf8'));
    const before = JSON.parse(input).UserPoolClient;
    const others = Object.keys(written).filter((member) => member !== 'TokenValidityUnits');
    expect(others.filter((member) => !isDeepStrictEqual(written[member], before[member])).sort()).toEqual(changed);
  });
});

describe('the path of an input is a word that a shell runs nothing of', () => {
  test.each([
    ['fixes_1', 'file://fixes_1/eu-west-1_AbCdEfGhI__1example23456789.json'],
    ['my fixes', "'file://my fixes/eu-west-1_AbCdEfGhI__1example23456789.json'"],
    ["it's`id`", "'file://it'\\''s`id`/eu-west-1_AbCdEfGhI__1example23456789.json'"],
  ])('%s', async (folder, word) => {
    const cwd = temporaryFolder({ 'client.json': client() });
    const { stdout } = await cognitoLint(['remediate', 'client.json', '--output-dir', folder], { cwd });
    expect(stdout).toContain(`--cli-input-json ${word} | cognito-lint scan -\n`);
    expect(stdout).not.toContain('run this again');
  });
});

test('a healthy client has an entry too, and the exit code is 0', async () => {
  const healthy = readFileSync('test/fixtures/healthy/confidential.json', 'utf8');
  const cwd = temporaryFolder({ 'client.json': healthy });
  const { code, stdout } = await cognitoLint(['remediate', 'client.json', '-f', 'json'], { cwd });
  expect([code, JSON.parse(stdout).clients[0].fixes]).toEqual([0, []]);
});

describe('a description in YAML is as good as one in JSON', () => {
  const inBlocks = `UserPoolClient:
  UserPoolId: eu-west-1_AbCdEfGhI
  ClientId: 1example23456789
  ClientSecret: ${SECRET}
  CreationDate: '2026-01-01T08:00:00Z'
  ExplicitAuthFlows:
  - ALLOW_USER_SRP_AUTH
  PreventUserExistenceErrors: LEGACY
  EnableTokenRevocation: true
  AuthSessionValidity: 3
`;
  const inBrackets =
    '---\nUserPoolClient: {UserPoolId: eu-west-1_AbCdEfGhI, ClientId: 1example23456789, ' +
    `ClientSecret: ${SECRET}, ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH], PreventUserExistenceErrors: LEGACY, ` +
    'EnableTokenRevocation: true, AuthSessionValidity: 3}\n';
  const inList = `- Name: other\n${inBlocks.replace(/^/gm, '  ').replace(' ', '-')}`;
  test.each([
    ['blocks', inBlocks],
    ['brackets', inBrackets],
    ['a list', inList],
    ['several documents', `---\n${inBlocks}---\nName: other\n`],
  ])('%s', async (_style, text) => {
    const cwd = temporaryFolder({ 'client.yaml': text });
    const { code, stdout, stderr } = await cognitoLint(['remediate', 'client.yaml', '-f', 'json'], { cwd });
    const [only] = JSON.parse(stdout).clients;
    expect(code).toBe(1);
    expect(only.fixes).toMatchObject([{ path: '/PreventUserExistenceErrors', from: 'LEGACY', to: 'ENABLED' }]);
    expect(only.input).toEqual({
      UserPoolId: 'eu-west-1_AbCdEfGhI',
      ClientId: '1example23456789',
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
      AuthSessionValidity: 3,
    });
    expect(stdout + stderr).not.toContain(SECRET.slice(0, 8));
  });
});

test('a client of a file that is read part by part is as good as another', async () => {
  const { UserPoolClient } = JSON.parse(client({ ClientName: 'x'.repeat(1000) }));
  const clients = Array.from({ length: 1000 }, (_, index) => ({ ...UserPoolClient, ClientId: `client${index}` }));
  const cwd = temporaryFolder({ 'clients.json': JSON.stringify(clients) });
  const { code, stdout } = await cognitoLint(['remediate', 'clients.json', '-f', 'json'], { cwd });
  const planned = JSON.parse(stdout).clients;
  expect([code, planned.length]).toEqual([1, 1000]);
  expect(planned[999].input).toMatchObject({ ClientId: 'client999', PreventUserExistenceErrors: 'ENABLED' });
});

describe('--output-dir', () => {
  test('writes an input for each client, and never over another unless --force is given', async () => {
    const cwd = temporaryFolder({ 'client.json': client() });
    const run = (...more: string[]) =>
      cognitoLint(['remediate', 'client.json', '--output-dir', 'fixes', ...more], { cwd });
    expect((await run()).code).toBe(1);
    expect(readdirSync(join(cwd, 'fixes'))).toEqual(['eu-west-1_AbCdEfGhI__1example23456789.json']);
    const again = await run();
    expect([again.code, again.stderr]).toEqual([
      2,
      'fixes/eu-west-1_AbCdEfGhI__1example23456789.json is there already and is kept; --force writes it anew\n',
    ]);
    expect((await run('--force')).code).toBe(1);
  });

  describe('what cannot be written is told, and the plans are printed all the same', () => {
    test.each([
      [
        'the folder is a file',
        'client.json',
        /^cognito-lint: --output-dir client.json cannot be made: EEXIST: .*; name another folder\n$/,
      ],
      [
        'the folder is below a file',
        'client.json/fixes',
        /^cognito-lint: --output-dir client.json\/fixes cannot be made: ENOTDIR: .*; name another folder\n$/,
      ],
      [
        'the file is a folder',
        'fixes',
        /^cognito-lint: fixes\/eu-west-1_AbCdEfGhI__1example23456789.json cannot be written: EISDIR: .*\n$/,
      ],
    ])('%s', async (_name, folder, message) => {
      const cwd = temporaryFolder({
        'client.json': client(),
        'fixes/eu-west-1_AbCdEfGhI__1example23456789.json/x': '',
      });
      const args = ['remediate', 'client.json', '--force', '--output-dir', folder];
      const { code, stdout, stderr } = await cognitoLint(args, { cwd });
      expect(code).toBe(2);
      expect(stderr).toMatch(message);
      expect(stdout).toContain('  PreventUserExistenceErrors  (user-existence-errors-legacy)');
    });
  });

  test.each([[[]], [['--force']]])('of two descriptions of one client the first has the input: %j', async (more) => {
    const cwd = temporaryFolder({
      'a.json': client({ AuthSessionValidity: 4 }),
      'b.json': client({ AuthSessionValidity: 5 }),
    });
    const args = ['remediate', 'a.json', 'b.json', '--output-dir', 'fixes', ...more];
    const { code, stdout, stderr } = await cognitoLint(args, { cwd });
    expect([code, stderr]).toEqual([
      2,
      'b.json:1:19: error: the client with the same ids in a.json has fixes/eu-west-1_AbCdEfGhI__1example23456789.json, ' +
        'so no input is written for this one; leave one of the two out\n',
    ]);
    expect(stdout.match(/"LEGACY"/g)).toHaveLength(2);
    const written = readFileSync(join(cwd, 'fixes/eu-west-1_AbCdEfGhI__1example23456789.json'), 'utf8');
    expect(JSON.parse(written)).toMatchObject({ AuthSessionValidity: 4 });
  });

  test('no id leads out of the folder', async () => {
    const cwd = temporaryFolder({ 'client.json': client({ ClientId: '../../evil', UserPoolId: '/etc/x' }) });
    await cognitoLint(['remediate', 'client.json', '--output-dir', 'fixes'], { cwd });
    expect(readdirSync(join(cwd, 'fixes'))).toEqual(['_etc_x________evil.json']);
  });
});

test('a description that an old AWS CLI wrote gets no input, unless that is allowed', async () => {
  const cwd = temporaryFolder({ 'client.json': client({ AuthSessionValidity: undefined }) });
  const refused = await cognitoLint(['remediate', 'client.json'], { cwd });
  expect(refused.code).toBe(2);
  expect(refused.stdout).toContain('the description has no AuthSessionValidity, which the service');
  const inJson = await cognitoLint(['remediate', 'client.json', '-f', 'json'], { cwd });
  expect(inJson.code).toBe(2);
  expect(inJson.stderr).toContain('error: no input is printed: the description has no AuthSessionValidity, which');
  const json = await cognitoLint(['remediate', 'client.json', '-f', 'json'], { cwd });
  expect(JSON.parse(json.stdout).clients[0]).not.toHaveProperty('input');
  expect((await cognitoLint(['remediate', 'client.json', '--allow-incomplete'], { cwd })).code).toBe(1);
});

describe('what is not known is not in the input, which is told', () => {
  const RESET = 'is not in the input, as this version does not know it, so the update resets it if the service has it';
  const told = (member: string) => `client.json:1:#: notice: ${member} ${RESET}`;
  test.each([
    ['a member of tomorrow', { FutureThing: { a: 1 } }, [told('FutureThing')]],
    ['a name that may be more', { [SECRET]: 1 }, [told('a member with a long or unusual name')]],
    ['where no input is printed', { FutureThing: 1, EnableTokenRevocation: undefined }, []],
    ['where all is known', { ClientType: 'REGULAR' }, []],
  ])('%s', async (_name, changes, notices) => {
    const cwd = temporaryFolder({ 'client.json': client(changes) });
    const { stdout, stderr } = await cognitoLint(['remediate', 'client.json', '-f', 'json'], { cwd });
    const lines = stderr.split('\n').filter((line) => line.includes(RESET));
    expect(lines.map((line) => line.replace(/:1:\d+:/, ':1:#:'))).toEqual(notices);
    expect(Object.keys(JSON.parse(stdout).clients[0].input ?? {})).not.toContain(Object.keys(changes)[0]);
    expect(stdout + stderr).not.toContain(SECRET);
  });
});

test('--quiet leaves out the notices and keeps the errors', async () => {
  const files = { 'client.json': client({ FutureThing: 1 }), 'broken.json': '{' };
  const args = ['remediate', 'client.json', 'broken.json', '--quiet'];
  const { code, stdout, stderr } = await cognitoLint(args, { cwd: temporaryFolder(files) });
  expect([code, stdout]).toEqual([2, expect.stringContaining('(user-existence-errors-legacy)')]);
  expect(stderr).toMatch(/^broken\.json:1:2: error: [^\n]*\n$/);
});

describe('a client without its ids gets no input, whatever is allowed', () => {
  test.each([
    ['a create input', readFileSync('test/fixtures/create-input/input.json', 'utf8')],
    ['a description without one', client({ ClientId: undefined })],
    ['an id that is no text', client({ ClientId: 7 })],
  ])('%s', async (_name, text) => {
    const cwd = temporaryFolder({ 'client.json': text });
    const args = ['remediate', 'client.json', '--allow-incomplete', '--output-dir', 'fixes'];
    const { code, stdout } = await cognitoLint(args, { cwd });
    expect(code).toBe(2);
    expect(stdout).toContain('the client has no ClientId, without which it cannot be updated');
    expect(readdirSync(join(cwd, 'fixes'))).toEqual([]);
  });
});

test('a rule that is not there is told with the nearest one', async () => {
  const { code, stderr } = await cognitoLint(['remediate', '--rule', 'user-existence-errors'], {
    cwd: temporaryFolder(),
  });
  expect([code, stderr]).toEqual([
    2,
    'cognito-lint: --rule user-existence-errors: there is no such rule; did you mean user-existence-errors-legacy?\n',
  ]);
});

describe('a rule that is off fixes nothing, which is told with what turns it on', () => {
  const RULE = 'redirect-duplicate';
  const config = (level: string, rule = RULE) => ({
    'cognito-lint.config.json': JSON.stringify({ rules: { [rule]: level } }),
  });
  const LEVEL = `a level under "rules" in the config turns it on`;
  test.each([
    ['by its preset', RULE, [], {}, `; ${LEVEL}, or --preset pedantic`],
    ['by the config', RULE, ['--preset', 'pedantic'], config('off'), `; ${LEVEL}`],
    [
      'of the preset, by the config',
      'token-revocation-disabled',
      [],
      config('off', 'token-revocation-disabled'),
      `; ${LEVEL}`,
    ],
  ])('%s', async (_name, rule, args, files, said) => {
    const cwd = temporaryFolder({ 'client.json': client(), ...files });
    const outcome = await cognitoLint(['remediate', '--rule', rule, ...args], { cwd });
    expect(outcome).toEqual({ code: 2, stdout: '', stderr: `cognito-lint: --rule ${rule}: this rule is off${said}\n` });
  });

  test.each([
    ['the preset', ['--preset', 'pedantic'], {}],
    ['the config', [], config('note')],
  ])('%s turns it on', async (_name, args, files) => {
    const text = client({
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://a.acme.io/cb', 'https://a.acme.io/cb/'],
    });
    const cwd = temporaryFolder({ 'client.json': text, ...files });
    const { code, stdout } = await cognitoLint(['remediate', '--rule', RULE, ...args], { cwd });
    expect([code, stdout]).toEqual([1, expect.stringContaining(RULE)]);
  });
});

describe('a client that is made from something gets the setting in the words of that form, and no input', () => {
  const template = (properties: object) =>
    JSON.stringify({ Resources: { Web: { Type: 'AWS::Cognito::UserPoolClient', Properties: properties } } });
  const plan = (after: object) =>
    JSON.stringify({
      format_version: '1.2',
      planned_values: {},
      resource_changes: [
        {
          address: 'aws_cognito_user_pool_client.web',
          mode: 'managed',
          type: 'aws_cognito_user_pool_client',
          change: { actions: ['create'], after, after_unknown: {} },
        },
      ],
    });

  test.each([
    [
      'CloudFormation',
      template({ PreventUserExistenceErrors: 'LEGACY', GenerateSecret: true }),
      'set Properties.PreventUserExistenceErrors of Web to "ENABLED"',
    ],
    [
      'a list that is not known whole',
      template({
        AllowedOAuthFlowsUserPoolClient: true,
        CallbackURLs: ['javascript:1', 'https://a.acme-corp.io', { Ref: 'Site' }],
      }),
      'what to set hangs on CallbackURLs, which is not known',
    ],
    ['Terraform', plan({ name: 'web', generate_secret: true }), 'set prevent_user_existence_errors = "ENABLED"'],
    [
      'a block of Terraform',
      plan({ name: 'web', generate_secret: false, explicit_auth_flows: ['ALLOW_USER_SRP_AUTH'] }),
      'set refresh_token_rotation { feature = "ENABLED", retry_grace_period_seconds = 10 }',
    ],
  ])('%s', async (_form, text, words) => {
    const cwd = temporaryFolder({ 'file.json': text });
    const { code, stdout } = await cognitoLint(['remediate', 'file.json', '-f', 'json', '--include-risky'], { cwd });
    const [only] = JSON.parse(stdout).clients;
    expect([code, only.fixes, only.input]).toEqual([1, [], undefined]);
    expect(only.manual.map(({ reason }: { reason: string }) => reason).join('\n')).toContain(words);
  });
});
