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
  'https://app.local.acme.io/cb',
  'https://mynip.io/cb',
  'https://nip.io.acme.com/cb',
  'myapp://intranet',
  'https://*/cb',
  'https:///cb',
];
const suffixes = [
  'local',
  'localdomain',
  'internal',
  'intranet',
  'corp',
  'home',
  'lan',
  'home.arpa',
  'test',
  'invalid',
  'nip.io',
  'sslip.io',
  'xip.io',
];
const noName = (host: string) =>
  `${host} is no name of its own on the internet, so the local network decides where the callback goes`;
const faulty: Readonly<Record<string, string>> = {
  ...Object.fromEntries(suffixes.map((suffix) => [`https://app.${suffix}/cb`, noName(`app.${suffix}`)])),
  'https://srv1/cb': noName('srv1'),
  'https://10.0.3.7/cb': '10.0.3.7 is an IP address, which may be of somebody else tomorrow or on another network',
  'https://8.8.8.8:8443/cb?key=s3cr3t':
    '8.8.8.8 is an IP address, which may be of somebody else tomorrow or on another network',
  'https://joe:s3cr3t@192.168.0.1/':
    '192.168.0.1 is an IP address, which may be of somebody else tomorrow or on another network',
  'https://[fd00::1]/cb': '[fd00::1] is an IP address, which may be of somebody else tomorrow or on another network',
  'https://intranet/cb': noName('intranet'),
  'HTTPS://App.Local/cb': noName('app.local'),
  'https://app.acme.internal/cb': noName('app.acme.internal'),
  'https://nas.lan/cb': noName('nas.lan'),
  'https://nas.home.arpa/cb': noName('nas.home.arpa'),
  'https://10.0.0.1.nip.io/cb': noName('10.0.0.1.nip.io'),
};

testRedirects(rule, {
  fine,
  faulty,
  says,
  example: ['https://portal.intranet/cb', noName('portal.intranet')],
  signOut: false,
});
