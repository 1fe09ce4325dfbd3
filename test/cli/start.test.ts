import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { cognitoLint } from './program.ts';

/** Tells which code of V8 the program reads at its start, where Node says that it is of a version. */
async function codeReadBy(version: string): Promise<string[]> {
  const cwd = temporaryFolder({
    'watch.cjs': `
      Object.defineProperty(process, 'version', { value: ${JSON.stringify(version)} });
      const fs = require('node:fs');
      const { readFileSync } = fs;
      fs.readFileSync = (path, ...options) => {
        if (String(path).endsWith('.cache')) console.error(path);
        return readFileSync(path, ...options);
      };`,
  });
  const env = { NODE_OPTIONS: `--require ${join(cwd, 'watch.cjs')}` };
  const { code, stdout, stderr } = await cognitoLint(['--version'], { cwd, env });
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
  return stderr.trim().split('\n');
}

test('the program starts from the code that this Node made of it', async () => {
  const files = await codeReadBy(process.version);
  expect(files.map((file) => existsSync(file))).toEqual([true]);
});

// Two versions of Node with one version of V8 take each other's code, and run something else then.
test('code that another version of Node made is not even read', async () => {
  const files = await codeReadBy('v20.19.0');
  expect(files.map((file) => existsSync(file))).toEqual([false]);
});
