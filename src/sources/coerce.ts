import { UnknownValue } from '../client/unknown.ts';

/** The part of a JSON Schema that says of what kind a value is. */
export interface KindSchema {
  readonly type: string | readonly string[];
  readonly properties?: Readonly<Record<string, KindSchema>>;
  readonly items?: KindSchema;
}

/**
 * Reads texts that hold numbers and booleans as such where the API has those, and the other way round, as CloudFormation
 * does. What says nothing of the kind stays as it is.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html
 */
export function coerce(value: unknown, { type, properties, items }: KindSchema): unknown {
  if (Array.isArray(value)) return items ? value.map((entry) => coerce(entry, items)) : value;
  if (properties && typeof value === 'object' && value !== null && !(value instanceof UnknownValue)) {
    const members = Object.entries(value).map(([key, member]) => {
      const kind = Object.hasOwn(properties, key) ? properties[key] : undefined;
      return [key, kind ? coerce(member, kind) : member];
    });
    return Object.fromEntries(members);
  }
  if (type === 'integer' && typeof value === 'string' && /^\s*[+-]?\d+\s*$/.test(value)) return Number(value);
  if (type === 'boolean' && typeof value === 'string') return booleanOf(value) ?? value;
  if (type === 'string' && (typeof value === 'number' || typeof value === 'boolean')) return String(value);
  return value;
}

/** Templates of YAML are read as YAML 1.1, which has more words for both: https://yaml.org/type/bool.html */
function booleanOf(text: string): boolean | undefined {
  const word = text.trim();
  if (/^(true|yes|on)$/i.test(word)) return true;
  return /^(false|no|off)$/i.test(word) ? false : undefined;
}
