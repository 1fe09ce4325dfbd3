import { isList, isObject, isScalar, partition, scalarText, type Value } from './value.ts';

/** `--output text`: a line for the scalars of each object, by the order of their names, and one for each list entry. */
export function toText(value: Value): string {
  return lines(value, undefined).join('');
}

function lines(value: Value, name: string | undefined, keys?: readonly string[]): string[] {
  if (isList(value)) return listLines(value, name);
  return isObject(value) ? objectLines(value, name, keys) : [`${scalarText(value)}\n`];
}

function listLines(list: readonly Value[], name: string | undefined): string[] {
  if (list.some(isObject)) {
    // The columns of a list are the same for all of its objects.
    const keys = [...new Set(list.filter(isObject).flatMap((entry) => partition(entry).scalars))].sort();
    return list.flatMap((entry) => lines(entry, name, keys));
  }
  const scalars = list.filter(isScalar);
  return [...scalarLines(scalars, name), ...list.filter(isList).flatMap((entry) => lines(entry, name))];
}

function scalarLines(scalars: readonly Value[], name: string | undefined): string[] {
  if (scalars.length === 0) return [];
  const texts = scalars.map(scalarText);
  return name === undefined ? [`${texts.join('\t')}\n`] : texts.map((text) => `${name.toUpperCase()}\t${text}\n`);
}

function objectLines(
  object: { readonly [key: string]: Value },
  name: string | undefined,
  keys: readonly string[] | undefined,
): string[] {
  const columns = keys ?? partition(object).scalars;
  const others = Object.keys(object).filter((key) => !columns.includes(key));
  const cells = columns.map((key) => scalarText(object[key] ?? (Object.hasOwn(object, key) ? null : '')));
  const row = [...(name === undefined ? [] : [name.toUpperCase()]), ...cells];
  return [
    ...(cells.length > 0 ? [`${row.join('\t')}\n`] : []),
    ...others.sort().flatMap((key) => lines(object[key] ?? null, key)),
  ];
}
