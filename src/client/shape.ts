import { fromPointer, toPointer } from '../pointer.ts';
import { isName, isRecord } from './secret.ts';
import { isDate } from './time.ts';
import { ForeignValue, guard, UnknownValue } from './unknown.ts';
import { validate } from './validator.ts';

/** A place where a client is not in the shape of the API. */
interface Deviation {
  /** `error`: a wrong type. `notice`: a member or a value that AWS may have added, or a date that cannot be read. */
  readonly severity: 'error' | 'notice';
  /** Relative to the client, an RFC 6901 pointer. */
  readonly pointer: string;
  readonly message: string;
}

export interface ShapedClient {
  /** Absent members are undefined; where values are unknown, a view that ends the rules that read them. */
  readonly client: object;
  readonly deviations: readonly Deviation[];
}

const LIFETIMES = ['RefreshTokenValidity', 'AccessTokenValidity', 'IdTokenValidity', 'AuthSessionValidity'];
const OBJECTS = ['TokenValidityUnits', 'AnalyticsConfiguration', 'RefreshTokenRotation'];
const DATES = ['CreationDate', 'LastModifiedDate'];

const NONE: readonly never[] = [];

/**
 * Brings a client into the shape that rules see, in place: what deviates becomes unknown, what is only another way to
 * say absent becomes undefined. `unknown` names members that this form cannot carry.
 */
export function shape(client: Record<string, unknown>, unknown: readonly UnknownValue[] = []): ShapedClient {
  const fits = validate(client);
  const misfits = fits ? NONE : deviationsOf(client);
  const dates = unreadableDates(client);
  const deviations = misfits.length > 0 ? [...misfits, ...dates] : dates;
  for (const value of unknown) client[value.field] = value;
  normalise(client);
  for (const secret of secretsOf(client)) if (isRecord(secret)) normalise(secret);
  const isWhole = fits && deviations.length === 0 && unknown.length === 0;
  return { client: isWhole ? client : guard(client), deviations };
}

/** What the API nests, it nests one deep; an unknown member may nest as deep as it likes, and nobody reads it. */
function normalise(client: Record<string, unknown>): void {
  forgetEmpty(client);
  for (const member of OBJECTS) {
    const value = client[member];
    if (isRecord(value) && !(value instanceof UnknownValue)) forgetEmpty(value);
  }
  for (const member of LIFETIMES) if (client[member] === 0) client[member] = undefined;
}

function forgetEmpty(holder: Record<string, unknown>): void {
  for (const key in holder) {
    const value = holder[key];
    if (value === null || value === '' || isEmptyList(value)) holder[key] = undefined;
  }
}

/** An entry that is undefined is one that a template left out. */
function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.every((entry) => entry === undefined);
}

/** Turns what ajv found into deviations, and makes each deviating value unknown. */
function deviationsOf(client: Record<string, unknown>): Deviation[] {
  const deviations: Deviation[] = [];
  for (const { keyword, instancePath, params } of validate.errors ?? []) {
    const keys = fromPointer(instancePath);
    const found = valueAt(client, keys);
    if (found instanceof UnknownValue || found === undefined) continue;
    const field = fieldOf(keys);
    if (keyword === 'additionalProperties') {
      const name = [field, nameOf(String(params['additionalProperty']))].filter(Boolean).join('.');
      const pointer = instancePath + toPointer([String(params['additionalProperty'])]);
      deviations.push({
        severity: 'notice',
        pointer,
        message: `${name} is not a member of the API that this version knows, so it is not judged`,
      });
    } else if (keyword === 'enum') {
      if (typeof found !== 'string') continue;
      const shown = isName(found) ? `"${found}"` : 'this text';
      deviations.push({
        severity: 'notice',
        pointer: instancePath,
        message: `${shown} is not a value of ${field} that this version knows, so it is not judged`,
      });
      forgetValue(client, keys, new ForeignValue(field, `${shown} is not a value that this version knows`));
    } else {
      const expected = String(params['type']).replace(/^string,number.*/, 'date');
      const kind = kindOf(found);
      const where = /\/\d+$/.test(instancePath) ? `An entry of ${field}` : field;
      deviations.push({
        severity: 'error',
        pointer: instancePath,
        message: `${where} is ${kind}, but the API has ${article(expected)} there, so it is not judged; correct the value, or export the client again`,
      });
      setAt(client, keys, new UnknownValue(field, `it is ${kind} and not ${article(expected)}`));
    }
  }
  return deviations;
}

export function nameOf(member: string): string {
  return isName(member) ? member : 'a member with a long or unusual name';
}

/** An enum value of tomorrow: in a list it is passed over, as long as the list has an entry that is known. */
function forgetValue(client: Record<string, unknown>, keys: readonly string[], unknown: UnknownValue): void {
  const list = valueAt(client, keys.slice(0, -1));
  if (!Array.isArray(list)) {
    setAt(client, keys, unknown);
    return;
  }
  list[Number(keys.at(-1))] = undefined;
  if (list.every((entry) => entry === undefined || entry instanceof UnknownValue)) list[0] ??= unknown;
}

/** Makes each text or number that is no date unknown. */
function unreadableDates(client: Record<string, unknown>): Deviation[] {
  const deviations: Deviation[] = [];
  for (const member of DATES) if (isUnreadable(client[member])) deviations.push(forgetDate(client, [member]));
  secretsOf(client).forEach((secret, index) => {
    if (!isRecord(secret) || !isUnreadable(secret['ClientSecretCreateDate'])) return;
    deviations.push(forgetDate(client, ['ClientSecrets', String(index), 'ClientSecretCreateDate']));
  });
  return deviations;
}

function isUnreadable(date: unknown): boolean {
  return (typeof date === 'number' || (typeof date === 'string' && date !== '')) && !isDate(date);
}

function forgetDate(client: Record<string, unknown>, keys: readonly string[]): Deviation {
  const field = fieldOf(keys);
  setAt(client, keys, new UnknownValue(field, 'it is no date'));
  return {
    severity: 'notice',
    pointer: toPointer(keys),
    message: `${field} cannot be read as a date, so it is not judged`,
  };
}

function secretsOf(client: Record<string, unknown>): readonly unknown[] {
  const secrets = client['ClientSecrets'];
  return Array.isArray(secrets) ? secrets : NONE;
}

/** A member by its name, without its place in a list: `ClientSecrets.ClientSecretCreateDate`. */
function fieldOf(keys: readonly string[]): string {
  return keys.filter((key) => !/^\d+$/.test(key)).join('.');
}

function valueAt(root: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], root);
}

function setAt(root: Record<string, unknown>, keys: readonly string[], value: unknown): void {
  const holder = valueAt(root, keys.slice(0, -1)) as Record<string, unknown>;
  holder[keys.at(-1) ?? ''] = value;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'number' && !Number.isInteger(value) ? 'a fraction' : article(typeof value);
}

function article(kind: string): string {
  const word = kind === 'array' ? 'list' : kind;
  return `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;
}
