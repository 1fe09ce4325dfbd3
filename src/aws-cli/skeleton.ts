import { members } from '../client/schema.ts';
import { REDACTED } from '../client/secret.ts';
import type { Value } from './value.ts';

/** What `--cli-input-json` takes, to be filled in. */
export const INPUT_SKELETON: Value = { UserPoolId: '', ClientId: '' };

/** An answer with a value of its kind for every member. */
export function outputSkeleton(): { readonly UserPoolClient: Value } {
  const client = sample(members);
  return { UserPoolClient: { ...client, ClientSecret: REDACTED } };
}

interface Kind {
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | null)[];
  readonly items?: Kind;
  readonly properties?: Readonly<Record<string, Kind>>;
}

function sample(schema: Readonly<Record<string, Kind>>): { readonly [key: string]: Value } {
  return Object.fromEntries(Object.entries(schema).map(([name, kind]) => [name, sampleOf(name, kind)]));
}

function sampleOf(name: string, { type, enum: values, items, properties }: Kind): Value {
  if (properties) return sample(properties);
  if (items) return [sampleOf(name, items)];
  if (values) return values[0] ?? null;
  if (Array.isArray(type)) return '1970-01-01T00:00:00';
  return { integer: 0, boolean: true }[String(type)] ?? name;
}
