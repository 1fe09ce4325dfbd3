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
];
const faulty: Readonly<Record<string, string>> = {
  'https://example.com': 'example.com',
  'HTTPS://WWW.EXAMPLE.ORG/cb': 'www.example.org',
  'https://app.example/cb': 'app.example',
  'https://www.test.com': 'www.test.com',
  'https://yourdomain.com:8443/cb?key=s3cr3t': 'yourdomain.com',
  'https://joe:s3cr3t@jwt.io': 'jwt.io',
  'https://oauth.pstmn.io/v1/callback': 'oauth.pstmn.io',
  'https://oidcdebugger.com/debug': 'oidcdebugger.com',
  'http://jwt.ms': 'jwt.ms',
};

testRedirects(rule, {
  fine,
  faulty,
  says,
  example: ['https://example.net/cb', 'example.net'],
  signOut: false,
});
