import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Ignore } from 'ignore';
import type { Remark } from '../subject.ts';

/** A file to read. One that was found in a walk may turn out to hold no client, one that was named may not. */
export interface FilePath {
  readonly path: string;
  readonly named: boolean;
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
  const add = (file: FilePath) => {
    const key = resolve(file.path);
    if (!files.has(key) || file.named) files.set(key, file);
  };
  for (const path of paths) {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats?.isDirectory()) {
      for await (const found of walk(path, (file) => WALKED.test(file))) add({ path: found, named: false });
    } else if (stats || path === '-') {
      add({ path, named: true });
    } else if (MAGIC.test(path)) {
      const before = files.size;
      for await (const found of glob(path)) add({ path: found, named: false });
      if (files.size === before)
        errors.push({ path, message: 'no file matches this pattern; it is relative to the working directory' });
    } else {
      errors.push({ path, message: 'there is no such file or folder; check the path' });
    }
  }
  return { files: [...files.values()], errors };
}

async function* glob(pattern: string): AsyncGenerator<string> {
  const { default: picomatch } = await import('picomatch');
  const normal = sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
  const base = picomatch.scan(normal).base || '.';
  if (!statSync(base, { throwIfNoEntry: false })?.isDirectory()) return;
  const matches = picomatch(normal.replace(/^\.\//, ''), { dot: true });
  yield* walk(base, (file) => matches(file.split(sep).join('/').replace(/^\.\//, '')));
}

/** The files of a folder in the order of their names, without what git ignores. Symbolic links are not followed. */
async function* walk(folder: string, wanted: (file: string) => boolean): AsyncGenerator<string> {
  const { default: ignore } = await import('ignore');
  yield* walkFolder(folder, wanted, rulesAbove(folder, ignore), ignore);
}

/** The `.gitignore` of a folder: paths are tested relative to it. */
interface IgnoreRules {
  readonly folder: string;
  readonly rules: Ignore;
}

function* walkFolder(
  folder: string,
  wanted: (file: string) => boolean,
  above: readonly IgnoreRules[],
  ignore: () => Ignore,
): Generator<string> {
  const rules = [...above, ...rulesOf(folder, ignore)];
  const ignored = (path: string, suffix = '') =>
    rules.some((one) => one.rules.ignores(relative(one.folder, resolve(path)).split(sep).join('/') + suffix));
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = folder === '.' ? entry.name : join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name === '.git' || entry.name === 'node_modules' || ignored(path, '/')) continue;
      yield* walkFolder(path, wanted, rules, ignore);
    } else if (entry.isFile() && wanted(path) && !ignored(path)) {
      yield path;
    }
  }
}

function rulesOf(folder: string, ignore: () => Ignore): IgnoreRules[] {
  const file = join(folder, '.gitignore');
  return existsSync(file) ? [{ folder: resolve(folder), rules: ignore().add(readFileSync(file, 'utf8')) }] : [];
}

/** The rules from the root of the repository down to a folder. One that names the folder itself is not meant. */
function rulesAbove(folder: string, ignore: () => Ignore): IgnoreRules[] {
  const above: IgnoreRules[] = [];
  let child = resolve(folder);
  while (!existsSync(join(child, '.git')) && dirname(child) !== child) {
    child = dirname(child);
    above.unshift(...rulesOf(child, ignore));
  }
  if (!existsSync(join(child, '.git'))) return [];
  return above.filter((one) => !one.rules.ignores(`${relative(one.folder, resolve(folder)).split(sep).join('/')}/`));
}
