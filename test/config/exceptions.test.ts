import { describe, expect, test } from 'vitest';
import { applyExceptions } from '../../src/config/exceptions.ts';
import type { Exception } from '../../src/report.ts';
import { reportOf } from '../sarif/report.ts';

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
