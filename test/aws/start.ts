import { onTestFinished } from 'vitest';
import { cognitoLint, type Outcome } from '../cli/program.ts';
import { temporaryFolder } from '../temporary.ts';
import { CognitoServer, type ServerOptions } from './cognito-server.ts';

/** A server that is gone when the test is over, and its address as an endpoint. */
export async function startServer(options: ServerOptions): Promise<{ server: CognitoServer; url: string }> {
  const server = new CognitoServer(options);
  const address = await server.listen();
  onTestFinished(() => server.close());
  return { server, url: `http://${address}` };
}

/** An environment with keys and without anything of this machine. */
export const ENVIRONMENT = {
  AWS_ACCESS_KEY_ID: 'testing',
  AWS_SECRET_ACCESS_KEY: 'testing',
  AWS_REGION: 'us-east-1',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: '/nonexistent/config',
  AWS_SHARED_CREDENTIALS_FILE: '/nonexistent/credentials',
};

/** Runs a live command against a server. */
export function live(
  args: readonly string[],
  url: string | undefined,
  env: Readonly<Record<string, string>> = {},
  cwd = temporaryFolder(),
): Promise<Outcome> {
  const endpoint = url === undefined ? {} : { AWS_ENDPOINT_URL: url };
  return cognitoLint(args, { cwd, env: { ...ENVIRONMENT, ...endpoint, ...env } });
}

/** The JSON report of an audit. */
export function reportOf({ stdout }: Outcome): JsonReport {
  return JSON.parse(stdout) as JsonReport;
}

export interface JsonReport {
  readonly summary: { readonly clients: number; readonly errors: number };
  readonly findings: readonly {
    readonly rule: string;
    readonly fingerprint: string;
    readonly client: { readonly clientId: string; readonly region: string; readonly account: string };
    readonly location: { readonly uri: string; readonly pointer: string };
  }[];
  readonly notEvaluated: readonly { readonly rule: string; readonly reason: string }[];
  readonly errors: readonly { readonly message: string }[];
  readonly notices: readonly { readonly message: string }[];
}

/** `count` clients with an id and one finding of `auth-flow-user-password` each. */
export function someClients(prefix: string, count: number): Record<string, object> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `${prefix}client${index}`,
      { ClientName: `${prefix}${index}`, ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] },
    ]),
  );
}
