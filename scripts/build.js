// Makes dist/: the program with its dependencies inside, what starts it, and the code that V8 makes of it; what authors of
// plug-ins import, with its types; and the schema of the config.
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'rolldown';
import { evaluate } from './evaluate.js';
import { licensesOf } from './licenses.js';
import { compiledValidators, lazyChildProcess, preparedTexts, rawText } from './plugins.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');

/** What Node runs of the program. */
const program = {
  platform: 'node',
  resolve: { mainFields: ['module', 'main'] },
  transform: { target: 'node20', define: { VERSION: JSON.stringify(version) } },
  plugins: [compiledValidators, lazyChildProcess, preparedTexts, rawText],
  logLevel: 'warn',
};

/** The modules that a scan to SARIF is sure to need; set when all are known. */
const everyday = new Set();
const findEveryday = {
  name: 'find-everyday',
  buildEnd() {
    const add = (id) => {
      if (everyday.has(id)) return;
      everyday.add(id);
      for (const imported of this.getModuleInfo(id)?.importedIds ?? []) add(imported);
    };
    for (const path of ['src/bin.ts', 'src/cli/scan.ts', 'src/sarif/log.ts']) add(resolve(path));
  },
};

// One file has what is always needed, as bin.js keeps V8's code of it. The others are loaded when they are asked for, since
// to read what is not run is a part of the start, too.
const parts = await build({
  ...program,
  input: { main: 'src/bin.ts' },
  plugins: [...program.plugins, findEveryday],
  checks: { ineffectiveDynamicImport: false },
  output: {
    dir: 'dist',
    format: 'cjs',
    minify: true,
    // A byte a character takes half the time and half the memory.
    charset: 'ascii',
    chunkFileNames: 'chunks/[name].js',
    codeSplitting: { groups: [{ name: 'main', test: (id) => everyday.has(id) }] },
  },
});
const main = readFileSync('dist/main.js', 'utf8');
if (/[^\0-\x7f]/.test(main)) throw new Error('dist/main.js is not ASCII');
// Code from V8's cache has no loader for it.
if (/\bimport\(/.test(main)) throw new Error('dist/main.js has an import()');
// A function of what a module has, as bin.js compiles it.
const moduleIds = parts.output.flatMap((part) => part.moduleIds ?? []);
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', licensesOf(moduleIds));
writeFileSync('dist/main.js', `(function (require, module, exports, __dirname) {${main}\n})`);
await build({
  ...program,
  input: 'src/sieve/thread.ts',
  output: { file: 'dist/chunks/sieve-thread.js', format: 'cjs', minify: true, codeSplitting: false },
});
await build({
  ...program,
  input: ['src/index.ts', 'src/testing.ts'],
  output: { dir: 'dist', entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name].mjs' },
});
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'scripts/types.json'], { stdio: 'inherit' });
writeFileSync('dist/types/package.json', '{"type":"module"}\n');
const { schema } = await evaluate(`import { configSchema } from './config/schema.ts';
  import { rules } from './rules/index.ts';
  export const schema = configSchema(rules, { open: true });`);
writeFileSync('dist/config.schema.json', `${JSON.stringify(schema, null, 2)}\n`);
copyFileSync('scripts/bin.cjs', 'dist/bin.js');
chmodSync('dist/bin.js', 0o755);
writeFileSync('dist/package.json', '{"type":"commonjs"}\n');
runOnce();

/** Runs what was built on a client with findings, so that it keeps the code that V8 made of it. */
function runOnce() {
  const folder = mkdtempSync(join(tmpdir(), 'cognito-lint-build-'));
  const client = join(folder, 'client.json');
  writeFileSync(
    client,
    '{"UserPoolClient":{"ClientId":"a1","ExplicitAuthFlows":["ALLOW_USER_PASSWORD_AUTH"],"CallbackURLs":["https://a.b/c"]}}',
  );
  const outputs = ['pretty', 'json', 'sarif'].flatMap((format) => ['--format', `${format}=${join(folder, format)}`]);
  const options = ['--no-config', '--fail-on', 'never', ...outputs];
  execFileSync(process.execPath, ['dist/bin.js', 'scan', client, ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  rmSync(folder, { recursive: true });
}
