import { isList, isObject, scalarText, type Value } from './value.ts';

/** `--output json`. An empty object is printed as nothing at all. */
export function toJson(value: Value): string {
  return isObject(value) && Object.keys(value).length === 0 ? '' : `${block(value, '\n')}\n`;
}

function block(value: Value, newline: string): string {
  const inner = `${newline}    `;
  if (isList(value)) {
    return value.length === 0 ? '[]' : `[${value.map((entry) => inner + block(entry, inner)).join(',')}${newline}]`;
  }
  if (isObject(value)) {
    const entries = Object.entries(value).map(
      ([key, entry]) => `${inner}${JSON.stringify(key)}: ${block(entry, inner)}`,
    );
    return entries.length === 0 ? '{}' : `{${entries.join(',')}${newline}}`;
  }
  return value instanceof Number ? scalarText(value) : JSON.stringify(value);
}
