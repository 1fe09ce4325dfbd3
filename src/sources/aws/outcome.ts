import type { Scope } from '../../report.ts';
import type { Remark } from '../../subject.ts';
import { type Failure, toSentences } from './failures.ts';
import type { RegionPools } from './pools.ts';
import type { RegionAudit } from './region-audit.ts';
import { isOptIn } from './regions.ts';
import type { AuditRequest } from './request.ts';

/** One account and region, with what was asked of it and what came back. */
export interface AuditedRegion {
  readonly pools: RegionPools;
  readonly audit: RegionAudit;
}

/** A region that the account has not enabled refuses credentials that other regions take: there is nothing in it. */
function isDisabled({ pools }: AuditedRegion, all: readonly AuditedRegion[], { allRegions }: AuditRequest): boolean {
  if (!allRegions || pools.fault?.kind !== 'unrecognized' || !isOptIn(pools.region)) return false;
  return all.some((other) => other.pools.identity === pools.identity && !other.pools.fault);
}

/** What was set out to be read, each account and region once, and how that went. */
export function scopesOf(audited: readonly AuditedRegion[], request: AuditRequest): Scope[] {
  const scopes = new Map<string, Scope>();
  for (const one of audited) {
    if (isDisabled(one, audited, request) || one.pools.isLeftToAnother) continue;
    const scope = scopeOf(one, request);
    const key = `${scope.account ?? ''} ${scope.region} ${(scope.userPoolIds ?? []).join(' ')}`;
    const known = scopes.get(key);
    // Two profiles of one account: what one of them has read is read.
    if (!known || RANK.indexOf(scope.outcome) < RANK.indexOf(known.outcome)) scopes.set(key, scope);
  }
  return [...scopes.values()].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

const RANK: readonly Scope['outcome'][] = ['read', 'partial', 'failed'];

function nameOf({ account = '', region }: Scope): string {
  return `${account} ${region}`;
}

function scopeOf({ pools, audit }: AuditedRegion, { userPoolIds, clientId }: AuditRequest): Scope {
  const { account, region } = pools;
  const isNarrowed = userPoolIds.length > 0;
  const found = pools.userPoolIds.filter((pool) => !audit.missingPools.includes(pool));
  return {
    ...(account && { account }),
    region,
    ...(isNarrowed && { userPoolIds: found }),
    ...(clientId !== undefined && { clientId }),
    outcome: pools.fault || !audit.isListed ? 'failed' : audit.failures.length > 0 ? 'partial' : 'read',
  };
}

/** What a person must know of what was not read, and what is good to know. */
export function remarksOf(
  audited: readonly AuditedRegion[],
  request: AuditRequest,
  isInterrupted: boolean,
): { readonly errors: Remark[]; readonly notices: Remark[] } {
  const disabled = audited.filter((one) => isDisabled(one, audited, request));
  const failures = audited
    .filter((one) => !disabled.includes(one))
    .flatMap(({ pools, audit }): Failure[] => [
      ...(pools.fault ? [{ of: 'pools' as const, name: pools.region, fault: pools.fault }] : []),
      ...audit.failures,
    ])
    .filter(({ fault }) => fault.kind !== 'interrupted');
  const clients = audited.reduce((sum, { audit }) => sum + audit.clients.length, 0);
  const found = audited.reduce((sum, { audit }) => sum + audit.found, 0);
  const errors = [...toSentences(failures), ...notFound(audited, request)];
  if (isInterrupted) errors.push(`interrupted: this is partial, with ${clients} of ${found} app clients`);
  if (errors.length === 0 && clients === 0) errors.push(noClient(audited));
  return { errors: errors.map(toRemark), notices: noticesOf(audited, disabled, request).map(toRemark) };
}

function toRemark(message: string): Remark {
  return { message };
}

/** What the user named and no account and region has. */
function notFound(audited: readonly AuditedRegion[], { userPoolIds, clientId }: AuditRequest): string[] {
  const asked = audited.filter(({ pools }) => !pools.fault);
  const places = placesOf(asked);
  const missing = [...new Set(userPoolIds)].filter((pool) => {
    const here = asked.filter(({ pools }) => pools.userPoolIds.includes(pool));
    return here.length > 0 && here.every(({ audit }) => audit.missingPools.includes(pool));
  });
  const pools = missing.map(
    (pool) => `user pool ${pool} was not found in ${places}; check its id, the region and the account`,
  );
  const isComplete = asked.length > 0 && asked.every(({ audit }) => audit.isListed && audit.failures.length === 0);
  const hasClient = audited.some(({ audit }) => audit.clients.length > 0);
  if (clientId === undefined || hasClient || !isComplete || missing.length > 0) return pools;
  return [`app client ${clientId} was not found in ${places}; check its id, the user pool, the region and the account`];
}

function noClient(audited: readonly AuditedRegion[]): string {
  const pools = audited.reduce((sum, one) => sum + one.pools.userPoolIds.length, 0);
  const where = placesOf(audited);
  return pools === 0
    ? `no user pool was found in ${where}; check --region and --profile`
    : `no app client was found in the ${pools} user pool${pools === 1 ? '' : 's'} of ${where}; check --region and --profile`;
}

function placesOf(audited: readonly AuditedRegion[]): string {
  const places = audited.map(({ pools }) => `${pools.region}${pools.account ? ` of account ${pools.account}` : ''}`);
  return [...new Set(places)].join(', ') || 'no region';
}

/** Members that some client has and this version does not know. */
export function strangersOf(audited: readonly AuditedRegion[]): string[] {
  return [...new Set(audited.flatMap(({ audit }) => [...audit.strangers]))].sort();
}

function noticesOf(
  audited: readonly AuditedRegion[],
  disabled: readonly AuditedRegion[],
  { verifySsl, userPoolIds }: AuditRequest,
): string[] {
  const audits = audited.map(({ audit }) => audit);
  const pools = userPoolIds.length > 0 ? [] : audits.flatMap(({ missingPools }) => missingPools);
  const clients = audits.flatMap(({ missingClients }) => missingClients);
  return [
    ...(verifySsl === false
      ? ['certificates were not verified (--no-verify-ssl): whoever is in between can read and change the answers']
      : []),
    ...(disabled.length > 0 ? [passedOver(disabled)] : []),
    ...pools.map((pool) => `user pool ${pool} was deleted meanwhile`),
    ...clients.map((client) => `app client ${client} was deleted meanwhile`),
    ...strangersOf(audited).map(
      (name) => `${name} is not a member of the API that this version knows, so it is not judged`,
    ),
  ];
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_enable-regions.html on session tokens */
function passedOver(disabled: readonly AuditedRegion[]): string {
  const regions = [...new Set(disabled.map(({ pools: { region } }) => region))].sort();
  const isSure = disabled.every(({ pools: { identity } }) => !identity.bringsToken);
  const doubt =
    '; one that is enabled refuses only session tokens of the global endpoint of STS: with such, get a regional one';
  return `not enabled for the account, so passed over: ${regions.join(', ')}${isSure ? '' : doubt}`;
}
