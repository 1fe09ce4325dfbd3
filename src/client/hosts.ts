/**
 * Hosts that a redirect should not go to, as data. Each list says where it comes from; a name stands for itself and
 * for all names below it.
 */

/**
 * Tunnels and throw-away development hosts, whose names are handed to the next user.
 * From the providers' own documentation of their domains, and https://github.com/EdOverflow/can-i-take-over-xyz.
 */
export const TUNNELS: ReadonlySet<string> = new Set([
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
]);

/**
 * Hosting where a deleted site's name can be taken by anyone. Hosts with random names are left out: they cannot be taken
 * on demand. From https://github.com/EdOverflow/can-i-take-over-xyz.
 */
export const SHARED_HOSTING: ReadonlySet<string> = new Set([
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
]);

/** Buckets that serve websites: https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html */
export const S3_HOST = /(^|\.)s3(-[a-z0-9-]+)?(\.[a-z0-9-]+){0,3}\.amazonaws\.com(\.cn)?$/;

/**
 * Names for documentation (RFC 2606, RFC 6761), names that people make up, and sites that show what they are sent.
 * CDK's L2 construct registers `https://example.com` where no callback is given.
 */
export const PLACEHOLDER = new RegExp(
  [
    /(^|\.)example\.(com|net|org|edu)$/,
    /\.example$/,
    /^(www\.)?(test|domain|yourdomain|your-domain|mydomain|yourapp|mysite|google|amazon|localhost)\.com$/,
    /(^|\.)jwt\.(io|ms)$/,
    /^oauth\.pstmn\.io$/,
    /(^|\.)(oauth|oidc)?debugger\.(com|dev)$/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

/** Names that mean something else on every network (RFC 6761, RFC 6762, RFC 8375), and names that stand for an address. */
export const PRIVATE_SUFFIX =
  /\.(local|localdomain|internal|intranet|corp|home|lan|home\.arpa|test|invalid|nip\.io|sslip\.io|xip\.io)$/;
