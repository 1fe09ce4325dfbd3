import { takeSecrets } from '../client/secret.ts';
import { skipValue } from '../locate/json.ts';
import { fromPointer } from '../pointer.ts';
import type { Document, Region, Subject } from '../subject.ts';

type Json = Record<string, unknown>;

/** Clients as they stand in their documents, values that nobody knows included, without their secrets. */
export class Originals {
  /** What documents of YAML hold: each is read once, as it may have many clients. */
  readonly #yaml = new Map<Document, unknown>();

  async of({ origin: { document, pointer } }: Subject): Promise<Readonly<Json>> {
    const client = document.syntax === 'yaml' ? await this.#inYaml(document, pointer) : inJson(document, pointer);
    takeSecrets(client);
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
}

function inJson(document: Document, pointer: string): Json {
  const { offset } = document.locate([pointer]).get(pointer) as Region;
  return JSON.parse(document.text.slice(offset, skipValue(document.text, offset)));
}
