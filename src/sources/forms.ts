import { schema } from '../client/schema.ts';
import { isRecord } from '../client/secret.ts';
import { toPointer } from '../pointer.ts';
import { insteadOfClients } from './near-misses.ts';

/** A client as it stands in a document, before anything is made of it. */
export interface FoundClient {
  readonly pointer: string;
  readonly value: Record<string, unknown>;
  /** `request` is a create or update input. */
  readonly form: 'description' | 'request';
}

/** The clients of a document, or what it is instead, in one sentence that says what to do. */
export type Recognised =
  | { readonly clients: readonly FoundClient[]; readonly others: readonly OtherEntry[] }
  | { readonly instead: string };

/** An entry of a list of clients that is none. */
export interface OtherEntry {
  readonly pointer: string;
  readonly instead: string;
}

/** Deeper than this nobody nests descriptions. */
const MAX_DEPTH = 3;

/** Tells by content what a JSON document holds. Its name says nothing. */
export function recognise(document: unknown): Recognised {
  const clients: FoundClient[] = [];
  const others: OtherEntry[] = [];
  collect(document, [], clients, others);
  return clients.length > 0 ? { clients, others } : { instead: insteadOfClients(document) };
}

function collect(
  value: unknown,
  path: readonly (string | number)[],
  clients: FoundClient[],
  others: OtherEntry[],
): void {
  if (path.length > MAX_DEPTH) return;
  if (Array.isArray(value)) collectAll(value, path, clients, others);
  else if (isRecord(value)) collectRecord(value, path, clients, others);
}

function collectRecord(
  value: Record<string, unknown>,
  path: readonly (string | number)[],
  clients: FoundClient[],
  others: OtherEntry[],
): void {
  const wrapped = value['UserPoolClient'];
  // A template may have a resource of that name: its `Type` tells.
  if (isRecord(wrapped) && !Object.hasOwn(wrapped, 'Type')) {
    clients.push({ pointer: toPointer([...path, 'UserPoolClient']), value: wrapped, form: 'description' });
  } else if (isBareClient(value)) {
    clients.push({ pointer: toPointer(path), value, form: isDescription(value) ? 'description' : 'request' });
  } else {
    // Maps by id, and the stores of emulators: {"Clients": {…}}, {"UserPoolClients": {…}}.
    for (const [key, entry] of Object.entries(value)) {
      if (Array.isArray(entry) || isRecord(entry)) collect(entry, [...path, key], clients, others);
    }
  }
}

function collectAll(
  list: readonly unknown[],
  path: readonly (string | number)[],
  clients: FoundClient[],
  others: OtherEntry[],
): void {
  for (const [index, entry] of list.entries()) {
    const before = clients.length;
    collect(entry, [...path, index], clients, others);
    if (clients.length === before)
      others.push({ pointer: toPointer([...path, index]), instead: insteadOfClients(entry) });
  }
}

const NAMES = new Set(['UserPoolId', 'ClientId', 'ClientName', 'ClientSecret', 'CreationDate', 'LastModifiedDate']);

/** Most of its keys are members of the API, and one of them is a setting. */
function isBareClient(value: Record<string, unknown>): boolean {
  const keys = Object.keys(value);
  const known = keys.filter((key) => Object.hasOwn(schema.properties, key));
  return known.length * 2 > keys.length && known.some((key) => !NAMES.has(key)) && !isSkeleton(value);
}

/** What `--generate-cli-skeleton` prints and the API reference shows: kinds of values instead of values. */
export function isSkeleton(value: Record<string, unknown>): boolean {
  const ids = [value['UserPoolId'], value['ClientName'] ?? value['ClientId']];
  return ids.every((id) => id === 'string') || ids.every((id) => id === '');
}

function isDescription(value: Record<string, unknown>): boolean {
  return ['CreationDate', 'LastModifiedDate', 'ClientSecret', 'ClientSecrets', 'ClientType'].some((member) =>
    Object.hasOwn(value, member),
  );
}
