import { describe, expect, test } from 'vitest';
import { applyExceptions } from '../../src/config/exceptions.ts';
import type { Exception, Finding } from '../../src/report.ts';
import type { ClientIdentity } from '../../src/subject.ts';
import { plain, reportOf } from '../sarif/report.ts';

const RULE = 'user-existence-errors-legacy';
const LEGACY = { UserPoolId: 'eu-west-1_Pool', PreventUserExistenceErrors: 'LEGACY' };
const report = reportOf(
  [
    { ...LEGACY, ClientId: 'a1', ClientName: 'billing-web' },
    { ...LEGACY, ClientId: 'b2', ClientName: 'shop' },
  ],
  RULE,
);
const [first] = report.findings;
if (!first) throw new Error('no finding');
const { document, region } = first.location;

const applied = (...settings: Partial<Exception>[]) => {
  const exceptions = settings.map((one): Exception => ({ rule: RULE, reason: 'known', document, region, ...one }));
  const { findings, suppressed, suppressedFindings, notices } = applyExceptions(report, exceptions, '2026-11-24');
  expect(suppressed).toBe(suppressedFindings.length);
  expect(findings.length + suppressed).toBe(report.findings.length);
  return {
    suppressed: suppressedFindings.map(({ finding }) => finding.subject.identity.clientName),
    notices: notices.map((notice) => `${notice.region?.startLine}: ${notice.message}`),
  };
};

describe('an exception suppresses exactly what it names', () => {
  test.each<[string, Partial<Exception>, string[]]>([
    ['a rule alone', {}, ['billing-web', 'shop']],
    ['a client by its name', { client: 'shop' }, ['shop']],
    ['a client by its id', { client: 'b2' }, ['shop']],
    ['clients by a glob', { client: 'billing-*' }, ['billing-web']],
    ['a file', { path: 'clients.json' }, ['billing-web', 'shop']],
    ['a file by a glob', { path: './*.json' }, ['billing-web', 'shop']],
    ['a client in a file', { path: '**', client: 'shop' }, ['shop']],
    ['until today, which is in it', { until: '2026-11-24' }, ['billing-web', 'shop']],
  ])('%s', (_name, exception, suppressed) => {
    expect(applied(exception)).toEqual({ suppressed, notices: [] });
  });
});

const NOTHING = 'matched nothing; remove it, or correct what it names';

describe('an exception that suppresses nothing is told', () => {
  test.each<[string, Partial<Exception>, string]>([
    ['another rule', { rule: 'client-stale' }, `the exception for client-stale ${NOTHING}`],
    ['a part of a name', { client: 'bill' }, `the exception for ${RULE} ${NOTHING}`],
    ['another case', { client: 'Shop' }, `the exception for ${RULE} ${NOTHING}`],
    ['a pool', { client: 'eu-west-1_Pool' }, `the exception for ${RULE} ${NOTHING}`],
    ['another folder', { path: 'infra/**' }, `the exception for ${RULE} ${NOTHING}`],
    [
      'past its end',
      { until: '2026-11-23' },
      `the exception for ${RULE} ended on 2026-11-23, so it suppresses nothing any more; remove it, or give it another end`,
    ],
  ])('%s', (_name, exception, notice) => {
    expect(applied(exception)).toEqual({ suppressed: [], notices: [`1: ${notice}`] });
  });
});

describe('of a path the stars alone are a pattern', () => {
  test.each([
    ['parentheses', 'app/(auth)/**', 'app/(auth)/x/a.json', 'app/auth/x/a.json'],
    ['brackets', 'app/[id]/*.json', 'app/[id]/a.json', 'app/i/a.json'],
    ['both', 'app/(auth)/[id]/*.json', 'app/(auth)/[id]/a.json', 'app/auth/d/a.json'],
    ['braces', '{a,b}/*', '{a,b}/c.json', 'a/c.json'],
    ['a question mark', 'a?/*', 'a?/c.json', 'ab/c.json'],
    ['a plus sign', '+(a)/*', '+(a)/c.json', 'a/c.json'],
    ['an exclamation mark', '!a/*', '!a/c.json', 'b/c.json'],
    ['an at sign', '@(a)/*', '@(a)/c.json', 'a/c.json'],
    ['a star before parentheses', '*(a)/*', 'b(a)/c.json', 'aa/c.json'],
    ['a bar', 'a|b/*', 'a|b/c.json', 'a'],
    ['quotes', '"a"/*', '"a"/c.json', 'a/c.json'],
    ['a letter outside ASCII', 'über/*', 'über/c.json', 'uber/c.json'],
    ['one star, which is one folder', 'a/*/c.json', 'a/b/c.json', 'a/b/b/c.json'],
    ['two stars, which are any folders', 'a/**/c.json', 'a/b/b/c.json', 'a/b/d.json'],
    ['a path of Windows', 'app\\(auth)\\*', 'app/(auth)/a.json', 'app/auth/a.json'],
  ])('%s', (_name, glob, path, other) => {
    const suppressedAt = (at: string) =>
      applyExceptions(
        reportOf([LEGACY], RULE, undefined, at),
        [{ rule: RULE, reason: 'known', document, region, path: glob }],
        '2026-11-24',
      ).suppressed;
    expect([suppressedAt(path), suppressedAt(other)]).toEqual([1, 0]);
  });
});

test('of two exceptions that match, both are used', () => {
  expect(applied({ client: 'shop' }, { client: 's*' })).toEqual({ suppressed: ['shop'], notices: [] });
});

/** Whether an exception takes out a finding of another client or file. */
function suppresses(
  exception: Partial<Exception>,
  identity: ClientIdentity,
  path = 'clients.json',
  uri = path,
): boolean {
  if (!first) throw new Error('no finding');
  const finding: Finding = {
    ...plain(first),
    subject: { ...first.subject, identity },
    location: { ...first.location, document: { ...document, path, uri } },
  };
  const all: Exception = { rule: RULE, reason: 'known', document, region, ...exception };
  return applyExceptions({ ...report, findings: [finding] }, [all], '2026-11-24').suppressed === 1;
}

const RESOURCE = 'module.web["a/b"].aws_cognito_user_pool_client.this[0]';

describe('of a name only *, ? and braces are a pattern', () => {
  test.each<[client: string, name: string, expected: boolean]>([
    [RESOURCE, RESOURCE, true],
    ['module.*.aws_cognito_user_pool_client.this[0]', RESOURCE, true],
    ['module.*.this[?]', RESOURCE, true],
    ['*.this[1]', RESOURCE, false],
    ['*.this[0-9]', RESOURCE, false],
    ['{web,api}-?', 'api-1', true],
    ['{web,api}-1', '{web,api}-1', true],
    ['*', '.web', true],
    ['!web', 'api', false],
    ['!web', '!web', true],
    ['web@(a|b)*', 'weba', false],
    ['web@(a)*', 'web@(a)b', true],
    ['module.*.this["web (eu)"]', 'module.a.this["web (eu)"]', true],
    ['"web|api"*', '"web|api"-1', true],
    ['web|*', 'web', false],
  ])('%s for %s: %s', (client, resource, expected) => {
    expect(suppresses({ client }, { resource })).toBe(expected);
  });
});

describe('a path is one of a file, however it is written', () => {
  test.each<[glob: string, path: string, expected: boolean]>([
    ['infra/*.json', 'infra\\clients.json', true],
    ['infra\\*.json', 'infra/clients.json', true],
    ['./infra/*.json', 'infra/clients.json', true],
    ['infra/*.json', './infra/clients.json', true],
    ['infra/*.json', 'infra/./clients.json', false],
    ['infra/*.json', 'infra/eu/clients.json', false],
    ['infra/**', 'infra/eu/clients.json', true],
    ['**', '.github/clients.json', true],
    ['!a.json', 'b.json', false],
    ['clients[1].json', 'clients[1].json', true],
  ])('%s for %s: %s', (path, file, expected) => {
    expect(suppresses({ path }, {}, file)).toBe(expected);
  });

  test('as seen from the repository or from the working directory', () => {
    expect(suppresses({ path: 'infra/my clients.json' }, {}, 'my clients.json', 'infra/my%20clients.json')).toBe(true);
    expect(suppresses({ path: 'my clients.json' }, {}, 'my clients.json', 'infra/my%20clients.json')).toBe(true);
  });
});

test('it is told which exception took a finding out, and where one stands that took none', () => {
  const notice = { message: 'a notice of the report' };
  const used: Exception = { rule: RULE, reason: 'known', client: 'shop', document, region };
  const unused: Exception = { ...used, client: 'nobody' };
  const applied = applyExceptions({ ...report, notices: [notice] }, [used, unused], '2026-11-24');
  expect(applied.suppressedFindings.map(({ exception }) => exception)).toEqual([used]);
  expect(applied.clients).toBe(report.clients);
  expect(applied.notices).toEqual([
    notice,
    { document, path: document.path, uri: document.uri, region, message: `the exception for ${RULE} ${NOTHING}` },
  ]);
});
