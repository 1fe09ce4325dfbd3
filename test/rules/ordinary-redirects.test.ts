import { expect, test } from 'vitest';
import { Effective } from '../../src/client/effective.ts';
import { hasOrdinaryRedirects } from '../../src/client/redirects.ts';
import { rules } from '../../src/rules/index.ts';

const HOSTS = ['app.acme.io', 'a-b.c-d.co.uk', 'login.acme-corp.com', 'x1.y2.z', 'www.acme.de', 'eu.auth.acme.cloud'];
const PATHS = ['', '/', '/cb', '/oauth2/callback/', '/a/b-c/d_e.html', '/~user/x', '/v1.2/return', '/A/B'];
const ordinary = HOSTS.flatMap((host) => PATHS.map((path) => `https://${host}${path}`));

const FACTS = { form: 'described', live: false, secret: 'present', secretExposed: false, now: 1.79e9 } as const;

test.each(ordinary)('%s is ordinary, and no rule about the text of a redirect reports it', (url) => {
  for (const flow of ['code', 'implicit']) {
    const client = {
      ClientName: 'portal',
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: [flow],
      CallbackURLs: [url],
      LogoutURLs: [url],
      DefaultRedirectURI: url,
    };
    expect(hasOrdinaryRedirects(client)).toBe(true);
    for (const rule of rules.filter(({ id }) => id.startsWith('redirect-'))) {
      const input = { client, effective: new Effective(client, FACTS) };
      expect([rule.id, ...rule.check(input, rule.options ?? {})]).toEqual([rule.id]);
    }
  }
});

test.each([
  'http://app.acme.io/',
  'HTTPS://app.acme.io/',
  'https://App.acme.io/',
  'https://acme/',
  'https://localhost/cb',
  'https://app.localhost/cb',
  'https://10.0.0.1/cb',
  'https://app.acme.io:8443/',
  'https://user@app.acme.io/',
  'https://app.acme.io/?next=x',
  'https://app.acme.io/#x',
  'https://app.acme.io/../x',
  'https://app.acme.io/./x',
  'https://app.acme.io/%2e%2e/x',
  'https://*.acme.io/',
  'https://app.acme.io/*',
  'https://xn--80ak6aa92e.com/',
  'https://acmé.io/',
  'https://acme.ngrok.io/',
  'https://acme.herokuapp.com/',
  'https://bucket.s3.amazonaws.com/',
  'https://example.com/cb',
  'https://app.internal/',
  'myapp://cb',
  'com.acme.app:/cb',
  'javascript:alert(1)',
  'https://app.acme.io /',
  ' https://app.acme.io/',
  'https://app.acme.io/~x/../y',
  '',
])('%j is not ordinary, so every rule looks at it', (url) => {
  expect(hasOrdinaryRedirects({ CallbackURLs: [url] })).toBe(false);
  expect(hasOrdinaryRedirects({ LogoutURLs: ['https://app.acme.io/', url] })).toBe(false);
  expect(hasOrdinaryRedirects({ DefaultRedirectURI: url })).toBe(false);
});

test('a list in which one redirect repeats another is not ordinary, two lists with the same redirect are', () => {
  const url = 'https://app.acme.io/cb';
  expect(hasOrdinaryRedirects({ CallbackURLs: [url, 'https://b.acme.io/cb', `${url}/`] })).toBe(false);
  expect(hasOrdinaryRedirects({ LogoutURLs: [url, url] })).toBe(false);
  expect(hasOrdinaryRedirects({ CallbackURLs: [url, `${url}2`], LogoutURLs: [url] })).toBe(true);
});
