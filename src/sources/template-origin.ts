import type { AppClient, ClientPath } from '../client/app-client.ts';
import { toPointer } from '../pointer.ts';
import type { Document, Origin } from '../subject.ts';
import { type Assume, follow, intrinsicOf } from './intrinsics.ts';

/** A template, or a part of one that is a map of resources, or what is in scope in a loop of one. */
export interface Template {
  readonly pointer: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly resources: Readonly<Record<string, unknown>>;
  /** Where the clients stand in it. */
  readonly at: readonly string[];
  /** By their variables, the loops that the clients stand in. */
  readonly loops: ReadonlyMap<string, string>;
}

/** A client of a template. */
export interface ClientResource {
  readonly template: Template;
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

export function typePointer({ pointer, at }: Template, id: string): string {
  return pointer + toPointer([...at, id, 'Type']);
}

export function propertiesPointer({ template, id }: ClientResource): string {
  return template.pointer + toPointer([...template.at, id, 'Properties']);
}

/** A client in a template: an intrinsic function is pointed at as a whole, and the resource's type stands for what is absent. */
export class TemplateOrigin implements Origin {
  readonly document: Document;
  readonly pointer: string;
  readonly #resource: ClientResource;
  readonly #assume: Assume;

  constructor(document: Document, resource: ClientResource, assume: Assume) {
    this.document = document;
    this.pointer = resource.template.pointer + toPointer([...resource.template.at, resource.id]);
    this.#resource = resource;
    this.#assume = assume;
  }

  locate(path: ClientPath): string {
    const isSecret = path[0] === 'ClientSecret' && !Object.hasOwn(this.#resource.properties, 'ClientSecret');
    const keys = path.length === 0 ? undefined : this.#find(isSecret ? ['GenerateSecret'] : path);
    return keys
      ? propertiesPointer(this.#resource) + toPointer(keys)
      : typePointer(this.#resource.template, this.#resource.id);
  }

  setting(member: keyof AppClient, value: unknown): string {
    const property = `Properties.${member} of ${this.#resource.id}`;
    return value === undefined ? `take out ${property}` : `set ${property} to ${JSON.stringify(value)}`;
  }

  #find(path: readonly (string | number)[]): readonly (string | number)[] | undefined {
    let value: unknown = this.#resource.properties;
    const keys: (string | number)[] = [];
    for (const key of path) {
      if (intrinsicOf(value)) return keys;
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
      const next = follow((value as Record<string | number, unknown>)[key], this.#assume);
      keys.push(key, ...next.keys);
      value = next.value;
    }
    return keys;
  }
}
