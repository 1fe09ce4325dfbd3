import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'rolldown';

/** Runs some code as if it were a file of src/, and gives what it exports. */
export async function evaluate(code) {
  const input = resolve('src/evaluated.js');
  const folder = mkdtempSync(join(tmpdir(), 'cognito-lint-evaluate-'));
  const file = join(folder, 'evaluated.mjs');
  const given = {
    name: 'given',
    resolveId: (id) => (id === input ? id : undefined),
    load: (id) => (id === input ? code : undefined),
  };
  try {
    await build({
      input,
      platform: 'node',
      plugins: [given],
      output: { file, codeSplitting: false },
      logLevel: 'warn',
    });
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
