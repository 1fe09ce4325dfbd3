import type { Remark, Subject } from '../subject.ts';
import { EntryDocument, type LargeFile, regionInPart, windowOf } from './entry-document.ts';
import { EntrySubject } from './entry-subject.ts';
import { type FormReading, type Provenance, passedOver, readValue, together } from './forms.ts';
import { insteadOfClients } from './near-misses.ts';
import { Part } from './part.ts';
import type { SiftedPart } from './sifted-parts.ts';
import { isOtherSyntax } from './syntax.ts';
import { isTerraform } from './terraform.ts';

/** So many entries before the first client are told one by one: there may be millions, and no client at all. */
const MAX_HELD = 1000;

interface Entry {
  readonly value: unknown;
  readonly document: EntryDocument;
}

/** Reads a large list or large lines part by part, as `readForm` reads a small one. */
export class PartReader {
  readonly #file: LargeFile;
  readonly #named: boolean;
  /** What is said of entries before the first client. */
  readonly #held: FormReading[] = [];
  #unsaid = 0;
  #holdsClients = false;
  #isBroken = false;
  #instead: Remark | undefined;

  constructor(file: LargeFile, named: boolean) {
    this.#file = file;
    this.#named = named;
  }

  /** There are clients, and nothing is wrong so far. */
  get isWell(): boolean {
    return this.#holdsClients && !this.#isBroken;
  }

  /** Undefined where the file turns out to be something else, which nobody named. */
  read(part: Part | SiftedPart): FormReading | undefined {
    if (!(part instanceof Part)) {
      const loud = part.loud.map(({ index, window }) => this.#entryAt(part.first + index, window));
      return { ...together(this.#readEntries(loud)), quiet: part.quiet };
    }
    const { faults, text, values } = part;
    if (faults.length > 0 && !this.#named && !this.#holdsClients && isOtherSyntax(text)) return undefined;
    this.#file.addSecretsOf(part);
    const document = this.#documentIn(part, 0);
    const errors = faults.map(({ offset, message }) => ({
      document,
      region: regionInPart(part, [offset, offset]),
      message: `not valid JSON: ${message}`,
    }));
    this.#isBroken ||= errors.length > 0;
    this.#instead ??= { document, region: regionInPart(part, [0, 1]), message: insteadOfClients(values) };
    const entries = values.map((value, index) => ({ value, document: this.#documentIn(part, index) }));
    return together([{ subjects: [], errors, notices: [] }, ...this.#readEntries(entries)]);
  }

  /** After the last part. */
  end(): FormReading | undefined {
    if (!this.#named || this.#holdsClients || this.#isBroken || !this.#instead) return undefined;
    return { subjects: [], errors: [this.#instead], notices: [] };
  }

  #readEntries(entries: Iterable<Entry>): FormReading[] {
    const readings: FormReading[] = [];
    for (const { value, document } of entries) {
      // A line that is broken is told as a fault.
      if (value === undefined) continue;
      const from = document.provenance();
      const reading = readValue(value, from);
      if (isTerraform(value)) this.#file.confidential = true;
      if (reading && !this.#holdsClients) {
        this.#holdsClients = true;
        readings.push(...this.#held.splice(0));
        if (this.#unsaid > 0) readings.push(others(this.#unsaid, from));
      }
      if (reading) {
        const subjects = reading.subjects.map((made, at) => entrySubject(made, at, document));
        readings.push({ ...reading, subjects });
      } else if (this.#holdsClients) readings.push(passedOver(value, from));
      else if (this.#held.length < MAX_HELD) this.#held.push(passedOver(value, from));
      else this.#unsaid += 1;
    }
    return readings;
  }

  #documentIn(part: Part, index: number): EntryDocument {
    return new EntryDocument(this.#file, part.first + index, () => windowOf(this.#file, part, index));
  }

  #entryAt(index: number, found: SiftedPart['loud'][number]['window']): Entry {
    const window = this.#file.keepWindow(found);
    const document = new EntryDocument(this.#file, index, () => window);
    return { value: document.value, document };
  }
}

function others(count: number, { document, at }: Required<Pick<Provenance, 'document' | 'at'>>): FormReading {
  const message = `${count} more entries before this one are passed over, as there is no app client in them`;
  const [index = 0] = at;
  return { subjects: [], errors: [], notices: [{ document, pointer: `/${index}`, message }] };
}

/** A template has more to ask of its clients, and is hardly ever one of many entries. */
function entrySubject(made: Subject, at: number, document: EntryDocument): Subject {
  return made.origin.setting || made.assuming ? made : new EntrySubject(made, at, document);
}
