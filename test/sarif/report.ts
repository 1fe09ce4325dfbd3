import { createHash } from 'node:crypto';
import type { Log } from 'sarif';
import { Secrets } from '../../src/client/secrets.ts';
import { lint } from '../../src/lint.ts';
import { locateJson } from '../../src/locate/json.ts';
import type { Finding, Report, Scope } from '../../src/report.ts';
import type { Piece, Run } from '../../src/reports/run.ts';
import { rules } from '../../src/rules/index.ts';
import { readForm } from '../../src/sources/forms.ts';
import type { Document } from '../../src/subject.ts';

/** What a run may know, in its plainest form. */
export const run: Run = { exitCode: 0, color: false, hyperlinks: false, width: 80, quiet: false, overrides: [] };

/** A client with findings of several levels. */
export const CLIENT = {
  UserPoolId: 'eu-west-1_AbCdEfGhI',
  ClientId: '1example23456789',
  ClientName: 'web',
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ['code', 'implicit'],
  CallbackURLs: ['https://example.com/cb'],
  PreventUserExistenceErrors: 'ENABLED',
  EnableTokenRevocation: true,
};

export const parse = (pieces: Iterable<Piece>) => JSON.parse([...pieces].join('')) as Log;

/** Its runs, each with how many results it has. */
export const shape = (log: Log) =>
  log.runs.map(({ automationDetails, results = [] }) => [automationDetails?.id, results.length]);

/** The report of some described clients that stand in one file. `options` are one rule's. */
export function reportOf(clients: readonly object[], only?: string, options?: object, path = 'clients.json'): Report {
  const text = JSON.stringify(clients.map((UserPoolClient) => ({ UserPoolClient })));
  const secrets = new Secrets();
  const document: Document = {
    uri: encodeURI(path),
    path,
    text,
    encoding: 'utf-8',
    secrets,
    locate: (pointers) => locateJson(text, pointers),
  };
  const form = readForm(JSON.parse(text), { document, onDisk: true, now: Date.UTC(2026, 10, 23) / 1000 });
  if ('instead' in form) throw new Error(form.instead);
  const active = rules
    .filter(({ id, preset }) => (only ? id === only : preset === 'recommended'))
    .map((rule) => ({ rule, level: rule.level, options: options ?? rule.options ?? {} }));
  return lint(form, active);
}

/** A report of so many findings, spread over some pools. Only the findings' clients differ. */
export function largeReport(count: number, pools: number): Report {
  const report = reportOf(
    [{ UserPoolId: 'eu-west-1_Pool', ClientId: 'c0', PreventUserExistenceErrors: 'LEGACY' }],
    'user-existence-errors-legacy',
  );
  const [first] = report.findings;
  if (!first) throw new Error('no finding');
  const findings = Array.from({ length: count }, (_, index): Finding => {
    const identity = { userPoolId: `eu-west-1_Pool${index % pools}`, clientId: `c${index}`, region: 'eu-west-1' };
    return {
      ...plain(first),
      subject: { ...first.subject, identity },
      fingerprint: createHash('sha256').update(String(index)).digest('hex'),
    };
  });
  return { ...report, findings };
}

/** A finding with all that is made when it is asked for. */
export function plain({ rule, level, message, subject, path, location, related, fingerprint }: Finding): Finding {
  return { rule, level, message, subject, path, location, related, fingerprint };
}

/** The same findings as if they had been found live, in so many regions. */
export function liveReport(count: number, regions: number): Report {
  const report = largeReport(count, 1);
  const region = (index: number) => `eu-west-${index + 1}`;
  const findings = report.findings.map((finding, index): Finding => {
    const identity = { ...finding.subject.identity, region: region(index % regions), account: '123456789012' };
    return { ...finding, subject: { ...finding.subject, identity } };
  });
  const scopes = Array.from(
    { length: regions },
    (_, index): Scope => ({ account: '123456789012', region: region(index), outcome: 'read' }),
  );
  return { ...report, findings, scopes };
}
