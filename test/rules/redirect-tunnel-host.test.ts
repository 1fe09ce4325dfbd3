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
const domains = [
  'ngrok.io',
  'ngrok.app',
  'ngrok.dev',
  'ngrok-free.app',
  'ngrok-free.dev',
  'trycloudflare.com',
  'loca.lt',
  'localtunnel.me',
  'serveo.net',
  'localhost.run',
  'lhr.life',
  'bore.pub',
  'pagekite.me',
  'tunnelmole.net',
  'zrok.io',
  'devtunnels.ms',
  'github.dev',
  'gitpod.io',
  'gitpod.dev',
  'csb.app',
  'codesandbox.io',
  'stackblitz.io',
  'webcontainer.io',
  'replit.dev',
  'repl.co',
  'glitch.me',
];
const faulty: Readonly<Record<string, string>> = {
  ...Object.fromEntries(domains.map((domain) => [`https://x.${domain}/cb`, `x.${domain}`])),
  'https://ngrok.io': 'ngrok.io',
  'https://a.b.NGROK-free.app/cb?key=s3cr3t': 'a.b.ngrok-free.app',
  'https://x-3000.euw.devtunnels.ms:8443/cb': 'x-3000.euw.devtunnels.ms',
  'https://x-3000.app.github.dev/cb': 'x-3000.app.github.dev',
  'http://joe:s3cr3t@x.ngrok.app': 'x.ngrok.app',
};

testRedirects(rule, {
  fine,
  faulty,
  says,
  example: ['https://1a2b3c.ngrok.io/cb', '1a2b3c.ngrok.io'],
  signOut: false,
});
