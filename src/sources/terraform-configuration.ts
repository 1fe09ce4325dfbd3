import { isRecord } from '../client/secret.ts';

type Json = Record<string, unknown>;

/** A step into a module, with or without the key of its instance: `module.a["x.y"]`. */
const MODULE = /module\.([^.[]+)(?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?/g;

/**
 * What the author wrote for a planned resource, by attribute. The configuration of a plan nests modules by name and knows
 * no instances of them.
 */
export function expressionsOf({ module_address: address, type, name }: Json, configuration: unknown): Json | undefined {
  let module = isRecord(configuration) ? configuration['root_module'] : undefined;
  if (typeof address === 'string') {
    for (const [, call = ''] of address.matchAll(MODULE)) module = valueAt(module, 'module_calls', call, 'module');
  }
  const resources = valueAt(module, 'resources');
  if (!Array.isArray(resources)) return undefined;
  const resource = resources.find((one) => isRecord(one) && one['type'] === type && one['name'] === name);
  const expressions = valueAt(resource, 'expressions');
  return isRecord(expressions) ? expressions : undefined;
}

/** Whether an expression, or a block of them, leaves the attribute as if it were not there. */
export function isUnset(expression: unknown): boolean {
  if (expression === undefined) return true;
  if (!isRecord(expression) || !Object.hasOwn(expression, 'constant_value')) return false;
  const { constant_value: value } = expression;
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

export function valueAt(root: unknown, ...keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    root,
  );
}
