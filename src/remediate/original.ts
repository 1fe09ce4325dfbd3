import { takeSecrets } from '../client/secret.ts';
import { skipValue } from '../locate/json.ts';
import type { Subject } from '../subject.ts';

/** A client as it stands in its document, values that nobody knows included, without its secret. */
export function originalOf({ origin }: Subject): Readonly<Record<string, unknown>> | undefined {
  const { document, pointer } = origin;
  const start = document.locate([pointer]).get(pointer)?.offset;
  if (start === undefined || document.text.charAt(start) !== '{') return undefined;
  const client = JSON.parse(document.text.slice(start, skipValue(document.text, start))) as Record<string, unknown>;
  takeSecrets(client);
  return client;
}
