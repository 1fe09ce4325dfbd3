import { countLevels, type Finding, type PlacedRemark, type Report } from '../report.ts';
import type { Document, Region } from '../subject.ts';
import { countsText, leftOut, nameOf } from './clients.ts';
import type { Run } from './run.ts';
import { firstSentence, plural, printable } from './text.ts';

const COMMAND = { error: 'error', warning: 'warning', note: 'notice' } as const;

/**
 * Annotations on a commit, as workflow commands of GitHub Actions. GitHub shows ten of each kind in a step, so the worst
 * come first, and the last line counts them all.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function* github(report: Report, run: Run): Generator<string> {
  for (const remark of report.errors) yield remarkCommand(remark);
  for (const finding of report.findings) yield findingCommand(finding);
  if (run.quiet) return;
  const counts = `${countsText(countLevels(report.findings))} in ${plural(report.clients, 'app client')}`;
  yield `cognito-lint: ${[counts, ...leftOut(report)].join('; ')}\n`;
}

function findingCommand({ rule, level, message, subject, location }: Finding): string {
  const text = `${nameOf(subject.identity)}: ${message} Fix: ${firstSentence(rule.fix)}`;
  return command(COMMAND[level], { ...placeOf(location.document, location.region), title: rule.id }, text);
}

function remarkCommand({ document, region, path, message }: PlacedRemark): string {
  const place = document ? placeOf(document, region) : {};
  return command('error', { ...place, title: 'cognito-lint' }, document || !path ? message : `${path}: ${message}`);
}

type Properties = Readonly<Record<string, string | number>>;

/** A file outside of the repository has no page to be annotated on. */
function placeOf(document: Document, region: Region | undefined): Properties {
  if (document.uri.startsWith('file:')) return {};
  const file = decodeURIComponent(document.uri);
  if (!region) return { file };
  const { startLine, startColumn, endLine, endColumn } = region;
  return { file, line: startLine, endLine, col: startColumn, endColumn };
}

function command(name: string, properties: Properties, text: string): string {
  const pairs = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${pairs.join(',')}::${escapeData(printable(text))}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
