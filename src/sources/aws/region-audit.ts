import { UnknownValue } from '../../client/unknown.ts';
import { type Cognito, unseen } from './cognito.ts';
import { type Failure, withoutId } from './failures.ts';
import { type Fault, type FaultContext, faultOf, isHopeless, mayPass } from './fault.ts';
import { retried } from './retry.ts';
import { type PayAgain, type Rates, Schedule } from './schedule.ts';
import { type LiveClient, readAnswer, uriOfClient } from './snapshot.ts';

/** What an audit asks for in one account and region. */
export interface RegionJob {
  readonly cognito: Cognito;
  readonly account: string | undefined;
  readonly userPoolIds: readonly string[];
  /** Pools that are there and cannot be read. */
  readonly failures: readonly Failure[];
  /** Only this client of each pool. */
  readonly clientId?: string;
  /** The pools were named by the user, so they may be in another region or account, or nowhere. */
  readonly isNamed: boolean;
  readonly secretAges: boolean;
  readonly rates: Rates;
  readonly signal: AbortSignal;
  readonly context: Omit<FaultContext, 'operation'>;
  readonly progress: (step: 'found' | 'described' | 'aged', count: number) => void;
}

/** What came of it. */
export interface RegionAudit {
  readonly clients: LiveClient[];
  readonly failures: Failure[];
  /** Pools that were not there when their clients were to be listed. */
  readonly missingPools: string[];
  /** Clients that were listed and were not there any more. */
  readonly missingClients: string[];
  /** Members that this program does not know. */
  readonly strangers: Set<string>;
  /** Every client of every pool is known by its id. */
  isListed: boolean;
  /** Clients that are known by their ids. */
  found: number;
}

/** Lists and describes the clients of some pools of one region. */
export async function auditRegion(job: RegionJob): Promise<RegionAudit> {
  const run = new RegionRun(job);
  for (const pool of job.userPoolIds) run.start(pool);
  await run.finish();
  return run.audit;
}

/** A client whose secrets are set when somebody has asked for them. */
type Described = { -readonly [Key in keyof LiveClient]: LiveClient[Key] };

class RegionRun {
  readonly audit: RegionAudit;
  readonly #job: RegionJob;
  readonly #schedule: Schedule;
  readonly #described: Described[] = [];
  /** Why the ages of secrets are not known, of pools where there is no use in asking. */
  readonly #refusedAges = new Map<string, UnknownValue>();
  #lastSuccess = performance.now();
  #stopped: Fault | undefined;

  constructor(job: RegionJob) {
    this.#job = job;
    this.audit = {
      clients: [],
      failures: [...job.failures],
      missingPools: [],
      missingClients: [],
      strangers: new Set(),
      isListed: job.failures.length === 0,
      found: 0,
    };
    this.#schedule = new Schedule(job.rates, job.signal);
  }

  start(pool: string): void {
    const { clientId, isNamed } = this.#job;
    // Both ids are known: nothing has to be listed, which may not be allowed.
    if (clientId !== undefined && isNamed) this.#describe(pool, clientId);
    else this.#list(pool, undefined, { ids: new Set(), tokens: new Set() });
  }

  /** Descriptions first: ages of secrets are worth less, and are lost first where the time is short. */
  async finish(): Promise<void> {
    await this.#schedule.drain();
    if (!this.#schedule.isEmpty) this.audit.isListed = false;
    if (this.#job.secretAges) await this.#askAges();
    for (const client of this.#described) this.audit.clients.push(client);
  }

  #list(
    pool: string,
    token: string | undefined,
    seen: { readonly ids: Set<string>; readonly tokens: Set<string> },
  ): void {
    this.#schedule.add(pool, 'ListUserPoolClients', async (payAgain) => {
      const { cognito, signal, clientId } = this.#job;
      const page = await this.#try('ListUserPoolClients', payAgain, async () => {
        const { entries, nextToken } = await cognito.listUserPoolClients(pool, token, signal);
        return { entries, next: unseen(nextToken, seen.tokens) };
      });
      if ('fault' in page) return this.#listFailed(pool, page.fault);
      const { entries, next } = page.answer;
      for (const id of entries) {
        if (id === undefined) this.#listedWithoutId(pool);
        if (id === undefined || seen.ids.has(id) || (clientId !== undefined && id !== clientId)) continue;
        seen.ids.add(id);
        this.#describe(pool, id);
      }
      if (next !== undefined) this.#list(pool, next, seen);
    });
  }

  #listFailed(pool: string, fault: Fault): void {
    if (fault.kind === 'missing') {
      this.audit.missingPools.push(pool);
      return;
    }
    this.audit.isListed = false;
    this.audit.failures.push({ of: 'clients', name: `user pool ${pool}`, fault });
  }

  #listedWithoutId(pool: string): void {
    this.audit.isListed = false;
    this.audit.failures.push(withoutId('client', `without an id of user pool ${pool}`, 'ListUserPoolClients'));
  }

  #describe(pool: string, client: string): void {
    this.audit.found += 1;
    this.#job.progress('found', 1);
    this.#schedule.add(pool, 'DescribeUserPoolClient', async (payAgain) => {
      const { cognito, signal, account } = this.#job;
      const result = await this.#try('DescribeUserPoolClient', payAgain, async () =>
        readAnswer(await cognito.describeUserPoolClient(pool, client, signal)),
      );
      this.#job.progress('described', 1);
      if ('fault' in result) return this.#describeFailed(pool, client, result.fault);
      const { settings, strangers } = result.answer;
      for (const stranger of strangers) this.audit.strangers.add(stranger);
      this.#described.push({ account, region: cognito.region, userPoolId: pool, clientId: client, settings });
    });
  }

  #describeFailed(pool: string, client: string, fault: Fault): void {
    const { clientId, isNamed, account, cognito } = this.#job;
    const name = `${client} of user pool ${pool}`;
    if (fault.kind === 'missing' && clientId !== undefined && isNamed) return;
    if (fault.kind === 'missing') {
      this.audit.missingClients.push(name);
      return;
    }
    const uri = uriOfClient({ account, region: cognito.region, userPoolId: pool, clientId: client });
    this.audit.failures.push({ of: 'client', name, uri, fault });
  }

  /** One client of each pool first: where that is refused, the others of the pool would be, too. */
  async #askAges(): Promise<void> {
    // Clients that registered themselves have no operations on secrets.
    const clients = this.#described.filter(({ settings }) => settings['ClientType'] !== 'DCR');
    this.#job.progress('aged', this.#described.length - clients.length);
    const probes = new Set(new Map(clients.map((client) => [client.userPoolId, client])).values());
    for (const probe of probes) this.#askAge(probe);
    await this.#schedule.drain();
    for (const client of clients.filter((one) => !probes.has(one))) {
      const refused = this.#refusedAges.get(client.userPoolId);
      if (refused === undefined) this.#askAge(client);
      else {
        client.secrets = refused;
        this.#job.progress('aged', 1);
      }
    }
    await this.#schedule.drain();
  }

  #askAge(client: Described): void {
    const operation = 'ListUserPoolClientSecrets';
    client.secrets = new UnknownValue('ClientSecrets', 'it was not asked for in time');
    this.#schedule.add(client.userPoolId, operation, async (payAgain) => {
      const { cognito, signal } = this.#job;
      const result = await this.#try(
        operation,
        payAgain,
        () => cognito.listClientSecrets(client.userPoolId, client.clientId, signal),
        2,
      );
      this.#job.progress('aged', 1);
      if ('answer' in result) {
        client.secrets = result.answer;
        return;
      }
      client.secrets = new UnknownValue('ClientSecrets', `${operation} gave no answer: ${result.fault.cause}`);
      // An emulator answers 500 or a page to what it does not know.
      if (['denied', 'server', 'not-aws'].includes(result.fault.kind))
        this.#refusedAges.set(client.userPoolId, client.secrets);
    });
  }

  async #try<Answer>(
    operation: string,
    payAgain: PayAgain,
    attempt: () => Promise<Answer>,
    maxAttempts?: number,
  ): Promise<{ readonly answer: Answer } | { readonly fault: Fault }> {
    if (this.#stopped) return { fault: this.#stopped };
    const start = performance.now();
    try {
      const answer = await retried(attempt, {
        signal: this.#job.signal,
        payAgain,
        ...(maxAttempts && { maxAttempts }),
      });
      this.#lastSuccess = performance.now();
      return { answer };
    } catch (error) {
      const fault = faultOf(error, { ...this.#job.context, operation });
      // Where nothing at all has been answered in the meantime, every other call would wait as long for nothing.
      const wasPatient = maxAttempts === undefined || fault.kind === 'throttled';
      const isDead = mayPass(fault) && wasPatient && this.#lastSuccess < start;
      if (isHopeless(fault) || isDead) {
        this.#stopped = fault;
        this.#schedule.hurry();
      }
      return { fault };
    }
  }
}
