import type { AppClient } from '../client/app-client.ts';
import { INDIVIDUAL } from '../client/individual.ts';
import { isOrdinary } from '../client/redirects.ts';
import { schema } from '../client/schema.ts';
import { REDACTED } from '../client/secret.ts';
import type { Secrets } from '../client/secrets.ts';
import { type Choice, guard, UnknownValue } from '../client/unknown.ts';
import { plainForm } from '../client/uri.ts';
import { toPointer } from '../pointer.ts';
import type { ClientIdentity, Remark, Subject } from '../subject.ts';
import { coerce, type KindSchema } from './coerce.ts';
import {
  type ClientDraft,
  type DescribedClient,
  identityOf,
  remark,
  remarksOf,
  subjectOf,
} from './described-client.ts';
import type { Provenance } from './forms.ts';
import { type Assume, hasVariables, resolve, type Scope } from './intrinsics.ts';
import { type ClientResource, propertiesPointer, TemplateOrigin } from './template-origin.ts';

const KINDS: Readonly<Record<string, KindSchema>> = schema.properties;
const MEMBERS = Object.keys(KINDS);
const REDIRECTS = new Set(['CallbackURLs', 'DefaultRedirectURI', 'LogoutURLs']);
const VARIABLE = `$\{}`;
const SECRETS = ['ClientSecret', 'ClientSecrets', 'GenerateSecret'];

type Members = Record<string, unknown>;

/** Makes the subject of one client, and of what it is under assumptions; each is made once, when it is asked for. */
export class TemplateClient {
  readonly #resource: ClientResource;
  readonly #from: Provenance;
  /** The function that may set what is not set. */
  readonly #transform: string | undefined;
  /** The members that hang on a choice, as far as that is known. */
  #open: readonly string[];
  #isHanging = false;
  /** All members, each in the shape of the API, and what hangs on a choice unknown. */
  #shaped: Members = {};
  #identity: ClientIdentity = {};
  readonly #rejected = new Map<string, Remark>();
  readonly #subjects = new Map<string, Subject>();

  constructor(resource: ClientResource, from: Provenance) {
    this.#resource = resource;
    this.#from = from;
    const members = Object.keys(resource.properties);
    this.#transform = members.find(isFunction);
    this.#open = members.filter((member) => !isFunction(member) && member !== 'ClientId');
  }

  /** `sound`: texts of clients with which nothing is wrong, whatever the choices that they hang on; see `Subject.written`. */
  read(sound: Set<string>): DescribedClient {
    const whole = this.#resolve(nothing);
    const hangs = this.#open.length > 0;
    const text = hangs && this.#open.every(isWritten) ? this.#written() : undefined;
    // On both sides of what it hangs on there may be something wrong.
    const isOpen = hangs && (text === undefined || !sound.has(text));
    const sides = isOpen ? [first, last].map((assume) => ({ assume, client: this.#resolve(assume) })) : [];
    // With the defaults of parameters, as a person who reads the template would call it.
    this.#identity = { ...identityOf({ ...whole, ...sides[0]?.client }), resource: this.#resource.id };
    this.#shaped = this.#withTransform(whole);
    const open = this.#describe(this.#shaped, nothing);
    const all = [open, ...sides.map(({ assume, client }) => remarksOf(this.#draft(client, assume), this.#from))];
    const errors = [...this.#rejected.values(), ...distinct(all.flatMap((one) => one.errors))];
    const notices = distinct(all.flatMap((one) => one.notices));
    if (text !== undefined && errors.length === 0 && notices.length === 0) sound.add(text);
    const subject = { ...this.#assumable(open.subject, new Map()), written: () => text ?? this.#written() };
    return { subject, errors, notices: [...notices, ...this.#outputsGiven()] };
  }

  /** See `Subject.written`. */
  #written(): string {
    const { template, properties } = this.#resource;
    const { document } = this.#from;
    const members = Object.keys(properties).filter(isWritten);
    const settings = members.map((member) => {
      return (
        member +
        JSON.stringify(properties[member], REDIRECTS.has(member) ? withoutOrdinary(document.secrets) : undefined)
      );
    });
    return [document.uri, template.pointer + toPointer(template.at), ...settings].join('\n');
  }

  #assumable(subject: Subject, assumed: ReadonlyMap<string, string>): Subject {
    const known = new Map<string, Subject>();
    const assuming: Subject['assuming'] = ({ name }, outcome) => {
      const made = known.get(outcome) ?? this.#under(new Map([...assumed, [name, outcome]]));
      known.set(outcome, made);
      return made;
    };
    return { ...subject, assuming };
  }

  /** The order in which assumptions were made does not matter. */
  #under(assumed: ReadonlyMap<string, string>): Subject {
    const key = JSON.stringify([...assumed].sort());
    const assume: Assume = ({ name }) => assumed.get(name);
    const known = this.#subjects.get(key);
    if (known) return known;
    // The state of the secret is read off the part that is looked at anew.
    const part = { ...only(this.#shaped, SECRETS), ...this.#resolve(assume) };
    const { subject } = this.#describe(part, assume);
    const client: AppClient = guard({ ...this.#shaped, ...part });
    const made = this.#assumable({ ...subject, client }, assumed);
    this.#subjects.set(key, made);
    return made;
  }

  #describe(client: Members, assume: Assume): DescribedClient {
    return subjectOf(this.#draft(client, assume), this.#from);
  }

  #draft(client: Members, assume: Assume): ClientDraft {
    const origin = new TemplateOrigin(this.#from.document, this.#resource, assume);
    return { client, unknown: takeUnknown(client), form: 'created', identity: this.#identity, origin };
  }

  /** Resolves the open members. What turns out to hang on no choice is open no more. */
  #resolve(assume: Assume): Members {
    const { properties, template } = this.#resource;
    const propertiesAt = propertiesPointer(this.#resource);
    const scope: Scope = {
      parameters: template.parameters,
      resources: template.resources,
      loops: template.loops,
      assume,
      hangsOn: () => {
        this.#isHanging = true;
      },
      reject: (pointer, message) => {
        this.#rejected.set(pointer, { document: this.#from.document, pointer, message });
      },
    };
    const members: [string, unknown][] = [];
    const open: string[] = [];
    for (const member of this.#open) {
      this.#isHanging = false;
      const resolved = resolve(properties[member], member, propertiesAt + toPointer([member]), scope);
      const kind = Object.hasOwn(KINDS, member) ? KINDS[member] : undefined;
      members.push([member, kind ? coerce(resolved, kind) : resolved]);
      if (this.#isHanging) open.push(member);
    }
    this.#open = open;
    return Object.fromEntries(members);
  }

  #withTransform(client: Members): Members {
    if (this.#transform === undefined) return client;
    const unset = MEMBERS.filter((member) => !Object.hasOwn(client, member));
    for (const member of unset) client[member] = new UnknownValue(member, `${this.#transform} may set it`);
    return client;
  }

  /** What the service gives, and a template cannot. */
  #outputsGiven(): Remark[] {
    const origin = new TemplateOrigin(this.#from.document, this.#resource, nothing);
    return ['ClientId', 'ClientSecret', 'Name']
      .filter((member) => Object.hasOwn(this.#resource.properties, member))
      .map((member) =>
        remark(origin, [member], `${member} is an output of the resource, not a property that can be set: remove it`),
      );
  }
}

const nothing: Assume = () => undefined;
const first: Assume = ({ outcomes }: Choice) => outcomes[0];
/** The other outcome of a condition, the only one of a default. */
const last: Assume = ({ outcomes }: Choice) => outcomes.at(-1);

/** It is part of `Subject.written`. */
function isWritten(member: string): boolean {
  return !INDIVIDUAL.has(member) || REDIRECTS.has(member);
}

/**
 * For `Subject.written`: one ordinary redirect is like any other, but for which of its list it repeats, and one text with
 * variables, which are not known, is like any other. So is one with a secret of the document in it.
 */
function withoutOrdinary(secrets: Secrets): (key: string, value: unknown) => unknown {
  const numbers = new Map<string, number>();
  return (key, value) => {
    if (key === 'Fn::Sub' && hasVariables(value)) return VARIABLE;
    if (typeof value !== 'string' || !isOrdinary(value)) return value;
    if (secrets.takenOutOf(value) !== value) return REDACTED;
    const plain = plainForm(value);
    const number = numbers.get(plain) ?? numbers.size;
    numbers.set(plain, number);
    return `https://app-${number}.acme.io`;
  };
}

/** Takes out what is unknown as a whole, which is in no shape that could be checked. */
function takeUnknown(client: Members): UnknownValue[] {
  const unknown: UnknownValue[] = [];
  for (const member of MEMBERS) {
    const value = client[member];
    if (typeof value !== 'object' || !(value instanceof UnknownValue)) continue;
    unknown.push(value);
    client[member] = undefined;
  }
  return unknown;
}

function only(members: Members, names: readonly string[]): Members {
  return Object.fromEntries(names.filter((name) => Object.hasOwn(members, name)).map((name) => [name, members[name]]));
}

function isFunction(member: string): boolean {
  return member.startsWith('Fn::');
}

function distinct(remarks: readonly Remark[]): readonly Remark[] {
  if (remarks.length < 2) return remarks;
  return [...new Map(remarks.map((one) => [`${one.pointer} ${one.message}`, one])).values()];
}
