import { expect, test } from 'vitest';
import type { Answer, Job } from '../src/sieve/job.ts';
import { type Helper, Sieve, type Worker } from '../src/sieve/sieve.ts';

function job(from: number): Job {
  return { descriptor: 0, size: 0, separator: undefined, from, to: from + 1 };
}

/** Answers a job with its number. Undefined stands for the parts that are to be read in another way. */
function answer({ from }: Job): Answer {
  if (from % 10 === 9) return undefined;
  return { quiet: from, loud: [], secrets: [], next: { place: { byte: 0, line: 1, column: 1 }, first: 0 } };
}

/** Does a job after some turns of the event loop, one after the other. */
class Slow implements Helper {
  readonly done: number[] = [];
  readonly #turns: number;
  waiting = 0;
  mostWaiting = 0;
  isEnded = false;
  #last: Promise<unknown> = Promise.resolve();

  constructor(turns: number) {
    this.#turns = turns;
  }

  do(one: Job): Promise<Answer> {
    this.waiting += 1;
    this.mostWaiting = Math.max(this.mostWaiting, this.waiting);
    const result = this.#last.then(async () => {
      for (let turn = 0; turn < this.#turns; turn += 1) await new Promise(setImmediate);
      this.waiting -= 1;
      this.done.push(one.from);
      return answer(one);
    });
    this.#last = result;
    return result;
  }

  end(): void {
    this.isEnded = true;
  }
}

class Own implements Worker {
  readonly done: number[] = [];
  async do(one: Job): Promise<Answer> {
    this.done.push(one.from);
    return answer(one);
  }
}

const COUNT = 100;
const ALL = Array.from({ length: COUNT }, (_, index) => index);

test.each([
  { name: 'no helper', turns: [] },
  { name: 'a helper as fast as this thread', turns: [0] },
  { name: 'a helper that is slower', turns: [3] },
  { name: 'a helper that is much slower', turns: [50] },
  { name: 'helpers of all kinds', turns: [0, 1, 20] },
])('each job is done once, and the answers come in the order of the jobs: $name', async ({ turns }) => {
  const own = new Own();
  const helpers = turns.map((one) => new Slow(one));
  const answers: (number | undefined)[] = [];
  for await (const one of new Sieve(own, helpers).answers(ALL.map(job).values())) answers.push(one?.quiet);
  expect(answers).toEqual(ALL.map((index) => (index % 10 === 9 ? undefined : index)));
  const done = [own, ...helpers].flatMap((worker) => worker.done);
  expect(done.sort((a, b) => a - b)).toEqual(ALL);
  for (const helper of helpers) {
    expect(helper.done.length).toBeGreaterThan(0);
    expect(helper.mostWaiting).toBeLessThanOrEqual(4);
  }
});

test('no more jobs are given than a few answers ahead of what is taken', async () => {
  let given = 0;
  const jobs = (function* () {
    for (const index of ALL) {
      given += 1;
      yield job(index);
    }
  })();
  let taken = 0;
  for await (const _answer of new Sieve(new Own(), [new Slow(200)]).answers(jobs)) {
    taken += 1;
    expect(given - taken).toBeLessThanOrEqual(16);
    if (taken === 3) break;
  }
});

test('the end of a sieve is the end of its helpers', () => {
  const helpers = [new Slow(0), new Slow(0)];
  new Sieve(new Own(), helpers).end();
  expect(helpers.map(({ isEnded }) => isEnded)).toEqual([true, true]);
});
