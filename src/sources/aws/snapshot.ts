import { members } from '../../client/schema.ts';
import { isRecord, takeSecrets } from '../../client/secret.ts';
import { Secrets } from '../../client/secrets.ts';
import { nameOf } from '../../client/shape.ts';
import { UnknownValue } from '../../client/unknown.ts';
import { locateJson } from '../../locate/json.ts';
import type { Document } from '../../subject.ts';
import { type DescribedClient, describedClient } from '../described-client.ts';
import type { SecretAge } from './list-answers.ts';
import { clientOf } from './response-body.ts';

/** Where a client lives. */
export interface LiveIdentity {
  readonly account: string | undefined;
  readonly region: string;
  readonly userPoolId: string;
  readonly clientId: string;
}

/** A client as AWS described it. */
export interface LiveClient extends LiveIdentity {
  /** See `Answer`. */
  readonly settings: Record<string, unknown>;
  /** When its secrets were made, or why that is not known; undefined where nobody asked. */
  readonly secrets?: readonly SecretAge[] | UnknownValue;
}

type Schema = Readonly<Record<string, { readonly type?: unknown; readonly properties?: Schema }>>;

/** What AWS said of a client. */
export interface Answer {
  /** The members that this program knows, in the order of the API, the secret replaced. */
  readonly settings: Record<string, unknown>;
  /** The names of those that it does not know, as they may be shown: their values may be secrets, so they are not kept. */
  readonly strangers: readonly string[];
}

/** Reads the text of an answer. The secret is replaced first. Throws a SyntaxError where no client is in it. */
export function readAnswer(text: string): Answer {
  const client = clientOf(text);
  takeSecrets(client, new Secrets());
  return { settings: known(client, members), strangers: [...strangersIn(client, members)] };
}

/** `null` says what absence says. */
function known(value: Record<string, unknown>, schema: Schema): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(schema)) {
    const own = value[key];
    if (own === undefined || own === null) continue;
    kept[key] = isRecord(own) && member.properties ? known(own, member.properties) : own;
  }
  return kept;
}

/** `FutureField`, or `AnalyticsConfiguration.FutureField`. */
function* strangersIn(value: Record<string, unknown>, schema: Schema, within = ''): Generator<string> {
  for (const [key, own] of Object.entries(value)) {
    const member = Object.hasOwn(schema, key) ? schema[key] : undefined;
    if (member === undefined) yield within + nameOf(key);
    else if (isRecord(own) && member.properties) yield* strangersIn(own, member.properties, `${key}.`);
  }
}

/**
 * A live client as a document that is the same in every run, as long as the client is: keys in order, no secret. It is
 * judged as it stands there, so that a scan of the saved document says the same.
 */
export function snapshotOf(client: LiveClient, now: number): DescribedClient & { readonly document: Document } {
  const { account, region, secrets } = client;
  const settings = {
    ...client.settings,
    ...(Array.isArray(secrets) && secrets.length > 0 && { ClientSecrets: secrets }),
  };
  const text = `${JSON.stringify({ UserPoolClient: sorted(settings) }, null, 2)}\n`;
  const path = pathOf(client);
  const document: Document = {
    uri: uriOfClient(client),
    path,
    text,
    encoding: 'utf-8',
    secrets: new Secrets(),
    locate: (pointers) => locateJson(text, pointers),
  };
  const { UserPoolClient: value } = JSON.parse(text) as { UserPoolClient: Record<string, unknown> };
  const described = describedClient(
    { pointer: '/UserPoolClient', value, form: 'description' },
    {
      document,
      onDisk: false,
      now,
      live: { region, ...(account && { account }) },
      unknown: secrets instanceof UnknownValue ? [secrets] : [],
    },
  );
  return { ...described, document };
}

/** The uri that the document of a client has, whether it was read or not. */
export function uriOfClient(client: LiveIdentity): string {
  return pathOf(client).split('/').map(encodeURIComponent).join('/');
}

function pathOf({ account, region, userPoolId, clientId }: LiveIdentity): string {
  return ['cognito-snapshot', account ?? 'unknown-account', region, userPoolId, `${clientId}.json`]
    .map(safeName)
    .join('/');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}

/** Ids come from AWS, or from what answers in its place: none of them may lead out of the folder. */
function safeName(id: string): string {
  const name = id.replace(/[^\w+.-]/g, '_');
  return /^\.+$/.test(name) ? '_' : name;
}
