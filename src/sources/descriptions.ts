import { schema } from '../client/schema.ts';
import { isRecord } from '../client/secret.ts';
import { toPointer } from '../pointer.ts';
import { describedClient, type FoundClient } from './described-client.ts';
import type { FormReading, Provenance } from './forms.ts';
import { insteadOfClients, isSkeleton } from './near-misses.ts';

/** The clients in a document, and the entries of its lists and maps that are none. */
interface Found {
  readonly clients: FoundClient[];
  readonly others: { readonly at: Path; readonly entry: unknown }[];
}

/**
 * Reads descriptions and requests: alone, wrapped as the API answers, in lists, in maps by id (the stores of emulators,
 * too).
 */
export function readDescriptions(value: unknown, from: Provenance): FormReading | undefined {
  const found: Found = { clients: [], others: [] };
  collect(value, from.at ?? [], found);
  if (found.clients.length === 0) return undefined;
  const notices = found.others.map(({ at, entry }) => {
    const message = `this entry is passed over: ${insteadOfClients(entry)}`;
    return { document: from.document, pointer: toPointer(at), message };
  });
  const reading: FormReading = { subjects: [], errors: [], notices };
  for (const client of found.clients) {
    const { subject, errors, notices } = describedClient(client, from);
    reading.subjects.push(subject);
    reading.errors.push(...errors);
    reading.notices.push(...notices);
  }
  return reading;
}

/** Deeper than this nobody nests descriptions: by account, region, pool and id, in a list. */
const MAX_DEPTH = 5;

type Path = readonly (string | number)[];

function collect(value: unknown, path: Path, found: Found): void {
  if (path.length > MAX_DEPTH) return;
  if (Array.isArray(value)) collectEntries(value.entries(), path, found);
  else if (isRecord(value)) collectRecord(value, path, found);
}

function collectRecord(value: Record<string, unknown>, path: Path, found: Found): void {
  const wrapped = value['UserPoolClient'];
  // A template may have a resource or an output of that name: its keys tell.
  if (isRecord(wrapped) && Object.keys(wrapped).some(isMember) && !Object.hasOwn(wrapped, 'Type')) {
    found.clients.push({ pointer: toPointer([...path, 'UserPoolClient']), value: wrapped, form: 'description' });
  } else if (isBareClient(value)) {
    found.clients.push({ pointer: toPointer(path), value, form: isDescription(value) ? 'description' : 'request' });
  } else {
    collectEntries(mapEntries(value), path, found);
  }
}

/** Of templates and files of parameters: what is under these has the names of settings and is none. */
const SECTIONS = ['Resources', 'Parameters', 'Outputs'];

/** The stores of emulators keep their clients under one of two keys; any other map has a client under every key. */
function mapEntries(value: Record<string, unknown>): [string, unknown][] {
  const stores = ['Clients', 'UserPoolClients'].filter((key) => isContainer(value[key]));
  if (stores.length > 0) return stores.map((key): [string, unknown] => [key, value[key]]).filter(holdsSomething);
  if (SECTIONS.some((key) => Object.hasOwn(value, key))) return [];
  const entries = Object.entries(value);
  return entries.every(([, entry]) => isContainer(entry)) ? entries.filter(holdsSomething) : [];
}

/** A pool without clients is none that was passed over. */
function holdsSomething([, entry]: [string, unknown]): boolean {
  return Object.keys(entry as object).length > 0;
}

function isContainer(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function collectEntries(entries: Iterable<[string | number, unknown]>, path: Path, found: Found): void {
  for (const [key, entry] of entries) {
    const { length: clients } = found.clients;
    const { length: others } = found.others;
    collect(entry, [...path, key], found);
    // A line that is broken is undefined here, and is told as an error.
    if (found.clients.length > clients || entry === undefined) continue;
    // Once for all that is in it.
    found.others.length = others;
    found.others.push({ at: [...path, key], entry });
  }
}

const NAMES = new Set(['UserPoolId', 'ClientId', 'ClientName', 'ClientSecret', 'CreationDate', 'LastModifiedDate']);

/** Most of its keys are members of the API, and one of them is a setting. */
export function isBareClient(value: Record<string, unknown>): boolean {
  const keys = Object.keys(value);
  const known = keys.filter(isMember);
  return known.length * 2 > keys.length && known.some((key) => !NAMES.has(key)) && !isSkeleton(value);
}

function isMember(key: string): boolean {
  return Object.hasOwn(schema.properties, key);
}

function isDescription(value: Record<string, unknown>): boolean {
  return ['CreationDate', 'LastModifiedDate', 'ClientSecret', 'ClientSecrets', 'ClientType'].some((member) =>
    Object.hasOwn(value, member),
  );
}
