import type { PlacedRemark, Report } from '../../report.ts';
import { causes } from '../clients.ts';
import { plural } from '../text.ts';
import { html, type Markup } from './markup.ts';

/** What was not judged, and why: it is neither good nor bad. */
export function remainder(report: Report): Markup {
  const { errors, notices, notEvaluated } = report;
  if (errors.length + notices.length + notEvaluated.length === 0) return html``;
  return html`<section aria-labelledby="not-judged">
<h2 id="not-judged">What was not judged</h2>
${list('Errors in the input', errors.map(remark))}
${list(
  'Not evaluated, as a setting is not known',
  causes(report).map(
    ({ field, reason, rules, clients }) =>
      html`<b>${field}</b>: ${reason}, in ${plural(clients, 'client')} <span class="hint">(${rules.join(', ')})</span>`,
  ),
)}
${list('Notices', notices.map(remark))}
</section>
`;
}

function list(title: string, entries: readonly Markup[]): Markup | undefined {
  if (entries.length === 0) return undefined;
  return html`<h3>${title}</h3>
<ul>${entries.map((entry) => html`<li>${entry}</li>`)}</ul>`;
}

function remark({ path, region, message }: PlacedRemark): Markup {
  const place = [path, region?.startLine, region?.startColumn].filter((part) => part !== undefined).join(':');
  return html`${place && html`<code>${place}</code> `}${message}`;
}
