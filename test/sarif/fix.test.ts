import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { lint } from '../../src/lint.ts';
import type { AnyRule } from '../../src/rule.ts';
import { rules } from '../../src/rules/index.ts';
import { toFix } from '../../src/sarif/fix.ts';
import { sarif } from '../../src/sarif/log.ts';
import { readText } from '../../src/sources/read-text.ts';
import type { Subject } from '../../src/subject.ts';
import { reportOf, run } from './report.ts';

const HEALTHY = {
  UserPoolId: 'eu-west-1_AbCdEfGhI',
  ClientId: '1example23456789',
  ClientSecret: '[REDACTED]',
  PreventUserExistenceErrors: 'ENABLED',
  EnableTokenRevocation: true,
};

/** The file after all the fixes of its log, and the rules that had one. */
function fixed(client: object): { rules: string[]; after: unknown } {
  const report = reportOf([client]);
  const log = JSON.parse([...sarif(report, run)].join('')) as Log;
  let text = report.findings[0]?.location.document.text ?? '';
  const results = (log.runs[0]?.results ?? []).filter(({ fixes }) => fixes);
  const replacements = results.flatMap(({ fixes }) => fixes?.[0]?.artifactChanges[0]?.replacements ?? []);
  // From the end, so that no column moves before it is used: the text is one line.
  replacements.sort((a, b) => (b.deletedRegion.startColumn ?? 0) - (a.deletedRegion.startColumn ?? 0));
  for (const { deletedRegion, insertedContent } of replacements) {
    const [start, end] = [(deletedRegion.startColumn ?? 1) - 1, (deletedRegion.endColumn ?? 1) - 1];
    text = text.slice(0, start) + insertedContent?.text + text.slice(end);
  }
  const [after] = JSON.parse(text) as { UserPoolClient: unknown }[];
  return { rules: results.map(({ ruleId }) => String(ruleId)).sort(), after: after?.UserPoolClient };
}

describe('one value that is wrong has an exact replacement', () => {
  test.each([
    [
      'user-existence-errors-legacy',
      { PreventUserExistenceErrors: 'LEGACY' },
      { PreventUserExistenceErrors: 'ENABLED' },
    ],
    ['token-revocation-disabled', { EnableTokenRevocation: false }, { EnableTokenRevocation: true }],
    [
      'refresh-token-validity-long',
      { RefreshTokenValidity: 3650, TokenValidityUnits: { RefreshToken: 'days' } },
      { RefreshTokenValidity: 30, TokenValidityUnits: { RefreshToken: 'days' } },
    ],
    [
      'refresh-token-rotation-grace-long',
      {
        ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
        RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 60 },
      },
      {
        ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
        RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
      },
    ],
    ['auth-session-validity-long', { AuthSessionValidity: 15 }, { AuthSessionValidity: 10 }],
    [
      'analytics-user-data-shared',
      { AnalyticsConfiguration: { UserDataShared: true } },
      { AnalyticsConfiguration: { UserDataShared: false } },
    ],
  ])('%s: the file differs only there', (rule, bad, good) => {
    expect(fixed({ ...HEALTHY, ...bad })).toEqual({ rules: [rule], after: { ...HEALTHY, ...good } });
  });
});

describe('there is no replacement', () => {
  test.each([
    ['where the setting is absent', { PreventUserExistenceErrors: undefined }],
    ['where a list must change', { ExplicitAuthFlows: ['ADMIN_NO_SRP_AUTH'] }],
    [
      'where the unit must change too',
      { RefreshTokenValidity: 3650 * 24, TokenValidityUnits: { RefreshToken: 'hours' } },
    ],
    [
      'where the whole member is taken away',
      { AnalyticsConfiguration: { ApplicationId: 'd70b2ba36a8c4dc5a04a0451a31a1e12', UserDataShared: false } },
    ],
    [
      'where an app would sign in another way',
      { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['implicit'] },
    ],
  ])('%s', (_name, bad) => {
    expect(fixed({ ...HEALTHY, ...bad }).rules).toEqual([]);
  });
});

describe('there is no replacement that would not end the finding', () => {
  test.each([
    ['auth-session-validity-long', { maxMinutes: 1 }, { AuthSessionValidity: 15 }],
    [
      'refresh-token-validity-long',
      { maxDays: 0 },
      { RefreshTokenValidity: 60, TokenValidityUnits: { RefreshToken: 'days' } },
    ],
  ])('%s with %j', (rule, options, bad) => {
    const report = reportOf([{ ...HEALTHY, ...bad }], rule, options);
    const log = JSON.parse([...sarif(report, run)].join('')) as Log;
    expect(log.runs[0]?.results).toMatchObject([{ ruleId: rule }]);
    expect(log.runs[0]?.results?.[0]).not.toHaveProperty('fixes');
  });
});

describe('of two that differ in one thing, one has a replacement', () => {
  const [finding] = reportOf(
    [{ ...HEALTHY, PreventUserExistenceErrors: 'LEGACY' }],
    'user-existence-errors-legacy',
  ).findings;
  if (!finding) throw new Error('no finding');
  const { rule, subject, path, location } = finding;
  const { facts, origin } = subject;
  const settings = { PreventUserExistenceErrors: 'ENABLED' } as const;
  const hasFix = (changes: { rule?: Partial<AnyRule>; subject?: Partial<Subject> }) =>
    toFix({ rule: { ...rule, ...changes.rule }, subject: { ...subject, ...changes.subject }, path, location }, {}) !==
    undefined;

  test.each([
    ['a description', {}, true],
    ['an update request', { subject: { facts: { ...facts, form: 'updated' as const } } }, false],
    ['a create request', { subject: { facts: { ...facts, form: 'created' as const } } }, false],
    [
      'what is made from something',
      {
        subject: {
          origin: {
            document: origin.document,
            pointer: origin.pointer,
            locate: (at: typeof path) => origin.locate(at),
            setting: () => '',
          },
        },
      },
      false,
    ],
    ['a change', { rule: { remedy: () => ({ settings, risk: 'none' }) } }, true],
    ['a risky change', { rule: { remedy: () => ({ settings, risk: 'all', risky: true }) } }, false],
    ['a sentence', { rule: { remedy: 'a person must decide' } }, false],
    ['a remedy that gives a sentence', { rule: { remedy: () => 'a person must decide' } }, false],
    [
      'a rule that fails on the changed client',
      {
        rule: {
          check: () => {
            throw new Error('no');
          },
        },
      },
      false,
    ],
    ['a rule that is content with it', { rule: { check: () => [] } }, true],
    [
      'a rule that finds something elsewhere',
      { rule: { check: () => [{ path: ['ClientName'] as const, message: 'x' }] } },
      true,
    ],
    ['a rule that finds the same', { rule: { check: () => [{ path, message: 'x' }] } }, false],
  ])('%s', (_name, changes, expected) => {
    expect(hasFix(changes)).toBe(expected);
  });
});

describe('in YAML a value has a replacement where it stands for one setting alone', () => {
  const rule = rules.find(({ id }) => id === 'token-revocation-disabled');
  test.each([
    ['a plain value', 1, 'EnableTokenRevocation: false'],
    ['a plain value beside an anchor', 1, 'EnableTokenRevocation: false\n  ClientName: &name shop'],
    ['a plain value beside an alias', 1, 'EnableTokenRevocation: false\n  ClientName: *name', 'Name: &name shop\n'],
    [
      'a plain value beside a merged map',
      1,
      'EnableTokenRevocation: false\n  <<: *own',
      'Own: &own\n  ClientName: shop\n',
    ],
    ['a value that others repeat', 0, 'EnableTokenRevocation: &off false\n  AllowedOAuthFlowsUserPoolClient: *off'],
    ['a repeated value', 0, 'AllowedOAuthFlowsUserPoolClient: &off false\n  EnableTokenRevocation: *off'],
    ['a value of a merged map', 0, '<<: *own', 'Own: &own\n  EnableTokenRevocation: false\n'],
    [
      'a value over that of a merged map',
      1,
      'EnableTokenRevocation: false\n  <<: *own',
      'Own: &own\n  EnableTokenRevocation: true\n',
    ],
    ['a value below an anchor', 0, 'EnableTokenRevocation: false', '', ' &client'],
  ])('%s: %i', async (_name, count, setting, before = '', anchor = '') => {
    const text = `${before}UserPoolClient:${anchor}\n  UserPoolId: eu-west-1_AbCdEfGhI\n  ClientId: 1example23456789\n  ${setting}\n`;
    const reading = await readText(
      Buffer.from(text),
      { path: 'c.yaml', named: true, onDisk: true },
      { root: '/', now: 1_795_000_000 },
    );
    if (!rule) throw new Error('no rule');
    const report = lint(reading, [{ rule, level: rule.level, options: {} }]);
    const [result] = (JSON.parse([...sarif(report, run)].join('')) as Log).runs[0]?.results ?? [];
    expect([result?.ruleId, result?.fixes?.length ?? 0]).toEqual([rule.id, count]);
  });
});
