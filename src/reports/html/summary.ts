import { countLevels, type Report } from '../../report.ts';
import { LEVELS } from '../../rule.ts';
import { groupBy, leftOut, worstLevel } from '../clients.ts';
import { plural } from '../text.ts';
import { LETTER, LEVEL_NAMES } from './badges.ts';
import { html, type Markup } from './markup.ts';
import type { ClientPosture, Posture } from './posture.ts';

const KINDS = [...LEVELS, 'open', 'clean'] as const;
type Kind = (typeof KINDS)[number];

/** The numbers that one reads first, and how many clients are how bad. */
export function summary(report: Report, { clients }: Posture): Markup {
  const counts = countLevels(report.findings);
  const kinds = groupBy(clients, kindOf);
  const of = (kind: Kind) => kinds.get(kind)?.length ?? 0;
  return html`<section class="summary" aria-labelledby="summary">
<h2 id="summary">${headline(of, clients.length)}</h2>
<dl class="numbers">
<div><dt>App clients</dt><dd>${clients.length}</dd></div>
${LEVELS.map((level) => html`<div class="${level}"><dt><span class="badge ${level}" aria-hidden="true">${LETTER[level]}</span> ${LEVEL_NAMES[level]}</dt><dd>${counts[level]}</dd></div>`)}
</dl>
${clients.length > 0 ? bar(of, clients.length) : undefined}
${facts(report)}
</section>
`;
}

/** What is not known is never called clean. */
function kindOf({ counts, notEvaluated }: ClientPosture): Kind {
  return worstLevel(counts) ?? (notEvaluated.length > 0 ? 'open' : 'clean');
}

type CountOf = (kind: Kind) => number;

function headline(of: CountOf, total: number): string {
  if (total === 0) return 'No app client was read';
  const share = (count: number) => (total === 1 ? 'The app client has' : `${count} of ${total} app clients have`);
  if (of('error') > 0) return `${share(of('error'))} errors`;
  if (of('warning') > 0) return `No errors. ${share(of('warning'))} warnings`;
  if (of('note') > 0) return `No errors, no warnings. ${share(of('note'))} notes`;
  if (of('open') > 0)
    return `Nothing was found, but ${of('open')} of ${plural(total, 'app client')} could not be judged wholly`;
  return `Nothing was found in ${plural(total, 'app client')}`;
}

const WORDS: Readonly<Record<Kind, string>> = {
  error: 'with errors',
  warning: 'with warnings, no errors',
  note: 'with notes alone',
  open: 'without a finding, but not wholly judged',
  clean: 'without a finding',
};

/** Clients by the worst that was found in them. */
function bar(of: CountOf, total: number): Markup {
  let start = 0;
  const parts = KINDS.filter((kind) => of(kind) > 0).map((kind) => {
    const width = (of(kind) / total) * 100;
    const part = html`<rect class="${kind}" x="${start}%" width="${width}%" height="100%"/>`;
    start += width;
    return part;
  });
  return html`<svg class="posture" width="100%" height="14" aria-hidden="true">${parts}</svg>
<ul class="legend">${KINDS.filter((kind) => kind !== 'open' || of(kind) > 0).map((kind) => html`<li><span class="badge ${kind}" aria-hidden="true">${LETTER[kind]}</span> <b>${of(kind)}</b> ${WORDS[kind]}</li>`)}</ul>`;
}

function facts(report: Report): Markup | undefined {
  const { notEvaluated, errors } = report;
  const parts = [
    ...leftOut(report).map((text) => html`${text}`),
    ...(notEvaluated.length > 0
      ? [html`<a href="#not-judged">${plural(notEvaluated.length, 'check')} not evaluated</a>`]
      : []),
    ...(errors.length > 0 ? [html`<a href="#not-judged">${plural(errors.length, 'error')} in the input</a>`] : []),
  ];
  return parts.length > 0 ? html`<ul class="facts">${parts.map((part) => html`<li>${part}</li>`)}</ul>` : undefined;
}
