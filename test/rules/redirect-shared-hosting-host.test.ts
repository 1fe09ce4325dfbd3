import rule from '../../src/rules/redirect-shared-hosting-host.ts';
import { testRedirects } from './redirect-cases.ts';

const says = (said: string) => `The place of ${said} can be taken by anyone once the site is deleted.`;
const fine: readonly string[] = [
  'https://d111111abcdef8.cloudfront.net/cb',
  'https://main.d1.amplifyapp.com/cb',
  'https://a1.execute-api.eu-west-1.amazonaws.com/cb',
  'https://acme.web.app/cb',
  'https://acme.firebaseapp.com',
  'https://notgithub.io/cb',
  'https://mys3.amazonaws.com/cb',
  'https://s3.amazonaws.com.evil.io/cb',
  'myapp://acme.github.io',
];
const domains = [
  'elasticbeanstalk.com',
  'azurewebsites.net',
  'cloudapp.net',
  'cloudapp.azure.com',
  'trafficmanager.net',
  'azureedge.net',
  'blob.core.windows.net',
  'herokuapp.com',
  'vercel.app',
  'now.sh',
  'netlify.app',
  'github.io',
  'gitlab.io',
  'bitbucket.io',
  'pages.dev',
  'workers.dev',
  'surge.sh',
  'fly.dev',
  'onrender.com',
  'up.railway.app',
  'pantheonsite.io',
  'readthedocs.io',
];
const faulty: Readonly<Record<string, string>> = {
  ...Object.fromEntries(domains.map((domain) => [`https://acme.${domain}/cb`, `https://acme.${domain}/cb`])),
  'https://acme.HEROKUAPP.com/cb?key=s3cr3t': 'https://acme.herokuapp.com/cb',
  'https://acme.azurewebsites.net:8443/': 'https://acme.azurewebsites.net:8443/',
  'http://acme.s3-website-us-east-1.amazonaws.com': 'http://acme.s3-website-us-east-1.amazonaws.com',
  'https://acme.s3.cn-north-1.amazonaws.com.cn/cb': 'https://acme.s3.cn-north-1.amazonaws.com.cn/cb',
  'https://acme.eu-west-1.elasticbeanstalk.com': 'https://acme.eu-west-1.elasticbeanstalk.com',
  'https://s3.amazonaws.com/acme/cb': 'https://s3.amazonaws.com/acme/cb',
};

testRedirects(rule, {
  fine,
  faulty,
  says,
  example: ['https://acme-app.herokuapp.com/cb', 'https://acme-app.herokuapp.com/cb'],
  signOut: false,
});
