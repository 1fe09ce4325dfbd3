import { excerpt } from '../../locate/excerpt.ts';
import { toPointer } from '../../pointer.ts';
import type { ActiveRule, Finding } from '../../report.ts';
import { groupBy, idsOf, nameOf, placeOf } from '../clients.ts';
import { firstSentence } from '../text.ts';
import { badge, countBadges } from './badges.ts';
import { type LevelOf, lifetimes } from './lifetimes.ts';
import { html, type Markup, markdownText } from './markup.ts';
import type { ClientPosture } from './posture.ts';
import { type Setting, type Shown, settingsOf } from './settings.ts';

/** All there is to say of one client: what was found, what is in force, how long its tokens live. */
export function clientSection(client: ClientPosture, rules: readonly ActiveRule[], isOpen: boolean): Markup {
  const { subject, anchor, findings, counts } = client;
  const { identity, origin } = subject;
  const seen = findings.map(({ rule, level }) => `${level}/${rule.area}`).join(' ');
  const levelOf = worstLevels(findings);
  const groups = [...groupBy(findings, ({ rule }) => rule).values()];
  return html`<details class="client" id="${anchor}" data-pool="${identity.userPoolId ?? ''}" data-findings="${seen}"${isOpen ? html` open` : undefined}>
<summary><h3>${nameOf(identity)}</h3><span class="ids">${idsOf(identity).map((id) => html`<code>${id}</code> `)}</span><span class="counts">${countBadges(counts, client.notEvaluated.length)}</span></summary>
<div class="body">
<div class="findings">
${groups.length > 0 ? html`<ul>${groups.map((group) => entry(group, anchor))}</ul>` : html`<p class="nothing">Nothing was found in this client.</p>`}
${notEvaluated(client)}<p class="place">Read from ${origin.document.path}</p>
</div>
<div class="effective">
${lifetimes(subject, rules, levelOf)}${settingsTable(settingsOf(subject), levelOf)}</div>
</div>
</details>
`;
}

/** What one rule found in the client. */
function entry(findings: readonly Finding[], anchor: string): Markup {
  const [{ rule, level }] = findings as [Finding];
  return html`<li class="finding" id="${anchor}-${rule.id}" data-rule="${rule.id}" data-level="${level}" data-area="${rule.area}">
<h4>${badge(level)} ${rule.title} <a class="rule" href="#rule-${rule.id}">${rule.id}</a></h4>
${findings.map(occurrence)}
<p class="fix"><b>Fix</b> ${markdownText(firstSentence(rule.fix))}</p>
</li>
`;
}

const CODE_WIDTH = 72;

function occurrence(finding: Finding): Markup {
  const { message, location, path } = finding;
  // What is absent stands nowhere: there the line would show another setting.
  const isThere = location.pointer.endsWith(toPointer(path)) && path.length > 0;
  const { before, value, after } = excerpt(location.document, location.region, CODE_WIDTH);
  const line = isThere
    ? html`<pre><code>${before.trimStart()}<mark>${value}</mark>${after}</code></pre>
`
    : undefined;
  return html`<p class="message">${message}</p>
${line}<p class="place">${placeOf(finding)}</p>
`;
}

function notEvaluated({ notEvaluated: open }: ClientPosture): Markup | undefined {
  if (open.length === 0) return undefined;
  const groups = groupBy(open, ({ field, reason }) => `${field}: ${reason}`);
  return html`<h4>Not evaluated</h4>
<ul class="open">${[...groups].map(
    ([cause, group]) => html`<li>${cause} (${group.map(({ rule }, index) => [index > 0 ? ', ' : '', rule.id])})</li>`,
  )}</ul>
`;
}

/** The worst level that was found of each member. */
function worstLevels(findings: readonly Finding[]): LevelOf {
  // Findings are in the order of their levels, so the worst of a member is its last in reverse.
  return new Map([...findings].reverse().map(({ path, level }) => [path[0], level]));
}

function settingsTable(settings: readonly Setting[], levelOf: LevelOf): Markup {
  return html`<table class="settings">
<caption>Settings</caption>
<thead><tr><th scope="col">Setting</th><th scope="col">Reported</th><th scope="col">In force</th></tr></thead>
<tbody>
${settings.map(({ name, member, reported, inForce }) => {
  const level = levelOf.get(member);
  return html`<tr><th scope="row">${name} ${level && badge(level)}</th><td>${show(reported)}</td><td>${isSame(reported, inForce) ? html`<span class="same">as reported</span>` : show(inForce)}</td></tr>
`;
})}</tbody>
</table>
`;
}

function show({ values, words, unknown }: Shown): Markup {
  const known = values?.map((value, index) => html`${index > 0 ? ', ' : ''}<code>${value}</code>`);
  const rest =
    unknown === undefined
      ? undefined
      : html`<span class="unknown">${known?.length ? ', and more that is ' : ''}not known: ${unknown}</span>`;
  return html`${known}${words}${rest}`;
}

function isSame(a: Shown, b: Shown): boolean {
  return a.unknown === undefined && JSON.stringify(a) === JSON.stringify(b);
}
