import { setMaxListeners } from 'node:events';
import type { Rates } from '../sources/aws/schedule.ts';
import type { AwsReading } from '../sources/aws.ts';
import { type AwsOptions, aws } from './aws-options.ts';
import { type Clock, lintAndReport, type SharedOptions } from './lint-and-report.ts';
import { progressLine } from './progress.ts';
import { repositoryRoot } from './repository.ts';
import { save } from './snapshots.ts';
import { tracer } from './trace.ts';
import { UserError } from './user-error.ts';

/** Which accounts, regions and clients are read, and how. */
export interface LiveOptions extends Pick<SharedOptions, 'debug' | 'quiet'>, AwsOptions {
  readonly profile?: readonly string[];
  readonly region?: readonly string[];
  readonly allRegions?: boolean;
  readonly roleArn?: readonly string[];
  readonly externalId?: string;
  readonly userPoolId?: readonly string[];
  readonly clientId?: string;
  readonly secretAges: boolean;
  readonly rate: string;
  readonly poolRate: string;
}

export interface AuditOptions extends SharedOptions, LiveOptions {
  readonly save?: string;
}

/** `cognito-lint audit`: lints live clients. Gives the exit code. */
export async function audit(options: AuditOptions): Promise<number> {
  const rates = ratesOf(options);
  return lintAndReport(options, repositoryRoot(process.cwd()), async function* (clock) {
    const reading = await readLive(options, rates, clock);
    const saved = options.save === undefined ? { errors: [], notices: [] } : save(options.save, reading);
    yield {
      ...reading,
      errors: [...reading.errors, ...saved.errors],
      notices: [...reading.notices, ...saved.notices],
    };
  });
}

/** Reads live clients, with progress on a terminal, until all are read or Ctrl-C. */
export async function readLive(options: LiveOptions, rates: Rates, { now }: Clock): Promise<AwsReading> {
  const { readAws } = await import('../sources/aws.ts');
  const interruption = onInterrupt();
  const line = progressLine(options.quiet ?? false);
  const trace = tracer(options.debug ?? false);
  try {
    return await aws(() =>
      readAws(requestOf(options, rates), { now, signal: interruption.signal, trace, progress: line.show }),
    );
  } finally {
    line.clear();
    interruption.forget();
  }
}

function requestOf(options: LiveOptions, rates: Rates) {
  const { profile = [], region = [], roleArn = [], userPoolId = [], allRegions = false } = options;
  return {
    ...options,
    profiles: profile,
    regions: region,
    roleArns: roleArn,
    userPoolIds: userPoolId,
    allRegions,
    rates,
  };
}

export function ratesOf({ rate, poolRate }: LiveOptions): Rates {
  return { perRegion: perSecond('--rate', rate), perPool: perSecond('--pool-rate', poolRate) };
}

function perSecond(option: string, text: string): number {
  const value = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && value > 0 && value <= 1000) return value;
  throw new UserError(`${option} takes a number of calls a second above 0, and not "${text}"`);
}

/** The first Ctrl-C ends the reading and lets the report be written; the second ends the process. */
function onInterrupt(): { readonly signal: AbortSignal; forget(): void } {
  const controller = new AbortController();
  // Every call in flight listens to it.
  setMaxListeners(0, controller.signal);
  const abort = () => controller.abort();
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.once(signal, abort);
  return {
    signal: controller.signal,
    forget: () => {
      for (const signal of signals) process.off(signal, abort);
    },
  };
}
