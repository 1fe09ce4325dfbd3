import type { AppClient } from './client/app-client.ts';
import { Effective } from './client/effective.ts';
import { type Watch, watching } from './client/individual.ts';
import { hasOrdinaryRedirects } from './client/redirects.ts';
import { isGuarded } from './client/unknown.ts';
import type { ActiveRule } from './report.ts';
import { digestOf, isSetUp, type Settings, settingsOf } from './setup.ts';
import type { Subject } from './subject.ts';

/** More ways to set up a client than this are not remembered: then they are hardly alike. */
const MAX_SETUPS = 2000;

/** A way to set up a client. */
interface Setup {
  readonly client: AppClient;
  readonly settings: Settings;
  readonly isOrdinary: boolean;
  /** The rules that may find something in it. Watching them takes time, so it waits until the set-up is met again. */
  worthwhile?: readonly ActiveRule[];
}

/**
 * Thousands of clients have a few set-ups. A rule that reads nothing individual of a client and finds nothing finds nothing
 * in any client of the same set-up either, as rules are pure: so it is not run on those.
 */
export class Repeats {
  readonly #rules: readonly ActiveRule[];
  /** By their digests. */
  readonly #setups = new Map<number, Setup[]>();
  #count = 0;
  #last: Setup | undefined;

  constructor(rules: readonly ActiveRule[]) {
    this.#rules = rules;
  }

  /** The rules that may find something in a client. */
  worthwhile({ client, facts }: Subject): readonly ActiveRule[] {
    // Of a client with unknown values a rule may see other things each time.
    if (isGuarded(client)) return this.#rules;
    const isOrdinary = hasOrdinaryRedirects(client);
    const isIts = (one: Setup) => one.isOrdinary === isOrdinary && isSetUp(one.settings, client, facts);
    // Clients that are alike often stand together.
    if (this.#last?.worthwhile && isIts(this.#last)) return this.#last.worthwhile;
    const setups = this.#withDigest(digestOf(client));
    const known = setups.find(isIts);
    this.#last = known;
    if (known) {
      known.worthwhile ??= this.#rules.filter((active) => !isSilentOnAllAlike(active, known));
      return known.worthwhile;
    }
    if (this.#count < MAX_SETUPS) setups.push({ client, settings: settingsOf(client, facts), isOrdinary });
    this.#count += 1;
    return this.#rules;
  }

  #withDigest(digest: number): Setup[] {
    const known = this.#setups.get(digest);
    if (known) return known;
    const setups: Setup[] = [];
    if (this.#count < MAX_SETUPS) this.#setups.set(digest, setups);
    return setups;
  }
}

function isSilentOnAllAlike(active: ActiveRule, setup: Setup): boolean {
  const { answer: isSilent, individual } = watching((watch) => isSilentOn(active, setup, watch));
  // What one of them leaves out, all that are alike leave out.
  return isSilent && individual.every((value) => value === undefined);
}

function isSilentOn({ rule, options }: ActiveRule, { client, settings, isOrdinary }: Setup, watch: Watch): boolean {
  const watched = watch(client, isOrdinary);
  const effective = new Effective(watched, watch(settings.facts));
  try {
    for (const _problem of rule.check({ client: watched, effective }, options)) return false;
    return true;
  } catch {
    return false;
  }
}
