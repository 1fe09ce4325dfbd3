import { setTimeout as sleep } from 'node:timers/promises';
import { refusalOfProxy } from './http.ts';
import type { PayAgain } from './schedule.ts';
import { isServerError, isTransientError } from './sdk.ts';
import { isThrottled } from './sdk-error.ts';

type SdkError = Parameters<typeof isTransientError>[0] & { readonly code?: string };

/** How long a call is tried again, in milliseconds since its first attempt. */
const PATIENCE = { throttled: 45_000, transient: 15_000 };

/** An address that does not exist or does not listen seldom does so a moment later. */
const HOPELESS = new Set(['ENOTFOUND', 'ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH']);
const MAX_HOPELESS = 3;

/** A proxy that could not reach AWS for a moment. */
const PASSING = new Set([502, 503, 504]);

export interface RetryOptions {
  readonly signal: AbortSignal;
  readonly payAgain?: PayAgain;
  /** Stop after this many attempts, unless AWS throttles. */
  readonly maxAttempts?: number;
}

/** Tries a call until it succeeds, fails for good, or has had its time. Throws what the last attempt threw. */
export async function retried<Answer>(attempt: () => Promise<Answer>, options: RetryOptions): Promise<Answer> {
  const { signal, payAgain, maxAttempts = Number.POSITIVE_INFINITY } = options;
  const start = performance.now();
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await attempt();
    } catch (error) {
      const pause = pauseAfter(error as SdkError, attempts);
      const isLast = attempts >= maxAttempts && !isThrottled(error as SdkError);
      if (pause === undefined || isLast || signal.aborted) throw error;
      if (performance.now() - start + pause.wait > pause.patience) throw error;
      await sleep(pause.wait, undefined, { signal });
      await payAgain?.();
    }
  }
}

/** Undefined where another attempt would be answered the same. */
function pauseAfter(error: SdkError, attempts: number): { wait: number; patience: number } | undefined {
  const backoff = (base: number, longest: number) =>
    Math.min(longest, base * 2 ** (attempts - 1)) * (0.5 + Math.random() / 2);
  if (isThrottled(error)) return { wait: backoff(1000, 10_000), patience: PATIENCE.throttled };
  const mayPass = isTransientError(error) || isServerError(error) || PASSING.has(refusalOfProxy(error) ?? 0);
  if (!mayPass) return undefined;
  if (HOPELESS.has(error.code ?? '') && attempts >= MAX_HOPELESS) return undefined;
  return { wait: backoff(100, 3000), patience: PATIENCE.transient };
}
