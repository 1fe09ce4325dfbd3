import type { AppClient } from './client/app-client.ts';
import { Effective } from './client/effective.ts';
import type { Facts } from './client/facts.ts';
import { hasOrdinaryRedirects, ORDINARY } from './client/redirects.ts';
import { members } from './client/schema.ts';
import { isRecord } from './client/secret.ts';
import { isGuarded } from './client/unknown.ts';
import { INDIVIDUAL, watch } from './individual.ts';
import type { ActiveRule } from './report.ts';
import type { Subject } from './subject.ts';

const ALIKE = (Object.keys(members) as (keyof typeof members)[]).filter((member) => !INDIVIDUAL.has(member));

/** More ways to set up a client than this are not remembered: then they are hardly alike. */
const MAX_SETUPS = 64;

/** A way to set up a client, and the rules that may find something in it. */
interface Setup {
  readonly client: AppClient;
  readonly facts: Facts;
  readonly isOrdinary: boolean;
  readonly worthwhile: readonly ActiveRule[];
}

/**
 * Thousands of clients have a few set-ups. A rule that reads nothing individual of a client and finds nothing finds nothing
 * in any client of the same set-up either, as rules are pure: so it is not run on those.
 */
export class Repeats {
  readonly #rules: readonly ActiveRule[];
  /** The latest first. */
  readonly #setups: Setup[] = [];

  constructor(rules: readonly ActiveRule[]) {
    this.#rules = rules;
  }

  /** The rules that may find something in a client. */
  worthwhile({ client, facts }: Subject): readonly ActiveRule[] {
    // Of a client with unknown values a rule may see other things each time.
    if (isGuarded(client)) return this.#rules;
    const isOrdinary = hasOrdinaryRedirects(client);
    const at = this.#setups.findIndex((one) => one.isOrdinary === isOrdinary && isAlike(one, client, facts));
    const known = this.#setups[at];
    if (at > 0 && known) this.#setups.splice(0, at + 1, known, ...this.#setups.slice(0, at));
    if (known) return known.worthwhile;
    const worthwhile = this.#rules.filter((active) => !isSilentOnAllAlike(active, client, facts, isOrdinary));
    this.#setups.unshift({ client, facts, isOrdinary, worthwhile });
    if (this.#setups.length > MAX_SETUPS) this.#setups.pop();
    return worthwhile;
  }
}

function isAlike(known: Setup, client: AppClient, facts: Facts): boolean {
  return (
    ALIKE.every((member) => isSame(known.client[member], client[member])) &&
    known.facts.form === facts.form &&
    known.facts.live === facts.live &&
    known.facts.secret === facts.secret &&
    known.facts.secretExposed === facts.secretExposed
  );
}

/** Of the values of a client, which nest one deep. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((entry, index) => entry === b[index]);
  }
  return isRecord(a) && isRecord(b) && holdsAll(a, b) && holdsAll(b, a);
}

function holdsAll(own: Record<string, unknown>, other: Record<string, unknown>): boolean {
  for (const key in own) if (own[key] !== other[key]) return false;
  return true;
}

function isSilentOnAllAlike(
  { rule, options }: ActiveRule,
  client: AppClient,
  facts: Facts,
  isOrdinary: boolean,
): boolean {
  let isIndividual = false;
  const note = () => {
    isIndividual = true;
  };
  const watched = watch(client, note, isOrdinary ? ORDINARY : undefined);
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
