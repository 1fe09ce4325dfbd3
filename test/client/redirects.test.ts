import { describe, expect, test } from 'vitest';
import {
  callbacks,
  logouts,
  oddCallbacks,
  oddLogouts,
  oddRedirects,
  type Redirect,
  redirects,
} from '../../src/client/redirects.ts';
import { toPointer } from '../../src/pointer.ts';

describe('the redirects of a client', () => {
  const client = {
    CallbackURLs: ['https://a.acme.io/cb', 'myapp://cb'],
    DefaultRedirectURI: 'https://b.acme.io/cb',
    LogoutURLs: ['https://a.acme.io/cb', 'myapp://cb'],
  };
  const pointers = (list: Iterable<Redirect>) => Array.from(list, ({ path }) => toPointer(path));

  test('are all callbacks and sign-out URLs, also where they are the same', () => {
    expect(pointers(callbacks(client))).toEqual(['/CallbackURLs/0', '/CallbackURLs/1', '/DefaultRedirectURI']);
    expect(pointers(logouts(client))).toEqual(['/LogoutURLs/0', '/LogoutURLs/1']);
    expect(pointers(redirects(client))).toEqual([...pointers(callbacks(client)), ...pointers(logouts(client))]);
  });
  test('that are odd are those that a rule about their text may report', () => {
    expect(pointers(oddCallbacks(client))).toEqual(['/CallbackURLs/1']);
    expect(pointers(oddLogouts(client))).toEqual(['/LogoutURLs/1']);
    expect(pointers(oddRedirects(client))).toEqual(['/CallbackURLs/1', '/LogoutURLs/1']);
  });
  test('are not the default redirect where it is a callback', () => {
    expect(pointers(redirects({ ...client, DefaultRedirectURI: 'myapp://cb', LogoutURLs: [] }))).toEqual([
      '/CallbackURLs/0',
      '/CallbackURLs/1',
    ]);
  });
});
