import type { Timestamp } from './app-client.ts';

/** Numbers above this are milliseconds: in seconds they would be after the year 5000. Emulators write them. */
const MILLISECONDS_ABOVE = 1e11;

/** The furthest moment that a date can have, in seconds: https://tc39.es/ecma262/#sec-time-values-and-time-range */
const LAST = 8.64e12;

/** A date as nearly all files have it, on a day that each month has. */
const PLAIN_DATE =
  /^[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-][01]\d:[0-5]\d)$/;

/** Whether `epochSeconds` can read a date. */
export function isDate(timestamp: Timestamp): boolean {
  return (typeof timestamp === 'string' && PLAIN_DATE.test(timestamp)) || epochSeconds(timestamp) !== undefined;
}

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
