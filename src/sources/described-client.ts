import type { AppClient, ClientPath } from '../client/app-client.ts';
import type { Form } from '../client/facts.ts';
import { isRealSecret, takeSecrets } from '../client/secret.ts';
import { shape } from '../client/shape.ts';
import { UnknownValue } from '../client/unknown.ts';
import { toPointer } from '../pointer.ts';
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

/** Makes a subject of a description or a request. The secret is replaced first. */
export function describedClient({ pointer, value, form: kind }: FoundClient, from: Provenance): DescribedClient {
  const { document } = from;
  const taken = takeSecrets(value);
  for (const secret of taken.values) from.secrets.add(secret);
  const origin = new DescribedOrigin(document, pointer, value);
  const form = formOf(kind, value);
  const { client, deviations } = shape(value, from.unknown);
  const remark = (at: string, message: string): Remark => ({ document, pointer: pointer + at, message });
  const notices = deviations
    .filter(({ severity }) => severity === 'notice')
    .map((one) => remark(one.pointer, one.message));
  if (value['GenerateSecret'] !== undefined && form !== 'created') {
    notices.push(remark('/GenerateSecret', 'GenerateSecret is a member of create requests alone, so it is not judged'));
  } else if (form === 'created' && value['ClientId'] !== undefined) {
    notices.push(
      remark('/ClientId', 'ClientId and GenerateSecret belong to no one request: this is judged as a create request'),
    );
  }
  const subject: Subject = {
    client: client as AppClient,
    facts: {
      form,
      live: from.live !== undefined,
      secret: secretState(form, taken.state, value),
      secretExposed: from.onDisk && taken.values.some(isRealSecret),
      now: from.now,
    },
    identity: { ...identityOf(value), ...from.live },
    origin,
  };
  const errors = deviations
    .filter(({ severity }) => severity === 'error')
    .map((one) => remark(one.pointer, one.message));
  return { subject, errors, notices };
}

function formOf(kind: FoundClient['form'], value: Record<string, unknown>): Form {
  if (kind === 'description') return 'described';
  return Object.hasOwn(value, 'GenerateSecret') || !value['ClientId'] ? 'created' : 'updated';
}

function secretState(
  form: Form,
  reported: 'present' | 'absent',
  value: Record<string, unknown>,
): Subject['facts']['secret'] {
  if (reported === 'present') return 'present';
  if (form === 'updated' || value['ClientSecret'] instanceof UnknownValue) return 'unknown';
  if (form !== 'created') return 'absent';
  if (value['GenerateSecret'] instanceof UnknownValue) return 'unknown';
  return value['GenerateSecret'] === true ? 'present' : 'absent';
}

function identityOf(value: Record<string, unknown>): ClientIdentity {
  const { UserPoolId: userPoolId, ClientId: clientId, ClientName: clientName } = value;
  // A pool id begins with its region: eu-west-1_AbCdEfGhI.
  const region = typeof userPoolId === 'string' ? /^([a-z]{2,}(?:-[a-z]+)+-\d+)_/.exec(userPoolId)?.[1] : undefined;
  return {
    ...(typeof userPoolId === 'string' && { userPoolId }),
    ...(typeof clientId === 'string' && { clientId }),
    ...(typeof clientName === 'string' && { clientName }),
    ...(region && { region }),
  };
}

/** A client that stands in its document under the API's own names. */
class DescribedOrigin implements Origin {
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
