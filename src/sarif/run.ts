import type { Artifact, ReportingDescriptorReference, Result, Run as SarifRun } from 'sarif';
import type { Finding, Report } from '../report.ts';
import { safeJson } from '../reports/json.ts';
import type { Run } from '../reports/run.ts';
import type { AnyRule } from '../rule.ts';
import type { Document } from '../subject.ts';
import { redactionTokens, toArtifact } from './artifact.ts';
import { toInvocation } from './invocation.ts';
import { isSensitive } from './location.ts';
import { LogicalLocations } from './logical-locations.ts';
import { toResult } from './result.ts';
import type { PlannedRun } from './runs.ts';

/** The rules of a log, where they stand in it, and what they point at. */
export interface LogRules {
  readonly described: readonly AnyRule[];
  readonly index: ReadonlyMap<string, number>;
  readonly options: ReadonlyMap<string, object>;
  /** Every weakness that one of them points at, in the order of the taxonomy. */
  readonly weaknesses: readonly number[];
  /** Of each rule, by its id: how its results point at its weaknesses. */
  readonly taxa: ReadonlyMap<string, ReportingDescriptorReference[]>;
}

/** What a run of a log is made of. */
export interface RunParts {
  readonly report: Report;
  readonly run: Run;
  readonly rules: LogRules;
  readonly planned: PlannedRun;
  /** What concerns no run in particular is told in the first. */
  readonly isFirst: boolean;
}

/**
 * The members of a run that are its own, as JSON without the brackets around it. First comes what results point at. They
 * are made one by one, a line each, so that a log of any size is written piece by piece.
 */
export function* writeRun(parts: RunParts): Generator<string> {
  const { report, run, rules, planned, isFirst } = parts;
  const { automationId, findings } = planned;
  const logical = new LogicalLocations();
  const logicalIndices = findings.map((finding) => logical.indexOf(finding));
  const artifacts = embedded(findings);
  const tokens = redactionTokens(artifacts);
  const own: Partial<SarifRun> = {
    automationDetails: { id: automationId },
    invocations: [toInvocation(report, run, rules.index, planned, isFirst)],
    ...(artifacts.size > 0 && { artifacts: [...artifacts.values()] }),
    logicalLocations: logical.list,
    ...(tokens.length > 0 && { redactionTokens: tokens }),
  };
  yield members(own);
  yield ',"results":[';
  let separator = '\n';
  for (const result of results(parts, logicalIndices, artifacts)) {
    yield separator + safeJson(result);
    separator = ',\n';
  }
  yield ']';
}

/** An object's members as JSON, without the brackets around them, so that others can follow. */
export function members(object: object): string {
  return safeJson(object).slice(1, -1);
}

function* results(
  { report, rules, planned: { findings, missing } }: RunParts,
  logicalIndices: readonly number[],
  artifacts: ReadonlyMap<Document, Artifact>,
): Generator<Result> {
  const artifactIndex = new Map([...artifacts.keys()].map((document, index) => [document, index]));
  const seen = new Map<string, number>();
  for (const [index, finding] of findings.entries()) {
    const { rule, subject, fingerprint } = finding;
    const occurrence = (seen.get(fingerprint) ?? 0) + 1;
    seen.set(fingerprint, occurrence);
    yield toResult(finding, {
      ruleIndex: rules.index.get(rule.id) ?? -1,
      artifactIndex: artifactIndex.get(subject.origin.document),
      logicalIndex: logicalIndices[index] ?? -1,
      taxa: rules.taxa.get(rule.id) ?? [],
      fingerprint,
      occurrence,
      options: rules.options.get(rule.id) ?? {},
      baselineState: report.baseline?.states.get(finding),
    });
  }
  yield* missing;
}

/**
 * The documents whose redacted contents are given: those of live clients, as nobody has them, and those that a result
 * cannot quote, as a secret stands there.
 */
function embedded(findings: readonly Finding[]): ReadonlyMap<Document, Artifact> {
  const artifacts = new Map<Document, Artifact>();
  for (const finding of findings) {
    const { subject, path } = finding;
    const { document } = subject.origin;
    // Of a part the contents are not given, so its text need not be read for this.
    if (document.isPart || artifacts.has(document)) continue;
    const { region } = finding.location;
    const token = document.text.slice(region.offset, region.offset + region.length);
    const isNeeded = subject.facts.live || isSensitive(document, token, path);
    const artifact = isNeeded ? toArtifact(document, artifacts.size) : undefined;
    if (artifact) artifacts.set(document, artifact);
  }
  return artifacts;
}
