/** How many calls a quota allows: a steady rate, and a burst after a pause. Time is in milliseconds. */
export class TokenBucket {
  readonly #rate: number;
  readonly #capacity: number;
  #tokens: number;
  #filledAt: number;

  /** `rate` is calls a second. */
  constructor(rate: number, capacity: number, now: number) {
    this.#rate = rate;
    this.#capacity = Math.max(1, capacity);
    this.#tokens = this.#capacity;
    this.#filledAt = now;
  }

  /** How long until a call may be made; 0 where it may be made now. */
  delay(now: number): number {
    this.#fill(now);
    return this.#tokens >= 1 ? 0 : Math.ceil(((1 - this.#tokens) / this.#rate) * 1000);
  }

  /** Pays for one call. Only where `delay` is 0. */
  take(now: number): void {
    this.#fill(now);
    this.#tokens -= 1;
  }

  #fill(now: number): void {
    const elapsed = Math.max(0, now - this.#filledAt) / 1000;
    this.#tokens = Math.min(this.#capacity, this.#tokens + elapsed * this.#rate);
    this.#filledAt = now;
  }
}
