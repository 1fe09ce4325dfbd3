import { setTimeout as sleep } from 'node:timers/promises';
import { regionOfPool } from '../../client/pool-id.ts';
import { type Cognito, unseen } from './cognito.ts';
import { shownUrl } from './connection.ts';
import { stsUrl } from './credentials.ts';
import { type Failure, withoutId } from './failures.ts';
import { type Fault, type FaultContext, faultOf } from './fault.ts';
import { proxyTo } from './http.ts';
import type { Identity } from './identity.ts';
import type { AuditRequest } from './request.ts';
import { retried } from './retry.ts';
import { TokenBucket } from './token-bucket.ts';

/** The user pools of one account and region, as far as they are to be read. */
export interface RegionPools {
  readonly identity: Identity;
  readonly region: string;
  readonly cognito: Cognito;
  readonly account: string | undefined;
  readonly userPoolIds: readonly string[];
  /** Pools that were listed and cannot be read. */
  readonly failures: readonly Failure[];
  /** Another profile of the account reads them all, in the same region: what comes of it is told there. */
  readonly isLeftToAnother?: boolean;
  /** Why they could not be listed. */
  readonly fault?: Fault;
}

/** The pools that one profile or role is to read, in each of its regions. */
export async function poolsOf(identity: Identity, request: AuditRequest, signal: AbortSignal): Promise<RegionPools[]> {
  const cognitos = identity.regions.map((region) => identity.cognito(region));
  const fault = await faultOfCredentials(identity, identity.stsRegion);
  if (fault) return cognitos.map((cognito) => ({ ...withoutPools(identity, cognito), fault }));
  const listed = await Promise.all(cognitos.map((cognito) => poolsInRegion(identity, cognito, request, signal)));
  const account = await accountOf(listed, signal);
  return listed.map((region) => ({ ...region, account }));
}

export function contextOf(
  { connection, who }: Pick<Identity, 'connection' | 'who'>,
  { region, endpoint, proxy }: Cognito,
): Omit<FaultContext, 'operation'> {
  return { region, endpoint, proxy, who, profile: connection.profile.name };
}

function withoutPools(identity: Identity, cognito: Cognito): RegionPools {
  return { identity, cognito, region: cognito.region, account: undefined, userPoolIds: [], failures: [] };
}

/** Without credentials no call is made at all. */
export async function faultOfCredentials(
  { connection, credentials, who }: Pick<Identity, 'connection' | 'credentials' | 'who'>,
  region: string,
): Promise<Fault | undefined> {
  if (!connection.signs) return undefined;
  try {
    await credentials();
    return undefined;
  } catch (error) {
    const endpoint = connection.stsEndpoint ? shownUrl(connection.stsEndpoint) : `the credentials service of ${who}`;
    return faultOf(error, {
      operation: 'AssumeRole',
      region,
      endpoint,
      proxy: proxyTo(stsUrl(connection, region)),
      who,
      profile: connection.profile.name,
    });
  }
}

async function poolsInRegion(
  identity: Identity,
  cognito: Cognito,
  { userPoolIds }: AuditRequest,
  signal: AbortSignal,
): Promise<RegionPools> {
  const base = withoutPools(identity, cognito);
  if (userPoolIds.length > 0) {
    // A replica is named by the region that it was copied from, and an emulator names none.
    const isHere = (pool: string) => {
      const home = regionOfPool(pool);
      return home === cognito.region || home === undefined || !identity.regions.includes(home);
    };
    return { ...base, userPoolIds: [...new Set(userPoolIds)].filter(isHere) };
  }
  try {
    return { ...base, ...(await listAll(cognito, signal)) };
  } catch (error) {
    return { ...base, fault: faultOf(error, { ...contextOf(identity, cognito), operation: 'ListUserPools' }) };
  }
}

/** Requests a second of the quota UserPoolRead. */
const USER_POOL_READ = 15;

/** Until there is no token: a page may be empty and not be the last. */
async function listAll(cognito: Cognito, signal: AbortSignal): Promise<Pick<RegionPools, 'userPoolIds' | 'failures'>> {
  const bucket = new TokenBucket(USER_POOL_READ, USER_POOL_READ / 2, performance.now());
  const pay = async () => {
    await sleep(bucket.delay(performance.now()), undefined, { signal });
    bucket.take(performance.now());
  };
  const ids = new Set<string>();
  const failures: Failure[] = [];
  const tokens = new Set<string>();
  for (let token: string | undefined; ; ) {
    await pay();
    const page = await retried(() => cognito.listUserPools(token, signal), { signal, payAgain: pay });
    for (const id of page.entries) {
      if (id !== undefined) ids.add(id);
      else failures.push(withoutId('clients', `a user pool without an id in ${cognito.region}`, 'ListUserPools'));
    }
    token = unseen(page.nextToken, tokens);
    if (token === undefined) return { userPoolIds: [...ids], failures };
  }
}

/** As the ARN of a pool has it, else as the credentials or STS have it. Undefined where nobody tells. */
async function accountOf(regions: readonly RegionPools[], signal: AbortSignal): Promise<string | undefined> {
  const { cognito, pool } =
    regions.flatMap(({ cognito, userPoolIds }) => userPoolIds.map((pool) => ({ cognito, pool })))[0] ?? {};
  const fromPool = cognito && pool ? await quietly(() => cognito.accountOfPool(pool, signal), signal) : undefined;
  const any = regions.find(({ fault }) => !fault)?.cognito;
  return fromPool ?? (any ? await quietly(() => any.accountOfCredentials(signal), signal) : undefined);
}

/** The account is a name and no more: an audit that may not ask for it goes on without. */
async function quietly<Answer>(ask: () => Promise<Answer>, signal: AbortSignal): Promise<Answer | undefined> {
  try {
    return await retried(ask, { signal, maxAttempts: 3 });
  } catch {
    return undefined;
  }
}

/**
 * Leaves each pool to one region of one account: a replicated pool to the region that it was made in, where that is
 * read; and where two profiles see one account, to the first.
 */
export function eachPoolOnce(regions: readonly RegionPools[]): RegionPools[] {
  return leftToOwners(
    regions,
    (one, pool) => `${accountKey(one)} ${pool}`,
    (one, owner, pool) => owner.region !== regionOfPool(pool) && one.region === regionOfPool(pool),
  );
}

/** Leaves each pool that was named to the first profile of its account, in each region that it may be in. */
export function eachNamedPoolOnce(regions: readonly RegionPools[]): RegionPools[] {
  return leftToOwners(
    regions,
    (one, pool) => `${accountKey(one)} ${one.region} ${pool}`,
    () => false,
  );
}

function leftToOwners(
  regions: readonly RegionPools[],
  keyOf: (one: RegionPools, pool: string) => string,
  isBetter: (one: RegionPools, owner: RegionPools, pool: string) => boolean,
): RegionPools[] {
  const owners = new Map<string, RegionPools>();
  for (const one of regions) {
    for (const pool of one.userPoolIds) {
      const owner = owners.get(keyOf(one, pool));
      if (!owner || isBetter(one, owner, pool)) owners.set(keyOf(one, pool), one);
    }
  }
  return regions.map((one) => {
    const ownerOf = (pool: string) => owners.get(keyOf(one, pool));
    const userPoolIds = one.userPoolIds.filter((pool) => ownerOf(pool) === one);
    const isSame = (pool: string) => ownerOf(pool) !== one && ownerOf(pool)?.region === one.region;
    return { ...one, userPoolIds, isLeftToAnother: userPoolIds.length === 0 && one.userPoolIds.some(isSame) };
  });
}

function accountKey({ account, identity }: RegionPools): string {
  return account ?? identity.who;
}
