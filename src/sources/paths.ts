import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Ignore } from 'ignore';
import type { Remark } from '../subject.ts';

/** A file to read. One that was found in a walk may turn out to hold no client, one that was named may not. */
interface FilePath {
  readonly path: string;
  readonly named: boolean;
}

/** A file as it was asked for. */
export interface AskedFile extends FilePath {
  readonly onDisk: boolean;
}

export interface ExpandedPaths {
  readonly files: readonly FilePath[];
  readonly errors: readonly Remark[];
}

const WALKED = /\.(json|ya?ml|template|tfstate|ndjson|jsonl)$/;
const MAGIC = /[*?{}[\]!]|\((?!$)/;

/** Turns files, folders and globs into the files to read, each once, in the order of the arguments and then of names. */
export async function expandPaths(paths: readonly string[]): Promise<ExpandedPaths> {
  const files = new Map<string, FilePath>();
  const errors: Remark[] = [];
  // A walk meets nothing twice.
  const keyOf = paths.length === 1 ? (path: string) => path : (path: string) => resolve(path);
  const add = (file: FilePath) => {
    const key = keyOf(file.path);
    if (!files.has(key) || file.named) files.set(key, file);
  };
  const fail = (path: string, message: string) => errors.push({ path, message });
  for (const path of paths) {
    const kind = kindOf(path);
    if (kind === 'folder') {
      for (const found of await walk(path, (file) => WALKED.test(file), fail)) add({ path: found, named: false });
    } else if (kind === 'file' || path === '-') {
      add({ path, named: true });
    } else if (MAGIC.test(path)) {
      let matches = 0;
      for (const found of await glob(path, fail)) {
        add({ path: found, named: false });
        matches += 1;
      }
      if (matches === 0) fail(path, 'no file matches this pattern; it is relative to the working directory');
    } else {
      fail(path, 'there is no such file or folder; check the path');
    }
  }
  return { files: [...files.values()], errors };
}

/** What cannot even be looked at (a link to itself, a name that is too long) is left to the reader to fail on. */
function kindOf(path: string): 'folder' | 'file' | undefined {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats && (stats.isDirectory() ? 'folder' : 'file');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOTDIR' ? undefined : 'file';
  }
}

/** Told what stands in the way of a walk, which then goes on. */
type Fail = (path: string, message: string) => void;

async function glob(pattern: string, fail: Fail): Promise<Iterable<string>> {
  const { default: picomatch } = await import('picomatch');
  const normal = sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
  const base = picomatch.scan(normal).base || '.';
  if (kindOf(base) !== 'folder') return [];
  const matches = picomatch(normal.replace(/^\.\//, ''), { dot: true });
  return walk(base, (file) => matches(file.split(sep).join('/').replace(/^\.\//, '')), fail);
}

/** The files of a folder in the order of their names, without what git ignores. Symbolic links are not followed. */
async function walk(folder: string, wanted: (file: string) => boolean, fail: Fail): Promise<Iterable<string>> {
  const { default: ignore } = await import('ignore');
  return walkFolder(folder, rulesAbove(folder, ignore), { wanted, fail, ignore });
}

interface Walk {
  readonly wanted: (file: string) => boolean;
  readonly fail: Fail;
  readonly ignore: () => Ignore;
}

/** The `.gitignore` of a folder: paths are tested relative to it. */
interface IgnoreRules {
  readonly folder: string;
  readonly rules: Ignore;
}

function* walkFolder(folder: string, above: readonly IgnoreRules[], walk: Walk): Generator<string> {
  const entries = entriesOf(folder, walk.fail);
  const hasRules = entries.some(({ name }) => name === '.gitignore');
  const rules = hasRules ? [...rulesOf(folder, walk.ignore), ...above] : above;
  const prefix = folder === '.' ? '' : join(folder, '/');
  for (const entry of entries) {
    const path = prefix + entry.name;
    if (entry.isDirectory()) {
      if (entry.name === '.git' || entry.name === 'node_modules' || isIgnored(path, '/', rules)) continue;
      yield* walkFolder(path, rules, walk);
    } else if (entry.isFile() && walk.wanted(path) && !isIgnored(path, '', rules)) {
      yield path;
    }
  }
}

function entriesOf(folder: string, fail: Fail): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    fail(folder, `the folder cannot be read, so what is in it is not scanned: ${(error as Error).message}`);
    return [];
  }
}

/** The nearest `.gitignore` that says anything of a path decides, https://git-scm.com/docs/gitignore. */
function isIgnored(path: string, suffix: string, rules: readonly IgnoreRules[]): boolean {
  for (const one of rules) {
    const { ignored, unignored } = one.rules.test(relative(one.folder, resolve(path)).split(sep).join('/') + suffix);
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** A `.gitignore` that is no file, or may not be read, says nothing: git passes over it too. */
function rulesOf(folder: string, ignore: () => Ignore): IgnoreRules[] {
  try {
    return [{ folder: resolve(folder), rules: ignore().add(readFileSync(join(folder, '.gitignore'), 'utf8')) }];
  } catch {
    return [];
  }
}

/**
 * The rules from a folder up to the root of the repository, the nearest first. One that names the folder itself is not
 * meant: who names an ignored folder wants what is in it.
 */
function rulesAbove(folder: string, ignore: () => Ignore): IgnoreRules[] {
  const above: IgnoreRules[] = [];
  let child = resolve(folder);
  while (!existsSync(join(child, '.git')) && dirname(child) !== child) {
    child = dirname(child);
    above.push(...rulesOf(child, ignore));
  }
  if (!existsSync(join(child, '.git'))) return [];
  return above.filter((one) => !one.rules.ignores(`${relative(one.folder, resolve(folder)).split(sep).join('/')}/`));
}
