import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker as NodeWorker } from 'node:worker_threads';
import type { ActiveRule } from '../report.ts';
import { rules as builtIn } from '../rules/index.ts';
import type { Answer, Job, ThreadSettings } from './job.ts';
import { type Helper, Sieve } from './sieve.ts';
import { Sifter } from './sifter.ts';

/** More of them would wait for this thread, which does what cannot be shared. */
const MAX_THREADS = 3;

/**
 * A sieve with threads of its own, if there is a processor for one. Rules of a user's own are judged in this thread alone:
 * they may keep something from client to client.
 */
export function startSieve(rules: readonly ActiveRule[], now: number): Sieve | undefined {
  const count = Math.min(availableParallelism() - 1, MAX_THREADS);
  if (count === 0 || !rules.every(({ rule }) => builtIn.includes(rule))) return undefined;
  const active = rules.map(({ rule, level, options }) => ({ id: rule.id, level, options }));
  const sifter = new Sifter(rules, now);
  return new Sieve(
    sifter,
    Array.from({ length: count }, () => new Thread({ active, now }, sifter)),
  );
}

/** A thread; what it cannot do, as it may run out of memory, is done in this one. */
class Thread implements Helper {
  readonly #worker: NodeWorker;
  readonly #instead: Sifter;
  /** Told the answers in the order of the jobs; undefined where there is none. */
  readonly #waiting: ((answer: { readonly of: Answer } | undefined) => void)[] = [];
  #isBroken = false;

  constructor(settings: ThreadSettings, instead: Sifter) {
    this.#instead = instead;
    this.#worker = new NodeWorker(join(__dirname, 'sieve-thread.js'), { workerData: settings });
    this.#worker.on('message', (of: Answer) => this.#waiting.shift()?.({ of }));
    this.#worker.on('error', () => {
      this.#isBroken = true;
      for (const tell of this.#waiting.splice(0)) tell(undefined);
    });
  }

  /** A broken one is given nothing. */
  get waiting(): number {
    return this.#isBroken ? Number.POSITIVE_INFINITY : this.#waiting.length;
  }

  async do(job: Job): Promise<Answer> {
    const answer = await new Promise<{ readonly of: Answer } | undefined>((tell) => {
      this.#waiting.push(tell);
      this.#worker.postMessage(job);
    });
    return answer ? answer.of : this.#instead.do(job);
  }

  end(): void {
    void this.#worker.terminate();
  }
}
