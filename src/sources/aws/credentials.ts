import { AwsError } from './aws-error.ts';
import type { Connection } from './connection.ts';
import { httpSettings, SILENT } from './http.ts';
import { environment, type Profile } from './profile.ts';
import { fromEnv, fromIni, fromNodeProviderChain, fromTemporaryCredentials, memoize } from './sdk.ts';

/** A role to be assumed with the credentials of the connection. */
export interface Role {
  readonly arn: string;
  readonly externalId?: string;
}

/** Keys, once they are asked for; the SDK asks again before they expire. */
export type Credentials = ReturnType<typeof fromNodeProviderChain>;

/**
 * The credentials that the AWS CLI would take: of the profile that was asked for, else of the environment, else of the
 * default profile and all that comes after it. (The SDK alone would let AWS_PROFILE win over keys beside it, and warn.)
 */
export function credentialsOf(connection: Connection, region: string, role: Role | undefined): Credentials {
  const sts = stsConfig(connection, region);
  const own = areOfEnvironment(connection) ? fromEnvironment(connection) : ofProfileOrMachine(connection, sts);
  if (!role) return own;
  const assumed = fromTemporaryCredentials({
    masterCredentials: own,
    clientConfig: sts,
    params: {
      RoleArn: role.arn,
      RoleSessionName: 'cognito-lint',
      ...(role.externalId && { ExternalId: role.externalId }),
    },
  });
  // Else the client of each region would assume the role for itself.
  return memoize(assumed, expireSoon);
}

/** Settings that say where a profile has its credentials from. */
const SOURCES = [
  'aws_access_key_id',
  'credential_process',
  'login_session',
  'role_arn',
  'sso_account_id',
  'sso_session',
  'sso_start_url',
  'web_identity_token_file',
];

/**
 * Where the credentials of a profile fail, the chain of the SDK would go on to those of the container or the instance,
 * and another account be audited under the name of the profile. The AWS CLI fails.
 */
function ofProfileOrMachine({ profile, signs }: Connection, sts: ReturnType<typeof stsConfig>): Credentials {
  if (signs) checkSource(profile);
  const settings = chainSettings(profile, sts);
  const hasSource = SOURCES.some((setting) => profile.setting(setting) !== undefined);
  return hasSource ? memoize(fromIni(settings), expireSoon) : fromNodeProviderChain(settings);
}

/** Within five minutes, as the SDK has it. */
function expireSoon({ expiration }: { readonly expiration?: Date }): boolean {
  return expiration !== undefined && expiration.getTime() - Date.now() < 300_000;
}

/** The keys of the environment count, as the profile was not asked for in so many words. */
export function areOfEnvironment({ isExplicit }: Connection): boolean {
  return environment('AWS_ACCESS_KEY_ID') !== undefined && !isExplicit;
}

function fromEnvironment({ signs }: Connection): Credentials {
  if (signs && environment('AWS_SECRET_ACCESS_KEY') === undefined)
    throw new AwsError('AWS_ACCESS_KEY_ID is set, and AWS_SECRET_ACCESS_KEY is not; set both of them or neither');
  return fromEnv();
}

/** There is a session token that somebody else got of STS, perhaps of its global endpoint: we ask a regional one. */
export function bringsToken(connection: Connection, role: Role | undefined): boolean {
  if (role) return false;
  const token = areOfEnvironment(connection)
    ? environment('AWS_SESSION_TOKEN')
    : connection.profile.setting('aws_session_token');
  return token !== undefined;
}

/** What the AWS CLI refuses in a profile, and the SDK would pass over or fall over. */
function checkSource({ name = 'default', setting, missingSession }: Profile): void {
  if (missingSession) {
    const { session } = missingSession;
    throw new AwsError(
      `profile ${missingSession.name} names the sso_session "${session}", and the config file has no section [sso-session ${session}]; add it with "aws configure sso"`,
    );
  }
  if (setting('role_arn') === undefined || setting('web_identity_token_file') !== undefined) return;
  const sources = ['source_profile', 'credential_source'].filter((source) => setting(source) !== undefined);
  if (sources.length === 1) return;
  const has = sources.length === 0 ? 'but neither source_profile nor' : 'and both source_profile and';
  throw new AwsError(`profile ${name} has a role_arn, ${has} credential_source; set one of them`);
}

/** A profile of IAM Identity Center has a region and an endpoint of its own for that. */
function chainSettings(profile: Profile, { region, requestHandler, ...reached }: ReturnType<typeof stsConfig>) {
  const isSso = profile.setting('sso_session') ?? profile.setting('sso_start_url');
  return {
    logger: SILENT,
    clientConfig: { requestHandler, ...(!isSso && reached) },
    parentClientConfig: { region, logger: SILENT },
    ...(profile.name && { profile: profile.name }),
  };
}

/** STS is reached as Cognito is: through the same proxy, with the same certificates and time-outs. */
export function stsConfig(connection: Connection, region: string) {
  const { stsEndpoint } = connection;
  return {
    region,
    requestHandler: httpSettings(connection, stsUrl(connection, region)),
    ...ofProfile(connection.profile),
    ...(stsEndpoint && { endpoint: stsEndpoint }),
  };
}

/**
 * What the SDK looks up for a client is of the profile that was chosen, as `use_fips_endpoint`. Endpoints are looked up
 * by this program: the SDK would take those of AWS_PROFILE or `default`, whatever the profile.
 */
export function ofProfile({ name }: Profile) {
  return { ignoreConfiguredEndpointUrls: true, ...(name && { profile: name }) };
}

export function stsUrl({ stsEndpoint }: Connection, region: string): string {
  return stsEndpoint ?? `https://sts.${region}.amazonaws.com`;
}
