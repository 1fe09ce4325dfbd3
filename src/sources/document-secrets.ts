import { isRealSecret, isRecord } from '../client/secret.ts';
import type { Secrets } from '../client/secrets.ts';
import { parse } from './json-values.ts';

const SECRET_KEY = /^client_?secrets?(?:_?value)?$/i;

/** Whether a text may have a key that `addSecretsIn` looks for, which may be spelled by escapes. */
export function mayNameSecrets(text: string): boolean {
  return ['ecret', 'ECRET', '\\'].some((part) => text.includes(part));
}

/** Adds the real secrets of all clients in a document: one of them may stand in a name or a URL of another client. */
export function addSecretsIn(document: unknown, secrets: Secrets): void {
  const open: { readonly value: unknown; readonly isSecret: boolean }[] = [{ value: document, isSecret: false }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, isSecret } = next;
    if (typeof value === 'string') {
      if (isSecret && isRealSecret(value)) secrets.add(value);
      // Some services keep settings as a text of JSON.
      else if (value.startsWith('{') && mayNameSecrets(value)) open.push({ value: parse(value), isSecret });
    } else if (Array.isArray(value)) {
      for (const entry of value) open.push({ value: entry, isSecret });
    } else if (isRecord(value)) {
      for (const key in value) open.push({ value: value[key], isSecret: SECRET_KEY.test(key) });
    }
  }
}
