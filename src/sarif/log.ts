import type { Run as SarifRun, ToolComponent } from 'sarif';
import { HOME } from '../references.ts';
import type { Report } from '../report.ts';
import type { Piece, Run } from '../reports/run.ts';
import type { AnyRule } from '../rule.ts';
import { version } from '../version.ts';
import { missingResults } from './baseline.ts';
import { CWE, CWE_GUID, pointAtWeaknesses, toTaxon, weaknessesOf } from './cwe.ts';
import { NOTIFICATIONS } from './invocation.ts';
import { ROOT } from './location.ts';
import { prepared } from './prepared.ts';
import { toDescriptor } from './rule.ts';
import { type LogRules, members, writeRun } from './run.ts';
import { addMissing, planRuns } from './runs.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const HEADER = `{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0","runs":[`;
/** How a log with runs begins that this program wrote. */
export const BEGINNING = `${HEADER}\n{"tool":{"driver":{"name":"cognito-lint",`;

/** GitHub refuses a file with more runs. */
const MAX_RUNS = 20;
/** GitHub refuses a file of more than 10 MB compressed; a result compresses to a twentieth at least. */
const MAX_RESULTS = 100_000;

/** A report as one SARIF 2.1.0 log, in what GitHub code scanning takes of it. */
export function* sarif(report: Report, run: Run): Generator<Piece> {
  yield* toLog(allRuns(report, run));
}

/** A report as several logs, none of which is more than GitHub takes. Nearly always it is one. */
export function sarifFiles(report: Report, run: Run): Iterable<Piece>[] {
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

function* toLog(runs: readonly LazyRun[]): Generator<Piece> {
  yield HEADER;
  for (const [index, { shared, write }] of runs.entries()) {
    yield index > 0 ? ',\n' : '\n';
    yield* shared;
    yield ',';
    yield* write();
    yield '}';
  }
  yield ']}\n';
}

/** A run of which nothing is made before it is written. */
interface LazyRun {
  /** Its beginning, with what all runs have alike, as JSON. */
  readonly shared: readonly Piece[];
  /** How many results it has. */
  readonly count: number;
  /** The rest, up to the closing bracket. */
  write(): Iterable<string>;
}

function allRuns(report: Report, run: Run): LazyRun[] {
  const rules = rulesOf(report, run);
  const found = planRuns(report, report.baseline?.findings ?? report.findings);
  const plan = addMissing(found, missingResults(report, rules.index), report.scopes !== undefined);
  const shared = [...sharedPart(rules, run.versionControl)];
  return plan.map((planned, index) => {
    const count = planned.findings.length + planned.missing.length;
    return { shared, count, write: () => writeRun({ report, run, rules, planned, isFirst: index === 0 }) };
  });
}

function rulesOf(report: Report, run: Run): LogRules {
  const described = describedRules(report, run);
  const weaknesses = weaknessesOf(described);
  return {
    described,
    index: new Map(described.map(({ id }, index) => [id, index])),
    options: new Map(report.rules.map(({ rule, options }) => [rule.id, options])),
    weaknesses,
    taxa: new Map(described.map((rule) => [rule.id, pointAtWeaknesses(rule, weaknesses)])),
  };
}

/** The rules that are on, and those that a setting switched off, as the setting points at them. */
function describedRules(report: Report, run: Run): AnyRule[] {
  const off = run.overrides.filter(({ enabled }) => !enabled);
  return [...report.rules, ...off].map(({ rule }) => rule).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The beginning of a run, up to where a comma and its own members follow. */
function* sharedPart({ described, weaknesses }: LogRules, vcs: Run['versionControl']): Generator<Piece> {
  yield `{"tool":{"driver":{${members(DRIVER)},"rules":[`;
  yield* separated(described.map((rule) => prepared(rule.id) ?? JSON.stringify(toDescriptor(rule))));
  yield `],${members({ notifications: NOTIFICATIONS, supportedTaxonomies: [{ name: 'CWE', guid: CWE_GUID, index: 0 }] })}}},`;
  yield `"taxonomies":[{${members(CWE)},"taxa":[`;
  yield* separated(weaknesses.map((cwe) => prepared(`CWE-${cwe}`) ?? JSON.stringify(toTaxon(cwe))));
  yield ']}],';
  yield members({
    originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository.' } } },
    ...(vcs && { versionControlProvenance: [{ ...vcs, mappedTo: { uriBaseId: ROOT } }] }),
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n'],
    defaultEncoding: 'utf-8',
    language: 'en-US',
  } satisfies Partial<SarifRun>);
}

function* separated(pieces: readonly Piece[]): Generator<Piece> {
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) yield ',';
    yield piece;
  }
}

/** The tool, without what it has of rules, notifications and taxonomies. */
const DRIVER: ToolComponent = {
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
};
