import { isRecord } from './client/secret.ts';

/** Two JSON values are the same, whatever the order of members. `node:util` can tell, too, but is slow to start. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) return Array.isArray(b) && hasSameEntries(a, b);
  return isRecord(a) && isRecord(b) && hasSameMembers(a, b);
}

/** A loop, as a closure for each list is a part of all that is made for a client that is like another. */
function hasSameEntries(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (!isSame(a[index], b[index])) return false;
  return true;
}

function hasSameMembers(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  let more = 0;
  for (const key in a) {
    if (!(key in b) || !isSame(a[key], b[key])) return false;
    more += 1;
  }
  for (const _key in b) more -= 1;
  return more === 0;
}
