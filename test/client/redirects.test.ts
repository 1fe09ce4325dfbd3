import { describe, expect, test } from 'vitest';
import {
  callbacks,
  dangerousScheme,
  invalidity,
  isApp,
  isClearText,
  isDangerous,
  isLoopback,
  isPattern,
  isPlaceholder,
  isPrivate,
  isSharedHosting,
  isTunnel,
  isWeakApp,
  isWeb,
  logouts,
  oddCallbacks,
  oddLogouts,
  oddRedirects,
  parseUri,
  plainForm,
  type Redirect,
  redirects,
  shown,
  type Uri,
} from '../../src/client/redirects.ts';
import { toPointer } from '../../src/pointer.ts';

describe('parseUri reads what is written', () => {
  const nothing = { scheme: '', userinfo: false, host: '', path: '', query: '', fragment: undefined };
  test.each<[raw: string, parts: Partial<Uri>]>([
    ['', {}],
    [
      'https://app.acme.io/cb?a=1#b',
      { scheme: 'https', host: 'app.acme.io', path: '/cb', query: 'a=1', fragment: 'b' },
    ],
    ['HTTPS://App.Acme.IO:8443/CB', { scheme: 'https', host: 'app.acme.io', path: '/CB' }],
    ['https://acme.io#', { scheme: 'https', host: 'acme.io', fragment: '' }],
    ['https://acme.io/?a=b?c', { scheme: 'https', host: 'acme.io', path: '/', query: 'a=b?c' }],
    ['https://acme.io/#a?b#c', { scheme: 'https', host: 'acme.io', path: '/', fragment: 'a?b#c' }],
    ['https://acme.io#a\nb', { scheme: 'https', host: 'acme.io', fragment: 'a\nb' }],
    ['https://acme.io@evil.com/', { scheme: 'https', userinfo: true, host: 'evil.com', path: '/' }],
    ['https://a@acme.io:443@evil.com', { scheme: 'https', userinfo: true, host: 'evil.com' }],
    ['https://acme.io\\@evil.com', { scheme: 'https', userinfo: true, host: 'evil.com' }],
    ['https://acme.io?@evil.com', { scheme: 'https', host: 'acme.io', query: '@evil.com' }],
    ['http://[::1]:8080/cb', { scheme: 'http', host: '[::1]', path: '/cb' }],
    ['https://acme.io:/cb', { scheme: 'https', host: 'acme.io', path: '/cb' }],
    ['https://acme.io:80:80/cb', { scheme: 'https', host: 'acme.io:80', path: '/cb' }],
    ['https:\\\\evil.com', { scheme: 'https', path: '\\\\evil.com' }],
    ['https:evil.com', { scheme: 'https', path: 'evil.com' }],
    ['//evil.com/cb', { host: 'evil.com', path: '/cb' }],
    ['/cb', { path: '/cb' }],
    ['acme.io/cb', { path: 'acme.io/cb' }],
    ['acme.io:443/cb', { path: 'acme.io:443/cb' }],
    ['acme.io:443', { path: 'acme.io:443' }],
    ['acme.io:443?a=1', { path: 'acme.io:443', query: 'a=1' }],
    ['acme.io:443#b', { path: 'acme.io:443', fragment: 'b' }],
    ['myapp:443x', { scheme: 'myapp', path: '443x' }],
    ['com.acme.app:/cb', { scheme: 'com.acme.app', path: '/cb' }],
    ['myapp://cb', { scheme: 'myapp', host: 'cb' }],
    ['a1://cb', { scheme: 'a1', host: 'cb' }],
    ['exp+acme://cb/x', { scheme: 'exp+acme', host: 'cb', path: '/x' }],
    ['urn:ietf:wg:oauth:2.0:oob', { scheme: 'urn', path: 'ietf:wg:oauth:2.0:oob' }],
    ['1password://cb', { path: '1password://cb' }],
    [' https://acme.io', { path: ' https://acme.io' }],
    ['ht\ntps://acme.io', { path: 'ht\ntps://acme.io' }],
  ])('%j', (raw, parts) => {
    expect(parseUri(raw)).toEqual({ raw, ...nothing, ...parts });
  });
});

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

describe('shown leaves out what may be secret', () => {
  test.each([
    ['https://app.acme.io/cb', 'https://app.acme.io/cb'],
    ['https://app.acme.io', 'https://app.acme.io'],
    ['HTTPS://App.acme.io:8443/CB', 'https://app.acme.io:8443/CB'],
    ['https://app.acme.io/cb?code=s3cr3t', 'https://app.acme.io/cb'],
    ['https://app.acme.io/cb#token=s3cr3t', 'https://app.acme.io/cb'],
    ['https://app.acme.io?code=s3cr3t', 'https://app.acme.io'],
    ['https://joe:s3cr3t@app.acme.io:8443/cb', 'https://app.acme.io:8443/cb'],
    ['https://joe:s3cr3t@x@app.acme.io/cb', 'https://app.acme.io/cb'],
    ['https://joe:12345@app.acme.io/cb', 'https://app.acme.io/cb'],
    ['//joe:s3cr3t@app.acme.io/cb', '//app.acme.io/cb'],
    ['https:\\\\joe:s3cr3t@app.acme.io/cb', 'https:\\\\app.acme.io/cb'],
    ['https:///joe:s3cr3t@app.acme.io/cb', 'https:///app.acme.io/cb'],
    ['https:/joe:s3cr3t@app.acme.io/cb', 'https:/app.acme.io/cb'],
    ['https:joe:s3cr3t@app.acme.io/cb', 'https:app.acme.io/cb'],
    ['joe:s3cr3t@app.acme.io/cb', 'joe:app.acme.io/cb'],
    [' https://joe:s3cr3t@app.acme.io/cb', ' https://app.acme.io/cb'],
    ['\u00a0https://joe:s3cr3t@app.acme.io/cb', '\u00a0https://app.acme.io/cb'],
    ['ht\ntps://joe:s3cr3t@app.acme.io/cb', 'ht\ntps://app.acme.io/cb'],
    ['1https://joe:s3cr3t@app.acme.io', '1https://app.acme.io'],
    ['//app.acme.io:8443/cb', '//app.acme.io:8443/cb'],
    [' https://app.acme.io/cb', ' https://app.acme.io/cb'],
    ['http://[::1]:8080/cb', 'http://[::1]:8080/cb'],
    ['https://acme.io/@joe/cb', 'https://acme.io/@joe/cb'],
    ['https:/acme.io/joe@cb', 'https:/acme.io/joe@cb'],
    ['https:\\\\acme.io\\joe@cb', 'https:\\\\acme.io\\joe@cb'],
    ['com.acme.app:/cb?key=s3cr3t', 'com.acme.app:/cb'],
    ['myapp://cb', 'myapp://cb'],
    ['acme.io:443/cb?key=s3cr3t', 'acme.io:443/cb'],
    ['?key=s3cr3t', '(neither origin nor path)'],
    ['', '(neither origin nor path)'],
  ])('%j', (raw, expected) => {
    expect(shown(parseUri(raw))).toBe(expected);
  });
});

/** Each predicate, with URLs that it is true of and URLs that it is not. */
const predicates: readonly (readonly [(uri: Uri) => boolean, yes: readonly string[], no: readonly string[]])[] = [
  [
    isWeb,
    ['http://acme.io', 'HTTPS://acme.io', 'https:evil.com'],
    ['httpx://acme.io', '//acme.io', 'acme.io', ' https://acme.io', 'com.acme.app:/https://', ''],
  ],
  [
    isClearText,
    [
      'http://acme.io',
      'http:/localhost/cb',
      'http:///localhost',
      'http://localhost.evil.com',
      'http://localhost@evil.com',
      'http://127.1',
      'http://0x7f.1',
      'http://127.0.0.2',
      'http://[::2]',
      'http://[0:0:0:0:0:0:0:1]',
      'http://localhost:80:80',
      'http://localhost.',
    ],
    [
      'https://acme.io',
      'http://localhost',
      'http://LOCALHOST:3000',
      'http://127.0.0.1/',
      'http://[::1]:8080',
      'myapp://acme',
    ],
  ],
  [
    isLoopback,
    [
      'http://localhost',
      'https://localhost:3000/cb',
      'http://app.localhost',
      'http://127.0.0.1',
      'http://127.1.2.3',
      'http://[::1]',
      'http://localhost.',
      'http://127.0.0.1.:3000/cb',
    ],
    [
      'http://localhost.evil.com',
      'http://evillocalhost',
      'http://127.0.0.1.nip.io',
      'http://127.1',
      'http://127.0.0.1000',
      'http://x127.0.0.1',
      'http://[::2]',
      'myapp://localhost',
    ],
  ],
  [
    isDangerous,
    [
      'javascript:alert(1)',
      'JavaScript:alert(1)',
      'java\nscript:x',
      'java\tscri\rpt:x',
      ' javascript:x',
      '\u0000\u001f data:x',
      'javascript:0/alert(1)',
      'javascript:1',
      'data:text/html,x',
      'vbscript:x',
      'blob:https://acme.io/x',
      'file:///etc/passwd',
      'filesystem:https://acme.io/x',
      'about:blank',
      'view-source:https://acme.io',
      'intent://cb#Intent;scheme=acme;end',
      'jar:https://acme.io!/x',
      'chrome://settings',
    ],
    [
      'https://acme.io/javascript:alert(1)',
      'javascripts:x',
      'my-javascript:x',
      'chrome-extension://abcdef/cb',
      'moz-extension://abcdef/cb',
      '\u00a0javascript:x',
      'javascript',
      '/javascript:x',
      '',
    ],
  ],
  [
    isApp,
    ['myapp://cb', 'com.acme.app:/cb', 'chrome-extension://abcdef/', 'urn:ietf:wg:oauth:2.0:oob'],
    ['https://acme.io', 'javascript:x', '/cb', 'acme.io:443/cb', ''],
  ],
  [
    isWeakApp,
    ['myapp://cb', 'MyApp:cb', 'exp+acme://cb', 'myapp://com.acme.app'],
    ['com.acme.app:/cb', 'moz-extension://abcdef/', 'https://acme.io', 'data:x', 'acme/cb'],
  ],
  [
    isPattern,
    [
      'https://*.acme.io',
      'https://acme.io/*',
      'https://%2A.acme.io',
      'https://acme.io/{cb',
      'https://acme.io/cb}',
      'https://acme.io/<cb',
      'https://acme.io/cb>',
      'https://$(host)/cb',
    ],
    ['https://acme.io/cb?a=*', 'https://acme.io/cb#{x}', 'https://acme.io/%2b', 'https://acme.io/$x'],
  ],
  [
    isPrivate,
    [
      'https://10.0.0.1/cb',
      'https://8.8.8.8/cb',
      'https://[fe80::1]/cb',
      'https://intranet/cb',
      'https://app.local',
      'https://app.internal:8443',
      'https://app.corp',
      'https://app.home.arpa',
      'https://10.0.0.1.nip.io',
      'https://app.test',
      'https://app.corp.',
      'https://intranet.',
    ],
    [
      'https://app.acme.io',
      'https://app.acme.io.',
      'https://[zz]/cb',
      'https://[::1',
      'https://acme\u3002io/cb',
      'https://acme\uff0eio/cb',
      'https://acme\uff61io/cb',
      'https://x10.0.0.1/cb',
      'https://1000.0.0.1/cb',
      'https://10.0.0.1000/cb',
      'https://10.0.0.1.acme.io/cb',
      'http://localhost',
      'http://127.0.0.1',
      'http://[::1]',
      'https://*/cb',
      'https:/cb',
      'myapp://intranet',
      'https://local.acme.io',
      'https://nip.io.acme.com',
    ],
  ],
  [
    isTunnel,
    [
      'https://ngrok.io',
      'https://abc.ngrok.io/cb',
      'https://a.b.NGROK-free.app',
      'https://x-3000.app.github.dev',
      'https://abc.ngrok.io.',
    ],
    [
      'https://myngrok.io',
      'https://ngrok.io.acme.com',
      'https://acme.io/ngrok.io',
      'myapp://abc.ngrok.io',
      'https://ngrok.io@acme.io',
    ],
  ],
  [
    isSharedHosting,
    [
      'https://acme.herokuapp.com',
      'https://acme.github.io/cb',
      'https://acme.s3.amazonaws.com',
      'https://acme.s3-website-us-east-1.amazonaws.com',
      'https://acme.s3-website.eu-central-1.amazonaws.com',
      'https://s3.amazonaws.com/acme',
      'https://acme.s3.cn-north-1.amazonaws.com.cn',
      'https://acme.s3.dualstack.us-west-2.amazonaws.com',
      'https://acme.herokuapp.com.',
      'https://acme.s3.amazonaws.com.',
    ],
    [
      'https://notgithub.io',
      'https://acme.io',
      'https://s3.amazonaws.com.evil.io',
      'https://mys3.amazonaws.com',
      // A pattern that looks at it in more than one way never ends.
      `https://s3${'-'.repeat(50_000)}.amazonaws.co`,
      'myapp://acme.github.io',
    ],
  ],
  [
    isPlaceholder,
    [
      'https://example.com',
      'https://www.example.org/cb',
      'https://app.example',
      'https://yourdomain.com',
      'https://www.test.com',
      'https://jwt.io',
      'https://oauth.pstmn.io/v1/callback',
      'https://oidcdebugger.com/debug',
      'https://EXAMPLE.com',
      'https://example.com./cb',
    ],
    [
      'https://example.com.acme.io',
      'https://myexample.com',
      'https://app.test.com',
      'https://acme.io/example.com',
      'com.example:/cb',
      'myapp://example.com',
      'https://example.io',
    ],
  ],
];

for (const [predicate, yes, no] of predicates) {
  describe(predicate.name, () => {
    test.each(yes)('%j', (raw) => {
      expect(predicate(parseUri(raw))).toBe(true);
    });
    test.each(no)('not %j', (raw) => {
      expect(predicate(parseUri(raw))).toBe(false);
    });
  });
}

test('dangerousScheme is the scheme that a browser reads, in lower case', () => {
  expect(dangerousScheme(parseUri(' Java\nScript:alert(1)'))).toBe('javascript');
  expect(dangerousScheme(parseUri('https://acme.io'))).toBeUndefined();
});

describe('invalidity says why', () => {
  const invisible = 'it has a space, a backslash or an invisible character';
  test.each([
    ['https://app.acme.io/cb', undefined],
    ['https://app.acme.io', undefined],
    ['https://app.acme.io:8443/cb?a=1', undefined],
    ['http://[::1]:3000/cb', undefined],
    ['https://m\u00fcnchen.de/cb', undefined],
    ['https://stra\u00dfe.de/cb', undefined],
    ['https://[0:0:0:0:0:0:0:1]/cb', undefined],
    ['https://app.acme.io./cb', undefined],
    ['com.acme.app:/cb', undefined],
    ['myapp://', undefined],
    ['myapp://[zz]/cb', undefined],
    ['https://acme.io/.../cb', undefined],
    ['https://acme.io/.well-known/cb', undefined],
    ['https://*.acme.io/../cb', undefined],
    ['javascript:alert(1)#x', undefined],
    ['', 'it is not absolute'],
    ['/cb', 'it is not absolute'],
    ['//acme.io/cb', 'it is not absolute'],
    ['acme.io:443/cb', 'it is not absolute'],
    [' https://acme.io', 'it is not absolute'],
    ['https://acme.io/#', 'it has a fragment'],
    ['https://acme.io/cb#x', 'it has a fragment'],
    ['https://acme.io@evil.com/', 'it has a user name before its host'],
    ['https://@acme.io/', 'it has a user name before its host'],
    ['https://acme.io/c b', invisible],
    ['https://acme.io/cb ', invisible],
    ['https://acme.io/c\tb', invisible],
    ['https://acme.io/\u202ecb', invisible],
    ['https://acme.io/\u200bcb', invisible],
    ['https:\\\\evil.com', invisible],
    ['https://acme.io\\.evil.com', invisible],
    ['https://acme.io/a/../cb', 'it has dot segments in its path'],
    ['https://acme.io/a/%2E%2e/cb', 'it has dot segments in its path'],
    ['https://acme.io/.', 'it has dot segments in its path'],
    ['http://127.1/cb', 'parsers read its host differently'],
    ['http://0x7f.1/cb', 'parsers read its host differently'],
    ['https:evil.com', 'parsers read its host differently'],
    ['https:///evil.com', 'parsers read its host differently'],
    ['https://xn--a.acme.io/cb', 'parsers read its host differently'],
    ['https://app.xn--a.io/cb', 'parsers read its host differently'],
    ['https://acme%2eio/cb', 'parsers read its host differently'],
    ['https://acme.io:99999/cb', 'parsers read its host differently'],
    ['https://[::1]:99999/cb', 'parsers read its host differently'],
    ['https://[::1/cb', 'parsers read its host differently'],
    ['https://[zz]/cb', 'parsers read its host differently'],
    ['https://\uff45xample.com/cb', 'parsers read its host differently'],
    ['https://\uff11\uff10.0.0.1/cb', 'parsers read its host differently'],
    ['https://ngrok\uff61io/cb', 'parsers read its host differently'],
  ])('%j: %s', (raw, expected) => {
    expect(invalidity(parseUri(raw))).toBe(expected);
  });
});

describe('plainForm', () => {
  test.each([
    ['HTTPS://A.acme.io:443/cb/', 'https://a.acme.io/cb'],
    ['HTTPS://A.acme.io/CB', 'https://a.acme.io/CB'],
    ['HTTPS://A.acme.io?CB', 'https://a.acme.io?CB'],
    ['HTTPS://A.acme.io#CB', 'https://a.acme.io#CB'],
    ['HTTPS://A.acme.io/x?to=https://b/', 'https://a.acme.io/x?to=https://b'],
    ['http://LOCALHOST:80', 'http://localhost'],
    ['http://a.acme.io:80/cb', 'http://a.acme.io/cb'],
    ['http://a.acme.io:80?x=1', 'http://a.acme.io?x=1'],
    ['http://a.acme.io:80#x', 'http://a.acme.io#x'],
    ['http://a.acme.io:8080/cb', 'http://a.acme.io:8080/cb'],
    ['https://a.acme.io:443', 'https://a.acme.io'],
    ['https://a.acme.io:443#x', 'https://a.acme.io#x'],
    ['https://a.acme.io/', 'https://a.acme.io'],
    ['https://a.acme.io:443?x=1', 'https://a.acme.io?x=1'],
    ['https://a.acme.io:4430/cb', 'https://a.acme.io:4430/cb'],
    ['https://a.acme.io:80/cb', 'https://a.acme.io:80/cb'],
    ['http://a.acme.io:443/cb', 'http://a.acme.io:443/cb'],
    ['https://a.acme.io/CB', 'https://a.acme.io/CB'],
    ['https://a.acme.io/cb//', 'https://a.acme.io/cb/'],
    ['https://a.acme.io/x?to=https://B.acme.io:443/', 'https://a.acme.io/x?to=https://B.acme.io:443'],
    ['MyApp://CB', 'myapp://cb'],
    ['com.acme.App:/CB', 'com.acme.App:/CB'],
    ['/cb/', '/cb'],
    ['', ''],
  ])('%j', (raw, expected) => {
    expect(plainForm(raw)).toBe(expected);
  });
  test.each([
    'http://a.acme.io/x:80',
    'http://a.acme.io?x:80',
    'http://a.acme.io#x:80',
    'https://a.acme.io:8443/x:443',
    'https://a.acme.io?x:443',
    'https://a.acme.io#x:443',
    'xhttp://a.acme.io:80',
    'xhttps://a.acme.io:443',
    'com.acme.App:/CB?to=HTTPS://B.acme.io',
    'urn:X://Y',
    '/A://B',
    '?A://B',
    '#A://B',
  ])('%j is plain', (raw) => {
    expect(plainForm(raw)).toBe(raw);
  });
});
