/** What the AWS CLI prints: JSON, with numbers as they were written. */
export type Value = string | number | boolean | null | WireFloat | readonly Value[] | { readonly [key: string]: Value };

/** A whole number that was written with a fraction or an exponent, as `1.7E9`: the AWS CLI prints it as `1700000000.0`. */
export class WireFloat extends Number {
  override toString(): string {
    return `${super.toString()}.0`;
  }
}

/** A value that is no list and no object, as the AWS CLI writes it outside of JSON: in Python's words. */
export function scalarText(value: Value): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return isScalar(value) ? String(value) : JSON.stringify(value);
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isScalar(value: Value): boolean {
  return typeof value !== 'object' || value === null || value instanceof Number;
}

export function isObject(value: Value): value is { readonly [key: string]: Value } {
  return !isScalar(value) && !isList(value);
}

/** The keys of an object whose values are scalars, and the others, both in order. */
export function partition(object: { readonly [key: string]: Value }): { scalars: string[]; others: string[] } {
  const keys = Object.keys(object).sort();
  const isScalarKey = (key: string) => isScalar(object[key] ?? null);
  return { scalars: keys.filter(isScalarKey), others: keys.filter((key) => !isScalarKey(key)) };
}
