import type { Result } from 'sarif';
import type { Finding, Report, Scope } from '../report.ts';
import { groupBy } from '../reports/clients.ts';

/** A run of the log: a category of its own on GitHub, with the findings that belong to it. */
export interface PlannedRun {
  /** Ends with a slash: what is before its last slash is the category. */
  readonly automationId: string;
  readonly findings: readonly Finding[];
  /** Results of an earlier log that were not found this time. */
  readonly missing: readonly Result[];
  /** How many of both were left out, as GitHub takes no more. */
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
      const own = inRegion.filter(({ subject }) => subject.identity.account === account);
      return runsOfScope(scope, own);
    });
}

/**
 * Adds the results of an earlier log that were not found this time, each to the run of its category, or of what has that
 * now. Offline, a category that is no more is over; live, it may be a scope that could not be read this time.
 */
export function addMissing(plan: readonly PlannedRun[], missing: ResultsByCategory, isLive: boolean): PlannedRun[] {
  const other = isLive ? undefined : plan[0];
  const categories = groupBy([...missing], ([category]) => {
    return plan.findLast(({ automationId }) => category.startsWith(automationId)) ?? other;
  });
  return plan.map((planned) => {
    const all = (categories.get(planned) ?? []).flatMap(([, results]) => results).sort(goneLast);
    const kept = all.slice(0, HARD_LIMIT - planned.findings.length);
    return { ...planned, missing: kept, dropped: planned.dropped + all.length - kept.length };
  });
}

/** Without what may be there still, the next log would call it new. */
function goneLast(a: Result, b: Result): number {
  return Number(a.baselineState === 'absent') - Number(b.baselineState === 'absent');
}

/** Results, by the automation id of the run that they were in. */
export type ResultsByCategory = ReadonlyMap<string, readonly Result[]>;

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
  if (findings.length <= HARD_LIMIT) return { automationId, findings, missing: [], dropped: 0 };
  const severest = new Set(
    [...findings].sort((a, b) => Number(b.rule.severity) - Number(a.rule.severity)).slice(0, HARD_LIMIT),
  );
  const kept = findings.filter((finding) => severest.has(finding));
  return { automationId, findings: kept, missing: [], dropped: findings.length - kept.length };
}
