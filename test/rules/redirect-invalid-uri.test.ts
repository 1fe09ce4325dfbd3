import rule from '../../src/rules/redirect-invalid-uri.ts';
import { testRedirects } from './redirect-cases.ts';

const says = (said: string) => `${said}.`;
const fine: readonly string[] = [
  'https://app.acme.io/cb?v=1',
  'com.acme.app:/cb',
  'myapp://',
  'http://[::1]:3000/cb',
  'https://acme.io/.well-known/cb',
  'https://*.acme.io/../cb',
  'javascript:alert(1)#x',
  'https://m\u00fcnchen.de/cb',
];
const faulty: Readonly<Record<string, string>> = {
  '/cb': '/cb is no plain absolute URL: it is not absolute',
  'app.acme.io:443/cb': 'app.acme.io:443/cb is no plain absolute URL: it is not absolute',
  '//app.acme.io/cb': '//app.acme.io/cb is no plain absolute URL: it is not absolute',
  'https:///cb': 'https:///cb is no plain absolute URL: parsers read its host differently',
  'https://app.acme.io@evil.example/cb':
    'https://evil.example/cb is no plain absolute URL: it has a user name before its host',
  'https://app.acme.io\\@evil.example':
    'https://evil.example is no plain absolute URL: it has a user name before its host',
  'https://joe:s3cr3t@app.acme.io/cb?key=s3cr3t':
    'https://app.acme.io/cb is no plain absolute URL: it has a user name before its host',
  'https://app.acme.io/a/../cb':
    'https://app.acme.io/a/../cb is no plain absolute URL: it has dot segments in its path',
  'https://app.acme.io/a/%2e%2E/cb':
    'https://app.acme.io/a/%2e%2E/cb is no plain absolute URL: it has dot segments in its path',
  'https://app.acme.io/cb#token=s3cr3t': 'https://app.acme.io/cb is no plain absolute URL: it has a fragment',
  'https://app.acme.io/c b':
    'https://app.acme.io/c b is no plain absolute URL: it has a space, a backslash or an invisible character',
  'https://app.acme.io/\u202ecb':
    'https://app.acme.io/\u202ecb is no plain absolute URL: it has a space, a backslash or an invisible character',
  'http://127.1/cb': 'http://127.1/cb is no plain absolute URL: parsers read its host differently',
};

testRedirects(rule, {
  fine,
  faulty,
  says,
  example: ['https://app.acme.io/cb#', 'https://app.acme.io/cb is no plain absolute URL: it has a fragment'],
  signOut: true,
});
