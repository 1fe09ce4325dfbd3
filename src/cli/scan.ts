import { type FileOptions, readFiles } from '../sources/files.ts';
import type { FormReading } from '../sources/forms.ts';
import { lintAndReport, type SharedOptions } from './lint-and-report.ts';
import { repositoryRoot } from './repository.ts';

export interface ScanOptions extends SharedOptions {
  readonly stdinFilename?: string;
}

/** `cognito-lint scan`: lints the clients in files. Gives the exit code. */
export async function scan(paths: readonly string[], options: ScanOptions): Promise<number> {
  const root = repositoryRoot(process.cwd());
  return lintAndReport(options, root, (means) => readPaths(paths, { root, ...means, ...options }));
}

export interface ReadOptions extends Pick<FileOptions, 'root' | 'now' | 'startSieve'> {
  readonly stdinFilename?: string;
}

/** Reads the clients at some paths, file by file. That there is none at all is an error. */
export async function* readPaths(
  paths: readonly string[],
  { stdinFilename = 'stdin.json', ...options }: ReadOptions,
): AsyncGenerator<FormReading> {
  let isSilent = true;
  for await (const reading of readFiles(paths, { ...options, stdin: readStdin, stdinPath: stdinFilename })) {
    isSilent &&= reading.subjects.length === 0 && !reading.quiet && reading.errors.length === 0;
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
