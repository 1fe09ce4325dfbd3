import type { AppClient, ClientPath } from '../client/app-client.ts';
import type { Facts } from '../client/facts.ts';
import type { ClientIdentity, Origin, Subject } from '../subject.ts';
import { withoutSecretsIn } from './described-client.ts';
import type { EntryDocument } from './entry-document.ts';
import { type FormReading, readValue } from './forms.ts';

/** A client of a large file. Where its text is not kept, neither is what was made of it: it is read again. */
export class EntrySubject implements Subject, Origin {
  readonly facts: Facts;
  readonly document: EntryDocument;
  readonly pointer: string;
  readonly #at: number;
  readonly #identity: ClientIdentity;
  #made: Subject | undefined;

  /** `at`: which of the clients of its entry. */
  constructor(made: Subject, at: number, document: EntryDocument) {
    this.facts = made.facts;
    this.#identity = made.identity;
    this.document = document;
    this.pointer = made.origin.pointer;
    this.#at = at;
    this.#made = made;
  }

  /** What is behind it in the file may have a secret that stands in it. */
  get identity(): ClientIdentity {
    return withoutSecretsIn(this.#identity, this.document.secrets);
  }

  get client(): AppClient {
    return this.#whole().client;
  }

  get origin(): Origin {
    return this;
  }

  locate(path: ClientPath): string {
    return this.#whole().origin.locate(path);
  }

  letGo(): void {
    if (this.document.isLetGo) this.#made = undefined;
  }

  #whole(): Subject {
    return this.#made ?? this.#readAgain();
  }

  #readAgain(): Subject {
    const { subjects } = readValue(this.document.value, this.document.provenance()) as FormReading;
    return subjects[this.#at] as Subject;
  }
}
