import type { Fault } from './fault.ts';

/** Something that was to be read and was not. */
export interface Failure {
  readonly fault: Fault;
  /** `pools` of a region, the `clients` of a pool, or the settings of one `client`. */
  readonly of: 'pools' | 'clients' | 'client';
  /** Its name for a person. */
  readonly name: string;
  /** Of a client: the uri that its document would have. */
  readonly uri?: string;
}

/** Something that a list gave without its id, so that nothing can be asked of it. */
export function withoutId(of: 'clients' | 'client', name: string, operation: string): Failure {
  return { of, name, fault: { kind: 'unknown', cause: `${operation} gave no id of it; check --endpoint-url` } };
}

const MAX_NAMED = 10;

/** One sentence for each cause, whatever number of things it kept from being read. */
export function toSentences(failures: readonly Failure[]): string[] {
  const causes = new Map<string, Failure[]>();
  for (const failure of failures) {
    const key = [failure.of, failure.fault.cause].join('\0');
    const same = causes.get(key);
    if (same) same.push(failure);
    else causes.set(key, [failure]);
  }
  return [...causes.values()].map(sentence);
}

function sentence(failures: readonly Failure[]): string {
  const [first] = failures;
  if (!first) return '';
  const { of, fault } = first;
  const all = failures.map(({ name }) => name).sort();
  const more = all.length > MAX_NAMED ? ` and ${all.length - MAX_NAMED} more` : '';
  const names = `${all.slice(0, MAX_NAMED).join(', ')}${more}`;
  const requestId = fault.requestId ? ` (request ${fault.requestId})` : '';
  return `${subjectOf(of, names, all.length)}: ${fault.cause}${requestId}`;
}

function subjectOf(of: Failure['of'], names: string, count: number): string {
  if (of === 'pools') return `the user pools of ${names} were not listed, so nothing there is assessed`;
  if (of === 'clients') return `the app clients of ${names} were not listed, so they are not assessed`;
  return count === 1 ? `app client ${names} is not assessed` : `${count} app clients are not assessed (${names})`;
}
