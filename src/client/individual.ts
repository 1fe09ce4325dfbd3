import type { AppClient } from './app-client.ts';
import type { Facts } from './facts.ts';
import { UNWATCHED } from './redirects.ts';

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

/** A view of a client or of its facts. Its odd redirects are read unnoticed, where those that are alike share them. */
export type Watch = <Watched extends object>(watched: Watched, sharesOdd?: boolean) => Watched;

/** What is made of clients and facts that are watched, and what was read of them for it that is individual. */
export function watching<Answer>(read: (watch: Watch) => Answer): {
  readonly answer: Answer;
  readonly individual: readonly unknown[];
} {
  const individual: unknown[] = [];
  const note = (value: unknown) => individual.push(value);
  const answer = read((watched, sharesOdd = false) => watchedView(watched, note, sharesOdd));
  return { answer, individual };
}

function watchedView<Watched extends object>(
  watched: Watched,
  note: (value: unknown) => void,
  sharesOdd: boolean,
): Watched {
  // That a member is there and undefined, or is not there, is all the same to most, and so told apart by no set-up.
  const notePresence = (key: string | symbol) => {
    if (typeof key === 'string') note(key);
  };
  return new Proxy(watched, {
    get(target, key) {
      if (key === UNWATCHED) return sharesOdd ? target : undefined;
      if (!INDIVIDUAL.has(String(key))) return Reflect.get(target, key);
      // To read what is not known throws, and it was read all the same.
      let value: unknown = key;
      try {
        value = Reflect.get(target, key);
        return value;
      } finally {
        note(value);
      }
    },
    has(target, key) {
      notePresence(key);
      return Reflect.has(target, key);
    },
    getOwnPropertyDescriptor(target, key) {
      notePresence(key);
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
    ownKeys(target) {
      const keys = Reflect.ownKeys(target);
      note(keys);
      return keys;
    },
  });
}
