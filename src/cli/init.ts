import { existsSync } from 'node:fs';
import { FILES } from '../init/files.ts';
import { CLEAN, INCOMPLETE } from './exit-codes.ts';
import { write } from './output.ts';
import { say } from './standard-error.ts';

/** `cognito-lint init`: writes the files that are not there yet. One that is there is kept, unless `force` is given. */
export async function init({ force }: { readonly force?: boolean }): Promise<number> {
  const kept = force ? [] : FILES.filter(({ path }) => existsSync(path));
  for (const { path } of kept) say(`${path} is there already and is kept; --force writes it anew`);
  for (const { path, text } of FILES.filter((file) => !kept.includes(file))) {
    await write({ format: 'text', file: path }, [text]);
    await write({ format: 'text' }, [`wrote ${path}\n`]);
  }
  return kept.length === 0 ? CLEAN : INCOMPLETE;
}
