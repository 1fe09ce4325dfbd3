import { regionOfPool } from '../../client/pool-id.ts';
import { Cognito, type TraceCall } from './cognito.ts';
import { type Connection, connect, regionOf } from './connection.ts';
import { areOfEnvironment, bringsToken, type Credentials, credentialsOf, type Role } from './credentials.ts';
import { allRegions, isOptIn } from './regions.ts';
import type { AuditRequest } from './request.ts';

/** Whose eyes an audit has: a profile, or a role that it assumes. */
export interface Identity {
  readonly connection: Connection;
  /** As sentences name it. */
  readonly who: string;
  readonly regions: readonly string[];
  /** Where STS is asked for credentials. */
  readonly stsRegion: string;
  readonly credentials: Credentials;
  readonly bringsToken: boolean;
  cognito(region: string): Cognito;
}

/** One for each profile or role. Throws an `AwsError` where the configuration is wrong; makes no call. */
export async function identitiesOf(request: AuditRequest, trace: TraceCall, signal: AbortSignal): Promise<Identity[]> {
  const profiles = request.profiles.length > 0 ? [...new Set(request.profiles)] : [undefined];
  const connections = await Promise.all(profiles.map((profile) => connect(request, profile, signal)));
  const { externalId } = request;
  const roles: (Role | undefined)[] = [...new Set(request.roleArns)].map((arn) => ({
    arn,
    ...(externalId && { externalId }),
  }));
  return connections.flatMap((connection) =>
    (roles.length > 0 ? roles : [undefined]).map((role) => identity(connection, role, request, trace)),
  );
}

function identity(connection: Connection, role: Role | undefined, request: AuditRequest, trace: TraceCall): Identity {
  const regions = regionsOf(connection, request);
  const stsRegion = stsRegionOf(connection, regions);
  const credentials = credentialsOf(connection, stsRegion, role);
  return {
    connection,
    regions,
    stsRegion,
    credentials,
    bringsToken: bringsToken(connection, role),
    who: role ? `role ${role.arn}` : whoOf(connection),
    cognito: (region) => new Cognito(connection, region, credentials, trace),
  };
}

function regionsOf(connection: Connection, { regions, allRegions: all, userPoolIds }: AuditRequest): string[] {
  if (all) return allRegions(connection.region);
  if (regions.length > 0) return [...new Set(regions)];
  // The ids of pools say where they are.
  const named = userPoolIds.map(regionOfPool);
  if (named.length > 0 && named.every((region) => region !== undefined)) return [...new Set(named)];
  return [regionOf(connection, undefined)];
}

/**
 * An opt-in region that the account has not enabled knows no credentials; those of STS in any other are valid in each.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_enable-regions.html
 */
function stsRegionOf(connection: Connection, regions: readonly string[]): string {
  const own = regions.find((region) => region === connection.region);
  return own ?? regions.find((region) => !isOptIn(region)) ?? regions[0] ?? '';
}

/** How a person would say whose keys these are. */
export function whoOf(connection: Connection): string {
  if (!connection.signs) return 'no credentials (--no-sign-request)';
  if (areOfEnvironment(connection)) return 'the keys in the environment';
  const { name } = connection.profile;
  return name ? `profile ${name}` : 'the default profile';
}
