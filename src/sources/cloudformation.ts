import { schema } from '../client/schema.ts';
import { isRecord } from '../client/secret.ts';
import { type Choice, UnknownValue } from '../client/unknown.ts';
import { toPointer } from '../pointer.ts';
import type { ClientIdentity, Remark, Subject } from '../subject.ts';
import { coerce, type KindSchema } from './coerce.ts';
import { type DescribedClient, identityOf, remark, subjectOf } from './described-client.ts';
import type { FormReading, Provenance } from './forms.ts';
import { type Assume, resolve, type Scope } from './intrinsics.ts';
import { circles } from './template-circles.ts';
import {
  type ClientResource,
  propertiesPointer,
  type Template,
  TemplateOrigin,
  typePointer,
} from './template-origin.ts';

const KINDS: Readonly<Record<string, KindSchema>> = schema.properties;

const TYPE = 'AWS::Cognito::UserPoolClient';

/** Reads the clients of a CloudFormation, SAM or CDK template. */
export function readCloudFormation(value: unknown, from: Provenance): FormReading | undefined {
  const template = templateOf(value, toPointer(from.at ?? []));
  if (!template) return undefined;
  const reading: FormReading = { subjects: [], errors: [], notices: [] };
  const ids = Object.keys(template.resources).filter((id) => isClient(template.resources[id]));
  for (const id of ids) readClient(template, id, from, reading);
  for (const { id, message } of circles(template.resources, ids)) {
    reading.errors.push({ document: from.document, pointer: typePointer(template, id), message });
  }
  return reading;
}

function templateOf(value: unknown, pointer: string): Template | undefined {
  if (!isRecord(value)) return undefined;
  const { Resources: inner, Parameters: parameters } = value;
  const resources = isRecord(inner) ? inner : value;
  if (!Object.values(resources).some(isClient)) return undefined;
  const at = isRecord(inner) ? ['Resources'] : [];
  return { pointer, parameters: isRecord(parameters) ? parameters : {}, resources, at };
}

function isClient(value: unknown): boolean {
  return isRecord(value) && value['Type'] === TYPE;
}

function readClient(template: Template, id: string, from: Provenance, reading: FormReading): void {
  const { Properties: properties = {} } = template.resources[id] as Record<string, unknown>;
  if (isRecord(properties)) {
    const { subject, errors, notices } = new ClientReader({ template, id, properties }, from).read();
    reading.subjects.push(subject);
    reading.errors.push(...errors);
    reading.notices.push(...notices);
    return;
  }
  const pointer = template.pointer + toPointer([...template.at, id, 'Properties']);
  const message = 'the Properties of this app client are no map of settings, so it is not judged; correct them';
  reading.errors.push({ document: from.document, pointer, message });
}

/** Makes the subject of one client, and of what it is under assumptions; each is made once, when it is asked for. */
class ClientReader {
  readonly #resource: ClientResource;
  readonly #from: Provenance;
  readonly #settled: Record<string, unknown> = {};
  /** How often a value was found to hang on a choice. */
  #hanging = 0;
  readonly #rejected = new Map<string, Remark>();
  readonly #subjects = new Map<string, Subject>();
  #named: ClientIdentity | undefined;

  constructor(resource: ClientResource, from: Provenance) {
    this.#resource = resource;
    this.#from = from;
  }

  read(): DescribedClient {
    const open = this.#draft(() => undefined);
    const variants = this.#hanging === 0 ? [open] : [open, this.#draft(first), this.#draft(last)];
    return {
      subject: this.#whole(open.subject, new Map()),
      errors: [...this.#rejected.values(), ...distinct(variants.flatMap(({ errors }) => errors))],
      notices: [...distinct(variants.flatMap(({ notices }) => notices)), ...this.#outputsGiven()],
    };
  }

  #whole(subject: Subject, assumed: ReadonlyMap<string, string>): Subject {
    const assuming: Subject['assuming'] = ({ name }, outcome) => {
      const all = new Map([...assumed, [name, outcome]].sort() as [string, string][]);
      const key = JSON.stringify([...all]);
      const made = this.#subjects.get(key) ?? this.#whole(this.#draft((choice) => all.get(choice.name)).subject, all);
      this.#subjects.set(key, made);
      return made;
    };
    return { ...subject, assuming };
  }

  #draft(assume: Assume): DescribedClient {
    const client = this.#resolved(assume);
    const origin = new TemplateOrigin(this.#from.document, this.#resource, assume);
    return subjectOf({ client, form: 'created', identity: this.#identity(), origin }, this.#from);
  }

  /** With the defaults of parameters, as a person who reads the template would call it. */
  #identity(): ClientIdentity {
    this.#named ??= { ...identityOf(this.#resolved(first)), resource: this.#resource.id };
    return this.#named;
  }

  /** What hangs on no choice is resolved once. */
  #resolved(assume: Assume): Record<string, unknown> {
    const client = { ...this.#settled };
    for (const [member, value] of Object.entries(this.#resource.properties)) {
      if (Object.hasOwn(client, member) || member.startsWith('Fn::') || member === 'ClientId') continue;
      const before = this.#hanging;
      client[member] = this.#member(member, value, assume);
      if (this.#hanging === before) this.#settled[member] = client[member];
    }
    const transform = Object.keys(this.#resource.properties).find((member) => member.startsWith('Fn::'));
    if (transform === undefined) return client;
    const open = Object.keys(schema.properties).filter((member) => !Object.hasOwn(client, member));
    for (const member of open) client[member] = new UnknownValue(member, `${transform} may set it`);
    return client;
  }

  #member(member: string, value: unknown, assume: Assume): unknown {
    const { template } = this.#resource;
    const scope: Scope = {
      parameters: template.parameters,
      resources: template.resources,
      assume,
      hangsOn: () => {
        this.#hanging += 1;
      },
      reject: (at, message) => this.#reject(at, message),
    };
    const resolved = resolve(value, member, [member], scope);
    const kind: KindSchema | undefined = Object.hasOwn(KINDS, member) ? KINDS[member] : undefined;
    return kind ? coerce(resolved, kind) : resolved;
  }

  #reject(at: readonly string[], message: string): void {
    const pointer = propertiesPointer(this.#resource) + toPointer(at);
    this.#rejected.set(pointer, { document: this.#from.document, pointer, message });
  }

  /** What the service gives, and a template cannot. */
  #outputsGiven(): Remark[] {
    const origin = new TemplateOrigin(this.#from.document, this.#resource, () => undefined);
    return ['ClientId', 'ClientSecret', 'Name']
      .filter((member) => Object.hasOwn(this.#resource.properties, member))
      .map((member) =>
        remark(origin, [member], `${member} is an output of the resource, not a property that can be set: remove it`),
      );
  }
}

const first: Assume = ({ outcomes }: Choice) => outcomes[0];
/** The other outcome of a condition, the only one of a default. */
const last: Assume = ({ outcomes }: Choice) => outcomes.at(-1);

function distinct(remarks: readonly Remark[]): Remark[] {
  return [...new Map(remarks.map((one) => [`${one.pointer} ${one.message}`, one])).values()];
}
