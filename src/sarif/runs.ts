import type { Finding, Report, Scope } from '../report.ts';
import { groupBy } from '../reports/clients.ts';

/** A run of the log: a category of its own on GitHub, with the findings that belong to it. */
export interface PlannedRun {
  /** Ends with a slash: what is before its last slash is the category. */
  readonly automationId: string;
  readonly findings: readonly Finding[];
  /** Findings that were left out, as GitHub takes no more. */
  readonly dropped: number;
}

/** GitHub shows so many results of a run. */
const SOFT_LIMIT = 5000;
/** GitHub refuses a file whose run has more. */
const HARD_LIMIT = 25_000;

/**
 * Divides a report into runs: one offline; live, one for each account and region that could be read. What would be too
 * much for GitHub is divided by user pool, never by number, so that a finding stays in its category.
 *
 * A category that was uploaded with no results closes its alerts, and one that is not uploaded keeps them: so a clean
 * scope has a run, and one that could not be read has none.
 */
export function planRuns(report: Report, findings: readonly Finding[]): PlannedRun[] {
  if (!report.scopes) return divide('cognito-lint/offline/', findings);
  const regions = groupBy(findings, ({ subject }) => subject.identity.region);
  return report.scopes
    .filter(({ outcome }) => outcome !== 'failed')
    .flatMap((scope) => {
      const { account, region } = scope;
      const inRegion = regions.get(region) ?? [];
      const own = inRegion.filter(({ subject }) => account === undefined || subject.identity.account === account);
      return runsOfScope(scope, own);
    });
}

function runsOfScope(scope: Scope, findings: readonly Finding[]): PlannedRun[] {
  const { account = 'unknown-account', region, userPoolIds, clientId } = scope;
  const category = `cognito-lint/live/${account}/${region}/${clientId === undefined ? '' : `client/${clientId}/`}`;
  if (!userPoolIds) return divide(category, findings);
  // Under the category of the region they would close the alerts of its other pools.
  const pools = groupBy(findings, poolOf);
  return userPoolIds.map((pool) => limited(`${category}${pool}/`, pools.get(pool) ?? []));
}

function poolOf({ subject }: Finding): string | undefined {
  return subject.identity.userPoolId;
}

function divide(category: string, findings: readonly Finding[]): PlannedRun[] {
  if (findings.length <= SOFT_LIMIT) return [limited(category, findings)];
  const pools = groupBy(findings, poolOf);
  const rest = pools.get(undefined) ?? [];
  const parts = [...pools].flatMap(([pool, own]) => (pool === undefined ? [] : { pool, own }));
  parts.sort((a, b) => (a.pool < b.pool ? -1 : 1));
  // The whole is written once more without the parts, as its alerts would stay open else.
  return [
    limited(category, rest),
    ...parts.map(({ pool, own }) => limited(`${category}${encodeURIComponent(pool)}/`, own)),
  ];
}

function limited(automationId: string, findings: readonly Finding[]): PlannedRun {
  if (findings.length <= HARD_LIMIT) return { automationId, findings, dropped: 0 };
  const severest = new Set(
    [...findings].sort((a, b) => Number(b.rule.severity) - Number(a.rule.severity)).slice(0, HARD_LIMIT),
  );
  const kept = findings.filter((finding) => severest.has(finding));
  return { automationId, findings: kept, dropped: findings.length - kept.length };
}
