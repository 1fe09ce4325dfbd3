import rule from '../../src/rules/redirect-placeholder-host.ts';
import { testRedirects } from './redirect-cases.ts';

const says = (said: string) => `${said} is a placeholder or somebody else's site.`;
const fine: readonly string[] = [
  'https://example.com.acme.io/cb',
  'https://myexample.com/cb',
  'https://app.test.com/cb',
  'https://example.io/cb',
  'com.example:/cb',
  'https://acme.io/example.com',
  'https://app.example.acme.io/cb',
  'https://test.com.acme.io/cb',
  'https://mytest.com/cb',
  'https://myjwt.io/cb',
  'https://jwt.ms.acme.io/cb',
  'https://my-oauth.pstmn.io/cb',
  'https://oauth.pstmn.io.acme.io/cb',
  'https://mydebugger.com/cb',
  'https://oauthdebugger.com.acme.io/cb',
];
const hosts = [
  'example.com',
  'example.net',
  'example.org',
  'example.edu',
  'test.com',
  'domain.com',
  'yourdomain.com',
  'your-domain.com',
  'mydomain.com',
  'yourapp.com',
  'mysite.com',
  'google.com',
  'amazon.com',
  'localhost.com',
  'jwt.io',
  'jwt.ms',
  'oauth.pstmn.io',
  'oauthdebugger.com',
  'oidcdebugger.com',
  'debugger.com',
  'debugger.dev',
];
const faulty: Readonly<Record<string, string>> = {
  ...Object.fromEntries(hosts.map((host) => [`https://${host}/`, host])),
  'https://example.com': 'example.com',
  'HTTPS://WWW.EXAMPLE.ORG/cb': 'www.example.org',
  'https://app.example/cb': 'app.example',
  'https://www.test.com': 'www.test.com',
  'https://yourdomain.com:8443/cb?key=s3cr3t': 'yourdomain.com',
  'https://joe:s3cr3t@jwt.io': 'jwt.io',
  'https://oauth.pstmn.io/v1/callback': 'oauth.pstmn.io',
  'https://oidcdebugger.com/debug': 'oidcdebugger.com',
  'https://www.oauthdebugger.com/debug': 'www.oauthdebugger.com',
  'https://www.jwt.io/': 'www.jwt.io',
  'http://jwt.ms': 'jwt.ms',
};

testRedirects(rule, {
  fine,
  faulty,
  says,
  example: ['https://example.net/cb', 'example.net'],
  signOut: false,
});
