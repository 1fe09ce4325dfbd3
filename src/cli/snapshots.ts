import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Scope } from '../report.ts';
import { plural } from '../reports/text.ts';
import type { AwsReading } from '../sources/aws.ts';
import type { Remark } from '../subject.ts';
import { makeFolders } from './folders.ts';

interface Saved {
  /** What could not be written or deleted. */
  readonly errors: readonly Remark[];
  readonly notices: readonly Remark[];
}

/**
 * Writes the redacted documents under the folder, at the paths that findings carry. Files of clients that are gone are
 * deleted, as a scan of the folder would report them.
 */
export function save(folder: string, { subjects, scopes }: AwsReading): Saved {
  const paths = new Map(subjects.map(({ origin: { document } }) => [join(folder, document.path), document.text]));
  for (const [path, text] of paths) {
    const error = attempt('written', path, () => {
      makeFolders(dirname(path));
      writeFileSync(path, text);
    });
    if (error) return { errors: [error], notices: [] };
  }
  const stale = scopes.flatMap((scope) => snapshotsOf(folder, scope)).filter((path) => !paths.has(path));
  const errors = stale.flatMap((path) => attempt('deleted', path, () => rmSync(path)) ?? []);
  const count = stale.length - errors.length;
  const message = `--save: deleted ${plural(count, 'file')} of app clients that are gone`;
  return { errors, notices: count === 0 ? [] : [{ message }] };
}

function attempt(verb: string, path: string, act: () => void): Remark | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return { path, message: `it cannot be ${verb}: ${(error as Error).message}; check --save` };
  }
}

const POOL = /^[\w-]+_[0-9a-zA-Z]+$/;
const SNAPSHOT = /^[\w+]+\.json$/;

/** The files that runs have saved of all that a scope has read. None where it did not read all of a pool. */
function snapshotsOf(folder: string, { account, region, userPoolIds, clientId, outcome }: Scope): string[] {
  if (outcome !== 'read' || account === undefined || clientId !== undefined) return [];
  const place = join(folder, 'cognito-snapshot', account, region);
  const pools = userPoolIds ?? namesIn(place).filter((name) => POOL.test(name));
  return pools.flatMap((pool) =>
    namesIn(join(place, pool))
      .filter((name) => SNAPSHOT.test(name))
      .map((name) => join(place, pool, name)),
  );
}

function namesIn(folder: string): string[] {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : [];
}
