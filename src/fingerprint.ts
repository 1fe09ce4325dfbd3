import type { AppClient, ClientPath } from './client/app-client.ts';
import { hash } from './hash.ts';
import type { Subject } from './subject.ts';

/**
 * What a finding is about, whatever the file looks like: pool, client, rule, and the setting, where a list entry goes by
 * its value. So it survives reformatting, reordering and renaming, and a scan and an audit of one client agree.
 * A client without ids goes by its file and its resource there, or, in a description, by its name, else by its place.
 */
export function fingerprint(subject: Subject, ruleId: string, setting: string): string {
  const [pool, client] = clientKey(subject);
  return hash('sha256', `cognito-lint/v1\0${pool}\0${client}\0${ruleId}\0${setting}`);
}

function clientKey({ identity, origin }: Subject): readonly [pool: string, client: string] {
  const { userPoolId = '', clientId, clientName, resource } = identity;
  if (clientId !== undefined) return [userPoolId, clientId];
  if (resource !== undefined) return [origin.document.uri, resource];
  return [userPoolId, clientName ?? origin.document.uri + origin.pointer];
}

/** A path whose list entries go by their values. */
export function semanticPath(client: AppClient, path: ClientPath): string {
  const keys: readonly (string | number)[] = path;
  return keys
    .map((key, index) => (typeof key === 'number' ? entryName(client, keys.slice(0, index + 1)) : key))
    .join('/');
}

/** A list entry by its value, as it stands; a secret by its id. */
function entryName(client: AppClient, path: readonly (string | number)[]): string {
  const entry = path.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], client);
  return typeof entry === 'string' ? entry : String((entry as { ClientSecretId?: string }).ClientSecretId);
}
