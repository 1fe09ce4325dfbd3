import type { AppClient } from './client/app-client.ts';
import type { Facts } from './client/facts.ts';
import { INDIVIDUAL } from './client/individual.ts';
import { members } from './client/schema.ts';
import { isRecord } from './client/secret.ts';
import { isSame } from './same.ts';

/** How a client is set up: what is not individual of it, and whether it has what is. */
const SETTINGS = (Object.keys(members) as (keyof AppClient)[]).filter((member) => !INDIVIDUAL.has(member));
const OTHERS = ([...Object.keys(members), 'ClientSecrets'] as (keyof AppClient)[]).filter((member) =>
  INDIVIDUAL.has(member),
);

/** What all have in common that are set up alike. */
export interface Settings {
  /** In the order of `SETTINGS`. */
  readonly values: readonly unknown[];
  /** In the order of `OTHERS`. */
  readonly absent: readonly boolean[];
  readonly facts: Facts;
}

export function settingsOf(client: AppClient, facts: Facts): Settings {
  return {
    values: SETTINGS.map((member) => client[member]),
    absent: OTHERS.map((member) => client[member] === undefined),
    facts,
  };
}

/** A client is set up like that. */
export function isSetUp({ values, absent, facts: known }: Settings, client: AppClient, facts: Facts): boolean {
  return (
    SETTINGS.every((member, index) => isSame(values[index], client[member])) &&
    OTHERS.every((member, index) => absent[index] === (client[member] === undefined)) &&
    known.form === facts.form &&
    known.live === facts.live &&
    known.secret === facts.secret &&
    known.secretExposed === facts.secretExposed
  );
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
