import type { AppClient } from './client/app-client.ts';
import { Effective } from './client/effective.ts';
import { UnknownValue } from './client/unknown.ts';
import { semanticPath } from './fingerprint.ts';
import { toPointer } from './pointer.ts';
import type { ActiveRule } from './report.ts';
import type { Problem } from './rule.ts';
import type { Subject } from './subject.ts';
import { atOnce } from './thrown.ts';

/** A problem with its place in the document of its client. */
export interface SubjectProblem extends Problem {
  readonly pointer: string;
  /** The path by the values that entries had when the rule was run: another rule, of a user's own, may change a list. */
  readonly semanticPath: string;
  /** What was assumed, as a message says it. */
  readonly assumed: readonly string[];
}

/** What one rule makes of one client. */
export interface Verdict {
  readonly problems: readonly SubjectProblem[];
  /** The value that the rest of the answer hangs on. */
  readonly unknown?: UnknownValue;
  /** The rule is broken. */
  readonly failure?: { readonly thrown: unknown };
}

/** All rules look at one client before the next. */
let last: { readonly subject: Subject; readonly effective: Effective } | undefined;

/** What a client does, found once for all rules. */
function effectiveOf(subject: Subject): Effective {
  if (last?.subject !== subject) last = { subject, effective: new Effective(subject.client, subject.facts) };
  return last.effective;
}

const NOTHING: readonly never[] = [];

/** Each of them doubles the work, and no template in its right mind has so many in one answer. */
const MAX_CHOICES = 8;

/**
 * Runs one rule on one client. Where the answer hangs on a value with known outcomes, the rule is run on the client under
 * each of them: what all agree on is the answer. No rule knows of it.
 */
export function verdict(subject: Subject, active: ActiveRule, choices = 0): Verdict {
  const problems: SubjectProblem[] = [];
  const effective = effectiveOf(subject);
  try {
    for (const problem of atOnce(active.rule.check({ client: subject.client, effective }, active.options))) {
      const { path, message, related = [], about } = checked(problem, subject);
      const pointer = subject.origin.locate(path);
      const name = semanticPath(subject.client, path);
      problems.push({ path, message, related, about, pointer, semanticPath: name, assumed: NOTHING });
    }
    return { problems };
  } catch (thrown) {
    if (!(thrown instanceof UnknownValue)) return { problems, failure: { thrown } };
    const { choice } = thrown;
    const { assuming } = subject;
    if (!choice || !assuming || choices === MAX_CHOICES) return { problems, unknown: thrown };
    const verdicts = choice.outcomes.map((outcome) => {
      return verdict(assuming(choice, outcome), active, choices + 1);
    });
    const [only] = verdicts;
    return verdicts.length === 1 && only
      ? takenForGranted(problems, only, choice.outcomes[0])
      : agreement(verdicts, choice.outcomes, thrown);
  }
}

type Path = readonly (string | number)[];

/** A user's own rule may yield anything, also a list entry that there is not. */
function checked(problem: Problem, { client }: Subject): Problem {
  const { path, message, related = [] } = problem ?? {};
  if (!isPath(path) || typeof message !== 'string')
    throw new TypeError('it yields a problem without a path or a message');
  if (!Array.isArray(related) || !related.every(isPath))
    throw new TypeError('it yields a problem whose related is no list of paths');
  for (const [depth, key] of path.entries()) {
    if (typeof key === 'number' && !hasPart(client, path.slice(0, depth), key))
      throw new TypeError(`it yields a path to an entry that is not there: ${toPointer(path)}`);
  }
  for (const one of related) {
    if (!one.every((key, depth) => hasPart(client, one.slice(0, depth), key)))
      throw new TypeError(`it yields a related path to what is not there: ${toPointer(one)}`);
  }
  return problem;
}

function isPath(path: unknown): path is Path {
  return (
    Array.isArray(path) && path.every((key, depth) => typeof key === 'string' || (typeof key === 'number' && depth > 0))
  );
}

/** Whether there is a member, or an entry of a list. It is not read, as it may be unknown. */
function hasPart(client: AppClient, path: Path, key: string | number): boolean {
  const whole = path.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown> | undefined)?.[key],
    client,
  );
  const canHave = typeof key === 'number' ? Array.isArray(whole) : typeof whole === 'object' && whole !== null;
  return canHave && Object.getOwnPropertyDescriptor(whole, key)?.value !== undefined;
}

/** The answer under the only outcome, where what was not known without it says so. */
function takenForGranted(known: readonly SubjectProblem[], verdict: Verdict, outcome: string): Verdict {
  const before = new Set(keysOf(known));
  const keys = keysOf(verdict.problems);
  return {
    ...verdict,
    problems: verdict.problems.map((problem, index) =>
      before.has(keys[index] ?? '') ? problem : assume(problem, outcome),
    ),
  };
}

/**
 * What holds under every outcome: the problems that all have, and, where each has others of its own, those too, as then
 * there is one whatever the outcome is. Else the rest of the answer is open.
 */
function agreement(verdicts: readonly Verdict[], outcomes: readonly string[], open: UnknownValue): Verdict {
  const failed = verdicts.find(({ failure }) => failure);
  if (failed) return failed;
  const keys = verdicts.map(({ problems }) => keysOf(problems));
  const inAll = new Set(keys[0]?.filter((key) => keys.every((others) => others.includes(key))));
  const own = verdicts.map(({ problems }, at) =>
    problems.filter((_, index) => !inAll.has(keys[at]?.[index] ?? '')).map((one) => assume(one, outcomes[at] ?? '')),
  );
  const shared = [...inAll].flatMap((key) => {
    const ways = verdicts.map(({ problems }, at) => problems.filter((_, index) => keys[at]?.[index] === key));
    return inOneWay(ways, outcomes);
  });
  const isDecided = own.every(({ length }) => length > 0) || own.every(({ length }) => length === 0);
  const unknowns = verdicts.flatMap(({ unknown }) => unknown ?? []);
  return {
    problems: own.every(({ length }) => length > 0) ? [...shared, ...own.flat()] : shared,
    ...((!isDecided || unknowns.length > 0) && {
      unknown: isDecided ? (sameOf(unknowns, verdicts.length) ?? open) : open,
    }),
  };
}

/** A problem that there is under every outcome: once, where the same is said of it, else as it is under each of them. */
function inOneWay(
  ways: readonly (readonly SubjectProblem[])[],
  outcomes: readonly string[],
): readonly SubjectProblem[] {
  const messages = new Set(ways.flat().map(({ message }) => message));
  if (messages.size === 1) return ways[0] ?? [];
  return ways.flatMap((problems, at) => problems.map((one) => assume(one, outcomes[at] ?? '')));
}

/** The unknown value that is the same under every outcome, so that the choice has no part in it. */
function sameOf(unknowns: readonly UnknownValue[], outcomes: number): UnknownValue | undefined {
  const [first, ...others] = unknowns;
  const isSame =
    unknowns.length === outcomes &&
    others.every(({ field, reason }) => field === first?.field && reason === first.reason);
  return isSame ? first : undefined;
}

function assume(problem: SubjectProblem, outcome: string): SubjectProblem {
  return { ...problem, assumed: [...problem.assumed, outcome] };
}

/** What tells the problems of one verdict from each other, and is the same for the same problem in another. */
function keysOf(problems: readonly SubjectProblem[]): string[] {
  const seen = new Map<string, number>();
  return problems.map(({ semanticPath: key, assumed }) => {
    // One problem may be said in several ways, each under an assumption of its own.
    const way = [key, ...assumed].join('\n');
    const count = (seen.get(way) ?? 0) + 1;
    seen.set(way, count);
    return `${key}#${count}`;
  });
}
