import { type Area, LEVELS } from '../../rule.ts';
import { LETTER, LEVEL_NAMES } from './badges.ts';
import { html, type Markup } from './markup.ts';
import type { Posture } from './posture.ts';

/** What the script of the page filters by. Without it they would do nothing, so it is the script that shows them. */
export function filters({ clients, rules }: Posture): Markup {
  const areas = [...new Set(rules.map(({ rule }) => rule.area as Area))].sort();
  const pools = [...new Set(clients.map(({ subject }) => subject.identity.userPoolId ?? ''))].sort();
  return html`<form class="filters" role="search" aria-label="Filters" hidden>
<fieldset><legend class="unseen">Severity</legend>${LEVELS.map(
    (level) =>
      html`<label class="chip"><input type="checkbox" name="level" value="${level}" checked> <span class="badge ${level}" aria-hidden="true">${LETTER[level]}</span> ${LEVEL_NAMES[level]}</label>`,
  )}</fieldset>
<label>Area <select name="area"><option value="">all</option>${areas.map((area) => html`<option>${area}</option>`)}</select></label>
<label>Pool <select name="pool"><option value="*">all</option>${pools.map(
    (pool) => html`<option value="${pool}">${pool === '' ? 'not known' : pool}</option>`,
  )}</select></label>
<label class="text"><span class="unseen">Search names, ids, rules and settings</span><input type="search" name="text" placeholder="Search" autocomplete="off" spellcheck="false"></label>
<button type="button" class="reset">Reset</button>
<output role="status"></output>
</form>
`;
}
