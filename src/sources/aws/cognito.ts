import type { CognitoIdentityProviderClientConfig } from '@aws-sdk/client-cognito-identity-provider';
import type { MiddlewareStack } from '@smithy/types';
import { version } from '../../version.ts';
import { type Connection, shownUrl } from './connection.ts';
import { type Credentials, ofProfile, stsConfig } from './credentials.ts';
import { httpSettings, proxyTo, SILENT } from './http.ts';
import { idsIn, type Page, type SecretAge, secretsIn } from './list-answers.ts';
import { readBody } from './response-body.ts';
import {
  CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  GetCallerIdentityCommand,
  ListUserPoolClientSecretsCommand,
  ListUserPoolClientsCommand,
  ListUserPoolsCommand,
  STSClient,
} from './sdk.ts';
import { statusOf } from './sdk-error.ts';

/** The token of a next page. One that comes again would go round for ever, and hide what is behind it. */
export function unseen(token: string | undefined, seen: Set<string>): string | undefined {
  if (token === undefined || token === '') return undefined;
  if (seen.has(token)) throw new Error('AWS gave the same page token twice');
  seen.add(token);
  return token;
}

/** What one call took, for `--debug`. It holds nothing of the answer. */
export interface CallTrace {
  readonly operation: string;
  readonly region: string;
  readonly milliseconds: number;
  readonly outcome: string;
  readonly requestId: string | undefined;
}

export type TraceCall = (trace: CallTrace) => void;

// The SDK writes to standard error that Node 20 is old, which is no concern of the user.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

const MAX_RESULTS = 60;

type Sent = { readonly abortSignal: AbortSignal };

/** The operations of Cognito that are used, in one region. Each call is one attempt: who calls decides about another. */
export class Cognito {
  readonly region: string;
  /** As messages show it. */
  readonly endpoint: string;
  readonly proxy: string | undefined;
  readonly #client: CognitoIdentityProviderClient;
  readonly #connection: Connection;
  readonly #credentials: Credentials;
  readonly #trace: TraceCall;

  constructor(connection: Connection, region: string, credentials: Credentials, trace: TraceCall = () => {}) {
    this.region = region;
    this.endpoint = shownUrl(connection.endpoint ?? `https://cognito-idp.${region}.amazonaws.com`);
    this.proxy = proxyTo(this.endpoint);
    this.#connection = connection;
    this.#credentials = credentials;
    this.#trace = trace;
    this.#client = new CognitoIdentityProviderClient({
      region,
      maxAttempts: 1,
      logger: SILENT,
      requestHandler: httpSettings(connection, this.endpoint),
      customUserAgent: [['cognito-lint', version]],
      ...ofProfile(connection.profile),
      ...(connection.endpoint && { endpoint: connection.endpoint }),
      ...(connection.signs ? { credentials } : { httpAuthSchemeProvider: () => [{ schemeId: 'smithy.api#noAuth' }] }),
    } satisfies CognitoIdentityProviderClientConfig);
  }

  async listUserPools(nextToken: string | undefined, signal: AbortSignal): Promise<Page<string | undefined>> {
    const command = new ListUserPoolsCommand({ MaxResults: MAX_RESULTS, ...(nextToken && { NextToken: nextToken }) });
    const text = await this.#text(command, 'ListUserPools', signal, (sent) => this.#client.send(command, sent));
    return idsIn(text, 'UserPools', 'Id');
  }

  async listUserPoolClients(
    pool: string,
    nextToken: string | undefined,
    signal: AbortSignal,
  ): Promise<Page<string | undefined>> {
    const command = new ListUserPoolClientsCommand({
      UserPoolId: pool,
      MaxResults: MAX_RESULTS,
      ...(nextToken && { NextToken: nextToken }),
    });
    const text = await this.#text(command, 'ListUserPoolClients', signal, (sent) => this.#client.send(command, sent));
    return idsIn(text, 'UserPoolClients', 'ClientId');
  }

  /** With how numbers were written, and what is new. */
  async describeUserPoolClient(pool: string, client: string, signal: AbortSignal): Promise<string> {
    const command = new DescribeUserPoolClientCommand({ UserPoolId: pool, ClientId: client });
    return this.#text(command, 'DescribeUserPoolClient', signal, (sent) => this.#client.send(command, sent));
  }

  /** When each secret of a client was made. Never a value. */
  async listClientSecrets(pool: string, client: string, signal: AbortSignal): Promise<readonly SecretAge[]> {
    const secrets: SecretAge[] = [];
    const seen = new Set<string>();
    let token: string | undefined;
    do {
      const input = { UserPoolId: pool, ClientId: client, ...(token && { NextToken: token }) };
      const command = new ListUserPoolClientSecretsCommand(input);
      const send = (sent: Sent) => this.#client.send(command, sent);
      const page = secretsIn(await this.#text(command, 'ListUserPoolClientSecrets', signal, send));
      secrets.push(...page.entries);
      token = unseen(page.nextToken, seen);
    } while (token);
    return secrets;
  }

  /** The account, as the ARN of a pool has it. */
  async accountOfPool(pool: string, signal: AbortSignal): Promise<string | undefined> {
    const command = new DescribeUserPoolCommand({ UserPoolId: pool });
    const { UserPool } = await this.#call('DescribeUserPool', signal, (sent) => this.#client.send(command, sent));
    return accountOfArn(UserPool?.Arn);
  }

  /** The account, as the credentials or STS have it. */
  async accountOfCredentials(signal: AbortSignal): Promise<string | undefined> {
    if (!this.#connection.signs) return undefined;
    const { accountId } = await this.#credentials();
    if (accountId !== undefined) return accountId;
    const settings = { ...stsConfig(this.#connection, this.region), credentials: this.#credentials };
    const sts = new STSClient({ ...settings, maxAttempts: 1, logger: SILENT });
    const { Account: account } = await this.#call('GetCallerIdentity', signal, (sent) =>
      sts.send(new GetCallerIdentityCommand({}), sent),
    );
    return account;
  }

  /** The answer as AWS wrote it: the SDK refuses the whole of one for a date that it cannot read. */
  async #text<Input extends object, Output extends object>(
    command: { readonly middlewareStack: MiddlewareStack<Input, Output> },
    operation: string,
    signal: AbortSignal,
    send: (sent: Sent) => Promise<unknown>,
  ): Promise<string> {
    const body = readBody(command.middlewareStack);
    await this.#call(operation, signal, (sent) =>
      // Whoever reads the text says what is wrong with it.
      send(sent).catch((error: Error) => {
        if (statusOf(error) !== 200 || error instanceof SyntaxError) throw error;
        return {};
      }),
    );
    return body();
  }

  async #call<Answer>(operation: string, signal: AbortSignal, send: (sent: Sent) => Promise<Answer>): Promise<Answer> {
    const start = performance.now();
    const report = (outcome: string, requestId: string | undefined) =>
      this.#trace({ operation, region: this.region, milliseconds: performance.now() - start, outcome, requestId });
    const limit = this.#timeLimit(signal);
    try {
      const answer = await send({ abortSignal: limit.signal });
      report('ok', (answer as { $metadata?: { requestId?: string } }).$metadata?.requestId);
      return answer;
    } catch (thrown) {
      const isLate = limit.signal.aborted && !signal.aborted;
      const error = isLate
        ? Object.assign(new Error('no answer in time'), { name: 'TimeoutError' })
        : (thrown as Error);
      report(error.name, (error as { $metadata?: { requestId?: string } }).$metadata?.requestId);
      throw error;
    } finally {
      limit.forget();
    }
  }

  /** An answer that comes in drops keeps its socket alive for ever: the whole call has its time, too. */
  #timeLimit(signal: AbortSignal): { readonly signal: AbortSignal; forget(): void } {
    const { readTimeout, connectTimeout } = this.#connection;
    const controller = new AbortController();
    const abort = () => controller.abort();
    const isLimited = readTimeout > 0 && connectTimeout > 0;
    const timer = isLimited ? setTimeout(abort, readTimeout + connectTimeout) : undefined;
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
    return {
      signal: controller.signal,
      forget: () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', abort);
      },
    };
  }
}

function accountOfArn(arn: string | undefined): string | undefined {
  return /^arn:[\w-]+:cognito-idp:[^:]*:(\d{12}):/.exec(arn ?? '')?.[1];
}
