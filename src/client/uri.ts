import { domainToUnicode } from 'node:url';
import { PLACEHOLDER, PRIVATE_SUFFIX, S3_HOST, SHARED_HOSTING, TUNNELS } from './hosts.ts';

/** A redirect URL by RFC 3986, read off the raw string: what a WHATWG parser repairs, an attacker uses. */
export interface Uri {
  readonly raw: string;
  /** In lower case, empty where there is none. */
  readonly scheme: string;
  readonly userinfo: boolean;
  /** In lower case, without userinfo and port. */
  readonly host: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string | undefined;
}

/** RFC 3986 appendix B, but that `host:443/x` has no scheme. */
const URI = /^(?:([A-Za-z][A-Za-z0-9+.-]*):(?!\d+(?:[/?#]|$)))?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;

export function parseUri(raw: string): Uri {
  const [, scheme = '', authority = '', path = '', query = '', fragment] = URI.exec(raw) ?? [];
  const host = authority
    .slice(authority.lastIndexOf('@') + 1)
    .replace(/:\d*$/, '')
    .toLowerCase();
  return { raw, scheme: scheme.toLowerCase(), userinfo: authority.includes('@'), host, path, query, fragment };
}

/**
 * What may be shown of a URL: origin and path. Userinfo, query and fragment may hold secrets; a browser finds userinfo
 * also where RFC 3986 sees a path, as in `https:\\user:password@host` or past a space before the scheme.
 */
export function shown({ scheme, raw, host, path }: Uri): string {
  const rest = scheme === '' ? raw : raw.slice(scheme.length + 1);
  const authority = /^\/\/([^/?#]*)/.exec(rest)?.[1];
  const port = /:\d+$/.exec(authority ?? '')?.[0] ?? '';
  const shownAuthority = authority === undefined ? '' : `//${host}${port}`;
  const shownPath = host === '' ? path.replace(/^((?:[^\\/@]*:)?[\\/]+)?[^\\/]*@/, '$1') : path;
  return `${scheme && `${scheme}:`}${shownAuthority}${shownPath}` || '(neither origin nor path)';
}

export function isWeb({ scheme }: Uri): boolean {
  return scheme === 'http' || scheme === 'https';
}

/** The loopback hosts that Cognito takes over http, compared as they are written: RFC 8252 section 7.3. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The host without the dot of a fully qualified name (RFC 1034 section 3.1), which names the same. */
function resolved({ host }: Uri): string {
  return host.endsWith('.') ? host.slice(0, -1) : host;
}

export function isClearText(uri: Uri): boolean {
  return uri.scheme === 'http' && !LOOPBACK.has(uri.host);
}

export function isLoopback(uri: Uri): boolean {
  const host = resolved(uri);
  return isWeb(uri) && (/(^|\.)localhost$/.test(host) || /^127(\.\d{1,3}){3}$/.test(host) || host === '[::1]');
}

const DANGEROUS = new Set([
  'javascript',
  'data',
  'vbscript',
  'blob',
  'file',
  'filesystem',
  'about',
  'view-source',
  'intent',
  'jar',
  'chrome',
]);

/**
 * A scheme that runs or stores what it is sent, as a browser reads it: WHATWG URL section 4.4 strips what stands before
 * and within it, and has no ports without a host, so that `javascript:0/x` is a script.
 */
export function dangerousScheme({ raw }: Uri): string | undefined {
  const stripped = raw.replace(/^[\0- ]+|[\t\n\r]/g, '');
  const scheme = /^[a-z][a-z0-9+.-]*(?=:)/i.exec(stripped)?.[0].toLowerCase();
  return scheme !== undefined && DANGEROUS.has(scheme) ? scheme : undefined;
}

export function isDangerous(uri: Uri): boolean {
  return dangerousScheme(uri) !== undefined;
}

/** A private-use scheme, which an app claims: RFC 8252 section 7.1. */
export function isApp(uri: Uri): boolean {
  return uri.scheme !== '' && !isWeb(uri) && !isDangerous(uri);
}

/** An app scheme that is no reverse domain name. */
export function isWeakApp(uri: Uri): boolean {
  return isApp(uri) && !uri.scheme.includes('.') && !isExtension(uri);
}

/** The scheme of browser extensions, whose hosts the browser assigns, so that nobody else can claim them. */
export function isExtension({ scheme }: Uri): boolean {
  return scheme.endsWith('-extension');
}

const PATTERN = /[*{}<>]|%2a|\$\(/i;

/** A wildcard, or a placeholder that nothing resolved, before the query. */
export function isPattern({ raw }: Uri): boolean {
  return PATTERN.test(raw) && PATTERN.test(raw.split(/[?#]/)[0] ?? '');
}

/** Why a redirect URL is not absolute, free of a fragment and read alike by all, or undefined where it is. */
export function invalidity(uri: Uri): string | undefined {
  if (isPattern(uri) || isDangerous(uri)) return undefined;
  if (uri.scheme === '') return 'it is not absolute';
  if (uri.fragment !== undefined) return 'it has a fragment';
  if (uri.userinfo) return 'it has a user name before its host';
  if (/[\p{Cc}\p{Cf}\p{Z}\\]/u.test(uri.raw)) return 'it has a space, a backslash or an invisible character';
  if (/\/(\.|%2e){1,2}(\/|$)/i.test(uri.path)) return 'it has dot segments in its path';
  if (isWeb(uri) && !parsersAgree(uri)) return 'parsers read its host differently';
  return undefined;
}

/** A name of letters, digits and hyphens whose last label begins with a letter: with a valid port, all read it alike. */
const PLAIN_HOST = /^(?!.*xn--)(?:[a-z0-9-]+\.)*[a-z][a-z0-9-]*$/;

/** The WHATWG parser sees the host that RFC 3986 does. */
function parsersAgree({ raw, host }: Uri): boolean {
  if (PLAIN_HOST.test(host) && !/:\d{5}/.test(raw)) return true;
  const hostname = parsedHost(raw);
  if (hostname === undefined) return false;
  // An address may be written in several ways, and IDN have rules of their own, unless IDNA makes another name of them.
  if (host.startsWith('[')) return true;
  return isAscii(host) ? hostname === host : domainToUnicode(host) === host;
}

/** Not by `URL.canParse`, which on Node 20 refuses `https://münchen.de` once V8 has optimized the call. */
function parsedHost(url: string): string | undefined {
  try {
    return new URL(url).hostname;
  } catch {
    return undefined;
  }
}

export function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII
  return !/[^\x00-\x7f]/.test(text);
}

/** An address, a name without a domain, or one that every network resolves for itself. */
export function isPrivate(uri: Uri): boolean {
  const host = resolved(uri);
  if (!isWeb(uri) || host === '' || isLoopback(uri) || isPattern(uri)) return false;
  if (host.startsWith('[')) return parsedHost(`http://${host}`) !== undefined;
  // Without a dot of any script that IDNA takes for one: https://www.unicode.org/reports/tr46/#Notation
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(host) || !/[.。．｡]/.test(host) || PRIVATE_SUFFIX.test(host);
}

export function isTunnel(uri: Uri): boolean {
  return isWeb(uri) && isUnder(resolved(uri), TUNNELS);
}

export function isSharedHosting(uri: Uri): boolean {
  return isWeb(uri) && (isUnder(resolved(uri), SHARED_HOSTING) || S3_HOST.test(resolved(uri)));
}

export function isPlaceholder(uri: Uri): boolean {
  return isWeb(uri) && PLACEHOLDER.test(resolved(uri));
}

/** The host is one of the domains, or below one of them. */
function isUnder(host: string, domains: ReadonlySet<string>): boolean {
  for (let at = 0; at !== -1; at = host.indexOf('.', at + 1)) {
    if (domains.has(at === 0 ? host : host.slice(at + 1))) return true;
  }
  return false;
}

/** A URL in the form in which near-duplicates are equal: RFC 3986 section 6.2, and without a slash at its end. */
export function plainForm(raw: string): string {
  // Nearly every URL has that form but for the slash.
  if (/^https:\/\/[a-z0-9.-]+(?:\/|$)/.test(raw)) return withoutSlash(raw);
  const plain = raw
    .replace(/^[^:/?#]+:\/\/[^/?#]*/, (origin) => origin.toLowerCase())
    .replace(/^(http:\/\/[^/?#]*):80(?=[/?#]|$)|^(https:\/\/[^/?#]*):443(?=[/?#]|$)/, '$1$2');
  return withoutSlash(plain);
}

export function withoutSlash(url: string): string {
  return url.endsWith('/') ? url.slice(0, -1) : url;
}
