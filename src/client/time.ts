import type { Timestamp } from './app-client.ts';

/** Numbers above this are milliseconds: in seconds they would be after the year 5000. Emulators write them. */
const MILLISECONDS_ABOVE = 1e11;

/** The furthest moment that a date can have, in seconds: https://tc39.es/ecma262/#sec-time-values-and-time-range */
const LAST = 8.64e12;

/** Epoch seconds of a date in any form that files have, or undefined where it cannot be read as one. */
export function epochSeconds(timestamp: Timestamp): number | undefined {
  const seconds =
    typeof timestamp === 'string'
      ? Date.parse(timestamp) / 1000
      : timestamp > MILLISECONDS_ABOVE
        ? timestamp / 1000
        : timestamp;
  return Math.abs(seconds) <= LAST ? seconds : undefined;
}

/** `2019-01-22`, in UTC. */
export function isoDay(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}
