import { setTimeout as sleep } from 'node:timers/promises';
import { TokenBucket } from './token-bucket.ts';

/**
 * Calls a second that AWS allows, and that a run may lower where others use the same quota.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html
 */
export interface Rates {
  /** Of one account in one region, over all its pools: 15 for UserPoolClientRead. */
  readonly perRegion: number;
  /** Of one operation on one pool: 5. */
  readonly perPool: number;
}

/** More calls at once than the quota can use would only wait. */
const MAX_IN_FLIGHT = 16;

/** Pays for one more call of the same kind: an attempt that AWS refused has used its quota, too. */
export type PayAgain = () => Promise<void>;

interface Lane {
  readonly bucket: TokenBucket;
  readonly tasks: ((payAgain: PayAgain) => Promise<void>)[];
}

/**
 * Runs the calls of one account and region, as fast as the quotas allow and no faster. Of the pools that may be asked
 * now, the one with the most calls to come goes first, so that no pool is left to the end with its own slower quota.
 */
export class Schedule {
  readonly #rates: Rates;
  readonly #signal: AbortSignal;
  readonly #region: TokenBucket;
  readonly #lanes = new Map<string, Lane>();
  readonly #thrown: unknown[] = [];
  #isPaced = true;
  #inFlight = 0;
  #wake: () => void = () => {};

  constructor(rates: Rates, signal: AbortSignal) {
    this.#rates = rates;
    this.#signal = signal;
    // A burst that is smaller than AWS's leaves room for calls that arrive closer together than they were sent.
    this.#region = new TokenBucket(rates.perRegion, (rates.perRegion * 2) / 3, performance.now());
  }

  /** `task` makes a call at once: its first attempt is paid for. What it throws, `drain` throws. */
  add(userPoolId: string, operation: string, task: (payAgain: PayAgain) => Promise<void>): void {
    const key = `${operation} ${userPoolId}`;
    const lane = this.#lanes.get(key) ?? { bucket: this.#poolBucket(), tasks: [] };
    this.#lanes.set(key, lane);
    lane.tasks.push(task);
    this.#wake();
  }

  /** Runs until nothing is left, also of what tasks add. */
  async drain(): Promise<void> {
    for (;;) {
      if (this.#thrown.length > 0) throw this.#thrown[0];
      const lane = this.#inFlight < MAX_IN_FLIGHT ? this.#nextLane() : undefined;
      const task = lane?.tasks.shift();
      if (lane && task) {
        this.#start(lane, task);
        continue;
      }
      if ((this.#inFlight === 0 && this.isEmpty) || this.#signal.aborted) return this.#settled();
      await this.#pause();
    }
  }

  /** What is left makes no call any more, so it has nothing to wait for. */
  hurry(): void {
    this.#isPaced = false;
    this.#wake();
  }

  get isEmpty(): boolean {
    return [...this.#lanes.values()].every(({ tasks }) => tasks.length === 0);
  }

  #poolBucket(): TokenBucket {
    return new TokenBucket(this.#rates.perPool, (this.#rates.perPool * 4) / 5, performance.now());
  }

  #nextLane(): Lane | undefined {
    if (this.#signal.aborted || (this.#isPaced && this.#region.delay(performance.now()) > 0)) return undefined;
    let longest: Lane | undefined;
    for (const lane of this.#lanes.values()) {
      if (lane.tasks.length > (longest?.tasks.length ?? 0) && this.#delay(lane) === 0) longest = lane;
    }
    return longest;
  }

  #start(lane: Lane, task: (payAgain: PayAgain) => Promise<void>): void {
    this.#pay(lane);
    this.#inFlight += 1;
    const payAgain = async () => {
      for (let delay = this.#delay(lane); delay > 0; delay = this.#delay(lane)) {
        await sleep(delay, undefined, { signal: this.#signal });
      }
      this.#pay(lane);
    };
    void task(payAgain)
      .catch((error: unknown) => this.#thrown.push(error))
      .finally(() => {
        this.#inFlight -= 1;
        this.#wake();
      });
  }

  #delay({ bucket }: Lane): number {
    if (!this.#isPaced) return 0;
    const now = performance.now();
    return Math.max(bucket.delay(now), this.#region.delay(now));
  }

  #pay({ bucket }: Lane): void {
    const now = performance.now();
    bucket.take(now);
    this.#region.take(now);
  }

  /** Until a lane may go on, a call has ended, or a task has come. */
  async #pause(): Promise<void> {
    const waiting = [...this.#lanes.values()].filter(({ tasks }) => tasks.length > 0);
    const mayStart = this.#inFlight < MAX_IN_FLIGHT && !this.#signal.aborted;
    const delays = mayStart ? waiting.map((lane) => this.#delay(lane)) : [];
    const woken = new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    const timer = new AbortController();
    const due = delays.length > 0 ? [sleep(Math.min(...delays), undefined, { signal: timer.signal })] : [];
    await Promise.race([woken, ...due]);
    timer.abort();
    await Promise.allSettled(due);
  }

  async #settled(): Promise<void> {
    while (this.#inFlight > 0) await this.#pause();
  }
}
