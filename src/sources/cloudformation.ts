import { schema } from '../client/schema.ts';
import { isRecord } from '../client/secret.ts';
import { type Choice, UnknownValue } from '../client/unknown.ts';
import { toPointer } from '../pointer.ts';
import type { Remark, Subject } from '../subject.ts';
import { coerce } from './coerce.ts';
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

const TYPE = 'AWS::Cognito::UserPoolClient';

/** Reads the clients of CloudFormation, SAM and CDK templates, alone or in a list. */
export function readCloudFormation(value: unknown, from: Provenance): FormReading | undefined {
  const templates = Array.isArray(value)
    ? value.flatMap((entry, index) => templateOf(entry, toPointer([index])) ?? [])
    : [templateOf(value, '')].filter((template) => template !== undefined);
  if (templates.length === 0) return undefined;
  const reading: FormReading = { subjects: [], errors: [], notices: [] };
  for (const template of templates) {
    const ids = Object.keys(template.resources).filter((id) => isClient(template.resources[id]));
    for (const id of ids) readClient(template, id, from, reading);
    for (const { id, message } of circles(template.resources, ids)) {
      reading.errors.push({ document: from.document, pointer: typePointer(template, id), message });
    }
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
  readonly #choices = new Set<string>();
  readonly #rejected = new Map<string, Remark>();
  readonly #subjects = new Map<string, Subject>();

  constructor(resource: ClientResource, from: Provenance) {
    this.#resource = resource;
    this.#from = from;
  }

  read(): DescribedClient {
    const open = this.#draft(() => undefined);
    const variants = this.#choices.size === 0 ? [open] : [open, this.#draft(first), this.#draft(last)];
    return {
      subject: this.#subject(new Map()),
      errors: [...this.#rejected.values(), ...distinct(variants.flatMap(({ errors }) => errors))],
      notices: [...distinct(variants.flatMap(({ notices }) => notices)), ...this.#outputsGiven()],
    };
  }

  #subject(assumed: ReadonlyMap<string, string>): Subject {
    const key = JSON.stringify([...assumed]);
    const made = this.#subjects.get(key);
    if (made) return made;
    const { subject } = this.#draft(({ name }) => assumed.get(name));
    const whole: Subject = {
      ...subject,
      assuming: ({ name }, outcome) => this.#subject(new Map([...assumed, [name, outcome]])),
    };
    this.#subjects.set(key, whole);
    return whole;
  }

  #draft(assume: Assume): DescribedClient {
    const { id } = this.#resource;
    const client = this.#resolved(assume);
    const named = identityOf(this.#resolved(first));
    const { clientName, userPoolId, region } = named;
    const identity = {
      ...(clientName !== undefined && { clientName }),
      ...(userPoolId !== undefined && { userPoolId }),
      ...(region !== undefined && { region }),
      resource: id,
    };
    const origin = new TemplateOrigin(this.#from.document, this.#resource, assume);
    return subjectOf({ client, form: 'created', identity, origin }, this.#from);
  }

  #resolved(assume: Assume): Record<string, unknown> {
    const { template, properties } = this.#resource;
    const scope: Scope = {
      parameters: template.parameters,
      resources: template.resources,
      assume,
      hangsOn: ({ name }) => this.#choices.add(name),
      reject: (at, message) => this.#reject(at, message),
    };
    const resolved = Object.entries(properties)
      .filter(([member]) => !member.startsWith('Fn::') && member !== 'ClientId')
      .map(([member, value]) => [member, resolve(value, member, [member], scope)]);
    const client = coerce(Object.fromEntries(resolved), schema) as Record<string, unknown>;
    const transform = Object.keys(properties).find((member) => member.startsWith('Fn::'));
    if (transform === undefined) return client;
    const open = Object.keys(schema.properties).filter((member) => !Object.hasOwn(client, member));
    for (const member of open) client[member] = new UnknownValue(member, `${transform} may set it`);
    return client;
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
const last: Assume = ({ outcomes }: Choice) => outcomes.at(-1);

function distinct(remarks: readonly Remark[]): Remark[] {
  return [...new Map(remarks.map((one) => [`${one.pointer} ${one.message}`, one])).values()];
}
