import type { CallTrace } from '../sources/aws/cognito.ts';
import { debugLog } from './lint-and-report.ts';

/** For `--debug`, one line a call, of what it was and how it went; never of what it held. */
export function tracer(enabled: boolean): (trace: CallTrace) => void {
  const debug = debugLog(enabled);
  return ({ operation, region, milliseconds, outcome, requestId }) => {
    const request = requestId ? `, request ${requestId}` : '';
    debug(`${operation} in ${region}: ${outcome}, ${Math.round(milliseconds)} ms${request}`);
  };
}
