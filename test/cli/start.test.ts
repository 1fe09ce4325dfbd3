import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { BIN, cognitoLint, type Outcome } from './program.ts';

const CLIENT = '{"UserPoolClient":{"ClientId":"a1","PreventUserExistenceErrors":"LEGACY"}}';
const SCAN = ['scan', 'client.json', '--fail-on', 'never', '--format', 'sarif'];
const CACHE = `main.js.${process.version}-${process.platform}-${process.arch}.cache`;

/** The program as it was installed for another Node, so without the code that V8 makes of it. */
function installed(files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder({ 'client.json': CLIENT });
  cpSync(dirname(BIN), folder, { recursive: true, filter: (path) => !path.endsWith('.cache') });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

const cachesIn = (folder: string) => readdirSync(folder).filter((name) => name.includes('.cache'));

function isTaken(folder: string): boolean {
  const source = readFileSync(join(folder, 'main.js'), 'latin1');
  return new Script(source, { cachedData: readFileSync(join(folder, CACHE)) }).cachedDataRejected === false;
}

function run(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  return cognitoLint(args, { cwd: folder, env }, join(folder, 'bin.js'));
}

test('the first scan keeps the code that V8 made, and the next one starts from it', async () => {
  const folder = installed();
  const first = await run(folder, SCAN);
  expect([first.code, first.stderr, cachesIn(folder), isTaken(folder)]).toEqual([0, '', [CACHE], true]);
  const kept = readFileSync(join(folder, CACHE));
  expect(await run(folder, SCAN)).toEqual(first);
  expect(readFileSync(join(folder, CACHE)).equals(kept)).toBe(true);
});

test.each([
  ['the version', ['--version'], 0],
  ['the help of a scan', ['scan', '--help'], 0],
  ['a scan that fails', ['scan', 'missing.json'], 2],
  ['another command', ['rules', '--no-config'], 0],
])('%s keeps no code, as too little of the program is run', async (_, args, code) => {
  const folder = installed();
  expect((await run(folder, args)).code).toBe(code);
  expect(cachesIn(folder)).toEqual([]);
});

test('code that is cut off is made anew', async () => {
  const folder = installed({ [CACHE]: 'cut off' });
  expect((await run(folder, SCAN)).code).toBe(0);
  expect(isTaken(folder)).toBe(true);
});

test('where the code cannot be kept, a scan is what it is otherwise', async () => {
  const folder = installed();
  mkdirSync(join(folder, CACHE));
  writeFileSync(join(folder, CACHE, 'in-the-way'), '');
  const { code, stdout, stderr } = await run(folder, SCAN);
  expect([code, JSON.parse(stdout).runs.length, stderr, cachesIn(folder)]).toEqual([0, 1, '', [CACHE]]);
});

// Two versions of Node with one version of V8 take each other's code, and then run something else.
test('code that another version of Node made is not even read', async () => {
  const folder = installed({
    [CACHE.replace(process.version, 'v0.0.0')]: 'of another',
    'watch.cjs': `
      const fs = require('node:fs');
      const { openSync } = fs;
      fs.openSync = (path, flags) => {
        if (String(path).endsWith('.cache')) console.error(path);
        return openSync(path, flags);
      };`,
  });
  const { code, stderr } = await run(folder, SCAN, { NODE_OPTIONS: `--require ${join(folder, 'watch.cjs')}` });
  expect([code, stderr]).toEqual([0, `${join(folder, CACHE)}\n`]);
});
