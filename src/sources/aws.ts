import type { Scope } from '../report.ts';
import type { Remark, Subject } from '../subject.ts';
import type { TraceCall } from './aws/cognito.ts';
import { identitiesOf } from './aws/identity.ts';
import { type AuditedRegion, remarksOf, scopesOf, strangersOf } from './aws/outcome.ts';
import { contextOf, eachNamedPoolOnce, eachPoolOnce, poolsOf, type RegionPools } from './aws/pools.ts';
import { auditRegion, type RegionJob } from './aws/region-audit.ts';
import { type AuditRequest, checkRequest } from './aws/request.ts';
import { type LiveClient, snapshotOf } from './aws/snapshot.ts';

/** How far an audit is. */
export interface Progress {
  readonly pools: number;
  /** That are known by now; more may come. */
  readonly clients: number;
  readonly described: number;
  /** Calls that are still to be made, as far as they are known by now. */
  readonly callsLeft: number;
}

export interface AuditRun {
  /** Epoch seconds. */
  readonly now: number;
  /** Ends the run early; what was read until then is given. */
  readonly signal: AbortSignal;
  readonly trace: TraceCall;
  readonly progress: (progress: Progress) => void;
}

/** The clients of live accounts, and what could not be read of them. */
export interface AwsReading {
  readonly subjects: readonly Subject[];
  readonly errors: readonly Remark[];
  readonly notices: readonly Remark[];
  /** Members that this version does not know, and that are not in the subjects. */
  readonly strangers: readonly string[];
  readonly scopes: readonly Scope[];
  /** The uris of clients that are there and were not read. */
  readonly unread: readonly string[];
}

/** Reads every client that was asked for. Whatever fails, the others are read. Throws an `AwsError` before any call. */
export async function readAws(request: AuditRequest, run: AuditRun): Promise<AwsReading> {
  checkRequest(request);
  const identities = await identitiesOf(request, run.trace, run.signal);
  const listed = await Promise.all(identities.map((identity) => poolsOf(identity, request, run.signal)));
  const regions = (request.userPoolIds.length > 0 ? eachNamedPoolOnce : eachPoolOnce)(listed.flat());
  const step = counter(regions, request.secretAges, run.progress);
  const audited: AuditedRegion[] = await Promise.all(
    regions.map(async (pools) => ({ pools, audit: await auditRegion(jobOf(pools, request, run, step)) })),
  );
  const snapshots = audited
    .flatMap(({ audit }) => audit.clients)
    .filter(eachOnce())
    .map((client) => snapshotOf(client, run.now))
    .sort((a, b) => (a.document.uri < b.document.uri ? -1 : 1));
  const { errors, notices } = remarksOf(audited, request, run.signal.aborted);
  return {
    subjects: snapshots.map(({ subject }) => subject),
    errors: [...errors, ...snapshots.flatMap((snapshot) => snapshot.errors)],
    notices: [...notices, ...snapshots.flatMap((snapshot) => snapshot.notices)],
    strangers: strangersOf(audited),
    scopes: scopesOf(audited, request),
    unread: audited.flatMap(({ audit }) => audit.failures).flatMap(({ uri }) => uri ?? []),
  };
}

/** A pool that was named may be seen in several regions, as a replica. */
function eachOnce(): (client: LiveClient) => boolean {
  const seen = new Set<string>();
  return ({ account, userPoolId, clientId }) => {
    const key = [account, userPoolId, clientId].join(' ');
    return !seen.has(key) && seen.add(key) !== undefined;
  };
}

function jobOf(pools: RegionPools, request: AuditRequest, run: AuditRun, progress: RegionJob['progress']): RegionJob {
  const { cognito, account, userPoolIds, failures, identity } = pools;
  const { secretAges, rates, clientId } = request;
  return {
    cognito,
    account,
    userPoolIds,
    failures,
    isNamed: request.userPoolIds.length > 0,
    secretAges,
    rates,
    signal: run.signal,
    context: contextOf(identity, cognito),
    progress,
    ...(clientId !== undefined && { clientId }),
  };
}

function counter(
  regions: readonly RegionPools[],
  secretAges: boolean,
  report: AuditRun['progress'],
): RegionJob['progress'] {
  const counts = { found: 0, described: 0, aged: 0 };
  const pools = regions.reduce((sum, { userPoolIds }) => sum + userPoolIds.length, 0);
  const tell = () => {
    const { found, described, aged } = counts;
    const callsLeft = found - described + (secretAges ? found - aged : 0);
    report({ pools, clients: found, described, callsLeft });
  };
  tell();
  return (step, count) => {
    counts[step] += count;
    tell();
  };
}
