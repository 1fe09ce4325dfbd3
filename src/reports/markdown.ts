import { helpUrl } from '../references.ts';
import { countLevels, type Finding, type Report } from '../report.ts';
import { LEVELS, type Level } from '../rule.ts';
import {
  type ClientFindings,
  causes,
  countsText,
  groupBy,
  idsOf,
  leftOut,
  nameOf,
  placeOf,
  worstClients,
  worstLevel,
} from './clients.ts';
import { code, codeElement, inCell, prose } from './markdown-text.ts';
import { firstSentence, plural } from './text.ts';

/** GitHub takes a job summary of 1 MiB. What follows the cut needs the rest. */
const MAX_BYTES = 1_000_000;
const MAX_TABLE_BYTES = 250_000;

const SIGN: Readonly<Record<Level, string>> = { error: '🟥', warning: '🟧', note: '🟦' };

/** For a job summary or a comment on a pull request: clients by severity, and the findings folded under each. */
export function* markdown(report: Report): Generator<string> {
  const clients = worstClients(report.findings);
  const head = title(report);
  const rest = remainder(report);
  const table = firstThatFit(tableOf(clients), MAX_TABLE_BYTES);
  const sections = firstThatFit(clients.map(section), MAX_BYTES - MAX_TABLE_BYTES - bytes(head + rest));
  yield head;
  yield table.kept.join('');
  if (table.cut > 0) yield `\n…and ${plural(table.cut, 'app client')} more.\n`;
  yield rest;
  yield* sections.kept;
  if (sections.cut > 0) yield cutNote(clients.slice(sections.kept.length));
}

function title(report: Report): string {
  const { findings, clients, errors } = report;
  const counts = countLevels(findings);
  const worst = worstLevel(counts);
  const clean = clients - new Set(findings.map(({ subject }) => subject)).size;
  const facts = [
    plural(clients, 'app client'),
    ...(clean > 0 ? [`${clean} without a finding`] : []),
    ...leftOut(report),
    ...(errors.length > 0 ? [`**${plural(errors.length, 'error')} in the input, so not everything was judged**`] : []),
  ];
  const found = worst ? `${SIGN[worst]} ${countsText(counts)}` : '✅ nothing found';
  return `## Amazon Cognito app clients: ${found}\n\n${facts.join(' · ')}\n`;
}

function remainder(report: Report): string {
  const { notEvaluated } = report;
  const list = causes(report).map(
    ({ field, reason, rules }) => `- ${code(field)}: ${prose(reason)} (${rules.map(code).join(', ')})\n`,
  );
  const unknown = firstThatFit(list, 20_000);
  if (list.length === 0) return '';
  const more = unknown.cut > 0 ? `- …and ${plural(unknown.cut, 'cause')} more\n` : '';
  const summary = `${plural(notEvaluated.length, 'check')} not evaluated, as a setting is not known`;
  return `\n<details><summary>${summary}</summary>\n\n${unknown.kept.join('')}${more}\n</details>\n`;
}

function tableOf(clients: readonly ClientFindings[]): string[] {
  if (clients.length === 0) return [];
  const head = '\n| App client | User pool | Errors | Warnings | Notes |\n| --- | --- | ---: | ---: | ---: |\n';
  const rows = clients.map(({ subject: { identity }, counts }) => {
    const cells = [
      code(nameOf(identity)),
      identity.userPoolId ? code(identity.userPoolId) : '',
      ...LEVELS.map((level) => (counts[level] > 0 ? `${SIGN[level]} ${counts[level]}` : '')),
    ];
    return `| ${cells.map(inCell).join(' | ')} |\n`;
  });
  return [head + rows[0], ...rows.slice(1)];
}

function section({ subject: { identity }, findings, counts }: ClientFindings): string {
  const ids = idsOf(identity).map((id) => ` ${codeElement(id)}`);
  const rows = [...groupBy(findings, ({ rule }) => rule).values()].map(row);
  return (
    `\n<details><summary><b>${codeElement(nameOf(identity))}</b>${ids.join('')}: ${countsText(counts)}</summary>\n\n` +
    `| | Rule | Finding | Place |\n| --- | --- | --- | --- |\n${rows.join('')}\n</details>\n`
  );
}

function row(findings: readonly Finding[]): string {
  const [{ rule, level }] = findings as [Finding];
  const url = helpUrl(rule.id);
  const cells = [
    `${SIGN[level]}\u00a0${level}`,
    url ? `[${rule.id}](${url})` : code(rule.id),
    `${findings.map(({ message }) => prose(message)).join('<br>')}<br>**Fix:** ${firstSentence(rule.fix)}`,
    findings.map((finding) => code(placeOf(finding))).join('<br>'),
  ];
  return `| ${cells.map(inCell).join(' | ')} |\n`;
}

function cutNote(clients: readonly ClientFindings[]): string {
  const counts = countLevels(clients.flatMap(({ findings }) => findings));
  return (
    `\n> [!NOTE]\n> Cut here, as GitHub shows 1 MB: ${countsText(counts)} in ${plural(clients.length, 'app client')} are not shown. ` +
    'The formats `html`, `json` and `sarif` have them all.\n'
  );
}

/** The first pieces that fit into so many bytes, and how many do not. */
function firstThatFit(
  pieces: readonly string[],
  room: number,
): { readonly kept: readonly string[]; readonly cut: number } {
  let left = room;
  const end = pieces.findIndex((piece) => {
    left -= bytes(piece);
    return left < 0;
  });
  return end === -1 ? { kept: pieces, cut: 0 } : { kept: pieces.slice(0, end), cut: pieces.length - end };
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}
