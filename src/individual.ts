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

/** A view of a client or of its facts, with a mark on it. */
export type Watch = <Watched extends object>(watched: Watched, mark?: symbol) => Watched;

/** What is made of clients and facts that are watched, and whether anything individual of them was read for it. */
export function watching<Answer>(read: (watch: Watch) => Answer): {
  readonly answer: Answer;
  readonly isIndividual: boolean;
} {
  let isIndividual = false;
  const note = () => {
    isIndividual = true;
  };
  const answer = read((watched, mark) => watchedView(watched, note, mark));
  return { answer, isIndividual };
}

function watchedView<Watched extends object>(watched: Watched, note: () => void, mark?: symbol): Watched {
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
