import { readFiles } from '../sources/files.ts';
import { lintAndReport, type SharedOptions } from './lint-and-report.ts';
import { repositoryRoot } from './repository.ts';

export interface ScanOptions extends SharedOptions {
  readonly stdinFilename?: string;
}

/** `cognito-lint scan`: lints the clients in files. Gives the exit code. */
export async function scan(paths: readonly string[], options: ScanOptions): Promise<number> {
  const root = repositoryRoot(process.cwd());
  return lintAndReport(options, root, async ({ now }) => {
    const stdinPath = options.stdinFilename ?? 'stdin.json';
    const reading = await readFiles(paths, { root, stdin: readStdin, stdinPath, now });
    const { subjects, errors } = reading;
    if (subjects.length === 0 && errors.length === 0) {
      errors.push({
        path: paths.join(' '),
        message:
          'no app client was found there; scan what "aws cognito-idp describe-user-pool-client" printed, ' +
          'or name a file to learn what it is instead',
      });
    }
    return reading;
  });
}

async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
