import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { VersionControl } from '../reports/run.ts';

/** What uris are relative to: the workspace of a GitHub workflow, else the git top level, else the folder itself. */
export function repositoryRoot(folder: string): string {
  const workspace = process.env['GITHUB_WORKSPACE'];
  return realpathSync(workspace && existsSync(workspace) ? workspace : (topLevel(folder) ?? folder));
}

function topLevel(folder: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** Where the root is kept, from the workflow's environment or from git's own files, as far as they tell. */
export function versionControl(root: string): VersionControl | undefined {
  const {
    GITHUB_SERVER_URL: server,
    GITHUB_REPOSITORY: repository,
    GITHUB_SHA: sha,
    GITHUB_REF_NAME: ref,
  } = process.env;
  if (server && repository) {
    return { repositoryUri: `${server}/${repository}`, ...(sha && { revisionId: sha }), ...(ref && { branch: ref }) };
  }
  const git = gitFolder(root);
  const remote = git && originOf(read(join(git, 'config')) ?? '');
  if (!git || !remote) return undefined;
  const head = read(join(git, 'HEAD'))?.trim() ?? '';
  const branch = /^ref: refs\/heads\/(.+)$/.exec(head)?.[1];
  const revisionId = branch ? revisionOf(git, `refs/heads/${branch}`) : head;
  return { repositoryUri: remote, ...(revisionId && { revisionId }), ...(branch && { branch }) };
}

/** `.git` is a folder, or in a worktree a file that names one. */
function gitFolder(root: string): string | undefined {
  const path = join(root, '.git');
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return path;
  const named = stats && /^gitdir: (.+)$/m.exec(read(path) ?? '')?.[1];
  if (!named) return undefined;
  const own = resolve(root, named);
  const common = read(join(own, 'commondir'))?.trim();
  return common ? resolve(own, common) : own;
}

function originOf(config: string): string | undefined {
  const section = /^\[remote "origin"\]$([^[]*)/m.exec(config)?.[1] ?? '';
  const url = /^\s*url\s*=\s*(\S+)\s*$/m.exec(section)?.[1];
  const scp = url && /^(?:[^@/]+@)?([\w.-]+\.[\w.-]+):(?!\/)(.+)$/.exec(url);
  const asUrl = scp ? `https://${scp[1]}/${scp[2]}` : url;
  if (!asUrl || !URL.canParse(asUrl)) return undefined;
  const { protocol, host, pathname } = new URL(asUrl);
  if (!host) return undefined;
  return `${protocol === 'http:' ? 'http:' : 'https:'}//${host}${pathname.replace(/\.git$/, '')}`;
}

function revisionOf(git: string, ref: string): string | undefined {
  const loose = read(join(git, ref))?.trim();
  if (loose) return loose;
  const packed = read(join(git, 'packed-refs')) ?? '';
  return packed
    .split('\n')
    .find((line) => line.endsWith(` ${ref}`))
    ?.split(' ')[0];
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
