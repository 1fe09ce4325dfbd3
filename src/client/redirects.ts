import type { AppClient } from './app-client.ts';
import { entries } from './entries.ts';
import { isGuarded } from './unknown.ts';
import {
  isLoopback,
  isPlaceholder,
  isPrivate,
  isSharedHosting,
  isTunnel,
  parseUri,
  type Uri,
  withoutSlash,
} from './uri.ts';

/** A redirect URL with its place in the client. */
export interface Redirect {
  readonly path: readonly [RedirectMember] | readonly [RedirectMember, number];
  readonly uri: Uri;
}

export type RedirectMember = 'CallbackURLs' | 'DefaultRedirectURI' | 'LogoutURLs';

/** Some redirects of a client. */
interface Selection {
  readonly members: readonly RedirectMember[];
  /** Without the ordinary ones. */
  readonly isOdd: boolean;
}

const CALLBACKS: Selection = { members: ['CallbackURLs', 'DefaultRedirectURI'], isOdd: false };
const LOGOUTS: Selection = { members: ['LogoutURLs'], isOdd: false };
const ALL: Selection = { members: [...CALLBACKS.members, ...LOGOUTS.members], isOdd: false };
const ODD_CALLBACKS: Selection = { ...CALLBACKS, isOdd: true };
const ODD_LOGOUTS: Selection = { ...LOGOUTS, isOdd: true };
const ODD: Selection = { ...ALL, isOdd: true };

/** Where codes and tokens go: the callbacks, and the default redirect where it is none of them. */
export function callbacks(client: AppClient): Iterable<Redirect> {
  return redirectsOf(client, CALLBACKS);
}

/** Where the browser goes after signing out. */
export function logouts(client: AppClient): Iterable<Redirect> {
  return redirectsOf(client, LOGOUTS);
}

export function redirects(client: AppClient): Iterable<Redirect> {
  return redirectsOf(client, ALL);
}

/** The callbacks that are not ordinary, see `isOrdinary`: enough for a rule about what no ordinary one has. */
export function oddCallbacks(client: AppClient): Iterable<Redirect> {
  return redirectsOf(client, ODD_CALLBACKS);
}

export function oddLogouts(client: AppClient): Iterable<Redirect> {
  return redirectsOf(client, ODD_LOGOUTS);
}

export function oddRedirects(client: AppClient): Iterable<Redirect> {
  return redirectsOf(client, ODD);
}

/** A dozen rules look at the redirects of a client one after the other, so those of the last one are kept. */
let last: { readonly client: AppClient; readonly lists: Map<Selection, Iterable<Redirect>> } | undefined;

/** In a view that watches what is read of a client: the client, where its odd redirects may be read unnoticed. */
export const UNWATCHED = Symbol('the client that is watched');

/** Rules look at clients with unknown values in turn with what these are under assumptions. */
const guarded = new WeakMap<AppClient, Map<Selection, Iterable<Redirect>>>();

function redirectsOf(client: AppClient, selection: Selection): Iterable<Redirect> {
  if (selection.isOdd && isWatched(client)) return redirectsOf(client[UNWATCHED], selection);
  const lists = listsOf(client);
  const known = lists.get(selection);
  if (known) return known;
  const read = readAll(client, selection);
  lists.set(selection, read);
  return read;
}

function isWatched(client: AppClient): client is AppClient & { readonly [UNWATCHED]: AppClient } {
  return (client as { readonly [UNWATCHED]?: AppClient })[UNWATCHED] !== undefined;
}

function listsOf(client: AppClient): Map<Selection, Iterable<Redirect>> {
  if (isGuarded(client)) {
    const lists = guarded.get(client) ?? new Map();
    guarded.set(client, lists);
    return lists;
  }
  if (last?.client !== client) last = { client, lists: new Map() };
  return last.lists;
}

/** What is known of the redirects, which ends each rule that reads past it where there are unknown ones. */
function readAll(client: AppClient, selection: Selection): Iterable<Redirect> {
  const redirects: Redirect[] = [];
  try {
    for (const redirect of readRedirects(client, selection)) redirects.push(redirect);
    return redirects;
  } catch (unknown) {
    return {
      *[Symbol.iterator]() {
        yield* redirects;
        throw unknown;
      },
    };
  }
}

/** Whether none of the redirects of a client is odd, and none repeats another one of its list. */
export function hasOrdinaryRedirects(client: AppClient): boolean {
  if (isWatched(client)) return hasOrdinaryRedirects(client[UNWATCHED]);
  if (isGuarded(client)) return false;
  const { CallbackURLs: callbacks = [], LogoutURLs: logouts = [], DefaultRedirectURI: fallback } = client;
  return (
    callbacks.every(isOrdinary) &&
    logouts.every(isOrdinary) &&
    (fallback === undefined || isOrdinary(fallback)) &&
    !callbacks.some(isRepetition) &&
    !logouts.some(isRepetition)
  );
}

/** Of ordinary URLs, which can repeat each other but for a slash. More than Cognito takes are not compared. */
function isRepetition(url: string, index: number, urls: readonly string[]): boolean {
  if (index >= MAX_URLS) return true;
  for (let at = 0; at < index; at += 1) {
    const other = urls[at] ?? '';
    if (Math.abs(other.length - url.length) <= 1 && withoutSlash(other) === withoutSlash(url)) return true;
  }
  return false;
}

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html */
const MAX_URLS = 100;

/** https, a name of plain labels, and a path of plain segments, none of which begins with a dot. */
const PLAIN_URL = /^https:\/\/(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*(?:\/[\w~-][\w.~-]*)*\/?$/;

/** A client has several URLs on one host. */
let lastHost: { readonly host: string; readonly isOrdinary: boolean } | undefined;

/** Nearly all redirects are: a plain URL on a host that nobody else can claim. There is nothing to say of its text. */
export function isOrdinary(raw: string): boolean {
  if (!PLAIN_URL.test(raw)) return false;
  const start = 'https://'.length;
  const end = raw.indexOf('/', start);
  const host = raw.slice(start, end === -1 ? raw.length : end);
  if (lastHost?.host !== host) lastHost = { host, isOrdinary: !isOddHost(host, raw) };
  return lastHost.isOrdinary;
}

function isOddHost(host: string, raw: string): boolean {
  const uri: Uri = { raw, scheme: 'https', userinfo: false, host, path: '', query: '', fragment: undefined };
  const oddities = [isLoopback, isPrivate, isTunnel, isSharedHosting, isPlaceholder];
  return host.includes('xn--') || oddities.some((isOdd) => isOdd(uri));
}

function* readRedirects(client: AppClient, { members, isOdd }: Selection): Generator<Redirect> {
  const registered = new Set<string>();
  for (const { member, path, value } of entries(client, ...members)) {
    if (member === 'CallbackURLs') registered.add(value);
    else if (member === 'DefaultRedirectURI' && registered.has(value)) continue;
    if (!isOdd || !isOrdinary(value)) yield { path, uri: parseUri(value) };
  }
}
