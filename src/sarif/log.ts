import type { Artifact, Result, Run as SarifRun, ToolComponent } from 'sarif';
import { HOME } from '../references.ts';
import type { Finding, Report } from '../report.ts';
import type { Run } from '../reports/run.ts';
import type { AnyRule } from '../rule.ts';
import type { Document } from '../subject.ts';
import { version } from '../version.ts';
import { toArtifact } from './artifact.ts';
import { absentResults } from './baseline.ts';
import { CWE_GUID, type CweTaxonomy, cweTaxonomy } from './cwe.ts';
import { NOTIFICATIONS, toInvocation } from './invocation.ts';
import { isSensitive, ROOT } from './location.ts';
import { LogicalLocations } from './logical-locations.ts';
import { toResult } from './result.ts';
import { toDescriptor } from './rule.ts';
import { type PlannedRun, planRuns } from './runs.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** GitHub refuses a file with more runs. */
const MAX_RUNS = 20;
/** GitHub refuses a file of more than 10 MB compressed; a result compresses to a twentieth at least. */
const MAX_RESULTS = 100_000;

/** A report as one SARIF 2.1.0 log, in what GitHub code scanning takes of it. */
export function* sarif(report: Report, run: Run): Generator<string> {
  yield* toLog(allRuns(report, run));
}

/** A report as several logs, none of which is more than GitHub takes. Nearly always it is one. */
export function sarifFiles(report: Report, run: Run): Iterable<string>[] {
  const files: LazyRun[][] = [[]];
  let results = 0;
  for (const one of allRuns(report, run)) {
    const last = files.at(-1) ?? [];
    results += one.count;
    if (last.length > 0 && (last.length === MAX_RUNS || results > MAX_RESULTS)) {
      files.push([one]);
      results = one.count;
    } else {
      last.push(one);
    }
  }
  return files.map((runs) => toLog(runs));
}

/** One line a result, so that a log of any size is written piece by piece. */
function* toLog(runs: readonly LazyRun[]): Generator<string> {
  yield `{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0","runs":[`;
  for (const [index, { shared, make }] of runs.entries()) {
    const { own, results } = make();
    yield `${index > 0 ? ',' : ''}\n${shared.slice(0, -1)},${JSON.stringify(own).slice(1, -1)},"results":[`;
    let separator = '\n';
    for (const result of results) {
      yield separator + JSON.stringify(result);
      separator = ',\n';
    }
    yield ']}';
  }
  yield ']}\n';
}

/** A run that is made when it is written. */
interface LazyRun {
  /** What all runs have alike, as JSON: it is large, and made once. */
  readonly shared: string;
  /** How many results it has. */
  readonly count: number;
  readonly make: () => RunContents;
}

interface RunContents {
  readonly own: Partial<SarifRun>;
  /** Made one by one. Everything that they point at is known before. */
  readonly results: Iterable<Result>;
}

function allRuns(report: Report, run: Run): LazyRun[] {
  const plan = planRuns(report, report.baseline?.findings ?? report.findings);
  const categories = new Set(plan.map(({ automationId }) => automationId));
  const rules = rulesOf(report, run);
  const shared = JSON.stringify(sharedPart(rules, run.versionControl));
  return plan.map((planned, index) => {
    const isFirst = index === 0;
    // Offline, a category that is no more is over; live, it may be a scope that could not be read this time.
    const isOver = (id: string) => isFirst && report.scopes === undefined && !categories.has(id);
    const isOurs = (id: string) => id === planned.automationId || isOver(id);
    const absent = absentResults(report, isOurs, rules.index);
    const count = planned.findings.length + absent.length;
    return { shared, count, make: () => contentsOf({ report, run, rules, planned, isFirst, absent }) };
  });
}

/** The rules of a log, and where they and their weaknesses stand in it. */
interface LogRules {
  readonly described: readonly AnyRule[];
  readonly index: ReadonlyMap<string, number>;
  readonly options: ReadonlyMap<string, object>;
  readonly taxonomy: CweTaxonomy;
}

function rulesOf(report: Report, run: Run): LogRules {
  const described = describedRules(report, run);
  return {
    described,
    index: new Map(described.map(({ id }, index) => [id, index])),
    options: new Map(report.rules.map(({ rule, options }) => [rule.id, options])),
    taxonomy: cweTaxonomy(described),
  };
}

function sharedPart({ described, taxonomy }: LogRules, vcs: Run['versionControl']): Omit<SarifRun, 'results'> {
  return {
    tool: { driver: toDriver(described) },
    taxonomies: [taxonomy.component],
    originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository.' } } },
    ...(vcs && { versionControlProvenance: [{ ...vcs, mappedTo: { uriBaseId: ROOT } }] }),
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n'],
    defaultEncoding: 'utf-8',
    language: 'en-US',
  };
}

interface RunParts {
  readonly report: Report;
  readonly run: Run;
  readonly rules: LogRules;
  readonly planned: PlannedRun;
  /** What concerns no run in particular is told in the first. */
  readonly isFirst: boolean;
  /** Results of an earlier log that are not found any more. */
  readonly absent: readonly Result[];
}

function contentsOf({ report, run, rules, planned, isFirst, absent }: RunParts): RunContents {
  const { automationId, findings } = planned;
  const logical = new LogicalLocations();
  const logicalIndices = findings.map((finding) => logical.indexOf(finding));
  const artifacts = embedded(findings);
  const artifactIndex = new Map([...artifacts.keys()].map((document, index) => [document, index]));
  const own: Partial<SarifRun> = {
    automationDetails: { id: automationId },
    invocations: [toInvocation(report, run, rules.index, planned, isFirst)],
    ...(artifacts.size > 0 && { artifacts: [...artifacts.values()] }),
    logicalLocations: logical.list,
    ...(holdsRedaction(artifacts) && { redactionTokens: ['[REDACTED]'] }),
  };
  const present = eachOnce(findings, (finding, index, occurrence) =>
    toResult(finding, {
      ruleIndex: rules.index.get(finding.rule.id) ?? -1,
      artifactIndex: artifactIndex.get(finding.location.document),
      logicalIndex: logicalIndices[index] ?? -1,
      cweIndex: rules.taxonomy.indexOf,
      occurrence,
      options: rules.options.get(finding.rule.id) ?? {},
      baselineState: report.baseline?.states.get(finding),
    }),
  );
  return { own, results: chain(present, absent) };
}

/** The rules that are on, and those that a setting switched off, as the setting points at them. */
function describedRules(report: Report, run: Run): AnyRule[] {
  const off = run.overrides.filter(({ enabled }) => !enabled);
  return [...report.rules, ...off].map(({ rule }) => rule).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function toDriver(rules: readonly AnyRule[]): ToolComponent {
  return {
    name: 'cognito-lint',
    fullName: `cognito-lint ${version}`,
    organization: 'cognito-lint',
    version,
    semanticVersion: version,
    informationUri: HOME,
    downloadUri: 'https://www.npmjs.com/package/cognito-lint',
    shortDescription: { text: 'A security posture linter for Amazon Cognito user pool app clients.' },
    fullDescription: {
      text: 'Judges the effective settings of Amazon Cognito user pool app clients, in files and in live accounts.',
    },
    language: 'en-US',
    rules: rules.map(toDescriptor),
    notifications: NOTIFICATIONS,
    supportedTaxonomies: [{ name: 'CWE', guid: CWE_GUID, index: 0 }],
  };
}

function* chain<Entry>(...lists: Iterable<Entry>[]): Generator<Entry> {
  for (const list of lists) yield* list;
}

function* eachOnce(
  findings: readonly Finding[],
  make: (finding: Finding, index: number, occurrence: number) => Result,
): Generator<Result> {
  const seen = new Map<string, number>();
  for (const [index, finding] of findings.entries()) {
    const { fingerprint } = finding;
    const occurrence = (seen.get(fingerprint) ?? 0) + 1;
    seen.set(fingerprint, occurrence);
    yield make(finding, index, occurrence);
  }
}

/**
 * The documents whose redacted contents are given: those of live clients, as nobody has them, and those that a result
 * cannot quote, as a secret stands there.
 */
function embedded(findings: readonly Finding[]): ReadonlyMap<Document, Artifact> {
  const artifacts = new Map<Document, Artifact>();
  for (const { location, path, subject } of findings) {
    const { document, region } = location;
    if (artifacts.has(document)) continue;
    const token = document.text.slice(region.offset, region.offset + region.length);
    const isNeeded = subject.facts.live || isSensitive(document, token, path);
    const artifact = isNeeded ? toArtifact(document, artifacts.size) : undefined;
    if (artifact) artifacts.set(document, artifact);
  }
  return artifacts;
}

function holdsRedaction(artifacts: ReadonlyMap<Document, Artifact>): boolean {
  return [...artifacts.values()].some(({ contents }) => contents?.text?.includes('[REDACTED]'));
}
