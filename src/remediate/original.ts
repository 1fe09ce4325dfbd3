import { takeSecrets } from '../client/secret.ts';
import { skipValue } from '../locate/json.ts';
import { fromPointer } from '../pointer.ts';
import { groupBy } from '../reports/clients.ts';
import type { Document, Region, Subject } from '../subject.ts';

type Json = Record<string, unknown>;

/** Clients as they stand in their documents, values that nobody knows included, without their secrets. */
export class Originals {
  readonly #subjects: ReadonlyMap<Document, readonly Subject[]>;
  // A document is read once, as it may have many clients: what those of YAML hold, and where clients are in the others.
  readonly #yaml = new Map<Document, unknown>();
  readonly #regions = new Map<Document, ReadonlyMap<string, Region>>();

  constructor(subjects: readonly Subject[]) {
    this.#subjects = groupBy(subjects, ({ origin }) => origin.document);
  }

  async of({ origin: { document, pointer } }: Subject): Promise<Readonly<Json>> {
    const client = document.syntax === 'yaml' ? await this.#inYaml(document, pointer) : this.#inJson(document, pointer);
    takeSecrets(client, document.secrets);
    return client;
  }

  async #inYaml(document: Document, pointer: string): Promise<Json> {
    if (!this.#yaml.has(document)) {
      const { readYaml } = await import('../locate/yaml.ts');
      this.#yaml.set(document, readYaml(document.text).value);
    }
    const client = fromPointer(pointer).reduce((value, key) => (value as Json)[key], this.#yaml.get(document));
    return client as Json;
  }

  #inJson(document: Document, pointer: string): Json {
    const pointers = () => (this.#subjects.get(document) ?? []).map(({ origin }) => origin.pointer);
    const regions = this.#regions.get(document) ?? document.locate(pointers());
    this.#regions.set(document, regions);
    const { offset } = regions.get(pointer) as Region;
    return JSON.parse(document.text.slice(offset, skipValue(document.text, offset)));
  }
}
