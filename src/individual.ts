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

/** A client or its facts, with a mark on it; whoever reads anything individual of them is noted. */
export function watch<Watched extends object>(watched: Watched, note: () => void, mark?: symbol): Watched {
  // That a member is there and undefined, or is not there, is all the same to most, and so told apart by no set-up.
  const notePresence = (key: string | symbol) => {
    if (typeof key === 'string') note();
  };
  return new Proxy(watched, {
    get(target, key) {
      if (INDIVIDUAL.has(String(key))) note();
      return Reflect.get(target, key);
    },
    has(target, key) {
      notePresence(key);
      return (mark !== undefined && key === mark) || Reflect.has(target, key);
    },
    getOwnPropertyDescriptor(target, key) {
      notePresence(key);
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
    ownKeys(target) {
      note();
      return Reflect.ownKeys(target);
    },
  });
}
