import { describe, expect, test } from 'vitest';
import type { AppClient } from '../../src/client/app-client.ts';
import { withoutRedirects } from '../../src/client/redirect-changes.ts';
import { isPattern } from '../../src/client/uri.ts';

describe('redirects are taken out of each member that has them', () => {
  test.each<[string, AppClient, object]>([
    ['nothing to take out', { CallbackURLs: ['https://a.io'], DefaultRedirectURI: 'https://a.io' }, {}],
    ['no redirects', {}, {}],
    [
      'of all',
      {
        CallbackURLs: ['https://a.io', 'https://*.b.io'],
        LogoutURLs: ['https://*.b.io', 'https://a.io'],
        DefaultRedirectURI: 'https://*.b.io',
      },
      { CallbackURLs: ['https://a.io'], LogoutURLs: ['https://a.io'], DefaultRedirectURI: undefined },
    ],
    [
      'of one',
      { CallbackURLs: ['https://a.io'], LogoutURLs: ['https://*.b.io', 'https://a.io', 'https://c.io'] },
      { LogoutURLs: ['https://a.io', 'https://c.io'] },
    ],
    [
      'the default alone',
      { CallbackURLs: ['https://a.io'], DefaultRedirectURI: 'https://*.b.io' },
      { DefaultRedirectURI: undefined },
    ],
  ])('%s', (_name, client, settings) => {
    expect(withoutRedirects(client, isPattern)).toStrictEqual({ settings, risk: 'none: nobody can be sent there' });
  });
});

describe('where no entry would be left, a person must decide', () => {
  test.each<[string, AppClient]>([
    ['CallbackURLs', { CallbackURLs: ['https://*.b.io'] }],
    ['LogoutURLs', { CallbackURLs: ['https://a.io'], LogoutURLs: ['https://*.b.io', 'https://*.c.io'] }],
  ])('%s', (member, client) => {
    expect(withoutRedirects(client, isPattern)).toBe(
      `no entry of ${member} would be left; which URL is right, a person must decide`,
    );
  });
});
