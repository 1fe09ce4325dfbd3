import { isRealSecret, REDACTED } from './secret.ts';

const RUN = /[\w+]{24,}/g;
/** A shorter part of a secret may be any word. */
const MIN_PART = 8;
const PART = new RegExp(`[\\w+]{${MIN_PART},}`, 'g');

/** The secrets of a document. There may be a hundred thousand of them, so no real one is looked for by itself. */
export class Secrets extends Set<string> {
  /** Those of the real ones, the longest first. */
  #lengths: readonly number[] = [];
  /** Those that Cognito did not make: `changeme`, or texts with blanks. */
  readonly #others = new Set<string>();
  /** All runs of `MIN_PART` characters in the real ones, as long as none is added. */
  #runs: ReadonlySet<string> | undefined;

  /** Adds it as it stands, and without what is around it. */
  override add(secret: string): this {
    const bare = secret.trim();
    if (!isRealSecret(bare)) this.#others.add(bare);
    else if (!this.#lengths.includes(bare.length)) {
      this.#lengths = [...this.#lengths, bare.length].sort((a, b) => b - a);
    }
    this.#runs = undefined;
    return super.add(secret).has(bare) ? this : super.add(bare);
  }

  /** Whether there is one that Cognito may have made: any other may be a part of many a word. */
  get hasReal(): boolean {
    return this.#lengths.length > 0;
  }

  /** A text without those that are real. */
  takenOutOf(text: string): string {
    const shortest = this.#lengths.at(-1);
    if (shortest === undefined || text.length < shortest) return text;
    return text.replace(RUN, (run) => (run.length < shortest ? run : this.#takenOutOfRun(run)));
  }

  /** A text of YAML without any of them, and without parts of real ones, which may stand over several lines. */
  allTakenOutOf(text: string): string {
    if (this.size === 0) return text;
    let rest = this.takenOutOf(text);
    for (const other of this.#others) if (other !== '') rest = rest.replaceAll(other, REDACTED);
    return rest.replace(PART, (part) => (this.#isPart(part) ? REDACTED : part));
  }

  #takenOutOfRun(run: string): string {
    let rest = '';
    for (let at = 0; at < run.length; ) {
      const length = this.#lengths.find((length) => this.#hasReal(run.slice(at, at + length)));
      rest += length === undefined ? run.charAt(at) : REDACTED;
      at += length ?? 1;
    }
    return rest;
  }

  #hasReal(text: string): boolean {
    return this.has(text) && isRealSecret(text);
  }

  #isPart(text: string): boolean {
    this.#runs ??= new Set([...this].flatMap(runsIn));
    for (const run of runsOf(text)) if (!this.#runs.has(run)) return false;
    return true;
  }
}

/** The runs in a secret, which may have blanks where it is broken into lines. */
function runsIn(secret: string): string[] {
  return isRealSecret(secret.replace(/\s/g, '')) ? secret.split(/\s+/).flatMap((part) => [...runsOf(part)]) : [];
}

function* runsOf(text: string): Generator<string> {
  for (let at = 0; at + MIN_PART <= text.length; at += 1) yield text.slice(at, at + MIN_PART);
}
