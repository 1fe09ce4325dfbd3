import type { Answer, Job } from './job.ts';

/** Who does jobs, one after the other. */
export interface Worker {
  do(job: Job): Promise<Answer>;
}

/** A worker beside this thread. */
export interface Helper extends Worker {
  /** How many jobs it has not done yet. */
  readonly waiting: number;
  end(): void;
}

/** So many jobs at a time, that a helper need not wait for the next. */
const MAX_WAITING = 4;
/** So many jobs are done before it is their turn, at most. */
const MAX_AHEAD = 16;

interface Given {
  readonly done: Promise<void>;
  answer?: { readonly of: Answer };
}

/** Shares jobs between helpers and this thread. */
export class Sieve {
  readonly #own: Worker;
  readonly #helpers: readonly Helper[];

  constructor(own: Worker, helpers: readonly Helper[]) {
    this.#own = own;
    this.#helpers = helpers;
  }

  /** How many helpers there are. */
  get helpers(): number {
    return this.#helpers.length;
  }

  /** The answers, in the order of the jobs. */
  async *answers(jobs: Iterator<Job>): AsyncGenerator<Answer> {
    const given: Given[] = [];
    const give = (worker: Worker): boolean => {
      const next = given.length < MAX_AHEAD ? jobs.next() : undefined;
      if (next && !next.done) given.push(ask(worker, next.value));
      return next?.done === false;
    };
    for (;;) {
      for (const helper of this.#helpers) while (helper.waiting < MAX_WAITING && give(helper));
      const [first] = given;
      if (first?.answer) {
        given.shift();
        yield first.answer.of;
      } else if (give(this.#own)) {
        await given.at(-1)?.done;
        // What helpers have sent is received between two turns of the event loop.
        await new Promise(setImmediate);
      } else if (first) {
        await first.done;
      } else {
        return;
      }
    }
  }

  end(): void {
    for (const helper of this.#helpers) helper.end();
  }
}

function ask(worker: Worker, job: Job): Given {
  const given: Given = {
    done: worker.do(job).then((answer) => {
      given.answer = { of: answer };
    }),
  };
  return given;
}
