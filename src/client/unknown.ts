/** What a value hangs on that cannot be known, though its outcomes can: a condition of a template, say. */
export interface Choice {
  /** Unique within the document. */
  readonly name: string;
  /** What may be the case, as it is said in a message: `if IsProd`, `unless IsProd`. One alone is taken for granted. */
  readonly outcomes: readonly [string, ...string[]];
}

/** Whoever imports this package has this file twice, as the program has its own: brands are the same in both. */
const UNKNOWN = Symbol.for('cognito-lint.unknown');
const FOREIGN = Symbol.for('cognito-lint.foreign');
const GUARDED = Symbol.for('cognito-lint.guarded');

function hasBrand(value: unknown, brand: symbol): boolean {
  return typeof value === 'object' && value !== null && brand in value;
}

/**
 * Stands in a client where a value is that nobody can know: an unresolved reference, an enum value of tomorrow, a
 * member that the form cannot carry. A rule that reads it is ended by it, and so is *not evaluated*. It is thrown, but no
 * `Error`: a template has thousands of them, and to note the stack of each would take longer than to lint it.
 */
export class UnknownValue {
  /** The member that was read, as `RefreshTokenRotation.Feature`. */
  readonly field: string;
  /** Why it is unknown, a sentence without its full stop. */
  readonly reason: string;
  /** What would make it known, so that a rule may be judged by each outcome (see `verdict.ts`). */
  readonly choice: Choice | undefined;

  static [Symbol.hasInstance](value: unknown): value is UnknownValue {
    return hasBrand(value, UNKNOWN);
  }

  constructor(field: string, reason: string, choice?: Choice) {
    this.field = field;
    this.reason = reason;
    this.choice = choice;
  }

  get [UNKNOWN](): true {
    return true;
  }
}

/** An enum value of tomorrow: what it does is unknown, but it is none of the values of today. */
export class ForeignValue extends UnknownValue {
  static override [Symbol.hasInstance](value: unknown): value is ForeignValue {
    return hasBrand(value, FOREIGN);
  }

  get [FOREIGN](): true {
    return true;
  }
}

/**
 * A view of a client or a part of it: reading an `UnknownValue` throws it. In a list, known entries are seen first and
 * the unknown ones only where they could change the answer; an entry that is `undefined` is passed over. A method that is
 * not told apart here sees the known entries, and ends the rule where any is unknown.
 */
export function guard<T extends object>(value: T, depth = 0): T {
  if (depth > MAX_DEPTH) return value;
  if (Array.isArray(value)) return guardList(value, depth) as unknown as T;
  if (depth > 0 && Object.values(value).every((member) => isKnown(member, depth))) return value;
  return new Proxy<T>(value, new Guard(depth));
}

function isKnown(member: unknown, depth: number): boolean {
  return !(member instanceof UnknownValue) && guardPart(member, depth + 1) === member;
}

/** Makes a view of a part when it is read, and once: most rules read little of a client. */
class Guard implements ProxyHandler<object> {
  readonly #depth: number;
  readonly #parts = new Map<string | symbol, unknown>();

  constructor(depth: number) {
    this.#depth = depth;
  }

  has(target: object, key: string | symbol): boolean {
    return key === GUARDED || key in target;
  }

  get(target: object, key: string | symbol): unknown {
    const member: unknown = Reflect.get(target, key);
    if (typeof member !== 'object' || member === null) return member;
    if (member instanceof UnknownValue) throw member;
    const known = this.#parts.get(key);
    if (known !== undefined) return known;
    const part = guardPart(member, this.#depth + 1);
    this.#parts.set(key, part);
    return part;
  }
}

/** Whether a client has values that are unknown, so that a rule may see other things in it each time. */
export function isGuarded(client: object): boolean {
  return hasBrand(client, GUARDED);
}

function raise(unknown: UnknownValue): never {
  throw unknown;
}

/** No member of the API nests deeper; an unknown one may, and nobody reads it. */
const MAX_DEPTH = 3;

function guardPart(value: unknown, depth: number): unknown {
  return typeof value === 'object' && value !== null && !(value instanceof UnknownValue) ? guard(value, depth) : value;
}

function guardList(unguarded: readonly unknown[], depth: number): readonly unknown[] {
  if (!unguarded.some((entry) => entry === undefined || typeof entry === 'object')) return unguarded;
  const list = unguarded.map((entry) => guardPart(entry, depth + 1));
  if (list.every((entry) => entry !== undefined && !(entry instanceof UnknownValue))) return list;
  const known = [...list.entries()].filter(([, entry]) => entry !== undefined && !(entry instanceof UnknownValue));
  const unknown = list.find((entry) => entry instanceof UnknownValue);
  /** The answer where the known entries give it; else it hangs on the unknown ones. */
  const decided = <Answer>(answer: Answer, open: Answer): Answer => {
    if (answer === open && unknown) throw unknown;
    return answer;
  };
  function* entries(): Generator<[number, unknown]> {
    yield* known as [number, unknown][];
    if (unknown) throw unknown;
  }
  function* values(): Generator<unknown> {
    for (const [, entry] of entries()) yield entry;
  }
  type Test = (entry: unknown, index: number) => unknown;
  const indexOf = (wanted: unknown) => known.find(([, entry]) => entry === wanted)?.[0] ?? -1;
  const find = (test: Test) => known.find(([index, entry]) => test(entry, index));
  const overrides: Record<string | symbol, unknown> = {
    entries,
    values,
    [Symbol.iterator]: values,
    includes: (wanted: unknown) => decided(indexOf(wanted) !== -1, false),
    indexOf: (wanted: unknown) => decided(indexOf(wanted), -1),
    some: (test: Test) => decided(find(test) !== undefined, false),
    every: (test: Test) => decided(find((entry, index) => !test(entry, index)) === undefined, true),
    find: (test: Test) => decided(find(test)?.[1], undefined),
    findIndex: (test: Test) => decided(find(test)?.[0] ?? -1, -1),
    filter: (test: Test) => {
      const kept = known.filter(([index, entry]) => test(entry, index)).map(([, entry]) => entry);
      return guardList(unknown ? [...kept, unknown] : kept, depth);
    },
  };
  return new Proxy(list, {
    get(target, key) {
      if (Object.hasOwn(overrides, key)) return overrides[key];
      if (key === 'length' && known.length === 0 && unknown) throw unknown;
      const value: unknown = Reflect.get(target, key);
      if (typeof value === 'function' && key !== 'constructor') {
        return (...inputs: unknown[]) => Reflect.apply(value, [...values()], inputs);
      }
      return value instanceof UnknownValue ? raise(value) : value;
    },
  });
}
