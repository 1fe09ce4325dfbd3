import { cweLink, helpUrl, type Link, link, type Reference } from '../../references.ts';
import { plural } from '../text.ts';
import { badge, LETTER } from './badges.ts';
import { html, type Markup, markdownText } from './markup.ts';
import type { Posture, RulePosture } from './posture.ts';

/** The rules that found something, the worst first, each with the reason and the whole fix folded under it. */
export function rulesSection({ rules, clients }: Posture): Markup {
  if (rules.length === 0) return html``;
  return html`<section aria-labelledby="rules">
<h2 id="rules">What was found</h2>
<div class="rules">
${rules.map((rule) => entry(rule, clients.length))}</div>
</section>
`;
}

function entry({ rule, level, clients, open }: RulePosture, total: number): Markup {
  const share = (clients / total) * 100;
  const affected = [
    ...(clients > 0 ? [plural(clients, 'client')] : []),
    ...(open > 0 ? [`${open} not evaluated`] : []),
  ].join(', ');
  const mark = clients > 0 ? badge(level) : html`<span class="badge open" aria-hidden="true">${LETTER.open}</span>`;
  return html`<details class="rule" id="rule-${rule.id}" data-level="${level}" data-area="${rule.area}">
<summary>${mark}<h3>${rule.title}</h3><span class="affected">${affected}</span><svg width="100%" height="6" aria-hidden="true"><rect class="track" width="100%" height="100%"/><rect class="${level}" width="${share}%" height="100%"/></svg></summary>
<div class="body">
<p>${markdownText(rule.why)}</p>
<p class="fix"><b>Fix</b> ${markdownText(rule.fix)}</p>
${rule.notReported ? html`<p><b>Not reported</b> ${markdownText(rule.notReported)}</p>` : undefined}
<p class="references">${links(rule.id, rule.references, rule.cwe)}</p>
</div>
</details>
`;
}

function links(id: string, references: readonly Reference[], cwe: readonly number[]): Markup[] {
  const url = helpUrl(id);
  const own: Link[] = url ? [{ title: id, url }] : [];
  const all = [...own, ...references.map(link), ...cwe.map(cweLink)];
  return all.map((one, index) => html`${index > 0 ? ' · ' : ''}<a href="${one.url}" rel="noreferrer">${one.title}</a>`);
}
