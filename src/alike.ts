import { type Watch, watching } from './client/individual.ts';
import { hasOrdinaryRedirects } from './client/redirects.ts';
import { isGuarded } from './client/unknown.ts';
import type { ActiveRule } from './report.ts';
import { digestOf, isSetUp, type Settings, settingsOf } from './setup.ts';
import type { Subject } from './subject.ts';
import { type Verdict, verdict } from './verdict.ts';

/** More ways to set up a client than this are not remembered: then they are hardly alike. */
const MAX_SETUPS = 2000;

/** A rule that may have something to say of a client. */
export interface Judge {
  readonly active: ActiveRule;
  /** What it says of every client that is set up alike; else each is to be judged alone. */
  readonly shared?: Verdict;
}

/** A way to set up a client. */
interface Setup {
  /** Watching rules takes time, so it waits until the set-up is met again. */
  judges?: readonly Judge[];
}

/** One of clients without unknown values. */
interface KnownSetup extends Setup {
  readonly settings: Settings;
  readonly isOrdinary: boolean;
}

/**
 * Thousands of clients have a few set-ups, and where values are unknown, each verdict is dear. A rule that reads nothing
 * individual of a client and has no problem with it says the same of any other of the same set-up, as rules are pure:
 * nothing, or what it would have to know.
 */
export class Alike {
  readonly #all: readonly Judge[];
  /** By their digests. */
  readonly #known = new Map<number, KnownSetup[]>();
  /** Of clients with unknown values: by what they are written as. */
  readonly #written = new Map<string, Setup>();
  #count = 0;
  #last: KnownSetup | undefined;

  constructor(rules: readonly ActiveRule[]) {
    this.#all = rules.map((active) => ({ active }));
  }

  /** Who has to look at a client: of the other rules it is known that they are silent. */
  judgesOf(subject: Subject): readonly Judge[] {
    const setup = isGuarded(subject.client) ? this.#writtenSetup(subject) : this.#knownSetup(subject);
    if (!setup) return this.#all;
    setup.judges ??= silentLeftOut(this.#all, subject);
    return setup.judges;
  }

  /** Undefined where it is met for the first time. */
  #writtenSetup({ written }: Subject): Setup | undefined {
    const text = written?.();
    if (text === undefined) return undefined;
    const met = this.#written.get(text);
    if (!met && this.#hasRoom()) this.#written.set(text, {});
    return met;
  }

  /** The same of a client without unknown values. */
  #knownSetup({ client, facts }: Subject): Setup | undefined {
    const isOrdinary = hasOrdinaryRedirects(client);
    const isIts = (one: KnownSetup) => one.isOrdinary === isOrdinary && isSetUp(one.settings, client, facts);
    // Clients that are alike often stand together.
    if (this.#last && isIts(this.#last)) return this.#last;
    const digest = digestOf(client);
    const setups = this.#known.get(digest) ?? [];
    const met = setups.find(isIts);
    this.#last = met;
    if (!met && this.#hasRoom()) {
      setups.push({ settings: settingsOf(client, facts), isOrdinary });
      this.#known.set(digest, setups);
    }
    return met;
  }

  #hasRoom(): boolean {
    this.#count += 1;
    return this.#count <= MAX_SETUPS;
  }
}

/** Without those that are silent on all that are set up like this client. */
function silentLeftOut(judges: readonly Judge[], subject: Subject): Judge[] {
  const odd = sharesOdd(subject);
  const { client } = subject;
  // A rule of a user's own may change what it should only read, and all rules have yet to judge this client.
  const copy = isGuarded(client) ? subject : { ...subject, client: structuredClone(client) };
  return judges.flatMap(({ active }) => judge(active, copy, odd));
}

function judge(active: ActiveRule, subject: Subject, odd: boolean): Judge[] {
  const { answer, individual } = watching((watch) => verdict(watched(subject, watch, odd), active));
  const { problems, unknown, failure } = answer;
  const isShared = isGuarded(subject.client)
    ? individual.length === 0
    : // What one of them leaves out, all that are alike leave out. Why a fact is unknown may differ.
      individual.every((value) => value === undefined) && !unknown;
  if (problems.length > 0 || failure || !isShared) return [{ active }];
  return unknown ? [{ active, shared: { problems, unknown } }] : [];
}

/** What is written has the odd redirects in it, and else there are none. */
function sharesOdd({ client }: Subject): boolean {
  return isGuarded(client) || hasOrdinaryRedirects(client);
}

function watched({ client, facts, identity, origin, assuming }: Subject, watch: Watch, odd: boolean): Subject {
  return {
    client: watch(client, odd),
    facts: watch(facts),
    identity,
    origin,
    ...(assuming && { assuming: (choice, outcome) => watched(assuming(choice, outcome), watch, odd) }),
  };
}
