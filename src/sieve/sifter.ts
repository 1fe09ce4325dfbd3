import { Alike } from '../alike.ts';
import type { ActiveRule } from '../report.ts';
import { rangesOf } from '../sources/bytes.ts';
import { partBetween } from '../sources/division.ts';
import { EntryDocument, LargeFile, windowOf } from '../sources/entry-document.ts';
import { type FormReading, readValue } from '../sources/forms.ts';
import { isTerraform } from '../sources/terraform.ts';
import type { Subject } from '../subject.ts';
import { verdict } from '../verdict.ts';
import type { Answer, Job, LoudEntry } from './job.ts';
import type { Worker } from './sieve.ts';

/** Tells quiet clients from loud ones. What it makes of them on the way it forgets. */
export class Sifter implements Worker {
  readonly #alike: Alike;
  readonly #now: number;

  /** `now` in epoch seconds. */
  constructor(rules: readonly ActiveRule[], now: number) {
    this.#alike = new Alike(rules);
    this.#now = now;
  }

  async do({ descriptor, size, separator, from, to }: Job): Promise<Answer> {
    const bytes = rangesOf(descriptor, size);
    const part = partBetween(bytes, separator, from, to);
    if (!part?.isExact) return undefined;
    const file = new LargeFile(bytes, { uri: '', path: '', onDisk: true, now: this.#now });
    file.addSecretsOf(part);
    // Of a quiet entry nobody asks where it is: one document does for all of them.
    const provenance = new EntryDocument(file, 0, () => windowOf(file, part, 0)).provenance();
    const loud: LoudEntry[] = [];
    let quiet = 0;
    for (const [index, value] of part.values.entries()) {
      const reading = readValue(value, provenance);
      // A plan or a state has to be seen by who shows others of its line.
      if (reading && !isTerraform(value) && this.#isQuiet(reading)) quiet += reading.subjects.length;
      else loud.push({ index, window: windowOf(file, part, index) });
    }
    const { next } = part;
    return next && { quiet, loud, secrets: [...file.secrets], next };
  }

  #isQuiet({ subjects, errors, notices }: FormReading): boolean {
    return errors.length === 0 && notices.length === 0 && subjects.every((subject) => this.#isQuietClient(subject));
  }

  #isQuietClient(subject: Subject): boolean {
    return this.#alike.judgesOf(subject).every(({ active, shared }) => {
      const { problems, unknown, failure } = shared ?? verdict(subject, active);
      return problems.length === 0 && !unknown && !failure;
    });
  }
}
