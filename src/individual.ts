import type { AppClient } from './client/app-client.ts';
import type { Facts } from './client/facts.ts';

/** What differs from client to client also where they are set up alike. */
export const INDIVIDUAL: ReadonlySet<string> = new Set<keyof AppClient | keyof Facts>([
  'UserPoolId',
  'ClientId',
  'ClientName',
  'CreationDate',
  'LastModifiedDate',
  'CallbackURLs',
  'LogoutURLs',
  'DefaultRedirectURI',
  'ClientSecrets',
  'now',
]);

/** A client or its facts, and whoever reads anything individual of them is noted. */
export function watch<Watched extends object>(watched: Watched, note: () => void): Watched {
  return new Proxy(watched, {
    get(target, key) {
      if (INDIVIDUAL.has(String(key))) note();
      return Reflect.get(target, key);
    },
    has(target, key) {
      if (INDIVIDUAL.has(String(key))) note();
      return Reflect.has(target, key);
    },
    ownKeys(target) {
      note();
      return Reflect.ownKeys(target);
    },
  });
}
