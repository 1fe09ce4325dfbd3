import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Quotas } from './quotas.ts';

/** A client as DescribeUserPoolClient gives it; its own text where numbers are to be written in some way. */
export type ClientSettings = object | string;

interface Pool {
  /** By client id. */
  readonly clients: Readonly<Record<string, ClientSettings>>;
  /** By client id, as ListUserPoolClientSecrets gives them. */
  readonly secrets?: Readonly<Record<string, readonly object[]>>;
}

/** `account/region`, as `123456789012/eu-central-1`, then pool id. */
export type World = Readonly<Record<string, Readonly<Record<string, Pool>>>>;

export interface Call {
  readonly operation: string;
  readonly account: string;
  readonly region: string;
  readonly input: Readonly<Record<string, string>>;
  /** How many calls of this operation there were before. */
  readonly before: number;
}

/** What the server does instead of answering. */
export type Fault =
  | { readonly status: number; readonly body: string; readonly type?: string }
  | { readonly error: string; readonly message?: string }
  | 'stall'
  | 'cut'
  | 'no-http'
  | 'stall-in-the-body';

export interface ServerOptions {
  readonly world: World;
  /** By access key; the default account has every other key. */
  readonly accounts?: Readonly<Record<string, string>>;
  readonly pageSize?: number;
  /** Put an empty page, with a token, before each page. */
  readonly emptyPages?: boolean;
  readonly quotas?: Quotas;
  readonly fault?: (call: Call) => Fault | undefined;
}

export const ACCOUNT = '123456789012';
export const OTHER_ACCOUNT = '210987654321';

/** Speaks the wire protocols of Cognito (AWS JSON 1.1) and of STS (Query), on the loopback interface. */
export class CognitoServer {
  readonly calls: Call[] = [];
  readonly #options: ServerOptions;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  constructor(options: ServerOptions, server: (handle: RequestListener) => Server = createServer) {
    this.#options = options;
    this.#server = server((request, response) => this.#handle(request, response));
    this.#server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => {});
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((done) => this.#server.close(done));
  }

  count(operation: string): number {
    return this.calls.filter((call) => call.operation === operation).length;
  }

  #handle(request: IncomingMessage, response: ServerResponse): void {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => this.#answer(request, Buffer.concat(chunks).toString('utf8'), response));
  }

  #answer(request: IncomingMessage, body: string, response: ServerResponse): void {
    const target = /\.(\w+)$/.exec(String(request.headers['x-amz-target'] ?? ''))?.[1];
    const scope = /Credential=([^/]+)\/\d+\/([^/]+)\//.exec(request.headers.authorization ?? '') ?? [];
    const input = target ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body));
    const operation: string = target ?? input.Action;
    const account = this.#options.accounts?.[scope[1] ?? ''] ?? assumedAccount(scope[1]) ?? ACCOUNT;
    const call: Call = { operation, account, region: scope[2] ?? 'us-east-1', input, before: this.count(operation) };
    this.calls.push(call);
    const fault = this.#options.fault?.(call) ?? this.#options.quotas?.refuse(call);
    if (fault !== undefined) fail(fault, response);
    else if (target) send(response, 200, this.#reply(call));
    else answerSts(call, response);
  }

  #reply(call: Call): string | { error: string; message: string } {
    const { operation, input } = call;
    const pools = this.#options.world[`${call.account}/${call.region}`] ?? {};
    if (operation === 'ListUserPools') {
      return this.#page(Object.keys(pools), call, 'UserPools', (id) => ({ Id: id, Name: id }));
    }
    const pool = pools[input['UserPoolId'] ?? ''];
    if (!pool) return missing(`User pool ${input['UserPoolId']} does not exist.`);
    if (operation === 'DescribeUserPool') {
      const id = input['UserPoolId'];
      return JSON.stringify({
        UserPool: { Id: id, Arn: `arn:aws:cognito-idp:${call.region}:${call.account}:userpool/${id}` },
      });
    }
    if (operation === 'ListUserPoolClients') {
      return this.#page(Object.keys(pool.clients), call, 'UserPoolClients', (id) => ({ ClientId: id, ClientName: id }));
    }
    const client = pool.clients[input['ClientId'] ?? ''];
    if (client === undefined) return missing(`User pool client ${input['ClientId']} does not exist.`);
    if (operation === 'ListUserPoolClientSecrets') {
      return JSON.stringify({ ClientSecrets: pool.secrets?.[input['ClientId'] ?? ''] ?? [] });
    }
    return typeof client === 'string'
      ? client
      : JSON.stringify({
          UserPoolClient: { UserPoolId: input['UserPoolId'], ClientId: input['ClientId'], ...DEFAULTS, ...client },
        });
  }

  #page(ids: readonly string[], { input }: Call, key: string, entry: (id: string) => object): string {
    const { pageSize = 60, emptyPages = false } = this.#options;
    const [offset = 0, wasEmpty] = (input['NextToken'] ?? '0').split('/').map(Number);
    if (emptyPages && !wasEmpty) return JSON.stringify({ [key]: [], NextToken: `${offset}/1` });
    const end = offset + Math.min(pageSize, Number(input['MaxResults']));
    return JSON.stringify({
      [key]: ids.slice(offset, end).map(entry),
      ...(end < ids.length && { NextToken: String(end) }),
    });
  }
}

/** What AWS returns of every client. */
const DEFAULTS = {
  LastModifiedDate: 1751424017.245,
  CreationDate: 1751424017.245,
  RefreshTokenValidity: 30,
  TokenValidityUnits: {},
  AllowedOAuthFlowsUserPoolClient: false,
  EnableTokenRevocation: true,
  EnablePropagateAdditionalUserContextData: false,
  AuthSessionValidity: 3,
};

function missing(message: string): { error: string; message: string } {
  return { error: 'ResourceNotFoundException', message };
}

function send(response: ServerResponse, status: number, reply: string | { error: string; message?: string }): void {
  const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': 'request-1' };
  if (typeof reply === 'string') response.writeHead(status, headers).end(reply);
  else response.writeHead(400, headers).end(JSON.stringify({ __type: reply.error, message: reply.message ?? 'no' }));
}

function fail(fault: Fault, response: ServerResponse): void {
  if (fault === 'stall') return;
  if (fault === 'no-http') {
    response.socket?.end('SSH-2.0-OpenSSH_9.6\r\n');
    return;
  }
  if (fault === 'cut' || fault === 'stall-in-the-body') {
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1', 'content-length': '1000' });
    response.write('{"UserPoolClient":{');
    if (fault === 'cut') setTimeout(() => response.destroy(), 20);
  } else if ('error' in fault) {
    send(response, 400, fault);
  } else {
    response.writeHead(fault.status, { 'content-type': fault.type ?? 'text/html' }).end(fault.body);
  }
}

/** The keys that `AssumeRole` gives are of the account of the role. */
function assumedAccount(key: string | undefined): string | undefined {
  return /^ASSUMED(\d{12})$/.exec(key ?? '')?.[1];
}

function answerSts({ operation, input, account }: Call, response: ServerResponse): void {
  const role = /^arn:aws:iam::(\d{12}):role\/(.+)$/.exec(input['RoleArn'] ?? '');
  const result =
    operation === 'AssumeRole'
      ? `<Credentials><AccessKeyId>ASSUMED${role?.[1]}</AccessKeyId><SecretAccessKey>s</SecretAccessKey>` +
        '<SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>' +
        `<AssumedRoleUser><Arn>arn:aws:sts::${role?.[1]}:assumed-role/${role?.[2]}/x</Arn><AssumedRoleId>a</AssumedRoleId></AssumedRoleUser>`
      : `<Account>${account}</Account><Arn>arn:aws:iam::${account}:user/x</Arn><UserId>u</UserId>`;
  const xml = `<${operation}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${operation}Result>${result}</${operation}Result></${operation}Response>`;
  response.writeHead(200, { 'content-type': 'text/xml' }).end(xml);
}
