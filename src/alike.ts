import { type Watch, watching } from './client/individual.ts';
import { isGuarded } from './client/unknown.ts';
import type { ActiveRule } from './report.ts';
import type { Subject } from './subject.ts';
import { type Verdict, verdict } from './verdict.ts';

/** More texts than this are not remembered: then the clients are hardly alike. */
const MAX_TEXTS = 2000;

type Judge = (active: ActiveRule) => Verdict;

/**
 * The clients of a template are set up alike, and where their values are unknown, each verdict is dear. A rule that reads
 * nothing individual of a client and has no problem with it says the same of any other of the same text, as rules are
 * pure: nothing, or what it would have to know.
 */
export class Alike {
  readonly #texts = new Map<string, Map<ActiveRule, Verdict | undefined>>();

  /** How a client is judged. */
  judgeOf(subject: Subject): Judge {
    const alone: Judge = (active) => verdict(subject, active);
    const text = isGuarded(subject.client) ? subject.written?.() : undefined;
    if (text === undefined) return alone;
    const shared = this.#texts.get(text);
    if (shared)
      return (active) => (shared.has(active) ? shared.get(active) : share(shared, subject, active)) ?? alone(active);
    // Watching what a rule reads takes time, and the text may never be met again.
    if (this.#texts.size < MAX_TEXTS) this.#texts.set(text, new Map());
    return alone;
  }
}

/** Keeps a verdict for all that are alike, where it holds for them. */
function share(
  shared: Map<ActiveRule, Verdict | undefined>,
  subject: Subject,
  active: ActiveRule,
): Verdict | undefined {
  const { answer, individual } = watching((watch) => verdict(watchedSubject(subject, watch), active));
  const { problems, unknown, failure } = answer;
  const holdsForAll = problems.length === 0 && !failure && individual.length === 0;
  const kept: Verdict | undefined = holdsForAll ? { problems, ...(unknown && { unknown }) } : undefined;
  shared.set(active, kept);
  return kept;
}

function watchedSubject(subject: Subject, watch: Watch): Subject {
  const { client, facts, assuming } = subject;
  return {
    ...subject,
    client: watch(client, true),
    facts: watch(facts),
    ...(assuming && { assuming: (choice, outcome) => watchedSubject(assuming(choice, outcome), watch) }),
  };
}
