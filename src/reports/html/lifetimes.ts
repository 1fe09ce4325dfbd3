import { Effective } from '../../client/effective.ts';
import { duration, type Lifetime } from '../../client/lifetimes.ts';
import { UnknownValue } from '../../client/unknown.ts';
import type { ActiveRule } from '../../report.ts';
import type { Level } from '../../rule.ts';
import type { Subject } from '../../subject.ts';
import { badge } from './badges.ts';
import { html, type Markup } from './markup.ts';
import { lifetimeInForce, TOKENS } from './token-lifetimes.ts';

const MINUTE = 60;
const DAY = 86_400;
const YEAR = 365 * DAY;
const TICKS = [
  ['5 min', 5 * MINUTE],
  ['1 h', 60 * MINUTE],
  ['1 day', DAY],
  ['30 days', 30 * DAY],
  ['1 year', YEAR],
  ['10 years', 10 * YEAR],
] as const;

/** Token lifetimes on one scale, from a minute to ten years, with the limits of the rules and what those found. */
export function lifetimes({ client, facts }: Subject, rules: readonly ActiveRule[], levelOf: LevelOf): Markup {
  const effective = new Effective(client, facts);
  const rows = TOKENS.map(({ token, name, member, limit: id }) => {
    const limit = limitOf(rules.find(({ rule }) => rule.id === id));
    return row(name, () => lifetimeInForce(client, effective, token), limit, levelOf.get(member));
  });
  return html`<div class="lifetimes">
<h4>Token lifetimes</h4>
${rows}
<svg class="axis" width="100%" height="18" aria-hidden="true">${TICKS.map(
    ([label, seconds]) =>
      html`<text x="${at(seconds)}%" y="13" text-anchor="${seconds === 10 * YEAR ? 'end' : 'middle'}">${label}</text>`,
  )}</svg>
<p class="hint">Logarithmic: each step to the right is many times the one before.</p>
</div>
`;
}

/** The worst level that was found of a member. */
export type LevelOf = ReadonlyMap<string | number | undefined, Level>;

interface Limit {
  readonly seconds: number;
  readonly text: string;
}

/** The limit that a run has set, in the rule's own unit. A rule that is off sets none. */
function limitOf(active: ActiveRule | undefined): Limit | undefined {
  const options: { readonly maxMinutes?: number; readonly maxDays?: number } = active?.options ?? {};
  const { maxMinutes, maxDays } = options;
  if (maxDays !== undefined) return { seconds: maxDays * DAY, text: duration(maxDays, 'days') };
  return maxMinutes === undefined ? undefined : { seconds: maxMinutes * MINUTE, text: duration(maxMinutes, 'minutes') };
}

function row(name: string, get: () => Lifetime, limit: Limit | undefined, level: Level | undefined): Markup {
  const limited = limit && html`<span class="limit">limit ${limit.text}</span>`;
  const mark = limit && html`<line class="limit" x1="${at(limit.seconds)}%" x2="${at(limit.seconds)}%" y2="100%"/>`;
  try {
    const { seconds, text } = get();
    return html`<p><b>${name}</b> <span>${text} ${level && badge(level)}</span>${limited}</p>
<svg width="100%" height="10" aria-hidden="true"><rect class="track" width="100%" height="100%"/><rect class="${level ?? 'clean'}" width="${at(seconds)}%" height="100%"/>${mark}</svg>
`;
  } catch (error) {
    if (!(error instanceof UnknownValue)) throw error;
    return html`<p><b>${name}</b> <span class="unknown">not known: ${error.reason}</span>${limited}</p>
<svg width="100%" height="10" aria-hidden="true"><rect class="track unknown" width="100%" height="100%"/>${mark}</svg>
`;
  }
}

/** Percent of the way from one minute to ten years, on a logarithmic scale. */
function at(seconds: number): number {
  const share = Math.log(seconds / MINUTE) / Math.log((10 * YEAR) / MINUTE);
  return Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100;
}
