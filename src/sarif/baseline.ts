import type { Location, Log, Result } from 'sarif';
import type { Finding, MissingResult, Report } from '../report.ts';
import { groupBy } from '../reports/clients.ts';
import { toMessageText } from './result.ts';
import type { ResultsByCategory } from './runs.ts';

const FINGERPRINT = 'cognitoLintFinding/v1';

type Earlier = Omit<MissingResult, 'state'>;

/** Holds a report against an earlier log of this program: what is new stays in `findings`. */
export function compareWithBaseline(report: Report, log: Log): Report {
  const earlier = resultsByFingerprint(log);
  const taken = new Map<string, number>();
  const take = ({ fingerprint }: Finding) => {
    const count = taken.get(fingerprint) ?? 0;
    taken.set(fingerprint, count + 1);
    return earlier.get(fingerprint)?.[count];
  };
  const states = new Map<Finding, 'new' | 'unchanged' | 'updated'>();
  for (const finding of report.findings) {
    const match = take(finding);
    states.set(finding, match ? changeOf(match.result, finding) : 'new');
  }
  // What is accepted is left out of a log, but it is not gone.
  for (const { finding } of report.suppressedFindings) take(finding);
  const isUnread = unreadPlaces(report);
  const left = [...earlier].flatMap(([fingerprint, all]) => all.slice(taken.get(fingerprint) ?? 0));
  const missing = left.map((one): MissingResult => {
    return { ...one, state: isUnread(one.result) ? 'unchanged' : 'absent' };
  });
  return {
    ...report,
    findings: report.findings.filter((finding) => states.get(finding) === 'new'),
    baseline: { findings: report.findings, states, missing },
  };
}

/** Tells what stands in a client, a file or a folder that was not read, or not all of it. */
function unreadPlaces({ errors, unread = [] }: Report): (result: Result) => boolean {
  const uris = new Set([...errors.flatMap(({ uri }) => uri ?? []), ...unread]);
  return ({ locations }) => {
    const uri = locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
    const parts = uri.split('/');
    return parts.some((_, index) => uris.has(parts.slice(0, index + 1).join('/')));
  };
}

/** What was absent before is no news. */
function resultsByFingerprint(log: Log): Map<string, Earlier[]> {
  const results = log.runs.flatMap((run) => {
    const automationId = run.automationDetails?.id ?? '';
    return (run.results ?? []).map((result): Earlier => ({ automationId, result }));
  });
  const groups = groupBy(results, ({ result }) =>
    result.baselineState === 'absent' ? undefined : result.partialFingerprints?.[FINGERPRINT],
  );
  return new Map([...groups].flatMap(([fingerprint, own]) => (fingerprint === undefined ? [] : [[fingerprint, own]])));
}

/** A finding that has only moved is unchanged. */
function changeOf(earlier: Result, finding: Finding): 'unchanged' | 'updated' {
  const isSame = earlier.level === finding.level && earlier.message.text === toMessageText(finding);
  return isSame ? 'unchanged' : 'updated';
}

/** The results that were not found this time. Those of a rule that is off now are no news. */
export function missingResults({ baseline, rules }: Report, ruleIndex: ReadonlyMap<string, number>): ResultsByCategory {
  const active = new Set(rules.map(({ rule }) => rule.id));
  const missing = (baseline?.missing ?? []).filter(({ result }) => active.has(result.ruleId ?? ''));
  const categories = groupBy(missing, ({ automationId }) => automationId);
  return new Map([...categories].map(([id, own]) => [id, own.map((one) => toMissing(one, ruleIndex))]));
}

function toMissing({ result, state }: MissingResult, ruleIndex: ReadonlyMap<string, number>): Result {
  return {
    ruleId: result.ruleId ?? '',
    ruleIndex: ruleIndex.get(result.ruleId ?? '') ?? -1,
    kind: 'fail',
    level: result.level ?? 'warning',
    message: result.message,
    baselineState: state,
    ...(result.rank !== undefined && { rank: result.rank }),
    locations: withoutIndices(result.locations ?? []),
    ...(result.relatedLocations && { relatedLocations: withoutIndices(result.relatedLocations) }),
    partialFingerprints: result.partialFingerprints ?? {},
    ...(result.correlationGuid && { correlationGuid: result.correlationGuid }),
    ...(result.properties && { properties: result.properties }),
  };
}

/** Indices are those of the log that they stand in. */
function withoutIndices(locations: readonly Location[]): Location[] {
  return locations.map(({ logicalLocations: _, physicalLocation, ...location }) => {
    const { index: __, ...artifactLocation } = physicalLocation?.artifactLocation ?? {};
    return { ...location, physicalLocation: { ...physicalLocation, artifactLocation } };
  });
}
