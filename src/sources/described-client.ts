import type { AppClient, ClientPath } from '../client/app-client.ts';
import type { Form } from '../client/facts.ts';
import { regionOfPool } from '../client/pool-id.ts';
import { forgetRedacted, type TakenSecrets, takeSecrets } from '../client/secret.ts';
import type { Secrets } from '../client/secrets.ts';
import { nameOf, type ShapedClient, shape } from '../client/shape.ts';
import { UnknownValue } from '../client/unknown.ts';
import { fromPointer, toPointer } from '../pointer.ts';
import type { ClientIdentity, Document, Origin, Remark, Subject } from '../subject.ts';
import type { Provenance } from './forms.ts';

/** A client as it stands in a document, before anything is made of it. */
export interface FoundClient {
  readonly pointer: string;
  readonly value: Record<string, unknown>;
  /** `request` is a create or update input. */
  readonly form: 'description' | 'request';
}

export interface DescribedClient {
  readonly subject: Subject;
  readonly errors: readonly Remark[];
  readonly notices: readonly Remark[];
}

/** A client in the API's names, and how it was written down. */
export interface ClientDraft {
  /** With an `UnknownValue` where a value cannot be known. It is the subject's from here on. */
  readonly client: Record<string, unknown>;
  /** Members that are unknown as a whole, where they are not in it. */
  readonly unknown?: readonly UnknownValue[];
  readonly form: Form;
  readonly identity: ClientIdentity;
  readonly origin: Origin;
}

/** Makes a subject of a client. The secret is replaced first. */
export function subjectOf(draft: ClientDraft, from: Provenance): DescribedClient {
  const { taken, shaped } = settle(draft, from);
  const { client, form, identity, origin } = draft;
  const { secret, secretUnknown } = secretState(form, taken.state, client);
  const facts: Subject['facts'] = {
    form,
    live: from.live !== undefined,
    secret,
    secretExposed: from.onDisk && taken.realAt !== undefined,
    ...(from.onDisk && taken.realAt && { secretExposedAt: taken.realAt }),
    now: from.now,
    ...(secretUnknown && { secretUnknown }),
  };
  const own = withoutSecretsIn(identity, from.document.secrets);
  const subject = {
    client: shaped.client as AppClient,
    facts,
    identity: from.live ? { ...own, ...from.live } : own,
    origin,
  };
  const { errors, notices } = remarksOn(shaped, origin);
  return { subject, errors, notices };
}

type Remarks = Pick<DescribedClient, 'errors' | 'notices'>;

/** What is to be said of a client, or of some of its members, that is not judged. */
export function remarksOf(draft: ClientDraft, from: Provenance): Remarks {
  return remarksOn(settle(draft, from).shaped, draft.origin);
}

interface Settled {
  readonly taken: TakenSecrets;
  readonly shaped: ShapedClient;
}

function settle({ client, unknown }: ClientDraft, from: Provenance): Settled {
  const { secrets } = from.document;
  const taken = takeSecrets(client, secrets);
  const redacted = taken.state === 'present' || secrets.hasReal ? forgetRedacted(client) : [];
  const shaped = shape(client, unknown ?? from.unknown);
  if (redacted.length === 0) return { taken, shaped };
  return { taken, shaped: { ...shaped, deviations: [...shaped.deviations, ...redacted.map(toDeviation)] } };
}

function toDeviation(member: string): ShapedClient['deviations'][number] {
  const message = `${nameOf(member)} has a client secret in it, so it is neither shown nor judged; change it, and make a new secret`;
  return { severity: 'notice', pointer: toPointer([member]), message };
}

/** An identity was read before the secrets were taken. */
export function withoutSecretsIn(identity: ClientIdentity, secrets: Secrets): ClientIdentity {
  if (!secrets.hasReal) return identity;
  return Object.fromEntries(Object.entries(identity).map(([name, text]) => [name, secrets.takenOutOf(text)]));
}

/** Of nearly every client there is nothing to say. */
const NONE: Remarks = { errors: [], notices: [] };

function remarksOn({ deviations }: ShapedClient, origin: Origin): Remarks {
  if (deviations.length === 0) return NONE;
  const remarks = (severity: 'error' | 'notice') =>
    deviations
      .filter((one) => one.severity === severity)
      .map(({ pointer, message }) => remark(origin, fromPointer(pointer), message));
  return { errors: remarks('error'), notices: remarks('notice') };
}

/** What a person should know of a place in a client. */
export function remark(origin: Origin, path: readonly string[], message: string): Remark {
  return { document: origin.document, pointer: origin.locate(path as ClientPath), message };
}

/** Makes a subject of a description or a request. */
export function describedClient({ pointer, value, form: kind }: FoundClient, from: Provenance): DescribedClient {
  const form = formOf(kind, value);
  const origin = new DescribedOrigin(from.document, pointer, value);
  const identity = identityOf(value);
  const notice = misplacedNotice(origin, form, value);
  if (value['GenerateSecret'] !== undefined && form !== 'created') value['GenerateSecret'] = undefined;
  const described = subjectOf({ client: value, form, identity, origin }, from);
  return notice ? { ...described, notices: [...described.notices, notice] } : described;
}

/** What is said of a member that a client of its form does not have. */
function misplacedNotice(origin: Origin, form: Form, value: Record<string, unknown>): Remark | undefined {
  if (form !== 'created')
    return value['GenerateSecret'] === undefined
      ? undefined
      : remark(origin, ['GenerateSecret'], 'GenerateSecret is a member of create requests alone, so it is not judged');
  return value['ClientId'] === undefined
    ? undefined
    : remark(
        origin,
        ['ClientId'],
        'ClientId and GenerateSecret belong to no one request: this is judged as a create request',
      );
}

function formOf(kind: FoundClient['form'], value: Record<string, unknown>): Form {
  if (kind === 'description') return 'described';
  return Object.hasOwn(value, 'GenerateSecret') || !value['ClientId'] ? 'created' : 'updated';
}

function secretState(
  form: Form,
  reported: 'present' | 'absent',
  { ClientSecret: secret, GenerateSecret: generate }: Record<string, unknown>,
): Pick<Subject['facts'], 'secret' | 'secretUnknown'> {
  if (reported === 'present' || generate === true) return { secret: 'present' };
  if (form === 'updated') return { secret: 'unknown' };
  if (secret instanceof UnknownValue) return { secret: 'unknown', secretUnknown: secret };
  if (generate instanceof UnknownValue) {
    return { secret: 'unknown', secretUnknown: new UnknownValue('ClientSecret', generate.reason, generate.choice) };
  }
  return { secret: 'absent' };
}

export function identityOf(value: Record<string, unknown>): ClientIdentity {
  const { UserPoolId: userPoolId, ClientId: clientId, ClientName: clientName } = value;
  const identity: { -readonly [Name in keyof ClientIdentity]: ClientIdentity[Name] } = {};
  if (typeof userPoolId === 'string') identity.userPoolId = userPoolId;
  if (typeof clientId === 'string') identity.clientId = clientId;
  if (typeof clientName === 'string') identity.clientName = clientName;
  const region = regionOfPool(identity.userPoolId ?? '');
  if (region !== undefined) identity.region = region;
  return identity;
}

/** A client that stands in its document under the API's own names. */
export class DescribedOrigin implements Origin {
  readonly document: Document;
  readonly pointer: string;
  readonly #value: Record<string, unknown>;

  constructor(document: Document, pointer: string, value: Record<string, unknown>) {
    this.document = document;
    this.pointer = pointer;
    this.#value = value;
  }

  locate(path: ClientPath): string {
    const asked = this.#found(path) ?? (path[0] === 'ClientSecret' ? this.#found(['GenerateSecret']) : undefined);
    return this.pointer + toPointer(asked ?? this.#found(['ClientId']) ?? this.#found(['ClientName']) ?? []);
  }

  #found(path: readonly (string | number)[]): readonly (string | number)[] | undefined {
    let value: unknown = this.#value;
    for (const key of path) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
      value = (value as Record<string | number, unknown>)[key];
    }
    return path;
  }
}
