import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { FILES } from '../init/files.ts';
import { CLEAN, INCOMPLETE } from './exit-codes.ts';
import { say } from './standard-error.ts';
import { standardOutput } from './standard-output.ts';

/** `cognito-lint init`: writes the files that are not there yet. One that is there is kept, unless `force` is given. */
export function init({ force }: { readonly force?: boolean }): number {
  const kept = force ? [] : FILES.filter(({ path }) => existsSync(path));
  for (const { path } of kept) say(`${path} is there already and is kept; --force writes it anew`);
  for (const { path, text } of FILES.filter((file) => !kept.includes(file))) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    standardOutput().write(`wrote ${path}\n`);
  }
  return kept.length === 0 ? CLEAN : INCOMPLETE;
}
