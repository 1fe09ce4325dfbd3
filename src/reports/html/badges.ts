import { LEVELS, type Level } from '../../rule.ts';
import type { Counts } from '../clients.ts';
import { plural } from '../text.ts';
import { html, type Markup } from './markup.ts';

/** Every colour has a letter beside it. */
export const LETTER: Readonly<Record<Level | 'open' | 'clean', string>> = {
  error: 'E',
  warning: 'W',
  note: 'N',
  open: '?',
  clean: '✓',
};

export const LEVEL_NAMES: Readonly<Record<Level, string>> = { error: 'Errors', warning: 'Warnings', note: 'Notes' };

const REST: Readonly<Record<Level, string>> = { error: 'rror', warning: 'arning', note: 'ote' };

/** A letter to the eye, a word to the ear. */
export function letter(level: Level): Markup {
  return html`${LETTER[level]}<span class="unseen">${REST[level]}</span>`;
}

export function badge(level: Level): Markup {
  return html`<span class="badge ${level}">${letter(level)}</span>`;
}

/** How many findings of each level a client has, and how many rules could not judge it: what is nought is left out. */
export function countBadges(counts: Counts, open: number): Markup {
  const levels = LEVELS.filter((level) => counts[level] > 0);
  const badges = levels.map((level) => counted(level, counts[level], plural(counts[level], level)));
  if (open > 0) badges.push(counted('open', open, `${open} not evaluated`));
  if (badges.length > 0) return html`${badges}`;
  return html`<span class="badge clean"><span aria-hidden="true">${LETTER.clean}</span><span class="unseen">nothing found</span></span>`;
}

function counted(kind: Level | 'open', count: number, words: string): Markup {
  return html`<span class="badge ${kind}"><span aria-hidden="true">${LETTER[kind]} ${count}</span><span class="unseen">${words}</span></span>`;
}
