import type { Progress } from '../sources/aws.ts';
import { standardError } from './standard-error.ts';

const INTERVAL = 100;

/** Shows on a terminal how far an audit is, on one line that is gone afterwards. In a pipe and in CI nothing moves. */
export function progressLine(quiet: boolean): {
  readonly show: (progress: Progress) => void;
  readonly clear: () => void;
} {
  const { isTTY } = standardError();
  if (quiet || !isTTY || process.env['CI'] || process.env['TERM'] === 'dumb')
    return { show: () => {}, clear: () => {} };
  const start = performance.now();
  let shownAt = Number.NEGATIVE_INFINITY;
  return {
    show: (progress) => {
      const now = performance.now();
      if (now - shownAt < INTERVAL) return;
      shownAt = now;
      const text = progressText(progress, (now - start) / 1000).slice(0, (process.stderr.columns || 80) - 1);
      process.stderr.write(`\r\u001b[K${text}`);
    },
    clear: () => process.stderr.write('\r\u001b[K'),
  };
}

/** `12 pools, 40 of 120 clients described, 14.2/s, about 12 s left` */
export function progressText({ pools, clients, described, callsLeft }: Progress, seconds: number): string {
  const rate = seconds > 0 ? described / seconds : 0;
  const parts = [`${pools} pool${pools === 1 ? '' : 's'}`, `${described} of ${clients} clients described`];
  if (described > 0) parts.push(`${rate.toFixed(1)}/s`, `about ${leftText(callsLeft / rate)} left`);
  return parts.join(', ');
}

function leftText(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
}
