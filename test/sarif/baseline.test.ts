import type { Result } from 'sarif';
import { describe, expect, test } from 'vitest';
import { Secrets } from '../../src/client/secrets.ts';
import type { Exception, Finding, Report } from '../../src/report.ts';
import { compareWithBaseline } from '../../src/sarif/baseline.ts';
import { sarif } from '../../src/sarif/log.ts';
import { violations } from '../conformance/assertions.ts';
import { CLIENT, largeReport, liveReport, parse, reportOf, run, shape } from './report.ts';

const inFile = (uri: string, results: Result[]) =>
  JSON.parse(JSON.stringify(results).replaceAll('clients.json', uri)) as Result[];

const NOTHING_FOUND = { ...reportOf([CLIENT]), findings: [] };

const ACCEPTED: Exception = {
  rule: 'oauth-implicit-grant',
  reason: 'known',
  document: { uri: 'c', path: 'c', text: '', encoding: 'utf-8', secrets: new Secrets(), locate: () => new Map() },
  region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1, offset: 0, length: 0 },
};

describe('against a baseline', () => {
  const earlier = parse(sarif(reportOf([CLIENT]), run));
  const states = (client: object) => {
    const report = compareWithBaseline(reportOf([client]), earlier);
    const [first] = parse(sarif(report, run)).runs;
    return {
      reported: report.findings.map(({ rule }) => rule.id),
      states: Object.fromEntries((first?.results ?? []).map(({ ruleId, baselineState }) => [ruleId, baselineState])),
    };
  };

  test('what was there is unchanged and not reported', () => {
    expect(states(CLIENT)).toEqual({
      reported: [],
      states: {
        'oauth-implicit-grant': 'unchanged',
        'redirect-placeholder-host': 'unchanged',
        'refresh-token-rotation-disabled': 'unchanged',
      },
    });
  });

  test('what came is new, what went is absent', () => {
    const { PreventUserExistenceErrors: _, ...changed } = { ...CLIENT, AllowedOAuthFlows: ['code'] };
    expect(states(changed)).toEqual({
      reported: ['user-existence-errors-legacy'],
      states: {
        'oauth-implicit-grant': 'absent',
        'redirect-placeholder-host': 'unchanged',
        'refresh-token-rotation-disabled': 'unchanged',
        'user-existence-errors-legacy': 'new',
      },
    });
  });

  test('what moved is unchanged', () => {
    expect(states({ ...CLIENT, AllowedOAuthFlows: ['implicit', 'code'] }).states['oauth-implicit-grant']).toBe(
      'unchanged',
    );
    expect(states({ ClientType: 'REGULAR', ...CLIENT }).states['redirect-placeholder-host']).toBe('unchanged');
  });

  test('what an exception suppresses is left out, not absent', () => {
    const report = reportOf([CLIENT]);
    const isAccepted = ({ rule }: Finding) => rule.id === 'oauth-implicit-grant';
    const suppressedFindings = report.findings.filter(isAccepted).map((finding) => ({ finding, exception: ACCEPTED }));
    const findings = report.findings.filter((finding) => !isAccepted(finding));
    expect(suppressedFindings).toHaveLength(1);
    const compared = compareWithBaseline({ ...report, findings, suppressed: 1, suppressedFindings }, earlier);
    expect(parse(sarif(compared, run)).runs[0]?.results?.map(({ ruleId }) => ruleId)).toEqual([
      'redirect-placeholder-host',
      'refresh-token-rotation-disabled',
    ]);
  });

  test('an absent result keeps the places that its message links to, without indices of the earlier log', () => {
    const only = 'refresh-token-validity-long';
    const long = { ...CLIENT, RefreshTokenValidity: 3650, TokenValidityUnits: { RefreshToken: 'days' } };
    const written = [...sarif(reportOf([long], only), run)].join('').replaceAll('"uriBaseId"', '"index":7,"uriBaseId"');
    const compared = compareWithBaseline(reportOf([CLIENT], only), JSON.parse(written));
    const log = parse(sarif(compared, run));
    const [result] = log.runs[0]?.results ?? [];
    expect([result?.baselineState, result?.relatedLocations?.map(({ id }) => id)]).toEqual(['absent', [1]]);
    expect(violations(log, { textOf: () => undefined, secrets: [] })).toEqual([]);
    expect(JSON.stringify(result)).not.toContain('"index"');
  });

  test.each<[place: string, unread: Partial<Report>]>([
    ['a file that is broken', { errors: [{ path: 'clients.json', uri: 'clients.json', message: 'broken' }] }],
    ['a folder that may not be read', { errors: [{ path: 'a', uri: 'a', message: 'denied' }] }],
    ['a live client that was denied', { unread: ['clients.json'] }],
  ])('what stands in %s is unchanged, not absent, and known to the next log', (place, unread) => {
    const uri = place.startsWith('a folder') ? 'a/b/clients.json' : 'clients.json';
    const before = {
      ...earlier,
      runs: earlier.runs.map((one) => ({ ...one, results: inFile(uri, one.results ?? []) })),
    };
    const compared = compareWithBaseline({ ...NOTHING_FOUND, ...unread }, before);
    const log = parse(sarif(compared, run));
    expect(log.runs[0]?.results?.map(({ baselineState }) => baselineState)).toEqual(Array(3).fill('unchanged'));
    expect(compareWithBaseline(reportOf([CLIENT]), log).findings).toEqual([]);
  });

  test('what stands beside something that was not read is absent', () => {
    const errors = [{ path: 'clients', uri: 'clients', message: 'denied' }];
    const compared = compareWithBaseline({ ...NOTHING_FOUND, errors, unread: ['clients.json2'] }, earlier);
    expect(compared.baseline?.missing.map(({ state }) => state)).toEqual(Array(3).fill('absent'));
  });

  test('what was missing in a category of a pool is told in that of its region, where that is not divided any more', () => {
    const written = [...sarif(liveReport(2, 1), run)].join('').replace('/eu-west-1/"', '/eu-west-1/eu-west-1_Pool0/"');
    const compared = compareWithBaseline(liveReport(0, 1), JSON.parse(written));
    expect(shape(parse(sarif(compared, run)))).toEqual([['cognito-lint/live/123456789012/eu-west-1/', 2]]);
  });

  test('an audit of certain pools does not tell that others are gone', () => {
    const scopes = [{ account: '123456789012', region: 'eu-west-1', userPoolIds: ['other'], outcome: 'read' as const }];
    const compared = compareWithBaseline({ ...liveReport(0, 1), scopes }, parse(sarif(liveReport(2, 1), run)));
    expect(shape(parse(sarif(compared, run)))).toEqual([['cognito-lint/live/123456789012/eu-west-1/other/', 0]]);
  });

  test('a run has at most 25,000 results, those that are gone last, and says how many were left out', () => {
    const all = largeReport(25_010, 1);
    const [before] = parse(sarif({ ...all, findings: all.findings.slice(0, 20) }, run)).runs;
    if (!before) throw new Error('no run');
    const results = before.results ?? [];
    const runs = [
      { ...before, results: inFile('gone.json', results.slice(0, 10)) },
      { ...before, results: results.slice(10) },
    ].map((one) => ({ ...one, automationDetails: { id: 'cognito-lint/offline/eu-west-1_Pool0/' } }));
    const now = { ...all, findings: all.findings.slice(20), unread: ['clients.json'] };
    const log = parse(sarif(compareWithBaseline(now, { version: '2.1.0', runs }), run));
    expect(shape(log)).toEqual([
      ['cognito-lint/offline/', 0],
      ['cognito-lint/offline/eu-west-1_Pool0/', 25_000],
    ]);
    expect(log.runs[1]?.results?.slice(-10).map(({ baselineState }) => baselineState)).toEqual(
      Array(10).fill('unchanged'),
    );
    const notifications = log.runs[1]?.invocations?.[0]?.toolExecutionNotifications ?? [];
    expect(notifications.map(({ message }) => message.text)).toEqual([
      '10 results that were not found this time, or are of the lowest severity, are left out, as GitHub takes 25,000 results of a run.',
    ]);
  });

  // Copied or moved up for each of them, a list of so many would outlast the test.
  test('so many results of one fingerprint are matched one by one, the first of them first', () => {
    const [finding] = reportOf([CLIENT]).findings;
    const [first] = earlier.runs;
    if (!finding || !first) throw new Error('no finding');
    const { fingerprint, level, message, path, related, rule, subject, location } = finding;
    const findings = Array.from({ length: 200_000 }, () => {
      return { fingerprint, level, message, path, related, rule, subject, location };
    });
    const [result] = first.results ?? [];
    const results = Array.from({ length: 200_010 }, (_, index) => ({ ...result, rank: index })) as Result[];
    const log = { ...earlier, runs: [{ ...first, results }] };
    const compared = compareWithBaseline({ ...reportOf([CLIENT]), findings }, log);
    expect(compared.findings).toEqual([]);
    expect(compared.baseline?.missing.map(({ result }) => result.rank)).toEqual(
      results.slice(-10).map(({ rank }) => rank),
    );
  });

  test('an absent result is not told again by the next log', () => {
    const { PreventUserExistenceErrors: _, ...changed } = { ...CLIENT, AllowedOAuthFlows: ['code'] };
    const second = parse(sarif(compareWithBaseline(reportOf([changed]), earlier), run));
    const third = compareWithBaseline(reportOf([changed]), second);
    expect(third.baseline?.missing).toEqual([]);
  });
});
