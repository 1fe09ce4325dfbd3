import { isDeepStrictEqual } from 'node:util';
import type { Fix } from 'sarif';
import type { AppClient, ClientPath } from '../client/app-client.ts';
import { Effective } from '../client/effective.ts';
import { UnknownValue } from '../client/unknown.ts';
import { toPointer } from '../pointer.ts';
import type { Finding } from '../report.ts';
import type { Change, Remedy } from '../rule.ts';
import { artifactOf, toRegion } from './location.ts';

/**
 * The exact replacement that ends a finding, where one value of a description is wrong and the right one is certain:
 * the rule's remedy changes that value and nothing else, and no app signs in another way for it.
 */
export function toFix(finding: Finding, options: object): Fix | undefined {
  const { subject, path, location, rule } = finding;
  if (typeof rule.remedy !== 'function' || subject.facts.form !== 'described' || subject.origin.setting)
    return undefined;
  // A list is changed as a whole.
  if (path.some((key) => typeof key === 'number')) return undefined;
  const pointsAtValue = location.pointer === subject.origin.pointer + toPointer(path);
  if (!pointsAtValue) return undefined;
  const change = changeFor(finding, rule.remedy, options);
  const value = change && onlyValue(subject.client, change, path);
  if (!change || value === undefined) return undefined;
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

/** The change of the remedy, unless a person must decide or something that it needs is not known. */
function changeFor({ subject }: Finding, remedy: Exclude<Remedy<object>, string>, options: object): Change | undefined {
  const { client, facts } = subject;
  try {
    const change = remedy({ client, effective: new Effective(client, facts) }, options);
    return typeof change === 'string' || change.risky ? undefined : change;
  } catch (error) {
    if (error instanceof UnknownValue) return undefined;
    throw error;
  }
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
  const isAlone = key === undefined || isDeepStrictEqual(differences(before as object, after as object), [key]);
  return isAlone ? JSON.stringify(value) : undefined;
}

/** The keys whose values are others afterwards. */
function differences(before: object, after: object): string[] {
  return Object.entries(after)
    .filter(([key, value]) => !isDeepStrictEqual(plain((before as Record<string, unknown>)[key]), value))
    .map(([key]) => key);
}

/** Without the view that guards it. */
function plain(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : value;
}
