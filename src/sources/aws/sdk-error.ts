import { isThrottlingError } from './sdk.ts';

/** What the SDK throws, as far as it is looked at. */
export interface SdkError extends Error {
  readonly code?: string;
  readonly syscall?: string;
  /** Of an exception that the SDK read in an answer. */
  readonly $fault?: 'client' | 'server';
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string };
  readonly $response?: { readonly statusCode?: number; readonly body?: unknown };
}

/** A throttle under whatever name: so the call is tried again for long, and so it is told when that was no use. */
export function isThrottled(error: SdkError): boolean {
  return statusOf(error) === 429 || isThrottlingError({ name: codeOf(error), message: error.message });
}

/** JSON with the name of an exception, which only AWS writes. The SDK names what has none `Unknown`. */
export function isException({ name, $fault }: SdkError): boolean {
  return $fault !== undefined && /^(?!Unknown(Error)?$)\w+$/.test(name);
}

export function statusOf({ $metadata, $response }: SdkError): number | undefined {
  return $metadata?.httpStatusCode ?? $response?.statusCode;
}

/** The body of an answer that the SDK could not read is kept by it. XML is what IAM answers on other protocols. */
export function codeOf(error: SdkError): string {
  if (!(error instanceof SyntaxError)) return error.name;
  return /<Code>(\w+)<\/Code>/.exec(bodyOf(error))?.[1] ?? error.name;
}

export function bodyOf({ $response }: SdkError): string {
  const body = $response?.body;
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? Buffer.from(body).toString('utf8') : '';
}

export function networkCode(error: SdkError): string | undefined {
  // A file that cannot be read, as the one of AWS_WEB_IDENTITY_TOKEN_FILE.
  if (error.syscall === 'open') return undefined;
  const code = error.code ?? (error.cause as SdkError | undefined)?.code;
  return code !== undefined && /^E[A-Z_]+$/.test(code) && !code.startsWith('ERR_') ? code : undefined;
}

export function isTls({ code = '' }: SdkError): boolean {
  return (
    code === 'EPROTO' || code.startsWith('ERR_TLS') || code.startsWith('ERR_SSL') || /CERT|SIGNATURE|ISSUER/.test(code)
  );
}
