import { isRecord } from './client/secret.ts';

/** Two JSON values are the same, whatever the order of members. `node:util` can tell, too, but is slow to start. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((entry, index) => isSame(entry, b[index]));
  }
  return isRecord(a) && isRecord(b) && hasSameMembers(a, b);
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
