import { readFiles } from '../sources/files.ts';
import type { FormReading } from '../sources/forms.ts';
import { lintAndReport, type SharedOptions } from './lint-and-report.ts';
import { repositoryRoot } from './repository.ts';

export interface ScanOptions extends SharedOptions {
  readonly stdinFilename?: string;
}

/** `cognito-lint scan`: lints the clients in files. Gives the exit code. */
export async function scan(paths: readonly string[], options: ScanOptions): Promise<number> {
  const root = repositoryRoot(process.cwd());
  return lintAndReport(options, root, ({ now }) => readPaths(paths, { root, now, ...options }));
}

export interface ReadOptions {
  readonly root: string;
  readonly now: number;
  readonly stdinFilename?: string;
}

/** Reads the clients at some paths, file by file. That there is none at all is an error. */
export async function* readPaths(
  paths: readonly string[],
  { root, now, stdinFilename = 'stdin.json' }: ReadOptions,
): AsyncGenerator<FormReading> {
  let isSilent = true;
  for await (const reading of readFiles(paths, { root, stdin: readStdin, stdinPath: stdinFilename, now })) {
    isSilent &&= reading.subjects.length === 0 && reading.errors.length === 0;
    yield reading;
  }
  if (!isSilent) return;
  const message =
    'no app client was found there; scan what "aws cognito-idp describe-user-pool-client" printed, ' +
    'or name a file to learn what it is instead';
  yield { subjects: [], errors: [{ path: paths.join(' '), message }], notices: [] };
}

async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
