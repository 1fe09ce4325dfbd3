import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { AwsError } from './aws-error.ts';
import type { Connection } from './connection.ts';
import { getProxyForUrl, HttpProxyAgent, HttpsProxyAgent } from './sdk.ts';

/** The SDK tells nothing by itself: what it would tell may hold a secret. */
export const SILENT = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };

/** The settings of the SDK's HTTP handler. The SDK itself knows neither proxies nor bundles of certificates. */
export function httpSettings(connection: Connection, url: string) {
  const { readTimeout, connectTimeout, verifiesTls, certificates, signal } = connection;
  const tls = { rejectUnauthorized: verifiesTls, ...(certificates && { ca: [...certificates] }) };
  // An agent hands its options on to `net.connect` and `tls.connect`.
  const pool = { keepAlive: true, maxSockets: 50, ...(signal && { signal }) };
  const proxy = proxyFor(url);
  const proxyRequestOptions = proxyRequest(connection);
  // Node has no agent of its own for proxies before 24.
  const agents = proxy
    ? {
        httpAgent: new HttpProxyAgent({ ...pool, proxy, proxyRequestOptions }),
        httpsAgent: new HttpsProxyAgent({ ...pool, ...tls, proxy, proxyRequestOptions }),
      }
    : { httpAgent: new HttpAgent(pool), httpsAgent: new HttpsAgent({ ...pool, ...tls }) };
  return { ...agents, socketTimeout: readTimeout, connectionTimeout: connectTimeout, logger: SILENT };
}

/** A proxy that is itself reached over TLS is trusted as AWS is. */
function proxyRequest({ verifiesTls, certificates, signal }: Connection): {
  rejectUnauthorized: boolean;
  ca?: string[];
  signal?: AbortSignal;
} {
  return { rejectUnauthorized: verifiesTls, ...(certificates && { ca: [...certificates] }), ...(signal && { signal }) };
}

/** The proxy to an address, as messages name it. */
export function proxyTo(url: string): string | undefined {
  const proxy = proxyFor(url);
  return proxy && new URL(proxy).origin;
}

/** The status with which a proxy refused to open a tunnel: `hpagent` says it in its message alone. */
export function refusalOfProxy({ message }: Error): number | undefined {
  const status = /^Bad response: (\d+)$/.exec(message)?.[1];
  return status === undefined ? undefined : Number(status);
}

/** HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY, in both cases. */
function proxyFor(url: string): string | undefined {
  const found = getProxyForUrl(url);
  if (found === '') return undefined;
  // A proxy that is written without its scheme is reached over http, as curl and the AWS CLI have it.
  const host = /^https?:\/\/(.*)$/.exec(found)?.[1];
  const isBare = Object.entries(process.env).some(([name, value]) => /_proxy$/i.test(name) && value === host);
  const proxy = isBare ? `http://${host}` : found;
  if (URL.canParse(proxy) && /^https?:$/.test(new URL(proxy).protocol)) return proxy;
  throw new AwsError(`the proxy of the environment is no http: or https: address; check HTTPS_PROXY, or set NO_PROXY`);
}
