import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { cognitoLint } from '../cli/program.ts';
import { temporaryFolder } from '../temporary.ts';
import { ACCOUNT, type Call, type Fault, OTHER_ACCOUNT, type World } from './cognito-server.ts';
import { Quotas } from './quotas.ts';
import { live, reportOf, someClients, startServer } from './start.ts';

const EAST = `${ACCOUNT}/us-east-1`;
const WEST = `${ACCOUNT}/eu-west-1`;
const SECRET = '0z9y8x7w6v5u4t3s2r1q0p9o8n7m6l5k4j3i2h1g0f9e8d7c6b5a';

function oneClient(settings: object): World {
  return { [EAST]: { 'us-east-1_Aaaaaaaaa': { clients: { client1: settings } } } };
}

describe('every client is read exactly once', () => {
  test('over pages, and over empty pages that have a token', async () => {
    const world = {
      [EAST]: Object.fromEntries(
        Array.from({ length: 7 }, (_, index) => [`us-east-1_Pool${index}`, { clients: someClients(`p${index}`, 5) }]),
      ),
    };
    const { server, url } = await startServer({ world, pageSize: 2, emptyPages: true });
    const outcome = await live(
      ['audit', '-f', 'json', '--no-secret-ages', '--rate', '1000', '--pool-rate', '1000'],
      url,
    );
    const { summary, findings } = reportOf(outcome);
    expect(outcome.stderr).toBe('');
    expect(summary.clients).toBe(35);
    expect(server.count('DescribeUserPoolClient')).toBe(35);
    const found = findings
      .filter(({ rule }) => rule === 'auth-flow-user-password')
      .map(({ client }) => client.clientId);
    expect(new Set(found).size).toBe(35);
    expect(outcome.code).toBe(1);
  });

  test('in several regions and accounts, each with a run of its own', async () => {
    const world = {
      [EAST]: { 'us-east-1_Aaaaaaaaa': { clients: someClients('a', 2) } },
      [WEST]: { 'eu-west-1_Bbbbbbbbb': { clients: someClients('b', 1) } },
      [`${OTHER_ACCOUNT}/us-east-1`]: { 'us-east-1_Ccccccccc': { clients: someClients('c', 3) } },
      [`${OTHER_ACCOUNT}/eu-west-1`]: {},
    };
    const { url } = await startServer({ world });
    const roles = [ACCOUNT, OTHER_ACCOUNT].flatMap((account) => ['--role-arn', `arn:aws:iam::${account}:role/audit`]);
    const regions = ['--region', 'us-east-1', '--region', 'eu-west-1'];
    const outcome = await live(['audit', '-f', 'sarif', '--no-secret-ages', ...roles, ...regions], url);
    const { runs } = JSON.parse(outcome.stdout) as Log;
    const clients = (index: number) =>
      new Set(runs[index]?.results?.map(({ properties }) => properties?.['clientId'])).size;
    expect(runs.map(({ automationDetails }, index) => [automationDetails?.id, clients(index)])).toEqual([
      [`cognito-lint/live/${ACCOUNT}/eu-west-1/`, 1],
      [`cognito-lint/live/${ACCOUNT}/us-east-1/`, 2],
      [`cognito-lint/live/${OTHER_ACCOUNT}/eu-west-1/`, 0],
      [`cognito-lint/live/${OTHER_ACCOUNT}/us-east-1/`, 3],
    ]);
    expect(outcome.stderr).toBe('');
  });

  test('in more regions than GitHub takes runs of a log, which is divided and told', async () => {
    const { url } = await startServer({ world: oneClient({}) });
    const regions = Array.from({ length: 21 }, (_, index) => ['--region', `us-east-${index + 1}`]).flat();
    const cwd = temporaryFolder();
    const args = ['audit', '-f', 'sarif=out.sarif', '--no-secret-ages', ...regions];
    const { stderr } = await live(args, url, {}, cwd);
    expect(readdirSync(cwd)).toEqual(['out.1.sarif', 'out.2.sarif']);
    expect(stderr).toBe(
      'out.sarif: notice: more than GitHub takes in one log, so written as out.1.sarif to out.2.sarif\n',
    );
    expect((await live([...args, '--quiet'], url, {}, cwd)).stderr).toBe('');
  });

  test('a replicated pool is read in the region that it was made in', async () => {
    const pool = { 'us-east-1_Aaaaaaaaa': { clients: someClients('a', 2) } };
    const { server, url } = await startServer({ world: { [EAST]: pool, [WEST]: pool } });
    const outcome = await live(['audit', '-f', 'json', '--region', 'eu-west-1', '--region', 'us-east-1'], url);
    const { summary, findings } = reportOf(outcome);
    expect(summary.clients).toBe(2);
    expect(new Set(findings.map(({ client }) => client.region))).toEqual(new Set(['us-east-1']));
    expect(server.count('DescribeUserPoolClient')).toBe(2);
  });

  test('a replicated pool that is named is counted once', async () => {
    const pool = { 'us-east-1_Aaaaaaaaa': { clients: someClients('a', 2) } };
    const { url } = await startServer({ world: { [`${ACCOUNT}/eu-central-1`]: pool, [WEST]: pool } });
    const args = ['--user-pool-id', 'us-east-1_Aaaaaaaaa', '--region', 'eu-west-1', '--region', 'eu-central-1'];
    expect(reportOf(await live(['audit', '-f', 'json', ...args], url)).summary.clients).toBe(2);
  });

  describe('by two profiles of one account', () => {
    const pool = 'us-east-1_Aaaaaaaaa';
    const clients = { [pool]: { clients: someClients('a', 2) } };
    const args = ['audit', '-f', 'sarif', '--no-secret-ages', '--profile', 'one', '--profile', 'two'];
    const env = () => {
      const keys = ['one', 'two'].map((name) => `[${name}]\naws_access_key_id=${name}\naws_secret_access_key=s\n`);
      return { AWS_SHARED_CREDENTIALS_FILE: join(temporaryFolder({ credentials: keys.join('') }), 'credentials') };
    };
    const runsOf = (stdout: string) =>
      (JSON.parse(stdout) as Log).runs.map(
        ({ results }) => new Set(results?.map(({ properties }) => properties?.['clientId'])).size,
      );

    test.each([
      ['of all pools', []],
      ['of a pool that is named', ['--user-pool-id', pool]],
    ])('once, %s', async (_name, narrowed) => {
      const { server, url } = await startServer({ world: { [EAST]: clients } });
      const outcome = await live([...args, ...narrowed], url, env());
      expect(runsOf(outcome.stdout)).toEqual([2]);
      expect(server.count('DescribeUserPoolClient')).toBe(2);
    });

    test.each([
      ['of all pools', []],
      ['of a pool that is named', ['--user-pool-id', pool]],
    ])('with no run where the first may not list clients, %s', async (_name, narrowed) => {
      const { url } = await startServer({
        // The same pools, with the same account in their ARNs.
        world: { 'one/us-east-1': clients, [EAST]: clients },
        accounts: { one: 'one' },
        fault: ({ operation, account }) => {
          if (operation === 'DescribeUserPool') return describedPool(pool);
          return operation === 'ListUserPoolClients' && account === 'one'
            ? { error: 'AccessDeniedException' }
            : undefined;
        },
      });
      const outcome = await live([...args, ...narrowed], url, env());
      expect(
        (JSON.parse(outcome.stdout) as Log).runs.flatMap(({ automationDetails }) => automationDetails ?? []),
      ).toEqual([]);
      expect(outcome.stderr).toContain('access denied for profile one');
      expect(outcome.code).toBe(2);
    });
  });
});

function describedPool(id: string): Fault {
  const arn = `arn:aws:cognito-idp:us-east-1:${ACCOUNT}:userpool/${id}`;
  return { status: 200, body: JSON.stringify({ UserPool: { Id: id, Arn: arn } }), type: 'application/x-amz-json-1.1' };
}

describe('narrowed', () => {
  const world = {
    [EAST]: {
      'us-east-1_Aaaaaaaaa': { clients: someClients('a', 2) },
      'us-east-1_Bbbbbbbbb': { clients: someClients('b', 2) },
    },
    [WEST]: { 'eu-west-1_Ccccccccc': { clients: someClients('c', 1) } },
  };

  test('to pools, whose ids tell the region, without listing any', async () => {
    const { server, url } = await startServer({ world });
    const pools = ['--user-pool-id', 'us-east-1_Bbbbbbbbb', '--user-pool-id', 'eu-west-1_Ccccccccc'];
    const outcome = await live(['audit', '-f', 'sarif', ...pools], url);
    const { runs } = JSON.parse(outcome.stdout) as Log;
    expect(runs.map(({ automationDetails }) => automationDetails?.id)).toEqual([
      `cognito-lint/live/${ACCOUNT}/eu-west-1/eu-west-1_Ccccccccc/`,
      `cognito-lint/live/${ACCOUNT}/us-east-1/us-east-1_Bbbbbbbbb/`,
    ]);
    expect(server.count('ListUserPools')).toBe(0);
  });

  test('to one client of one pool, without listing anything', async () => {
    const { server, url } = await startServer({ world });
    const ids = ['--user-pool-id', 'us-east-1_Bbbbbbbbb', '--client-id', 'bclient1'];
    expect(reportOf(await live(['audit', '-f', 'json', ...ids], url)).summary.clients).toBe(1);
    expect(server.count('ListUserPools') + server.count('ListUserPoolClients')).toBe(0);
  });

  test('to one client of any pool', async () => {
    const { server, url } = await startServer({ world });
    expect(reportOf(await live(['audit', '-f', 'json', '--client-id', 'bclient1'], url)).summary.clients).toBe(1);
    expect(server.count('DescribeUserPoolClient')).toBe(1);
  });

  test.each([
    [['--user-pool-id', 'us-east-1_Nowhere00'], /user pool us-east-1_Nowhere00 was not found in us-east-1/],
    [['--client-id', 'nobody'], /app client nobody was not found in us-east-1/],
    [
      ['--user-pool-id', 'us-east-1_Bbbbbbbbb', '--client-id', 'nobody'],
      /app client nobody was not found in us-east-1/,
    ],
  ])('what is not there is told: %s', async (args, message) => {
    const { url } = await startServer({ world });
    const outcome = await live(['audit', ...args], url);
    expect(outcome.stderr).toMatch(message);
    expect(outcome.stderr.trim().split('\n')).toHaveLength(1);
    expect(outcome.code).toBe(2);
  });
});

describe('with --all-regions, an opt-in region', () => {
  const world = { [EAST]: { 'us-east-1_Aaaaaaaaa': { clients: { client1: {} } } } };
  const audited = async (error: string, env: Record<string, string> = {}) => {
    const fault = ({ region }: Call): Fault | undefined => (region === 'af-south-1' ? { error } : undefined);
    const { url } = await startServer({ world, fault });
    return live(['audit', '-f', 'json', '--all-regions', '--no-secret-ages', '--fail-on', 'never'], url, env);
  };

  test('that denies the call, as other regions do, is told once with them', async () => {
    const fault = ({ region }: Call): Fault | undefined =>
      region === 'us-east-1' ? undefined : { error: 'AccessDeniedException' };
    const { url } = await startServer({ world, fault });
    const { code, stderr } = await live(['audit', '-f', 'json', '--all-regions', '--no-secret-ages'], url);
    expect(stderr).toMatch(
      /^error: the user pools of af-south-1, .* and 23 more were not listed, .*: access denied for the keys in the environment; allow cognito-idp:ListUserPools in its IAM policy/,
    );
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
  });

  test('that does not know the keys is not enabled, and passed over', async () => {
    const { code, stderr } = await audited('UnrecognizedClientException');
    expect(stderr).toBe('notice: not enabled for the account, so passed over: af-south-1\n');
    expect(code).toBe(0);
  });

  test('that does not take a session token may be enabled, which the notice says', async () => {
    const { code, stderr } = await audited('UnrecognizedClientException', { AWS_SESSION_TOKEN: 't' });
    expect(stderr).toBe(
      'notice: not enabled for the account, so passed over: af-south-1; one that is enabled refuses only session tokens of the global endpoint of STS: with such, get a regional one\n',
    );
    expect(code).toBe(0);
  });

  test.each([
    ['is enabled, where the signature is refused', 'InvalidSignatureException', /refused the signature/],
    ['is enabled, where the call is not authorized', 'NotAuthorizedException', /does not accept the credentials/],
  ])('%s', async (_name, error, message) => {
    const { code, stderr } = await audited(error);
    expect(stderr).toMatch(/^error: the user pools of af-south-1 were not listed/);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
  });
});

describe('secrets', () => {
  const DAY = 86_400;
  const NOW = 1_795_000_000;
  const world: World = {
    [EAST]: {
      'us-east-1_Aaaaaaaaa': {
        clients: {
          rotated: { ClientName: 'rotated' },
          old: { ClientName: 'old', ClientSecret: SECRET },
          public: { ClientName: 'public' },
          registered: { ClientName: 'registered', ClientType: 'DCR' },
        },
        secrets: {
          rotated: [
            { ClientSecretId: 'rotated--1', ClientSecretCreateDate: NOW - 300 * DAY },
            { ClientSecretId: 'rotated--2', ClientSecretCreateDate: NOW - 200 * DAY },
          ],
          old: [{ ClientSecretId: 'old--1', ClientSecretCreateDate: NOW - 900 * DAY, ClientSecretValue: SECRET }],
        },
      },
    },
  };
  const rulesOf = (report: ReturnType<typeof reportOf>, client: string) =>
    report.findings.filter((finding) => finding.client.clientId === client).map(({ rule }) => rule);

  test('are as old as ListUserPoolClientSecrets says', async () => {
    const { server, url } = await startServer({ world });
    const report = reportOf(await live(['audit', '-f', 'json'], url));
    expect(rulesOf(report, 'old')).toContain('client-secret-age');
    expect(rulesOf(report, 'rotated')).toContain('client-secret-rotation-unfinished');
    expect(server.count('ListUserPoolClientSecrets')).toBe(3);
    expect(report.notEvaluated).toEqual([]);
  });

  test('are not asked for with --no-secret-ages', async () => {
    const { server, url } = await startServer({ world });
    const report = reportOf(await live(['audit', '-f', 'json', '--no-secret-ages'], url));
    expect(server.count('ListUserPoolClientSecrets')).toBe(0);
    expect(rulesOf(report, 'old')).not.toContain('client-secret-age');
    expect(report.notEvaluated).toEqual([]);
  });

  test('are asked for once where that is not permitted, and their rules are not evaluated', async () => {
    const { server, url } = await startServer({
      world,
      fault: ({ operation }) =>
        operation === 'ListUserPoolClientSecrets' ? { error: 'AccessDeniedException' } : undefined,
    });
    const outcome = await live(['audit', '-f', 'json', '--fail-on', 'never'], url);
    const { notEvaluated, summary } = reportOf(outcome);
    expect(server.count('ListUserPoolClientSecrets')).toBe(1);
    expect(notEvaluated.filter(({ rule }) => rule === 'client-secret-age')).toHaveLength(3);
    expect(notEvaluated[0]?.reason).toContain('allow cognito-idp:ListUserPoolClientSecrets');
    expect(summary).toMatchObject({ clients: 4, errors: 0 });
    expect(outcome.code).toBe(0);
  });

  describe('that cannot be asked for keep no other from being judged', () => {
    const secrets = (names: readonly string[]) =>
      Object.fromEntries(
        names.map((name) => [name, [{ ClientSecretId: `${name}--1`, ClientSecretCreateDate: NOW - 900 * DAY }]]),
      );
    const [first, second] = ['us-east-1_Aaaaaaaaa', 'us-east-1_Bbbbbbbbb'];
    const pools: World = {
      [EAST]: {
        [first]: { clients: { a1: {}, a2: {}, a3: {} }, secrets: secrets(['a1', 'a2', 'a3']) },
        [second]: { clients: { b1: {}, b2: {} }, secrets: secrets(['b1', 'b2']) },
      },
    };
    test.each<[string, (call: Call) => Fault | undefined, number]>([
      [
        'as the first client is gone',
        ({ before }) => (before === 0 ? { error: 'ResourceNotFoundException' } : undefined),
        4,
      ],
      [
        'as the first calls are throttled',
        ({ before }) => (before < 4 ? { error: 'TooManyRequestsException' } : undefined),
        5,
      ],
      [
        'as they are denied in another pool',
        ({ input }) => (input['UserPoolId'] === first ? { error: 'AccessDeniedException' } : undefined),
        2,
      ],
    ])('%s', async (_name, fault, judged) => {
      const { url } = await startServer({
        world: pools,
        fault: (call) => (call.operation === 'ListUserPoolClientSecrets' ? fault(call) : undefined),
      });
      const { findings, notEvaluated } = reportOf(await live(['audit', '-f', 'json'], url));
      const ofAge = ({ rule }: { readonly rule: string }) => rule === 'client-secret-age';
      expect(findings.filter(ofAge)).toHaveLength(judged);
      expect(notEvaluated.filter(ofAge)).toHaveLength(5 - judged);
    });
  });

  test('are in no byte of any output', async () => {
    const { url } = await startServer({ world });
    const cwd = temporaryFolder();
    const files = ['json', 'sarif'].flatMap((format) => ['-f', `${format}=out.${format}`]);
    const args = ['audit', '--debug', '--preset', 'pedantic', '--save', 'saved', '-f', 'pretty', ...files];
    const outcome = await live(args, url, {}, cwd);
    const saved = readFileSync(
      join(cwd, `saved/cognito-snapshot/${ACCOUNT}/us-east-1/us-east-1_Aaaaaaaaa/old.json`),
      'utf8',
    );
    const all = [
      outcome.stdout,
      outcome.stderr,
      saved,
      ...['out.json', 'out.sarif'].map((name) => readFileSync(join(cwd, name), 'utf8')),
    ];
    for (const text of all) expect(text).not.toContain(SECRET);
    expect(saved).toContain('"ClientSecret": "[REDACTED]"');
    expect(outcome.stderr).toContain('DescribeUserPoolClient in us-east-1: ok');
  });
});

describe('a snapshot', () => {
  const client = {
    ClientName: 'web',
    ClientSecret: SECRET,
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    AllowedOAuthFlows: ['implicit', 'code'],
    AllowedOAuthFlowsUserPoolClient: true,
    CallbackURLs: ['http://app.example.com/callback'],
    AnalyticsConfiguration: { UserDataShared: true, ApplicationId: 'a' },
    LastModifiedDate: 1_548_108_676.163,
    FutureField: { Password: 'not-to-be-kept' },
  };

  test('is written as it is pointed at, and a scan of it finds the same, with the same fingerprints', async () => {
    const { url } = await startServer({ world: oneClient(client) });
    const cwd = temporaryFolder();
    const options = ['-f', 'json', '--preset', 'pedantic'];
    const audited = reportOf(await live(['audit', ...options, '--save', '.'], url, {}, cwd));
    const scanned = reportOf(await cognitoLint(['scan', ...options, 'cognito-snapshot'], { cwd }));
    const key = ({ rule, fingerprint, location }: (typeof audited.findings)[number]) => [rule, fingerprint, location];
    expect(audited.findings.length).toBeGreaterThan(5);
    expect(scanned.findings.map(key)).toEqual(audited.findings.map(key));
  });

  test('has its keys in order and keeps nothing that is not known', async () => {
    const { url } = await startServer({ world: oneClient(client) });
    const cwd = temporaryFolder();
    const outcome = await live(['audit', '--save', 'out', '-f', 'json'], url, {}, cwd);
    const path = join(cwd, `out/cognito-snapshot/${ACCOUNT}/us-east-1/us-east-1_Aaaaaaaaa/client1.json`);
    expect(readFileSync(path, 'utf8')).toMatchSnapshot();
    expect(outcome.stderr).toContain('notice: FutureField is not a member of the API');
  });

  test.each([
    ['nested', { AnalyticsConfiguration: { FutureField: 1 } }, 'AnalyticsConfiguration.FutureField is not a member'],
    ['whose name is a secret', { [SECRET]: 1 }, 'a member with a long or unusual name is not a member'],
    ['nested, whose name is a secret', { TokenValidityUnits: { [SECRET]: 1 } }, 'TokenValidityUnits.a member with a'],
  ])('tells a member that is not known, %s', async (_name, settings, message) => {
    const { url } = await startServer({ world: oneClient(settings) });
    const { stdout, stderr } = await live(['audit', '-f', 'json', '--no-secret-ages'], url);
    expect(stderr).toMatch(new RegExp(`^notice: ${message} .*\n$`));
    expect(stdout + stderr).not.toContain(SECRET);
  });

  describe('of a client that is gone', () => {
    const pools = (count: number) => ({
      [EAST]: {
        'us-east-1_Aaaaaaaaa': { clients: someClients('a', count) },
        ...(count === 2 && { 'us-east-1_Bbbbbbbbb': { clients: someClients('b', 1) } }),
      },
    });
    const denied = ({ operation, input }: Call): Fault | undefined =>
      operation === 'DescribeUserPoolClient' && input['ClientId'] === 'aclient0'
        ? { error: 'AccessDeniedException' }
        : undefined;
    const saved = async (
      cwd: string,
      count: number,
      args: readonly string[],
      fault?: (call: Call) => Fault | undefined,
    ) => {
      const { url } = await startServer({ world: pools(count), ...(fault && { fault }) });
      return live(['audit', '--save', 'out', '--no-secret-ages', ...args], url, {}, cwd);
    };

    test.each<[string, readonly string[], typeof denied | undefined, string[], string]>([
      ['is deleted', [], undefined, ['aclient0.json'], 'notice: --save: deleted 2 files of app clients that are gone'],
      [
        'is deleted in the pool that was asked for',
        ['--user-pool-id', 'us-east-1_Aaaaaaaaa'],
        undefined,
        ['aclient0.json', 'bclient0.json'],
        'notice: --save: deleted 1 file of app clients that are gone',
      ],
      [
        'is kept where one client was asked for',
        ['--client-id', 'aclient0'],
        undefined,
        ['aclient0.json', 'aclient1.json', 'bclient0.json'],
        '',
      ],
      [
        'is kept where not all were read',
        [],
        denied,
        ['aclient0.json', 'aclient1.json', 'bclient0.json'],
        'error: app client aclient0',
      ],
    ])('%s', async (_name, args, fault, left, told) => {
      const own = `out/cognito-snapshot/${ACCOUNT}/us-east-1`;
      const cwd = temporaryFolder({
        [`${own}/notes/aclient1.json`]: '{}',
        [`${own}/us-east-1_Aaaaaaaaa/notes.md`]: '',
      });
      await saved(cwd, 2, []);
      const { stderr } = await saved(cwd, 1, args, fault);
      const files = readdirSync(join(cwd, own), { recursive: true, encoding: 'utf8' });
      expect(
        files
          .filter((name) => /us-east-1_.*json$/.test(name))
          .map((name) => basename(name))
          .sort(),
      ).toEqual(left);
      expect(files).toEqual(
        expect.arrayContaining([join('notes', 'aclient1.json'), join('us-east-1_Aaaaaaaaa', 'notes.md')]),
      );
      expect(stderr).toContain(told);
    });
  });

  test('stays in its folder, whatever an endpoint calls a client', async () => {
    const { url } = await startServer({
      world: { [EAST]: { 'us-east-1_Aaaaaaaaa': { clients: { '../../../../../evil': {} } } } },
    });
    const cwd = temporaryFolder();
    await live(['audit', '--save', 'a/b/c/d/out'], url, {}, cwd);
    expect(existsSync(join(cwd, 'a/b/c/d/out/cognito-snapshot', ACCOUNT, 'us-east-1/us-east-1_Aaaaaaaaa'))).toBe(true);
    expect(existsSync(join(cwd, 'evil.json'))).toBe(false);
  });
});

test('20 pools of 10 clients behind the quotas: none lost, no throttle, at most 1.1 times the lower bound', async () => {
  const world = {
    [EAST]: Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [`us-east-1_Pool${index}`, { clients: someClients(`p${index}x`, 10) }]),
    ),
  };
  const quotas = new Quotas();
  const { url } = await startServer({ world, quotas });
  const start = performance.now();
  const outcome = await live(['audit', '-f', 'json', '--no-secret-ages'], url);
  const seconds = (performance.now() - start) / 1000;
  expect(reportOf(outcome).summary).toMatchObject({ clients: 200, errors: 0 });
  expect(quotas.throttled).toBe(0);
  // 20 lists and 200 descriptions at 15 a second, 15 of them at once.
  expect(seconds).toBeLessThan(((220 - 15) / 15) * 1.1 + 0.5);
}, 60_000);
