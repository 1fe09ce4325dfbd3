import type { Call, Fault } from './cognito-server.ts';

/** A bucket that refills with time. */
class Bucket {
  readonly #rate: number;
  #tokens: number;
  #at = performance.now();

  constructor(rate: number) {
    this.#rate = rate;
    this.#tokens = rate;
  }

  take(): boolean {
    const now = performance.now();
    this.#tokens = Math.min(this.#rate, this.#tokens + ((now - this.#at) / 1000) * this.#rate);
    this.#at = now;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}

const CLIENT_READ = new Set(['ListUserPoolClients', 'DescribeUserPoolClient', 'ListUserPoolClientSecrets']);

/** AWS's documented quotas: 15 requests a second for an account and region, 5 for an operation on a pool. */
export class Quotas {
  readonly #buckets = new Map<string, Bucket>();
  throttled = 0;

  refuse({ operation, account, region, input }: Call): Fault | undefined {
    if (!CLIENT_READ.has(operation)) return undefined;
    const isFree =
      this.#bucket(`${account} ${region}`, 15).take() && this.#bucket(`${operation} ${input['UserPoolId']}`, 5).take();
    if (isFree) return undefined;
    this.throttled += 1;
    return { error: 'TooManyRequestsException', message: 'Rate exceeded' };
  }

  #bucket(key: string, rate: number): Bucket {
    const bucket = this.#buckets.get(key) ?? new Bucket(rate);
    this.#buckets.set(key, bucket);
    return bucket;
  }
}
