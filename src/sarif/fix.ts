import type { Fix } from 'sarif';
import { changeOf } from '../change.ts';
import type { AppClient, ClientPath } from '../client/app-client.ts';
import { Effective } from '../client/effective.ts';
import type { Facts } from '../client/facts.ts';
import { toPointer } from '../pointer.ts';
import type { Finding } from '../report.ts';
import type { Change } from '../rule.ts';
import { isSame } from '../same.ts';
import { atOnce } from '../thrown.ts';
import { artifactOf, toRegion } from './location.ts';

/** What a finding is about. */
type Spot = Pick<Finding, 'rule' | 'subject' | 'path' | 'location'>;

/**
 * The exact replacement that ends a finding, where one value of a description is wrong and the right one is certain:
 * the rule's remedy changes that value and nothing else, no app signs in another way for it, and the rule is content.
 */
export function toFix({ rule, subject, path, location }: Spot, options: object): Fix | undefined {
  const { facts, origin } = subject;
  if (typeof rule.remedy !== 'function' || facts.form !== 'described' || origin.setting) return undefined;
  if (location.document.isShared?.(location.region.offset)) return undefined;
  // A list is changed as a whole.
  if (path.some((key) => typeof key === 'number')) return undefined;
  const pointsAtValue = location.pointer === origin.pointer + toPointer(path);
  if (!pointsAtValue) return undefined;
  // Once, as it may be read from its file for this.
  const { client } = subject;
  const change = changeOf(rule, client, facts, options);
  if (typeof change === 'string' || change.risky) return undefined;
  const value = onlyValue(client, change, path);
  if (value === undefined) return undefined;
  if (!isEnded({ rule, path }, changed(client, change.settings), facts, options)) return undefined;
  return {
    description: { text: `Set ${path.join('.')} to ${value}; what may break: ${change.risk}.` },
    artifactChanges: [
      {
        artifactLocation: artifactOf(location.document),
        replacements: [{ deletedRegion: toRegion(location.region), insertedContent: { text: value } }],
      },
    ],
  };
}

/** The JSON of the value at a path after a change, where it is a plain one and the change touches nothing else. */
function onlyValue(client: AppClient, { settings }: Change, path: ClientPath): string | undefined {
  const [member, key] = path;
  const changed = differences(client, settings);
  if (member === undefined || changed.length !== 1 || changed[0] !== member) return undefined;
  const [before, after] = [client[member], (settings as AppClient)[member]];
  // A remedy may take the whole member away, and what is below it with it.
  const value = key === undefined ? after : (after as Record<string, unknown> | undefined)?.[key];
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  if (!isPlain) return undefined;
  const isAlone = key === undefined || isSame(differences(before as object, after as object), [key]);
  return isAlone ? JSON.stringify(value) : undefined;
}

/**
 * The rule has nothing more to say there. An option may ask for what the service does not take, so that the remedy only
 * comes near to it.
 */
function isEnded(
  { rule, path }: Pick<Spot, 'rule' | 'path'>,
  client: AppClient,
  facts: Facts,
  options: object,
): boolean {
  try {
    for (const problem of atOnce(rule.check({ client, effective: new Effective(client, facts) }, options)))
      if (isSame(problem.path, path)) return false;
    return true;
  } catch {
    // It would have to know more, or it fails.
    return false;
  }
}

/** A client with other settings. No copy: that takes longer than most rules, and to read what is not known throws. */
function changed(client: AppClient, settings: Change['settings']): AppClient {
  return new Proxy(client, {
    get: (target, key) => Reflect.get(key in settings ? settings : target, key),
  });
}

/** The keys whose values are others afterwards. */
function differences(before: object, after: object): string[] {
  return Object.entries(after)
    .filter(([key, value]) => !isSame((before as Record<string, unknown>)[key], value))
    .map(([key]) => key);
}
