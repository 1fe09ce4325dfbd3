import { groupBy, nameOf } from '../clients.ts';
import { plural } from '../text.ts';
import { letter } from './badges.ts';
import { html, type Markup } from './markup.ts';
import type { ClientPosture, Posture, RulePosture } from './posture.ts';

/** So many columns do not fit on paper unless they are made narrower. */
const WIDE = 32;

/**
 * Clients by rules. The rows come apart, since the page holds back those of the clients past the first few hundred, and
 * with them what shows more.
 */
export function matrix(
  { clients, rules }: Posture,
  active: number,
  rows: readonly Markup[],
  more: Markup | undefined,
): Markup {
  if (rules.length === 0) return html``;
  const silent = active - rules.length;
  return html`<section aria-labelledby="matrix">
<h2 id="matrix">Posture</h2>
<p>App clients by rules, the worst first. <span class="badge error">E</span> error, <span class="badge warning">W</span> warning, <span class="badge note">N</span> note, <span class="badge open">?</span> not evaluated. An empty cell: nothing was found, or the rule does not apply.${
    silent > 0 ? ` ${plural(silent, 'more rule')} found nothing in any client.` : ''
  }</p>
<div class="scroll" role="region" aria-label="Matrix of app clients and rules" tabindex="0">
<table class="matrix${rules.length > WIDE ? ' wide' : undefined}">
<thead>
<tr><th scope="col">App client</th>${rules.map(heading)}</tr>
<tr class="totals"><th scope="row">Clients with it, of ${clients.length}</th>${rules.map((rule) => html`<td>${rule.clients}</td>`)}</tr>
</thead>
<tbody>
${rows}</tbody>
</table>
</div>
${more}</section>
`;
}

function heading({ rule, level }: RulePosture): Markup {
  return html`<th scope="col" class="${level}" data-level="${level}" data-area="${rule.area}"><a href="#rule-${rule.id}">${rule.id}</a></th>`;
}

/** The row of one client. */
export function matrixRow(client: ClientPosture, rules: readonly RulePosture[]): Markup {
  const { subject, anchor } = client;
  const found = groupBy(client.findings, ({ rule }) => rule);
  const open = new Set(client.notEvaluated.map(({ rule }) => rule));
  const cells = rules.map(({ rule, level }) => {
    const count = found.get(rule)?.length ?? 0;
    if (count === 0) {
      return open.has(rule) ? html`<td class="open">?<span class="unseen"> not evaluated</span></td>` : html`<td></td>`;
    }
    // The name of the row leads to the same place, so that the keyboard need not pass through every cell.
    const many = count > 1 ? html` <sub>${count}</sub>` : undefined;
    return html`<td class="${level}"><a href="#${anchor}-${rule.id}" tabindex="-1">${letter(level)}${many}</a></td>`;
  });
  return html`<tr data-client="${anchor}"><th scope="row"><a href="#${anchor}">${nameOf(subject.identity)}</a></th>${cells}</tr>
`;
}
