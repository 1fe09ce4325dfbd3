import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/report.ts';
import { CWE_GUID } from '../../src/sarif/cwe.ts';
import { messageText } from '../../src/sarif/escape.ts';
import { guidOf } from '../../src/sarif/guid.ts';
import { sarif, sarifFiles } from '../../src/sarif/log.ts';
import { violations } from '../conformance/assertions.ts';
import { CLIENT, largeReport, liveReport, parse, plain, reportOf, run, shape } from './report.ts';

const files = (report: Report) => sarifFiles(report, run).map(parse);

// As Python has them: uuid.uuid5(uuid.NAMESPACE_URL, address).
test.each([
  ['https://cwe.mitre.org/', 'ec480a2c-8267-5d90-affc-401687cd64b0'],
  ['https://example.com/\u00e4', 'afdef7ba-7312-5e42-ac2d-ed60cef58139'],
])('the GUID of %s is version 5 of it', (address, guid) => {
  expect(guidOf(address)).toBe(guid);
});

test('the CWE goes by the GUID of its address', () => {
  expect(CWE_GUID).toBe(guidOf('https://cwe.mitre.org/'));
});

test.each([
  ['[x](javascript:1)', '\\[x\\](javascript:1)'],
  ['{0}', '{{0}}'],
  ['a\\b', 'a\\\\b'],
  ['line\nbreak', 'lineU+000abreak'],
  ['\u202eright to left', 'U+202eright to left'],
])('the text %j forms no link and no placeholder in a message', (text, escaped) => {
  expect(messageText(text)).toBe(escaped);
});

describe('a log is divided as GitHub asks', () => {
  test('up to 5,000 results stay in one run', () => {
    expect(files(largeReport(5000, 3)).map(shape)).toEqual([[['cognito-lint/offline/', 5000]]]);
  });

  test('5,001 results are divided by pool, and the whole is written without the parts', () => {
    expect(files(largeReport(5001, 2)).map(shape)).toEqual([
      [
        ['cognito-lint/offline/', 0],
        ['cognito-lint/offline/eu-west-1_Pool0/', 2501],
        ['cognito-lint/offline/eu-west-1_Pool1/', 2500],
      ],
    ]);
  });

  test('of 25,001 results in one pool the severest 25,000 are kept, and the log says so', () => {
    const [log] = files(largeReport(25_001, 1));
    expect(log && shape(log)).toEqual([
      ['cognito-lint/offline/', 0],
      ['cognito-lint/offline/eu-west-1_Pool0/', 25_000],
    ]);
    const notifications = log?.runs[1]?.invocations?.[0]?.toolExecutionNotifications ?? [];
    expect(notifications.map(({ message }) => message.text)).toEqual([
      '1 findings of the lowest severity are left out, as GitHub takes 25,000 results of a run.',
    ]);
  });

  test('21 scopes are two files of at most 20 runs', () => {
    const logs = files(liveReport(42, 21));
    expect(logs.map((log) => log.runs.length)).toEqual([20, 1]);
    for (const log of logs) expect(violations(log, { textOf: () => undefined, secrets: [] })).toEqual([]);
  });

  test('a clean scope has a run without results, a failed one has none', () => {
    const report = liveReport(0, 2);
    const scopes = [
      ...(report.scopes ?? []),
      { account: '123456789012', region: 'us-east-1', outcome: 'failed' as const },
    ];
    expect(files({ ...report, scopes }).map(shape)).toEqual([
      [
        ['cognito-lint/live/123456789012/eu-west-1/', 0],
        ['cognito-lint/live/123456789012/eu-west-2/', 0],
      ],
    ]);
  });

  test('findings of an account are not put into the run of one that is not known, in the same region', () => {
    const [known, unknown] = [liveReport(2, 1), liveReport(1, 1)];
    const findings = unknown.findings.map((finding) => {
      const { account: _, ...identity } = finding.subject.identity;
      return { ...finding, subject: { ...finding.subject, identity } };
    });
    const scopes = [...(known.scopes ?? []), { region: 'eu-west-1', outcome: 'read' as const }];
    expect(files({ ...known, findings: [...known.findings, ...findings], scopes }).map(shape)).toEqual([
      [
        ['cognito-lint/live/123456789012/eu-west-1/', 2],
        ['cognito-lint/live/unknown-account/eu-west-1/', 1],
      ],
    ]);
  });

  test('where every scope failed there is no run', () => {
    const scopes = [{ region: 'us-east-1', outcome: 'failed' as const }];
    expect(files({ ...liveReport(0, 1), scopes }).map(shape)).toEqual([[]]);
  });

  test('an audit of certain pools has their categories, not that of the region', () => {
    const report = liveReport(2, 1);
    const scopes = [
      { account: '123456789012', region: 'eu-west-1', userPoolIds: ['eu-west-1_Pool0'], outcome: 'read' as const },
    ];
    expect(files({ ...report, scopes }).map(shape)).toEqual([
      [['cognito-lint/live/123456789012/eu-west-1/eu-west-1_Pool0/', 2]],
    ]);
  });
});

test('a finding across settings links to the other one, whose place is given', () => {
  const client = { ...CLIENT, RefreshTokenValidity: 3650, TokenValidityUnits: { RefreshToken: 'days' } };
  const log = parse(sarif(reportOf([client], 'refresh-token-validity-long'), run));
  const [result] = log.runs[0]?.results ?? [];
  const [related] = result?.relatedLocations ?? [];
  expect(result?.message.text).toMatch(/See \[TokenValidityUnits\.RefreshToken\]\(1\)\.$/);
  expect([related?.id, related?.physicalLocation?.region?.snippet?.text]).toEqual([1, '"days"']);
});

test.each([
  ['plain', 'web'],
  ['outside of ASCII', '店 é 🛒'],
  ['with marks that a terminal or an editor obeys', 'a\u009b31mb\u202ec\u007f\u2028d\ufeff\u{e0041}'],
])('a name %s is what it was, and nothing in the log is a control character', (_what, ClientName) => {
  const text = [...sarif(reportOf([{ ...CLIENT, ClientName }]), run)].join('');
  const names = (JSON.parse(text) as Log).runs[0]?.logicalLocations?.map(({ name }) => name);
  expect(names).toContain(ClientName);
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
});

test('suppressed findings are counted, and left out', () => {
  const log = parse(sarif({ ...reportOf([CLIENT]), suppressed: 2 }, run));
  const notifications = log.runs[0]?.invocations?.[0]?.toolExecutionNotifications ?? [];
  expect(notifications.map(({ message }) => message.text)).toEqual([
    '2 findings are suppressed by exceptions and left out.',
  ]);
});

test.each([
  ['eu-west-1', 'aws', 'eu-west-1.console.aws.amazon.com'],
  ['us-gov-west-1', 'aws-us-gov', 'us-gov-west-1.console.amazonaws-us-gov.com'],
  ['cn-north-1', 'aws-cn', 'cn-north-1.console.amazonaws.cn'],
  ['eusc-de-east-1', 'aws-eusc', 'eusc-de-east-1.console.amazonaws-eusc.eu'],
])('what is in %s has ARNs of %s, and the console at %s', (region, partition, host) => {
  const report = reportOf([CLIENT]);
  const identity = { account: '123456789012', region, userPoolId: `${region}_AbCdEfGhI`, clientId: 'c0' };
  const findings = report.findings.map((finding) => ({
    ...plain(finding),
    subject: { ...finding.subject, identity },
  }));
  const [log] = parse(sarif({ ...report, findings }, run)).runs;
  const names = log?.logicalLocations?.map(({ fullyQualifiedName }) => fullyQualifiedName);
  expect(names?.slice(0, 2)).toEqual([
    `arn:${partition}:iam::123456789012:root`,
    `arn:${partition}:cognito-idp:${region}:123456789012:userpool/${region}_AbCdEfGhI`,
  ]);
  const url = String(log?.results?.[0]?.properties?.['consoleUrl']);
  expect(new URL(url).host).toBe(host);
});
