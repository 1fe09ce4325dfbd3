import type { AppClient } from './client/app-client.ts';
import { Effective } from './client/effective.ts';
import type { Facts } from './client/facts.ts';
import { isRecord } from './client/secret.ts';
import { UnknownValue } from './client/unknown.ts';
import type { AnyRule, Change } from './rule.ts';
import { atOnce, wordsOf } from './thrown.ts';

/** What a rule would change of a client, or why a person must decide. */
export function changeOf(rule: AnyRule, client: AppClient, facts: Facts, options: object): Change | string {
  const { remedy = 'a person must decide' } = rule;
  if (typeof remedy === 'string') return remedy;
  try {
    const change: unknown = atOnce(remedy({ client, effective: new Effective(client, facts) }, options));
    if (typeof change === 'string' || isChange(change)) return change;
    return 'its remedy gives no change; report this to its author';
  } catch (error) {
    if (error instanceof UnknownValue) return hangsOn(error);
    return `its remedy failed (${wordsOf(error)}); report this to its author`;
  }
}

export function hangsOn({ field }: UnknownValue): string {
  return `what to set hangs on ${field}, which is not known`;
}

/** A user's own rule may give anything. */
function isChange(change: unknown): change is Change {
  return isRecord(change) && isRecord(change['settings']) && typeof change['risk'] === 'string';
}
