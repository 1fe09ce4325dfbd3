import type { Run as SarifRun, ToolComponent } from 'sarif';
import { HOME } from '../references.ts';
import type { Report } from '../report.ts';
import type { Run } from '../reports/run.ts';
import type { AnyRule } from '../rule.ts';
import { version } from '../version.ts';
import { absentResults } from './baseline.ts';
import { CWE_GUID, cweTaxonomy } from './cwe.ts';
import { NOTIFICATIONS } from './invocation.ts';
import { ROOT } from './location.ts';
import { toDescriptor } from './rule.ts';
import { type LogRules, writeRun } from './run.ts';
import { planRuns } from './runs.ts';

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

function* toLog(runs: readonly LazyRun[]): Generator<string> {
  yield `{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0","runs":[`;
  for (const [index, { shared, write }] of runs.entries()) {
    yield index > 0 ? ',\n' : '\n';
    // A piece by itself, since it is copied whole for each run where something is put before it.
    yield shared;
    yield* write();
    yield '}';
  }
  yield ']}\n';
}

/** A run of which nothing is made before it is written. */
interface LazyRun {
  /** Its beginning, with what all runs have alike, as JSON: it is large, and made once. */
  readonly shared: string;
  /** How many results it has. */
  readonly count: number;
  /** The rest, up to the closing bracket. */
  write(): Iterable<string>;
}

function allRuns(report: Report, run: Run): LazyRun[] {
  const plan = planRuns(report, report.baseline?.findings ?? report.findings);
  const categories = new Set(plan.map(({ automationId }) => automationId));
  const rules = rulesOf(report, run);
  const shared = `${JSON.stringify(sharedPart(rules, run.versionControl)).slice(0, -1)},`;
  return plan.map((planned, index) => {
    const isFirst = index === 0;
    // Offline, a category that is no more is over; live, it may be a scope that could not be read this time.
    const isOver = (id: string) => isFirst && report.scopes === undefined && !categories.has(id);
    const isOurs = (id: string) => id === planned.automationId || isOver(id);
    const absent = absentResults(report, isOurs, rules.index);
    const count = planned.findings.length + absent.length;
    return { shared, count, write: () => writeRun({ report, run, rules, planned, isFirst, absent }) };
  });
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
