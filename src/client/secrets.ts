import { isRealSecret, REDACTED, RUN } from './secret.ts';

/** A shorter part of a secret may be any word. */
const MIN_PART = 8;
const PART = new RegExp(`[\\w+]{${MIN_PART},}`, 'g');

/** The secrets of a document. There may be a hundred thousand of them, so none is looked for by itself. */
export class Secrets extends Set<string> {
  /** Those of the real ones, the longest first: one may begin as another does. */
  #lengths: readonly number[] = [];
  /** Of those that Cognito did not make, by the character that they begin with: `changeme`, or texts with blanks. */
  readonly #others = new Map<string, readonly number[]>();
  /** All runs of `MIN_PART` characters in the real ones, as long as none is added. */
  #runs: ReadonlySet<string> | undefined;

  /** Adds it as it stands, and without what is around it. */
  override add(secret: string): this {
    const bare = secret.trim();
    if (bare === '') return this;
    const first = bare.charAt(0);
    if (isRealSecret(bare)) this.#lengths = withLength(this.#lengths, bare.length);
    else this.#others.set(first, withLength(this.#others.get(first) ?? [], bare.length));
    this.#runs = undefined;
    super.add(secret);
    return super.add(bare);
  }

  /** Whether there is one that Cognito may have made: any other may be a part of many a word. */
  get hasReal(): boolean {
    return this.#lengths.length > 0;
  }

  /** A text without those that are real. */
  takenOutOf(text: string): string {
    const shortest = this.#lengths.at(-1);
    if (shortest === undefined || text.length < shortest) return text;
    const isReal = (part: string) => this.has(part) && isRealSecret(part);
    return text.replace(RUN, (run) => (run.length < shortest ? run : without(run, () => this.#lengths, isReal)));
  }

  /** A text of YAML without any of them, and without parts of real ones, which may stand over several lines. */
  allTakenOutOf(text: string): string {
    if (this.size === 0) return text;
    const rest = without(
      this.takenOutOf(text),
      (first) => this.#others.get(first),
      (part) => this.has(part),
    );
    return rest.replace(PART, (part) => (this.#isPart(part) ? REDACTED : part));
  }

  #isPart(text: string): boolean {
    this.#runs ??= new Set([...this].flatMap(runsIn));
    for (const run of runsOf(text)) if (!this.#runs.has(run)) return false;
    return true;
  }
}

function withLength(lengths: readonly number[], length: number): readonly number[] {
  return lengths.includes(length) ? lengths : [...lengths, length].sort((a, b) => b - a);
}

/** A text without its parts that are secrets, of the lengths that one may have by its first character. */
function without(
  text: string,
  lengthsOf: (first: string) => readonly number[] | undefined,
  isSecret: (part: string) => boolean,
): string {
  let rest = '';
  for (let at = 0; at < text.length; ) {
    const first = text.charAt(at);
    const length = lengthsOf(first)?.find((length) => isSecret(text.slice(at, at + length)));
    rest += length === undefined ? first : REDACTED;
    at += length ?? 1;
  }
  return rest;
}

/** The runs in a secret, which may have blanks where it is broken into lines. */
function runsIn(secret: string): string[] {
  return isRealSecret(secret.replace(/\s/g, '')) ? secret.split(/\s+/).flatMap((part) => [...runsOf(part)]) : [];
}

function* runsOf(text: string): Generator<string> {
  for (let at = 0; at + MIN_PART <= text.length; at += 1) yield text.slice(at, at + MIN_PART);
}
