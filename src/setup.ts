import type { AppClient } from './client/app-client.ts';
import type { Facts } from './client/facts.ts';
import { members } from './client/schema.ts';
import { isRecord } from './client/secret.ts';
import { INDIVIDUAL } from './individual.ts';

/** How a client is set up: what is not individual of it, and whether it has what is. */
const SETTINGS = (Object.keys(members) as (keyof AppClient)[]).filter((member) => !INDIVIDUAL.has(member));
const OTHERS = ([...Object.keys(members), 'ClientSecrets'] as (keyof AppClient)[]).filter((member) =>
  INDIVIDUAL.has(member),
);

interface Known {
  readonly client: AppClient;
  readonly facts: Facts;
}

/** Two clients are set up alike. */
export function isAlike(known: Known, client: AppClient, facts: Facts): boolean {
  return (
    SETTINGS.every((member) => isSame(known.client[member], client[member])) &&
    OTHERS.every((member) => (known.client[member] === undefined) === (client[member] === undefined)) &&
    known.facts.form === facts.form &&
    known.facts.live === facts.live &&
    known.facts.secret === facts.secret &&
    known.facts.secretExposed === facts.secretExposed
  );
}

/** Of the values of a client, which nest one deep. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((entry, index) => entry === b[index]);
  }
  return isRecord(a) && isRecord(b) && holdsAll(a, b) && holdsAll(b, a);
}

function holdsAll(own: Record<string, unknown>, other: Record<string, unknown>): boolean {
  for (const key in own) if (own[key] !== other[key] || !(key in other)) return false;
  return true;
}

/** A number that clients have in common that are set up alike, and others hardly ever: to look up a set-up by. */
export function digestOf(client: AppClient): number {
  let digest = 0;
  for (const member of SETTINGS) digest = (Math.imul(digest, 31) + digestOfValue(client[member])) | 0;
  return digest;
}

/** Without the order of entries, as objects that are the same may have another. */
function digestOfValue(value: unknown): number {
  if (typeof value === 'string') return digestOfText(value);
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 2;
  let sum = 0;
  if (Array.isArray(value)) for (const entry of value) sum = (sum + digestOfValue(entry)) | 0;
  else if (isRecord(value)) for (const key in value) sum = (sum + digestOfValue(value[key])) | 0;
  return sum;
}

/** Names that are much alike differ at their ends. */
function digestOfText(text: string): number {
  const { length } = text;
  let digest = length;
  for (let at = Math.max(0, length - 4); at < length; at += 1)
    digest = (Math.imul(digest, 31) + text.charCodeAt(at)) | 0;
  return digest;
}
