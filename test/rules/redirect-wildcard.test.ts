import rule from '../../src/rules/redirect-wildcard.ts';
import { testRedirects } from './redirect-cases.ts';

const says = (said: string) => `${said} has a wildcard or a placeholder, and Cognito compares URLs as they stand.`;
const fine: readonly string[] = ['https://app.acme.io/cb?q=*', 'https://app.acme.io/cb#*', 'https://app.acme.io/$cb'];
const faulty: Readonly<Record<string, string>> = {
  'https://*.acme.io/cb': 'https://*.acme.io/cb',
  'https://app.acme.io/*': 'https://app.acme.io/*',
  'https://{tenant}.acme.io/cb': 'https://{tenant}.acme.io/cb',
  'https://<host>/cb': 'https://<host>/cb',
  'https://app.acme.io/$(PATH)': 'https://app.acme.io/$(PATH)',
  'https://app.acme.io/%2A': 'https://app.acme.io/%2A',
  'https://app.acme.io/%2a?key=s3cr3t': 'https://app.acme.io/%2a',
  'myapp://*': 'myapp://*',
  '*': '*',
};

testRedirects(rule, {
  fine,
  faulty,
  says,
  example: ['https://*.acme.io:8443/cb', 'https://*.acme.io:8443/cb'],
  signOut: true,
});
