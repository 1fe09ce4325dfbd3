import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { ACCOUNT, type Call, type Fault, type World } from './cognito-server.ts';
import { live, reportOf, someClients, startServer } from './start.ts';

const EAST = `${ACCOUNT}/us-east-1`;
const POOL = 'us-east-1_Aaaaaaaaa';
const world: World = { [EAST]: { [POOL]: { clients: someClients('a', 4) } } };
const HTML = '<!DOCTYPE html><html><title>Sign in</title></html>';
const JSON_TYPE = 'application/x-amz-json-1.1';
const on =
  (operation: string, fault: Fault, times = Number.POSITIVE_INFINITY) =>
  (call: Call) =>
    call.operation === operation && call.before < times ? fault : undefined;

/** One line on standard error, and what the report has of it. */
async function failing(fault: (call: Call) => Fault | undefined, args: readonly string[] = []) {
  const { url } = await startServer({ world, fault });
  const outcome = await live(['audit', '-f', 'json', '--no-secret-ages', ...args], url);
  const lines = outcome.stderr.trim().split('\n');
  for (const trace of ['    at ', '\r', '\u001b']) expect(outcome.stderr).not.toContain(trace);
  return { code: outcome.code, lines, report: reportOf(outcome) };
}

describe('a fault that passes is none', () => {
  test.each([
    ['a throttle', { error: 'TooManyRequestsException' }],
    ['a throttle under another name', { error: 'RequestThrottledException' }],
    [
      'a throttle in XML',
      { status: 400, body: '<ErrorResponse><Error><Code>Throttling</Code></Error></ErrorResponse>', type: 'text/xml' },
    ],
    ['a 500', { status: 500, body: '{"__type":"InternalErrorException"}', type: JSON_TYPE }],
    ['a 503 of a proxy', { status: 503, body: HTML }],
    ['a broken connection', 'cut'],
  ] as const)('%s', async (_name, fault) => {
    const { code, lines, report } = await failing(on('DescribeUserPoolClient', fault, 2));
    expect(lines).toEqual(['']);
    expect(report.summary).toMatchObject({ clients: 4, errors: 0 });
    expect(code).toBe(1);
  });
});

describe('a fault of the region is told in one sentence that says what to do', () => {
  test.each([
    [
      'ListUserPools denied',
      on('ListUserPools', { error: 'AccessDeniedException' }),
      /^error: the user pools of us-east-1 were not listed, .*allow cognito-idp:ListUserPools in its IAM policy/,
    ],
    [
      'an expired token',
      on('ListUserPools', { error: 'ExpiredTokenException' }),
      /the credentials of the keys in the environment have expired; renew them/,
    ],
    [
      'keys that are not accepted',
      on('ListUserPools', { error: 'UnrecognizedClientException' }),
      /does not accept the credentials of the keys in the environment; check the keys, and whether the region is enabled/,
    ],
    [
      'a clock that is wrong',
      on('ListUserPools', {
        error: 'InvalidSignatureException',
        message: 'Signature expired: 20200101T000000Z is now earlier than',
      }),
      /refused the signature .*; check the secret access key, and the clock/,
    ],
    [
      'HTML with status 200',
      on('ListUserPools', { status: 200, body: HTML }),
      /answered HTML \(status 200\) that is no AWS JSON; check --endpoint-url/,
    ],
    [
      'JSON with a status that HTTP does not have',
      on('ListUserPools', { status: 999, body: '{}', type: JSON_TYPE }),
      /answered something \(status 999\) that is no AWS JSON; check --endpoint-url/,
    ],
    [
      'JSON that is none of AWS',
      on('DescribeUserPoolClient', { status: 200, body: '{"ok":true}', type: 'application/json' }),
      /is no AWS JSON; check --endpoint-url/,
    ],
    ...['{}', '"x"', 'null', '{"message":"Missing Authentication Token"}'].map(
      (body) =>
        [
          `a refusal that names no exception: ${body}`,
          on('ListUserPools', { status: 403, body, type: JSON_TYPE }),
          /answered something \(status 403\) that is no AWS JSON; check --endpoint-url/,
        ] as const,
    ),
    [
      'ListUserPoolClients denied',
      on('ListUserPoolClients', { error: 'AccessDeniedException' }),
      /the app clients of user pool us-east-1_Aaaaaaaaa were not listed, so they are not assessed: .*allow cognito-idp:ListUserPoolClients/,
    ],
  ] as const)('%s', async (_name, fault, message) => {
    const { code, lines, report } = await failing(fault);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(message);
    expect(report.errors).toHaveLength(1);
    expect(code).toBe(2);
  });

  test('an XML refusal, as IAM writes it on other protocols', async () => {
    const body = '<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>';
    const { lines } = await failing(on('DescribeUserPoolClient', { status: 403, body, type: 'text/xml' }));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('4 app clients are not assessed');
    expect(lines[0]).toContain('allow cognito-idp:DescribeUserPoolClient');
  });

  test('its run is left out of SARIF, and the others are there', async () => {
    const other = { [`${ACCOUNT}/eu-west-1`]: { 'eu-west-1_Bbbbbbbbb': { clients: someClients('b', 1) } } };
    const denied = ({ operation, region }: Call): Fault | undefined =>
      operation === 'ListUserPools' && region === 'us-east-1' ? { error: 'AccessDeniedException' } : undefined;
    const { url } = await startServer({ world: { ...world, ...other }, fault: denied });
    const outcome = await live(['audit', '-f', 'sarif', '--region', 'us-east-1', '--region', 'eu-west-1'], url);
    const { runs } = JSON.parse(outcome.stdout) as Log;
    expect(runs.map(({ automationDetails }) => automationDetails?.id)).toEqual([
      `cognito-lint/live/${ACCOUNT}/eu-west-1/`,
    ]);
    expect(runs[0]?.results?.length).toBeGreaterThan(0);
    expect(outcome.code).toBe(2);
  });
});

describe('a list without its entries is none of AWS: no empty region, and no run of SARIF', () => {
  const two = { ...world, [`${ACCOUNT}/eu-west-1`]: { 'eu-west-1_Bbbbbbbbb': { clients: someClients('b', 1) } } };
  test.each([
    ['ListUserPools', '{}'],
    ['ListUserPools', ''],
    ['ListUserPools', 'null'],
    ['ListUserPools', '{"UserPools":null}'],
    ['ListUserPoolClients', '{"message":"Forbidden"}'],
    ['ListUserPoolClients', '[]'],
    ['ListUserPoolClients', '"x"'],
    ['ListUserPoolClients', '{"UserPoolClients":null}'],
    ['ListUserPools', '{"UserPools":[],"NextToken":1}'],
    ['ListUserPoolClients', '{"UserPoolClients":"x"}'],
  ])('%s is answered %s', async (operation, body) => {
    const empty = (call: Call): Fault | undefined =>
      call.operation === operation && call.region === 'us-east-1' ? { status: 200, body, type: JSON_TYPE } : undefined;
    const { url } = await startServer({ world: two, fault: empty });
    const regions = ['--region', 'us-east-1', '--region', 'eu-west-1'];
    const { code, stdout, stderr } = await live(['audit', '-f', 'sarif', '--no-secret-ages', ...regions], url);
    const { runs } = JSON.parse(stdout) as Log;
    expect(stderr).toMatch(/were not listed, .* answered something .*that is no AWS JSON; check --endpoint-url/);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(runs.map(({ automationDetails }) => automationDetails?.id)).toEqual([
      `cognito-lint/live/${ACCOUNT}/eu-west-1/`,
    ]);
    expect(code).toBe(2);
  });
});

describe('an entry of a list without its id is told, and the others are read, with no run of SARIF', () => {
  const pools = (entry: object | null) => ({ UserPools: [entry, { Id: POOL }] });
  const clients = (entry: object | null) => ({ UserPoolClients: [entry, { ClientId: 'aclient0' }] });
  const noPool =
    /^error: the app clients of a user pool without an id in us-east-1 were not listed, .*: ListUserPools /;
  const noClient = /^error: app client without an id of user pool us-east-1_Aaaaaaaaa is not assessed: ListUserPoolCl/;
  test.each([
    ['ListUserPools', pools({ Name: 'b' }), noPool, 4],
    ['ListUserPools', pools({ Id: '' }), noPool, 4],
    ['ListUserPools', pools(null), noPool, 4],
    ['ListUserPoolClients', clients({ ClientName: 'b' }), noClient, 1],
    ['ListUserPoolClients', clients({ ClientId: 5 }), noClient, 1],
    ['ListUserPoolClients', clients(null), noClient, 1],
  ])('%s is answered %j', async (operation, answer, message, read) => {
    const fault = on(operation, { status: 200, body: JSON.stringify(answer), type: JSON_TYPE });
    const { url } = await startServer({ world, fault });
    const cwd = temporaryFolder();
    const args = ['audit', '-f', 'json', '-f', 'sarif=out.sarif', '--no-secret-ages'];
    const outcome = await live(args, url, {}, cwd);
    const { runs } = JSON.parse(readFileSync(join(cwd, 'out.sarif'), 'utf8')) as Log;
    expect(outcome.stderr.trim().split('\n')).toEqual([expect.stringMatching(message)]);
    expect(reportOf(outcome).summary).toMatchObject({ clients: read, errors: 1 });
    expect(runs.flatMap(({ automationDetails }) => automationDetails ?? [])).toEqual([]);
    expect(outcome.code).toBe(2);
  });
});

describe('a page token that comes again fails the list', () => {
  const entries = { ListUserPools: { UserPools: [{ Id: POOL }] }, ListUserPoolClients: { UserPoolClients: [] } };
  test.each([
    ['ListUserPools', ['x']],
    ['ListUserPools', ['x', 'y']],
    ['ListUserPoolClients', ['x']],
    ['ListUserPoolClients', ['x', 'y']],
  ] as const)('of %s, round %j', async (operation, tokens) => {
    const round = (call: Call): Fault | undefined =>
      call.operation === operation
        ? {
            status: 200,
            body: JSON.stringify({ ...entries[operation], NextToken: tokens[call.before % tokens.length] }),
            type: JSON_TYPE,
          }
        : undefined;
    const { url } = await startServer({ world, fault: round });
    const { code, stdout, stderr } = await live(['audit', '-f', 'sarif', '--no-secret-ages'], url);
    expect(stderr).toMatch(
      new RegExp(`were not listed, .*: ${operation} failed: AWS gave the same page token twice\n$`),
    );
    expect((JSON.parse(stdout) as Log).runs.flatMap(({ automationDetails }) => automationDetails ?? [])).toEqual([]);
    expect(code).toBe(2);
  });
});

describe('a date that the SDK cannot read costs no client', () => {
  test.each([
    ['a text', '2024-01-02T03:04:05Z', undefined],
    ['a text that is no date', 'abc', undefined],
    ['a boolean', true, /error: CreationDate is a boolean, but the API has a date there/],
    ['an object', { a: 1 }, /error: CreationDate is an object, but the API has a date there/],
  ])('%s', async (_name, date, message) => {
    const clients = { ...someClients('a', 3), odd: { ...someClients('', 1)['client0'], CreationDate: date } };
    const { url } = await startServer({ world: { [EAST]: { [POOL]: { clients } } } });
    const { code, stdout, stderr } = await live(['audit', '-f', 'json', '--no-secret-ages'], url);
    const { summary, findings } = JSON.parse(stdout);
    expect(summary).toMatchObject({ clients: 4, errors: message ? 1 : 0 });
    expect(findings).toContainEqual(expect.objectContaining({ client: expect.objectContaining({ clientId: 'odd' }) }));
    if (message) expect(stderr).toMatch(message);
    expect(code).toBe(message ? 2 : 1);
  });
});

describe('a date in a list that the SDK cannot read costs nothing', () => {
  test.each(['abc', true, { a: 1 }])('%j', async (date) => {
    const lists = ({ operation }: Call): Fault | undefined => {
      if (operation !== 'ListUserPools') return undefined;
      const pools = [{ Id: POOL, CreationDate: date, LastModifiedDate: date }];
      return { status: 200, body: JSON.stringify({ UserPools: pools }), type: JSON_TYPE };
    };
    const { code, lines, report } = await failing(lists);
    expect([code, lines, report.summary.clients]).toEqual([1, [''], 4]);
  });
});

describe('a date of a secret that the SDK cannot read costs the rules of that secret', () => {
  test.each([
    ['a text', '2016-01-02T03:04:05Z', '', 2, 0],
    ['a text that is no date', 'abc', 'notice: ClientSecrets.ClientSecretCreateDate cannot be read as a date', 1, 1],
    ['a number that is no date', 1e300, 'notice: ClientSecrets.ClientSecretCreateDate cannot be read as a date', 1, 1],
    ['a boolean', true, 'error: ClientSecrets.ClientSecretCreateDate is a boolean, but the API has a date there', 1, 1],
    ['an object', { a: 1 }, 'error: ClientSecrets.ClientSecretCreateDate is an object, but the API has a', 1, 1],
  ])('%s', async (_name, date, message, found, notEvaluated) => {
    const secrets = { ClientSecrets: [{ ClientSecretId: 'x--1', ClientSecretCreateDate: date }] };
    const old = { ClientSecrets: [{ ClientSecretId: 'y--1', ClientSecretCreateDate: 1_000_000_000 }] };
    const fault = ({ operation, input }: Call): Fault | undefined =>
      operation === 'ListUserPoolClientSecrets'
        ? { status: 200, body: JSON.stringify(input['ClientId'] === 'aclient0' ? secrets : old), type: JSON_TYPE }
        : undefined;
    const { url } = await startServer({ world: { [EAST]: { [POOL]: { clients: someClients('a', 2) } } }, fault });
    const outcome = await live(['audit', '-f', 'json'], url);
    const report = reportOf(outcome);
    const ofAge = ({ rule }: { readonly rule: string }) => rule === 'client-secret-age';
    expect(outcome.stderr).toContain(message);
    expect([report.findings.filter(ofAge).length, report.notEvaluated.filter(ofAge).length]).toEqual([
      found,
      notEvaluated,
    ]);
    expect(outcome.code).toBe(message.startsWith('error') ? 2 : 1);
  });
});

test.each([
  ['is not there', undefined],
  ['is no log', '{}'],
])('no call is made where the baseline %s', async (_name, text) => {
  const { server, url } = await startServer({ world });
  const cwd = temporaryFolder(text === undefined ? {} : { 'w.sarif': text });
  const { code, stderr } = await live(['audit', '--baseline', 'w.sarif'], url, {}, cwd);
  expect([code, stderr]).toEqual([2, expect.stringMatching(/^cognito-lint: --baseline w\.sarif [^\n]*\n$/)]);
  expect(server.calls).toEqual([]);
});

describe('clients that cannot be read', () => {
  test('are named under one cause, and the others are reported', async () => {
    const denied = ({ operation, input }: Call): Fault | undefined =>
      operation === 'DescribeUserPoolClient' && input['ClientId'] !== 'aclient0'
        ? { error: 'AccessDeniedException' }
        : undefined;
    const { code, lines, report } = await failing(denied);
    expect(lines).toEqual([
      `error: 3 app clients are not assessed (aclient1 of user pool ${POOL}, aclient2 of user pool ${POOL}, aclient3 of user pool ${POOL}): ` +
        'access denied for the keys in the environment; allow cognito-idp:DescribeUserPoolClient in its IAM policy (request request-1)',
    ]);
    expect(report.summary).toMatchObject({ clients: 1, errors: 1 });
    expect(report.findings.length).toBeGreaterThan(0);
    expect(code).toBe(2);
  });

  test('keep the results that they had in a baseline', async () => {
    const cwd = temporaryFolder();
    const audit = async (fault: (call: Call) => Fault | undefined, ...args: string[]) => {
      const { url } = await startServer({ world, fault });
      const sarif = ['-f', 'sarif=out.sarif', '--no-secret-ages'];
      const { code } = await live(['audit', '-f', 'json', ...sarif, ...args], url, {}, cwd);
      const [run] = (JSON.parse(readFileSync(join(cwd, 'out.sarif'), 'utf8')) as Log).runs;
      return { code, states: run?.results?.map(({ baselineState }) => baselineState) };
    };
    const denied = ({ operation, input }: Call): Fault | undefined =>
      operation === 'DescribeUserPoolClient' && input['ClientId'] === 'aclient3'
        ? { error: 'AccessDeniedException' }
        : undefined;
    const { states = [] } = await audit(() => undefined);
    const unchanged = Array(states.length).fill('unchanged');
    expect(await audit(denied, '--baseline', 'out.sarif')).toEqual({ code: 2, states: unchanged });
    expect(await audit(() => undefined, '--baseline', 'out.sarif')).toEqual({ code: 0, states: unchanged });
  });

  test('as an answer was no HTTP are told, and the others are reported', async () => {
    const garbled = ({ operation, input }: Call): Fault | undefined =>
      operation === 'DescribeUserPoolClient' && input['ClientId'] === 'aclient1' ? 'no-http' : undefined;
    const { code, lines, report } = await failing(garbled);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      /app client aclient1 .* is not assessed: http:\/\/127.0.0.1:\d+ answered something that is no HTTP; check --endpoint-url/,
    );
    expect(report.summary).toMatchObject({ clients: 3, errors: 1 });
    expect(code).toBe(2);
  });

  test.each([
    [
      'an exception that has no sentence of its own',
      '{"__type":"ForbiddenException","message":"Request not allowed due to WAF block."}',
      'AWS refused DescribeUserPoolClient: ForbiddenException: Request not allowed due to WAF block',
    ],
    [
      'one without a message',
      '{"__type":"com.amazonaws#OddException"}',
      'AWS refused DescribeUserPoolClient: OddException',
    ],
  ])('as AWS answered %s are told, and the others are reported', async (_name, body, message) => {
    const refused = ({ operation, before }: Call): Fault | undefined =>
      operation === 'DescribeUserPoolClient' && before === 1 ? { status: 400, body, type: JSON_TYPE } : undefined;
    const { code, lines, report } = await failing(refused);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(message);
    expect(report.summary).toMatchObject({ clients: 3, errors: 1 });
    expect(code).toBe(2);
  });

  test.each([
    ['HTML', { status: 200, body: HTML }],
    ['a block page', { status: 403, body: HTML }],
    ['JSON without a client', { status: 200, body: '{"UserPoolClient":null}', type: JSON_TYPE }],
  ])('as one answer was %s are told, and all the others are read', async (_name, fault) => {
    const clients = someClients('a', 40);
    const odd = ({ operation, input }: Call) =>
      operation === 'DescribeUserPoolClient' && input['ClientId'] === 'aclient0' ? fault : undefined;
    const { url } = await startServer({ world: { [EAST]: { [POOL]: { clients } } }, fault: odd });
    const args = ['audit', '-f', 'json', '--no-secret-ages', '--rate', '1000', '--pool-rate', '100'];
    const outcome = await live(args, url);
    expect(outcome.stderr).toMatch(/^error: app client aclient0 of user pool \S+ is not assessed: .* is no AWS JSON;/);
    expect(reportOf(outcome).summary).toMatchObject({ clients: 39, errors: 1 });
    expect(outcome.code).toBe(2);
  });

  test('as they were deleted meanwhile are a notice', async () => {
    const gone = ({ operation, input }: Call): Fault | undefined =>
      operation === 'DescribeUserPoolClient' && input['ClientId'] === 'aclient3'
        ? { error: 'ResourceNotFoundException' }
        : undefined;
    const { code, lines, report } = await failing(gone);
    expect(lines).toEqual([`notice: app client aclient3 of user pool ${POOL} was deleted meanwhile`]);
    expect(report.summary).toMatchObject({ clients: 3, errors: 0 });
    expect(code).toBe(1);
  });

  test('as the credentials expired are not waited for', async () => {
    const { server, url } = await startServer({
      world: { [EAST]: { [POOL]: { clients: someClients('a', 150) } } },
      fault: ({ operation, before }) =>
        operation === 'DescribeUserPoolClient' && before >= 4 ? { error: 'ExpiredTokenException' } : undefined,
    });
    const start = performance.now();
    const { code, stderr } = await live(['audit', '--no-secret-ages'], url);
    expect((performance.now() - start) / 1000).toBeLessThan(15);
    expect(stderr).toMatch(/^error: 146 app clients are not assessed .*have expired/);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(server.count('DescribeUserPoolClient')).toBeLessThan(25);
    expect(code).toBe(2);
  }, 60_000);

  test.each<[string, Fault]>([
    ['throttles', { error: 'TooManyRequestsException' }],
    ['429 in HTML', { status: 429, body: HTML }],
  ])(
    'a storm of %s ends after 45 s, whatever is left',
    async (_name, fault) => {
      const start = performance.now();
      const { code, lines, report } = await failing(on('DescribeUserPoolClient', fault));
      expect((performance.now() - start) / 1000).toBeLessThan(60);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(
        /4 app clients are not assessed .*AWS throttled DescribeUserPoolClient for longer than 45 s/,
      );
      expect(report.summary.clients).toBe(0);
      expect(code).toBe(2);
    },
    90_000,
  );

  test('a 500 that stays ends after 15 s', async () => {
    const start = performance.now();
    const { code, lines } = await failing(on('DescribeUserPoolClient', { status: 500, body: '{}' }));
    expect((performance.now() - start) / 1000).toBeLessThan(25);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('AWS answered DescribeUserPoolClient with status 500 again and again');
    expect(code).toBe(2);
  }, 60_000);
});

describe('a time-out ends a call', () => {
  test.each([
    ['that is never answered', 'stall'],
    ['whose answer stops in the middle', 'stall-in-the-body'],
  ] as const)(
    '%s',
    async (_name, fault) => {
      const start = performance.now();
      const { code, lines } = await failing(on('DescribeUserPoolClient', fault), ['--cli-read-timeout', '1']);
      expect((performance.now() - start) / 1000).toBeLessThan(25);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(
        /did not answer in time; --cli-read-timeout and --cli-connect-timeout say how many seconds/,
      );
      expect(code).toBe(2);
    },
    60_000,
  );

  test('whose answer comes in drops', async () => {
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': JSON_TYPE });
      const drip = setInterval(() => response.write(' '), 200);
      response.on('close', () => clearInterval(drip));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const start = performance.now();
    const outcome = await live(['audit', '--cli-read-timeout', '1', '--cli-connect-timeout', '1'], url);
    expect((performance.now() - start) / 1000).toBeLessThan(30);
    expect(outcome.stderr).toContain('did not answer in time');
    expect(outcome.code).toBe(2);
  }, 60_000);
});

describe('what is told before any call, or at the first', () => {
  const noKeys = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };
  test.each([
    [
      'a pool id that is none',
      ['--user-pool-id', 'us-east-1/Aaa'],
      {},
      /"us-east-1\/Aaa" is no user pool id; it is a region, "_" and letters and digits/,
    ],
    ['a client id that is none', ['--client-id', 'a-b'], {}, /"a-b" is no app client id/],
    [
      'a region that is none',
      ['--region', 'bad region!'],
      {},
      /"bad region!" is no region; a region is written like eu-central-1/,
    ],
    ['a role that is none', ['--role-arn', 'audit'], {}, /"audit" is no ARN of a role/],
    ['no region', [], { AWS_REGION: '' }, /no region is set; give --region, or set AWS_REGION or AWS_DEFAULT_REGION/],
    ['an unknown profile', ['--profile', 'nobody'], {}, /there is no profile "nobody" in .*config or .*credentials/],
    [
      'an endpoint without a scheme',
      ['--endpoint-url', 'localhost:1'],
      {},
      /the endpoint URL "localhost:1" is none; write it with its scheme/,
    ],
    [
      'an endpoint of STS without a scheme',
      ['--role-arn', `arn:aws:iam::${ACCOUNT}:role/audit`],
      { AWS_ENDPOINT_URL_STS: 'sts.local' },
      /the endpoint URL "sts.local" is none; write it with its scheme/,
    ],
    [
      'a time-out that is none',
      ['--cli-read-timeout', 'soon'],
      {},
      /--cli-read-timeout takes a whole number of seconds/,
    ],
    ['a CA bundle that is not there', ['--ca-bundle', 'nowhere.pem'], {}, /the CA bundle nowhere.pem cannot be read/],
    ['a rate that is none', ['--rate', '0'], {}, /--rate takes a number of calls a second above 0/],
    [
      '--all-regions beside --region',
      ['--all-regions', '--region', 'us-east-1'],
      {},
      /--all-regions and --region exclude each other/,
    ],
    [
      'no credentials',
      [],
      noKeys,
      /no credentials were found for the default profile; run "aws configure" or "aws sso login"/,
    ],
  ])('%s', async (_name, args, env, message) => {
    const { server, url } = await startServer({ world });
    const outcome = await live(['audit', ...args], url, env);
    expect(outcome.stderr.trim().split('\n')).toHaveLength(1);
    expect(outcome.stderr).toMatch(message);
    expect(outcome.code).toBe(2);
    expect(server.calls).toEqual([]);
  });

  test.each([
    [
      'an address at which nothing listens',
      'http://user:p4ss@127.0.0.1:1/path?token=p4ss',
      /nothing listens at http:\/\/127.0.0.1:1\/path;/,
    ],
    ['an address of another kind', 'ftp://user:p4ss@host', /the endpoint URL "ftp:\/\/host" is none/],
    ['an address without its scheme', 'user:p4ss@host:1', /the endpoint URL "host:1" is none/],
  ])('%s, without its password', async (_name, url, message) => {
    const outcome = await live(['audit', '--debug', '--endpoint-url', url], undefined);
    expect(outcome.stderr).toMatch(message);
    expect(outcome.stderr).not.toContain('p4ss');
  });

  test('an address at which nothing listens', async () => {
    const start = performance.now();
    const outcome = await live(['audit'], 'http://127.0.0.1:1');
    expect(outcome.stderr).toMatch(/nothing listens at http:\/\/127.0.0.1:1; check --endpoint-url/);
    expect(outcome.stderr.trim().split('\n')).toHaveLength(1);
    expect(outcome.code).toBe(2);
    expect((performance.now() - start) / 1000).toBeLessThan(5);
  });

  test('an address that is written with https and speaks http', async () => {
    const { url } = await startServer({ world });
    const outcome = await live(['audit'], url.replace('http:', 'https:'));
    expect(outcome.stderr).toMatch(
      /127.0.0.1:\d+ does not speak TLS as it should \(EPROTO\); check the scheme of --end/,
    );
    expect(outcome.stderr.trim().split('\n')).toHaveLength(1);
    expect(outcome.code).toBe(2);
  });

  test('a region that does not exist', async () => {
    const outcome = await live(['audit', '--region', 'mars-north-1'], undefined);
    expect(outcome.stderr).toMatch(/no Cognito endpoint was found for mars-north-1/);
    expect(outcome.code).toBe(2);
  });
});
