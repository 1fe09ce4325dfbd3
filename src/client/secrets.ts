import { isRealSecret, REDACTED } from './secret.ts';

const RUN = /[\w+]{24,}/g;
/** A shorter part of a secret may be any word. */
const PART = /[\w+]{8,}/g;

/** The secrets of a document. */
export class Secrets extends Set<string> {
  /** Those of the real ones, the longest first. */
  #lengths: readonly number[] = [];

  /** Adds it as it stands, and without what is around it. */
  override add(secret: string): this {
    const bare = secret.trim();
    if (bare !== secret) this.add(bare);
    const { length } = bare;
    if (!this.#lengths.includes(length) && isRealSecret(bare)) {
      this.#lengths = [...this.#lengths, length].sort((a, b) => b - a);
    }
    return super.add(secret);
  }

  /** Whether there is one that Cognito may have made: any other may be a part of many a word. */
  get hasReal(): boolean {
    return this.#lengths.length > 0;
  }

  /** A text without those that are real. There may be a hundred thousand of them, so that none is looked for by itself. */
  takenOutOf(text: string): string {
    const shortest = this.#lengths.at(-1);
    if (shortest === undefined || text.length < shortest) return text;
    return text.replace(RUN, (run) => (run.length < shortest ? run : this.#takenOutOfRun(run)));
  }

  /** The same where a secret may stand over several lines of YAML, of which the text is one. */
  partsTakenOutOf(text: string): string {
    return text.replace(PART, (part) => (this.#hasPart(part) ? REDACTED : part));
  }

  #hasPart(part: string): boolean {
    for (const secret of this) if (secret.includes(part) && isRealSecret(secret.replace(/\s/g, ''))) return true;
    return false;
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
}
