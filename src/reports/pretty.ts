import pc from 'picocolors';
import { excerpt } from '../locate/excerpt.ts';
import { helpUrl } from '../references.ts';
import { countLevels, type Finding, type Report } from '../report.ts';
import type { Level } from '../rule.ts';
import type { ClientIdentity, Subject } from '../subject.ts';
import type { Run } from './run.ts';
import { printable, wrap } from './text.ts';

/** For a person at a terminal: findings under their client, under their file, each with the line that it is about. */
export function* pretty(report: Report, run: Run): Generator<string> {
  const paint = painter(run.color);
  for (const [path, subjects] of byFileAndClient(report.findings)) {
    yield `${paint.bold(paint.underline(printable(path)))}\n`;
    for (const [subject, findings] of subjects) {
      yield `\n  ${heading(subject.identity, paint)}\n`;
      for (const finding of findings) yield `\n${entry(finding, run, paint)}`;
    }
    yield '\n';
  }
  if (!run.quiet) yield* summary(report, paint, run);
}

type Painter = ReturnType<typeof pc.createColors>;

function painter(color: boolean): Painter {
  return pc.createColors(color);
}

function byFileAndClient(findings: readonly Finding[]): Map<string, Map<Subject, Finding[]>> {
  const files = new Map<string, Map<Subject, Finding[]>>();
  for (const finding of findings) {
    const { path } = finding.location.document;
    const clients = files.get(path) ?? new Map<Subject, Finding[]>();
    files.set(path, clients);
    const own = clients.get(finding.subject);
    if (own) own.push(finding);
    else clients.set(finding.subject, [finding]);
  }
  return files;
}

function heading({ clientName, clientId, userPoolId, resource }: ClientIdentity, paint: Painter): string {
  const name = clientName ?? clientId ?? resource ?? 'app client without a name';
  const ids = [clientName ? clientId : undefined, userPoolId].filter((id) => id !== undefined).join(' in ');
  const others = [resource === name ? undefined : resource, ids].filter(Boolean).join('  ');
  return `${paint.bold(printable(name))}${others && `  ${paint.dim(printable(others))}`}`;
}

const LABEL: Readonly<Record<Level, string>> = { error: 'error  ', warning: 'warning', note: 'note   ' };

function colored(level: Level, text: string, paint: Painter): string {
  return level === 'error' ? paint.red(text) : level === 'warning' ? paint.yellow(text) : paint.blue(text);
}

function entry({ rule, level, message, location }: Finding, run: Run, paint: Painter): string {
  const { document, region } = location;
  const place = `${printable(document.path)}:${region.startLine}:${region.startColumn}`;
  const url = helpUrl(rule.id);
  const id = run.hyperlinks && url ? `\u001b]8;;${url}\u0007${rule.id}\u001b]8;;\u0007` : rule.id;
  const gutter = String(region.startLine).padStart(6);
  const { before, value, after } = excerpt(document, region, run.width - 14);
  const indent = before.length - before.trimStart().length;
  const code = `${before.slice(indent)}${paint.bold(value)}${after}`;
  const underline = ' '.repeat(before.length - indent) + colored(level, '^'.repeat(value.length), paint);
  return [
    `    ${colored(level, LABEL[level], paint)}  ${paint.bold(id)}  ${paint.dim(place)}`,
    ...wrap(printable(message), run.width - 13).map((line) => `             ${line}`),
    `    ${paint.dim(`${gutter} │`)} ${code}`,
    `    ${paint.dim('       │')} ${underline}`,
    ...wrap(`fix: ${rule.fix}`, run.width - 13).map((line) => `             ${paint.dim(line)}`),
    '',
  ].join('\n');
}

function* summary(report: Report, paint: Painter, run: Run): Generator<string> {
  const counts = countLevels(report.findings);
  const parts = [plural(counts.error, 'error'), plural(counts.warning, 'warning'), plural(counts.note, 'note')];
  const worst: Level | undefined = counts.error > 0 ? 'error' : counts.warning > 0 ? 'warning' : 'note';
  const total = report.findings.length;
  const clients = `in ${plural(report.clients, 'app client')}`;
  if (total > 0) yield `${colored(worst, parts.join(', '), paint)} ${clients}\n`;
  else yield `${paint.green('nothing found')} ${clients}\n`;
  if (report.suppressed > 0) yield `${plural(report.suppressed, 'finding')} suppressed by exceptions\n`;
  if (report.notEvaluated.length > 0) {
    const clientsOpen = new Set(report.notEvaluated.map(({ subject }) => subject)).size;
    yield `${plural(report.notEvaluated.length, 'check')} not evaluated in ${plural(clientsOpen, 'app client')}, as a setting is not known:\n`;
    for (const line of unknowns(report)) for (const part of wrap(line, run.width - 2)) yield `  ${paint.dim(part)}\n`;
  }
}

function unknowns({ notEvaluated }: Report): string[] {
  const rulesOf = new Map<string, Set<string>>();
  for (const { rule, field, reason } of notEvaluated) {
    const cause = `${field}: ${reason}`;
    rulesOf.set(cause, (rulesOf.get(cause) ?? new Set()).add(rule.id));
  }
  return [...rulesOf].map(([cause, rules]) => `${printable(cause)} (${[...rules].join(', ')})`);
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
