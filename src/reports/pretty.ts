import pc from 'picocolors';
import { columnsOf, wrap } from '../columns.ts';
import { type Excerpt, excerpt } from '../locate/excerpt.ts';
import { helpUrl } from '../references.ts';
import { countLevels, type Finding, type Report, type RuleOverride } from '../report.ts';
import type { Level } from '../rule.ts';
import type { ClientIdentity, Document, Region } from '../subject.ts';
import { causes, countsText, groupBy, idsOf, leftOut, nameOf, placeOf, worstLevel } from './clients.ts';
import type { Run } from './run.ts';
import { firstSentence, plural, printable, printableCode } from './text.ts';

/** For a person at a terminal: findings under their client, under their file, each with the line that it is about. */
export function* pretty(report: Report, run: Run): Generator<string> {
  const page = pageOf(run);
  for (const [path, inFile] of groupBy(report.findings, ({ location }) => location.document.path)) {
    yield `${page.paint.bold(page.paint.underline(printable(path)))}\n\n`;
    for (const [subject, inClient] of groupBy(inFile, (finding) => finding.subject)) {
      yield `  ${heading(subject.identity, page)}\n\n`;
      for (const findings of groupBy(inClient, ({ rule }) => rule).values()) yield `${entry(findings, page)}\n`;
    }
  }
  if (!run.quiet) yield* summary(report, run, page);
}

type Painter = ReturnType<typeof pc.createColors>;

/** How wide the output is, and what it can show. */
interface Page {
  readonly paint: Painter;
  readonly width: number;
  /** Where texts begin, beside the levels or, in a narrow terminal, below them. */
  readonly indent: number;
  readonly hyperlinks: boolean;
}

const NARROW = 60;

function pageOf({ color, hyperlinks, width }: Run): Page {
  return { paint: pc.createColors(color), width, indent: width < NARROW ? 8 : 13, hyperlinks };
}

function heading(identity: ClientIdentity, { paint, width }: Page): string {
  const name = printable(nameOf(identity));
  const ids = printable(idsOf(identity).join(' in '));
  if (columnsOf(name) + columnsOf(ids) + 4 <= width) return `${paint.bold(name)}${ids && `  ${paint.dim(ids)}`}`;
  return [paint.bold(name), ...wrap(ids, width - 2).map(paint.dim)].join('\n  ');
}

/** What one rule found in one client: each place, then once what to do. */
function entry(findings: readonly Finding[], page: Page): string {
  const [first] = findings as [Finding];
  const { rule } = first;
  const { paint, indent } = page;
  const url = helpUrl(rule.id);
  const id = paint.bold(page.hyperlinks && url ? hyperlink(rule.id, url) : rule.id);
  const fix = inColor(wrap(`Fix: ${firstSentence(rule.fix)}`, page.width - indent), paint);
  const more = url && !page.hyperlinks ? [paint.dim(url)] : [];
  const [, ...others] = findings;
  const lines = [
    ...occurrence(first, page),
    ...others.flatMap((finding) => [
      indented(page)(paint.dim(printable(placeOf(finding)))),
      ...occurrence(finding, page),
    ]),
    ...[...fix, ...more].map(indented(page)),
  ];
  return [...title(first, id, page), ...lines].map((line) => `${line.trimEnd()}\n`).join('');
}

/** Level, rule and place: on one line, or on two or three where there is no room. */
function title(finding: Finding, id: string, page: Page): string[] {
  const { rule, level } = finding;
  const { paint, indent, width } = page;
  const label = `    ${colored(level, level.padEnd(7), paint)}`;
  const place = printable(placeOf(finding));
  const room = width - 13 - rule.id.length;
  if (room < 0) return [label, ...[id, paint.dim(place)].map(indented(page))];
  if (room < columnsOf(place) + 2) return [`${label}  ${id}`, ' '.repeat(indent) + paint.dim(place)];
  return [`${label}  ${id}  ${paint.dim(place)}`];
}

function indented({ indent }: Page): (line: string) => string {
  return (line) => ' '.repeat(indent) + line;
}

/** The message, and the line with the value underlined. */
function occurrence(finding: Finding, page: Page): string[] {
  const { level, message, location } = finding;
  const { paint, indent, width } = page;
  const { document, region } = location;
  const { before, value, after } = printableExcerpt(document, region, width - indent - 1);
  const start = before.trimStart();
  const gutter = String(region.startLine).padStart(indent - 3);
  return [
    ...wrap(printable(message), width - indent).map(indented(page)),
    `${paint.dim(`${gutter} │`)} ${start}${paint.bold(value)}${after}`,
    `${paint.dim(`${' '.repeat(indent - 3)} │`)} ${' '.repeat(columnsOf(start))}${colored(level, '^'.repeat(columnsOf(value)), paint)}`,
  ];
}

function printableExcerpt(document: Document, region: Region, width: number): Excerpt {
  const { before, value, after } = excerpt(document, region, width);
  return { before: printableCode(before), value: printableCode(value), after: printableCode(after) };
}

function hyperlink(text: string, url: string): string {
  return `\u001b]8;;${url}\u0007${text}\u001b]8;;\u0007`;
}

/** Code is coloured where there are colours, also across lines; else it keeps its backticks. */
function inColor(lines: readonly string[], paint: Painter): readonly string[] {
  if (!paint.isColorSupported) return lines;
  let isCode = false;
  const toggled = (part: string, index: number): string => {
    if (index > 0) isCode = !isCode;
    return isCode ? paint.cyan(part) : part;
  };
  return lines.map((line) => line.split('`').map(toggled).join(''));
}

function colored(level: Level | undefined, text: string, paint: Painter): string {
  if (level === undefined) return paint.green(text);
  return paint.bold(level === 'error' ? paint.red(text) : level === 'warning' ? paint.yellow(text) : paint.blue(text));
}

function* summary(report: Report, { overrides }: Run, page: Page): Generator<string> {
  const { findings, clients, notEvaluated, errors } = report;
  const { paint, width } = page;
  const counts = countLevels(findings);
  const found = findings.length > 0 ? countsText(counts) : 'nothing found';
  const where = `in ${plural(clients, 'app client')}`;
  const separator = found.length + 1 + where.length > width ? '\n' : ' ';
  if (clients > 0) yield `${colored(worstLevel(counts), found, paint)}${separator}${where}\n`;
  const settings = inShort(overrides);
  if (settings !== '') yield* wrapped(`Settings: ${settings}`, page, paint.dim);
  for (const line of leftOut(report)) yield `${line}\n`;
  if (errors.length > 0) {
    const text = `${plural(errors.length, 'error')} in the input, so not everything was judged: see the messages above`;
    yield* wrapped(text, page, paint.red);
  }
  if (notEvaluated.length === 0) return;
  const open = new Set(notEvaluated.map(({ subject }) => subject)).size;
  const checks = `${plural(notEvaluated.length, 'check')} not evaluated in ${plural(open, 'app client')}`;
  yield* wrapped(`${checks}, as a setting is not known:`, page, String);
  for (const { field, reason, rules } of causes(report)) {
    yield* wrapped(`${field}: ${reason} (${rules.join(', ')})`, page, paint.dim, '  - ');
  }
}

/** `client-stale off; refresh-token-validity-long error {"maxDays":7}; 12 pedantic rules on`. */
function inShort(overrides: readonly RuleOverride[]): string {
  const isOn = ({ enabled, level, options }: RuleOverride) => enabled && level === undefined && options === undefined;
  const changed = overrides
    .filter((one) => !isOn(one))
    .map(({ rule, enabled, level, options }) => {
      const parts = [rule.id, enabled ? level : 'off', options && JSON.stringify(options)];
      return parts.filter((part) => part !== undefined).join(' ');
    });
  const on = overrides.filter(isOn).length;
  return [...changed, ...(on > 0 ? [`${plural(on, 'pedantic rule')} on`] : [])].join('; ');
}

function* wrapped(text: string, { width }: Page, color: (line: string) => string, mark = ''): Generator<string> {
  const lines = wrap(printable(text), width - mark.length);
  for (const [index, line] of lines.entries()) yield `${index === 0 ? mark : ' '.repeat(mark.length)}${color(line)}\n`;
}
