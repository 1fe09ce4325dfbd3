import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AskedFile } from './paths.ts';

/** The address that findings in a file have. */
export function uriOfFile(file: AskedFile, root: string): string {
  return uriOf(file.onDisk ? realPath(file) : resolve(file.path), root);
}

/**
 * The file that a path leads to. A pipe that is named as a file, as in `<(…)`, has no path of its own, and a walk follows
 * no links: there only the folder may be one. What is gone since it was read goes by its path.
 */
function realPath({ path, named }: AskedFile): string {
  try {
    if (!named) return join(realFolder(dirname(path)), basename(path));
    return statSync(path).isFile() ? realpathSync(path) : resolve(path);
  } catch {
    return resolve(path);
  }
}

let lastFolder: { readonly path: string; readonly real: string } | undefined;

function realFolder(path: string): string {
  if (lastFolder?.path !== path) lastFolder = { path, real: realpathSync(path) };
  return lastFolder.real;
}

/** Relative to the root, with forward slashes, percent-encoded; outside of the root an absolute `file:` address. */
export function uriOf(path: string, root: string): string {
  const fromRoot = relative(root, path);
  if (fromRoot === '' || fromRoot.split(sep)[0] === '..' || isAbsolute(fromRoot)) return pathToFileURL(path).href;
  return fromRoot.split(sep).map(encodeURIComponent).join('/');
}
