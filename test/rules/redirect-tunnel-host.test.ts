import rule from '../../src/rules/redirect-tunnel-host.ts';
import { testRedirects } from './redirect-cases.ts';

const says = (said: string) => `${said} is a tunnel or a throw-away host, whose name goes to the next user.`;
const fine: readonly string[] = [
  'https://myngrok.io/cb',
  'https://ngrok.io.acme.com/cb',
  'https://acme.io/ngrok.io',
  'myapp://abc.ngrok.io',
  'https://ngrok.io@acme.io/cb',
];
const faulty: Readonly<Record<string, string>> = {
  'https://ngrok.io': 'ngrok.io',
  'https://a.b.NGROK-free.app/cb?key=s3cr3t': 'a.b.ngrok-free.app',
  'https://x.trycloudflare.com': 'x.trycloudflare.com',
  'https://x.loca.lt': 'x.loca.lt',
  'https://x-3000.euw.devtunnels.ms:8443/cb': 'x-3000.euw.devtunnels.ms',
  'https://x-3000.app.github.dev/cb': 'x-3000.app.github.dev',
  'https://3000-x.gitpod.io': '3000-x.gitpod.io',
  'http://joe:s3cr3t@x.ngrok.app': 'x.ngrok.app',
};

testRedirects(rule, {
  fine,
  faulty,
  says,
  example: ['https://1a2b3c.ngrok.io/cb', '1a2b3c.ngrok.io'],
  signOut: false,
});
