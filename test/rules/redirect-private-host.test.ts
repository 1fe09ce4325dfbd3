import rule from '../../src/rules/redirect-private-host.ts';
import { testRedirects } from './redirect-cases.ts';

const says = (said: string) => `${said}.`;
const fine: readonly string[] = [
  'http://localhost:3000/cb',
  'http://127.0.0.1/cb',
  'http://127.8.8.8/cb',
  'http://[::1]/cb',
  'https://app.localhost/cb',
  'https://local.acme.io/cb',
  'https://nip.io.acme.com/cb',
  'myapp://intranet',
  'https://*/cb',
  'https:///cb',
];
const faulty: Readonly<Record<string, string>> = {
  'https://10.0.3.7/cb': '10.0.3.7 is an IP address, which may be of somebody else tomorrow or on another network',
  'https://8.8.8.8:8443/cb?key=s3cr3t':
    '8.8.8.8 is an IP address, which may be of somebody else tomorrow or on another network',
  'https://joe:s3cr3t@192.168.0.1/':
    '192.168.0.1 is an IP address, which may be of somebody else tomorrow or on another network',
  'https://[fd00::1]/cb': '[fd00::1] is an IP address, which may be of somebody else tomorrow or on another network',
  'https://intranet/cb':
    'intranet is no name of its own on the internet, so the local network decides where the callback goes',
  'HTTPS://App.Local/cb':
    'app.local is no name of its own on the internet, so the local network decides where the callback goes',
  'https://app.acme.internal/cb':
    'app.acme.internal is no name of its own on the internet, so the local network decides where the callback goes',
  'https://app.corp/cb':
    'app.corp is no name of its own on the internet, so the local network decides where the callback goes',
  'https://nas.lan/cb':
    'nas.lan is no name of its own on the internet, so the local network decides where the callback goes',
  'https://nas.home.arpa/cb':
    'nas.home.arpa is no name of its own on the internet, so the local network decides where the callback goes',
  'https://10.0.0.1.nip.io/cb':
    '10.0.0.1.nip.io is no name of its own on the internet, so the local network decides where the callback goes',
  'https://app.test/cb':
    'app.test is no name of its own on the internet, so the local network decides where the callback goes',
};

testRedirects(rule, {
  fine,
  faulty,
  says,
  example: [
    'https://portal.intranet/cb',
    'portal.intranet is no name of its own on the internet, so the local network decides where the callback goes',
  ],
  signOut: false,
});
