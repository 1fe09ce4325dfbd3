import type { AppClient } from './client/app-client.ts';
import { Effective } from './client/effective.ts';
import { isGuarded } from './client/unknown.ts';
import { INDIVIDUAL, watch } from './individual.ts';
import type { ActiveRule } from './report.ts';
import type { Subject } from './subject.ts';

/** More ways to set up a client than this are not remembered: then they are hardly alike. */
const MAX_SETUPS = 2000;

/**
 * Thousands of clients have a few set-ups. A rule that reads nothing individual of a client and finds nothing finds nothing
 * in any client of the same set-up either, as rules are pure: so it is not run on those.
 */
export class Repeats {
  readonly #rules: readonly ActiveRule[];
  readonly #worthwhile = new Map<string, readonly ActiveRule[]>();

  constructor(rules: readonly ActiveRule[]) {
    this.#rules = rules;
  }

  /** The rules that may find something in a client. */
  worthwhile(subject: Subject): readonly ActiveRule[] {
    // Of a client with unknown values a rule may see other things each time.
    if (isGuarded(subject.client)) return this.#rules;
    const setup = setupOf(subject);
    const known = this.#worthwhile.get(setup);
    if (known) return known;
    if (this.#worthwhile.size === MAX_SETUPS) return this.#rules;
    const found = this.#rules.filter((active) => !isSilentOnAllAlike(active, subject));
    this.#worthwhile.set(setup, found);
    return found;
  }
}

/** All that is not individual, as a text. */
function setupOf({ client, facts }: Subject): string {
  let setup = `${facts.form}${facts.live}${facts.secret}${facts.secretExposed}`;
  for (const member in client) {
    if (INDIVIDUAL.has(member)) continue;
    const value = client[member as keyof AppClient];
    if (value === undefined) continue;
    setup += `\n${member} `;
    setup += Array.isArray(value) ? value.join('\0') : typeof value === 'object' ? JSON.stringify(value) : value;
  }
  return setup;
}

function isSilentOnAllAlike({ rule, options }: ActiveRule, { client, facts }: Subject): boolean {
  let isIndividual = false;
  const note = () => {
    isIndividual = true;
  };
  const watched = watch(client, note);
  try {
    for (const _problem of rule.check(
      { client: watched, effective: new Effective(watched, watch(facts, note)) },
      options,
    ))
      return false;
  } catch {
    return false;
  }
  return !isIndividual;
}
