import type { AppClient, ListMember, Timestamp } from '../../client/app-client.ts';
import { Effective } from '../../client/effective.ts';
import type { AuthFlow } from '../../client/flows.ts';
import { duration, type Token } from '../../client/lifetimes.ts';
import { epochSeconds, isoDay } from '../../client/time.ts';
import { UnknownValue } from '../../client/unknown.ts';
import type { Subject } from '../../subject.ts';
import { lifetimeInForce, lifetimeReported, TOKENS } from './token-lifetimes.ts';

/** What is shown of a setting: values as they stand, words of ours, why it is not known. */
export interface Shown {
  readonly values?: readonly string[];
  readonly words?: string;
  readonly unknown?: string;
}

/** A setting as it was reported, and what comes of it. */
export interface Setting {
  readonly name: string;
  /** The member of the client that findings about it point at. */
  readonly member: keyof AppClient;
  readonly reported: Shown;
  readonly inForce: Shown;
}

type Read = (client: AppClient, effective: Effective) => Shown;
type Row = readonly [name: string, member: keyof AppClient, inForce: Read, reported?: Read];

/** The settings of a client, reported beside effective. */
export function settingsOf({ client, facts, origin: { document } }: Subject): Setting[] {
  const effective = new Effective(client, facts);
  const read = (get: Read): Shown => {
    const { values, ...rest } = known(() => get(client, effective));
    // Of a large file, a secret may come behind the client that it stands in.
    return values ? { values: values.map((value) => document.secrets.takenOutOf(value)), ...rest } : rest;
  };
  return ROWS.map(([name, member, inForce, reported = as(member)]) => {
    return { name, member, reported: read(reported), inForce: read(inForce) };
  });
}

/** What is read, or why it cannot be. */
function known(get: () => Shown): Shown {
  try {
    return get();
  } catch (error) {
    if (!(error instanceof UnknownValue)) throw error;
    return { unknown: error.reason };
  }
}

/** In the order in which one reads a client: who it is, how one signs in, what comes of it. */
const ROWS: readonly Row[] = [
  [
    'Client secret',
    'ClientSecret',
    (_client, { secret }) => words(secret ? 'confidential client' : 'public client, as far as is reported'),
    (_client, { secret }) => words(secret ? 'present' : 'none'),
  ],
  ['OAuth', 'AllowedOAuthFlowsUserPoolClient', oauth],
  ['OAuth grants', 'AllowedOAuthFlows', whereOAuth('AllowedOAuthFlows')],
  ['OAuth scopes', 'AllowedOAuthScopes', whereOAuth('AllowedOAuthScopes')],
  ['Callback URLs', 'CallbackURLs', whereRedirects('CallbackURLs')],
  ['Default redirect', 'DefaultRedirectURI', whereRedirects('DefaultRedirectURI')],
  ['Logout URLs', 'LogoutURLs', whereRedirects('LogoutURLs')],
  ['Identity providers', 'SupportedIdentityProviders', as('SupportedIdentityProviders')],
  ['Sign-in flows', 'ExplicitAuthFlows', flows],
  ['Sign-in session', 'AuthSessionValidity', session],
  ['Error texts', 'PreventUserExistenceErrors', errorTexts],
  ...TOKENS.map(({ token, name, member }) => tokenRow(name, member, token)),
  ['Refresh token rotation', 'RefreshTokenRotation', rotation, (client) => shown(client.RefreshTokenRotation?.Feature)],
  ['Token revocation', 'EnableTokenRevocation', revocation],
  ['Readable attributes', 'ReadAttributes', attributes('ReadAttributes', 'every attribute, the default')],
  [
    'Writable attributes',
    'WriteAttributes',
    attributes('WriteAttributes', 'every standard attribute, the default, and by the developer guide every custom one'),
  ],
  ['User context data', 'EnablePropagateAdditionalUserContextData', contextData],
  ['Analytics', 'AnalyticsConfiguration', analytics, analyticsReported],
  ['Created', 'CreationDate', day('CreationDate')],
  ['Last changed', 'LastModifiedDate', day('LastModifiedDate')],
];

function words(text: string): Shown {
  return { words: text };
}

const NOT_SET = words('not set');

/** A value as it stands; of a list that is known in part, also that there is more. */
function shown(value: unknown): Shown {
  if (value === undefined) return NOT_SET;
  if (!Array.isArray(value)) return { values: [String(value)] };
  const values: string[] = [];
  const rest = known(() => {
    for (const entry of value) values.push(String(entry));
    return {};
  });
  return { values, ...rest };
}

function as(member: keyof AppClient): Read {
  return (client) => shown(client[member]);
}

function onOff(isOn: boolean, reported: unknown, because = 'the default'): Shown {
  return words(`${isOn ? 'on' : 'off'}${reported === undefined ? `, ${because}` : ''}`);
}

function oauth({ AllowedOAuthFlowsUserPoolClient: reported }: AppClient, effective: Effective): Shown {
  if (effective.machine) return words(`${effective.oauth ? 'on' : 'off'}; a machine client, which has no users`);
  return onOff(effective.oauth, reported);
}

function whereOAuth(member: ListMember): Read {
  return (client, effective) => (effective.oauth ? shown(client[member]) : words('none, as OAuth is off'));
}

function whereRedirects(member: ListMember | 'DefaultRedirectURI'): Read {
  return (client, effective) => {
    if (effective.redirects) return shown(client[member]);
    return words(effective.oauth ? 'none, as a machine client never redirects' : 'none, as OAuth is off');
  };
}

const FLOW: Readonly<Record<AuthFlow, string>> = {
  USER_PASSWORD: 'password in the request',
  ADMIN_PASSWORD: 'password through a server',
  USER_SRP: 'SRP',
  CUSTOM: 'custom challenges',
  USER_AUTH: "the user's choice",
  REFRESH: 'refresh tokens',
  CLIENT_TOKEN: 'client tokens',
};

function flows({ ExplicitAuthFlows: given }: AppClient, effective: Effective): Shown {
  const names = [...effective.flows].map((flow) => FLOW[flow]).join(', ');
  return words(given === undefined ? `${names}: the default` : names);
}

function session({ AuthSessionValidity: minutes }: AppClient): Shown {
  return words(minutes === undefined ? '3 minutes, the default' : duration(minutes, 'minutes'));
}

function errorTexts({ PreventUserExistenceErrors: reported }: AppClient, { userExistenceErrors }: Effective): Shown {
  const origin = reported === undefined ? ', the default' : '';
  const told =
    userExistenceErrors === 'LEGACY' ? 'they tell who has an account' : 'they do not tell who has an account';
  return words(`${userExistenceErrors}${origin}: ${told}`);
}

function tokenRow(name: string, member: keyof AppClient, token: Token): Row {
  const inForce: Read = (client, effective) => words(lifetimeInForce(client, effective, token).text);
  return [name, member, inForce, (client) => words(lifetimeReported(client, token))];
}

function rotation({ RefreshTokenRotation: reported }: AppClient, effective: Effective): Shown {
  if (!effective.rotation) return onOff(false, reported?.Feature);
  return words(`on; an old token works for ${duration(effective.rotationGraceSeconds, 'seconds')} more`);
}

function revocation({ EnableTokenRevocation: reported }: AppClient, effective: Effective): Shown {
  const because =
    effective.facts.form === 'described' ? 'as a description always has it where it is on' : 'the default';
  return onOff(effective.revocation, reported, because);
}

function attributes(member: 'ReadAttributes' | 'WriteAttributes', absent: string): Read {
  return (client) => (client[member] === undefined ? words(absent) : shown(client[member]));
}

function contextData({ EnablePropagateAdditionalUserContextData: reported }: AppClient): Shown {
  return onOff(reported === true, reported);
}

function analytics({ AnalyticsConfiguration: reported }: AppClient): Shown {
  const target = reported?.ApplicationArn ?? reported?.ApplicationId;
  if (target === undefined) return onOff(false, reported);
  return words(reported?.UserDataShared === true ? 'on, with data of users' : 'on, without data of users');
}

function analyticsReported({ AnalyticsConfiguration: reported }: AppClient): Shown {
  return shown(reported?.ApplicationArn ?? reported?.ApplicationId);
}

function day(member: 'CreationDate' | 'LastModifiedDate'): Read {
  return (client) => {
    const date: Timestamp | undefined = client[member];
    const seconds = date === undefined ? undefined : epochSeconds(date);
    return words(seconds === undefined ? 'not known' : isoDay(seconds));
  };
}
