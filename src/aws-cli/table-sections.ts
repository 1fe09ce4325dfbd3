import { isList, isObject, isScalar, partition, scalarText, type Value } from './value.ts';

/** A box of the table: a title, perhaps column names, rows. Lists and objects inside of it are sections of their own. */
export interface Section {
  readonly title: string;
  /** How many frames are around it. */
  readonly depth: number;
  headers: readonly string[];
  readonly rows: string[][];
}

/** Rows of one section that have different numbers of cells fit in no table. */
export class NoTable extends Error {}

/** Divides a value into sections, in the order in which they are drawn. */
export function sectionsOf(title: string, value: Value): Section[] {
  const sections: Section[] = [];
  addValue(title, value, 0, sections);
  return sections;
}

function addValue(title: string | undefined, value: Value, depth: number, sections: Section[]): void {
  if (isNothing(value)) return;
  if (title !== undefined) sections.push({ title, depth, headers: [], rows: [] });
  if (isObject(value)) addObject(value, depth, sections);
  else if (isList(value)) addList(title, value, depth, sections);
}

/** What Python takes for false. */
function isNothing(value: Value): boolean {
  if (isList(value)) return value.length === 0;
  return isObject(value) ? Object.keys(value).length === 0 : !value || (value instanceof Number && Number(value) === 0);
}

function addList(title: string | undefined, list: readonly Value[], depth: number, sections: Section[]): void {
  if (isObject(list[0] ?? null)) {
    addObjects(title, list, depth, sections);
    return;
  }
  for (const entry of list) {
    if (isScalar(entry)) addRow(sections, [entry]);
    else if (isList(entry) && entry.every(isScalar)) addRow(sections, entry);
    else if (isList(entry)) addValue(undefined, entry, 0, sections);
    else throw new NoTable('a list of objects and other values');
  }
}

function addObject(object: { readonly [key: string]: Value }, depth: number, sections: Section[]): void {
  const { scalars, others } = partition(object);
  const [only] = scalars;
  if (only !== undefined && scalars.length === 1) {
    addRow(sections, [only, object[only] ?? null]);
  } else if (scalars.length > 0) {
    addHeaders(sections, scalars);
    addRow(
      sections,
      scalars.map((key) => object[key] ?? null),
    );
  }
  for (const key of others) addValue(key, object[key] ?? null, depth + 1, sections);
}

function addObjects(title: string | undefined, list: readonly Value[], depth: number, sections: Section[]): void {
  if (!list.every(isObject)) throw new NoTable('a list of objects and other values');
  const parts = list.map(partition);
  const headers = [...new Set(parts.flatMap(({ scalars }) => scalars))].sort();
  const others = [...new Set(parts.flatMap((part) => part.others))].sort();
  addHeaders(sections, headers);
  for (const [index, object] of list.entries()) {
    if (index > 0 && others.length > 0) {
      sections.push({ title: title ?? '', depth, headers: [], rows: [] });
      addHeaders(sections, headers);
    }
    addRow(
      sections,
      headers.map((key) => object[key] ?? (Object.hasOwn(object, key) ? null : '')),
    );
    for (const key of others) if (Object.hasOwn(object, key)) addValue(key, object[key] ?? null, depth + 1, sections);
  }
}

function addHeaders(sections: readonly Section[], headers: readonly string[]): void {
  const section = sections.at(-1);
  if (section) section.headers = headers;
}

function addRow(sections: readonly Section[], cells: readonly Value[]): void {
  const section = sections.at(-1);
  const columns = section?.rows[0] ?? section?.headers;
  if (columns && columns.length > 0 && columns.length !== cells.length) throw new NoTable('rows of different lengths');
  section?.rows.push(cells.map(scalarText));
}
