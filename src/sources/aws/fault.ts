import { AwsError } from './aws-error.ts';
import { refusalOfProxy } from './http.ts';
import { bodyOf, codeOf, isException, isThrottled, isTls, networkCode, type SdkError, statusOf } from './sdk-error.ts';

/** A call that failed for good. */
export interface Fault {
  readonly kind: Kind;
  /**
   * What happened and what to do, without its full stop. The same for every call that fails for the same reason, in
   * whatever region: it is told once.
   */
  readonly cause: string;
  readonly requestId?: string;
}

type Kind =
  | 'credentials'
  | 'unrecognized'
  | 'refused'
  | 'denied'
  | 'throttled'
  | 'missing'
  | 'invalid'
  | 'server'
  | 'unsupported'
  | 'unreachable'
  | 'not-aws'
  | 'interrupted'
  | 'unknown';

/** Another call of the same account and region would fail alike. What is no AWS may be the page of a proxy for one call. */
export function isHopeless({ kind }: Fault): boolean {
  return ['credentials', 'unrecognized', 'refused', 'unsupported', 'interrupted'].includes(kind);
}

/** Whether AWS may answer the next call although it did not answer this one. */
export function mayPass({ kind }: Fault): boolean {
  return kind === 'throttled' || kind === 'unreachable' || kind === 'server';
}

/** Of which call. */
export interface FaultContext {
  readonly operation: string;
  readonly region: string;
  readonly endpoint: string;
  /** What is between here and the endpoint. */
  readonly proxy: string | undefined;
  /** `profile prod`, `role arn:…`, or whose keys they are. */
  readonly who: string;
  /** The profile as an option, where there is one. */
  readonly profile: string | undefined;
}

/** Names the cause of a failure in a sentence that says what to do. */
export function faultOf(thrown: unknown, context: FaultContext): Fault {
  const error = thrown as SdkError;
  const requestId = error.$metadata?.requestId;
  const [kind, cause] = withoutAnswer(error, context) ?? refusal(error, context) ?? otherAnswer(error, context);
  return { kind, cause, ...(requestId && { requestId }) };
}

type Told = readonly [Kind, string];

function withoutAnswer(error: SdkError, context: FaultContext): Told | undefined {
  const { endpoint, proxy, region, who } = context;
  const refused = refusalOfProxy(error);
  if (refused !== undefined)
    return [
      'unknown',
      `the proxy ${proxy} refused the connection to ${hostOf(endpoint)} (status ${refused}); check HTTPS_PROXY, or set NO_PROXY`,
    ];
  if (error.name === 'AbortError') return ['interrupted', 'it was interrupted'];
  if (error instanceof AwsError) return ['credentials', error.message];
  if (error.name === 'CredentialsProviderError' || error.name === 'TokenProviderError') {
    return ['credentials', credentialsSentence(error, context)];
  }
  switch (networkCode(error)) {
    case 'ECONNREFUSED':
      if (proxy) return ['unreachable', `nothing listens at the proxy ${proxy}; check HTTPS_PROXY, or set NO_PROXY`];
      return ['unreachable', `nothing listens at ${endpoint}; check --endpoint-url and AWS_ENDPOINT_URL`];
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      if (proxy) return ['unreachable', `the proxy ${proxy} was not found; check HTTPS_PROXY, or set NO_PROXY`];
      return [
        'unreachable',
        `no Cognito endpoint was found for ${region} (${endpoint}); check the region, the network and HTTPS_PROXY`,
      ];
    case 'ECONNRESET':
    case 'EPIPE':
    case 'ECONNABORTED':
      return ['unreachable', `the connection to ${endpoint} was broken while AWS answered; try again`];
  }
  if (error.code?.startsWith('HPE_'))
    return [
      'unknown',
      `${proxy ? `the proxy ${proxy} or ` : ''}${endpoint} answered something that is no HTTP; check --endpoint-url, and for a proxy in between`,
    ];
  if (isTls(error)) return ['unreachable', tlsSentence(error, hostOf(endpoint))];
  if (error.name === 'TimeoutError') {
    return [
      'unreachable',
      `${endpoint} did not answer in time; --cli-read-timeout and --cli-connect-timeout say how many seconds to wait`,
    ];
  }
  if (networkCode(error))
    return [
      'unreachable',
      `${endpoint} cannot be reached (${networkCode(error)}) with ${who}; check the network and HTTPS_PROXY`,
    ];
  return undefined;
}

function tlsSentence({ code = '' }: SdkError, host: string): string {
  // The second is of a tunnel through a proxy.
  if (code === 'EPROTO' || code.startsWith('ERR_SSL'))
    return `${host} does not speak TLS as it should (${code}); check the scheme of --endpoint-url, and HTTPS_PROXY`;
  const subject = `the certificate of ${host} is`;
  switch (code) {
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return `${subject} of another host (${code}); check --endpoint-url`;
    case 'CERT_HAS_EXPIRED':
    case 'CERT_NOT_YET_VALID':
      return `${subject} not valid at this time (${code}); check the clock of this machine, or have it renewed`;
  }
  return `${subject} not trusted (${code}); name the certificate of its authority with --ca-bundle or AWS_CA_BUNDLE`;
}

const EXPIRED = new Set(['ExpiredTokenException', 'ExpiredToken', 'RequestExpired', 'ExpiredTokenError']);
const UNRECOGNIZED = new Set(['UnrecognizedClientException', 'InvalidClientTokenId']);
const UNACCEPTED = new Set([
  'IncompleteSignature',
  'MissingAuthenticationTokenException',
  'MissingAuthenticationToken',
  'NotAuthorizedException',
]);
const SIGNATURE = new Set([
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
  'RequestTimeTooSkewed',
  'RequestInTheFuture',
  'AuthFailure',
]);
/** AWS understood the call and refused it. */
function refusal(error: SdkError, context: FaultContext): Told | undefined {
  const { operation, region, who, profile } = context;
  const name = codeOf(error);
  const login = `"aws sso login${profile ? ` --profile ${profile}` : ''}"`;
  if (EXPIRED.has(name))
    return ['credentials', `the credentials of ${who} have expired; renew them, for instance with ${login}`];
  const unaccepted = `AWS does not accept the credentials of ${who}; check the keys, and whether the region is enabled for the account`;
  if (UNRECOGNIZED.has(name)) return ['unrecognized', unaccepted];
  if (UNACCEPTED.has(name)) return ['refused', unaccepted];
  if (SIGNATURE.has(name))
    return [
      'refused',
      `AWS refused the signature of ${who}; check the secret access key, and the clock of this machine`,
    ];
  if (name.startsWith('AccessDenied')) {
    const action =
      operation === 'GetCallerIdentity' || operation === 'AssumeRole' ? `sts:${operation}` : `cognito-idp:${operation}`;
    return ['denied', `access denied for ${who}; allow ${action} in its IAM policy`];
  }
  if (isThrottled(error))
    return [
      'throttled',
      `AWS throttled ${operation} for longer than 45 s, as others use the same quota; run it again later, or with a lower --rate`,
    ];
  if (name === 'ResourceNotFoundException')
    return ['missing', `it was not found in ${region}; check the id and the region`];
  if (name === 'InvalidParameterException' || name === 'ValidationException')
    return ['invalid', `AWS does not accept the request: ${plain(error.message)}`];
  if (['UnknownOperationException', 'UnsupportedOperation', 'NotImplemented'].includes(name))
    return ['unsupported', `the endpoint does not know ${operation}`];
  return undefined;
}

/** Whatever else came back, or nothing that this program knows. */
function otherAnswer(error: SdkError, context: FaultContext): Told {
  const { endpoint, operation } = context;
  const status = statusOf(error);
  if (status !== undefined && status >= 500 && status < 600)
    return ['server', `AWS answered ${operation} with status ${status} again and again; try again later`];
  if (!isException(error) && (error.$response || error instanceof SyntaxError)) {
    const body = bodyOf(error).trimStart();
    const form = /^<(!doctype|html)/i.test(body) ? 'HTML' : 'something';
    return [
      'not-aws',
      `${endpoint} answered ${form}${status ? ` (status ${status})` : ''} that is no AWS JSON; check --endpoint-url, and for a proxy or a sign-in page in between`,
    ];
  }
  if (status !== undefined) return ['unknown', `AWS refused ${operation}: ${plain(`${error.name}: ${error.message}`)}`];
  if (operation === 'AssumeRole') return ['credentials', credentialsSentence(error, context)];
  return ['unknown', `${operation} failed: ${plain(error.message)}`];
}

function credentialsSentence({ message }: Error, { who, profile }: FaultContext): string {
  // The message of the SDK is the whole command line, which may hold a token.
  if (message.startsWith('Command failed')) return `the credential_process behind ${who} failed; run it to see why`;
  if (message.includes('multi-factor'))
    return `${who} needs an MFA code, which is not asked for here; get temporary credentials first and put them in the environment`;
  if (message.includes('aws sso login') || message.includes('aws login')) return `${who}: ${plain(message)}`;
  const option = profile ? ` --profile ${profile}` : '';
  const looked = message.startsWith('Could not load credentials') ? '' : ` (${plain(message)})`;
  return `no credentials were found for ${who}${looked}; run "aws configure${option}" or "aws sso login${option}", or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY`;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

/** One line, of a bounded length: the texts of AWS may repeat what was sent, never a secret. */
function plain(message: string): string {
  const [line = ''] = message.split('\n');
  const text = line.trim().replace(/\.$/, '');
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}
