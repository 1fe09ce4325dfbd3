import type { Artifact, Result, Run as SarifRun } from 'sarif';
import { HOME } from '../references.ts';
import type { Finding, Report } from '../report.ts';
import type { Run } from '../reports/run.ts';
import type { Document } from '../subject.ts';
import { version } from '../version.ts';
import { toArtifact } from './artifact.ts';
import { CWE_GUID, cweTaxonomy } from './cwe.ts';
import { NOTIFICATIONS, toInvocation } from './invocation.ts';
import { isSensitive, ROOT } from './location.ts';
import { LogicalLocations } from './logical-locations.ts';
import { toResult } from './result.ts';
import { toDescriptor } from './rule.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/**
 * A report as a SARIF 2.1.0 log, in what GitHub code scanning takes of it: one line a result, so that a log of any
 * size is written piece by piece.
 */
export function* sarif(report: Report, run: Run): Generator<string> {
  const { results, ...rest } = toRun(report, run, 'cognito-lint/offline/');
  yield `{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0","runs":[\n`;
  yield `${JSON.stringify(rest).slice(0, -1)},"results":[`;
  let separator = '\n';
  for (const result of results) {
    yield separator + JSON.stringify(result);
    separator = ',\n';
  }
  yield ']}]}\n';
}

/** A run whose results are made one by one. Everything that they point at is known before. */
type LazyRun = Omit<SarifRun, 'results'> & { readonly results: Iterable<Result> };

function toRun(report: Report, run: Run, automationId: string): LazyRun {
  const active = [...report.rules].sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
  const ruleIndex = new Map(active.map(({ rule }, index) => [rule.id, index]));
  const taxonomy = cweTaxonomy(active.map(({ rule }) => rule));
  const logical = new LogicalLocations();
  const logicalIndices = report.findings.map((finding) => logical.indexOf(finding));
  const artifacts = embedded(report.findings);
  const artifactIndex = new Map([...artifacts.keys()].map((document, index) => [document, index]));
  const vcs = run.versionControl;
  return {
    tool: {
      driver: {
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
        rules: active.map(toDescriptor),
        notifications: NOTIFICATIONS,
        supportedTaxonomies: [{ name: 'CWE', guid: CWE_GUID, index: 0 }],
      },
    },
    taxonomies: [taxonomy.component],
    automationDetails: { id: automationId },
    originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository.' } } },
    ...(vcs && { versionControlProvenance: [{ ...vcs, mappedTo: { uriBaseId: ROOT } }] }),
    invocations: [toInvocation(report, run, ruleIndex)],
    ...(artifacts.size > 0 && { artifacts: [...artifacts.values()] }),
    logicalLocations: logical.list,
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n'],
    defaultEncoding: 'utf-8',
    language: 'en-US',
    ...(holdsRedaction(artifacts) && { redactionTokens: ['[REDACTED]'] }),
    results: results(report.findings, (finding, index, occurrence) =>
      toResult(finding, {
        ruleIndex: ruleIndex.get(finding.rule.id) ?? -1,
        artifactIndex: artifactIndex.get(finding.location.document),
        logicalIndex: logicalIndices[index] ?? -1,
        cweIndex: taxonomy.indexOf,
        occurrence,
      }),
    ),
  };
}

function* results(
  findings: readonly Finding[],
  make: (finding: Finding, index: number, occurrence: number) => Result,
): Generator<Result> {
  const seen = new Map<string, number>();
  for (const [index, finding] of findings.entries()) {
    const occurrence = (seen.get(finding.fingerprint) ?? 0) + 1;
    seen.set(finding.fingerprint, occurrence);
    yield make(finding, index, occurrence);
  }
}

/** The documents that a result cannot quote, as a secret stands there: their redacted contents are given instead. */
function embedded(findings: readonly Finding[]): ReadonlyMap<Document, Artifact> {
  const artifacts = new Map<Document, Artifact>();
  for (const { location, path } of findings) {
    const { document, region } = location;
    if (artifacts.has(document)) continue;
    const token = document.text.slice(region.offset, region.offset + region.endColumn - region.startColumn);
    const artifact = isSensitive(document, token, path) ? toArtifact(document) : undefined;
    if (artifact) artifacts.set(document, artifact);
  }
  return new Map(
    [...artifacts].map(([document, artifact], index) => [
      document,
      { ...artifact, location: { ...artifact.location, index } },
    ]),
  );
}

function holdsRedaction(artifacts: ReadonlyMap<Document, Artifact>): boolean {
  return [...artifacts.values()].some(({ contents }) => contents?.text?.includes('[REDACTED]'));
}
