import { members } from '../client/schema.ts';
import { isRecord } from '../client/secret.ts';
import { locateJson } from '../locate/json.ts';
import { toPointer } from '../pointer.ts';
import { clientOf } from '../sources/aws/response-body.ts';
import { type Value, WireFloat } from './value.ts';

/** How dates are written: as AWS sent them, or as ISO 8601 in the local time zone (`cli_timestamp_format`). */
export type TimestampFormat = 'wire' | 'iso8601';

/** The answer as the AWS CLI shows it: the members that it knows, in the order of the API, without null. */
export function toAnswer(text: string, timestamps: TimestampFormat): { readonly UserPoolClient: Value } {
  const client = clientOf(text);
  const floats = wholeFloats(text, client);
  return { UserPoolClient: known(client, members, '/UserPoolClient', floats, timestamps) };
}

function known(
  value: Record<string, unknown>,
  schema: object,
  pointer: string,
  floats: ReadonlySet<string>,
  timestamps: TimestampFormat,
): Value {
  const kept: Record<string, Value> = {};
  for (const [key, member] of Object.entries(schema)) {
    const own = value[key];
    if (own === undefined || own === null) continue;
    const at = `${pointer}/${key}`;
    if (isRecord(own) && 'properties' in member) kept[key] = known(own, member.properties, at, floats, timestamps);
    else if (isDate(member) && timestamps === 'iso8601' && (typeof own === 'number' || typeof own === 'string'))
      kept[key] = toIso(own);
    else kept[key] = floats.has(at) ? new WireFloat(own) : (own as Value);
  }
  return kept;
}

function isDate(member: { readonly type?: unknown }): boolean {
  return Array.isArray(member.type);
}

/** Where a whole number was written with a fraction or an exponent, which parsing forgets. */
function wholeFloats(text: string, client: Record<string, unknown>): ReadonlySet<string> {
  const pointers = [...wholeNumbers(client, '/UserPoolClient')];
  const found = new Set<string>();
  for (const [pointer, { offset, startColumn, endColumn }] of locateJson(text, pointers)) {
    if (/[.eE]/.test(text.slice(offset, offset + endColumn - startColumn))) found.add(pointer);
  }
  return found;
}

function* wholeNumbers(value: Record<string, unknown>, pointer: string): Generator<string> {
  for (const [key, own] of Object.entries(value)) {
    const at = pointer + toPointer([key]);
    if (Number.isInteger(own)) yield at;
    else if (isRecord(own)) yield* wholeNumbers(own, at);
  }
}

/** From the year 1 to 9999, in epoch seconds, a day in for the local offset: Python has no other. */
const [FIRST, LAST] = [-62_135_510_400, 253_402_214_400];

/**
 * `2019-01-22T01:09:36.163000+00:00`, as Python writes it: microseconds where there are any, and the local offset. What
 * is no date stays as it is.
 */
function toIso(date: number | string): number | string {
  const seconds = typeof date === 'number' ? date : Date.parse(date) / 1000;
  if (!(seconds >= FIRST && seconds <= LAST)) return date;
  const micros = Math.round(seconds * 1e6);
  const whole = Math.floor(micros / 1e6);
  const fraction = micros - whole * 1e6;
  const offset = -new Date(whole * 1000).getTimezoneOffset();
  const local = new Date((whole + offset * 60) * 1000).toISOString().slice(0, 19);
  const [sign, minutes] = [offset < 0 ? '-' : '+', Math.abs(offset)];
  const zone = `${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  return `${local}${fraction === 0 ? '' : `.${String(fraction).padStart(6, '0')}`}${zone}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
