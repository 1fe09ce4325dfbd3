// Makes dist/: the program with its dependencies inside, what starts it, and the code that V8 makes of it; what authors of
// plug-ins import, with its types; and the schema of the config.
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);
const { version } = require('../package.json');

/** Runs some code of src/ at build time, and gives what it exports. */
async function evaluate(entry) {
  const { outputFiles } = await build({ ...entry, bundle: true, platform: 'node', format: 'esm', write: false });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}

/** Replaces a module that compiles a schema by the code that ajv makes of it: ajv itself costs 30 ms at start. */
const compiledValidators = {
  name: 'compiled-validators',
  setup({ onLoad }) {
    onLoad({ filter: /validator\.ts$/ }, async ({ path }) => {
      const schemaFile = join(dirname(path), 'schema.ts');
      const { schema } = await evaluate({ entryPoints: [schemaFile] });
      const ajv = new Ajv({ allErrors: true, strict: false, code: { source: true, esm: true } });
      const contents = standaloneCode(ajv, ajv.compile(schema)).replace('export default', 'export const __default =');
      return { contents, loader: 'js', resolveDir: dirname(path) };
    });
  },
};

/** Commander can start other programs, which is not asked of it, and takes 4 ms to get ready for that. */
const lazyChildProcess = {
  name: 'lazy-child-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('commander') ? { path: 'child_process', namespace: 'lazy' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'lazy' }, () => ({
      contents: 'exports.spawn = (...args) => require("child_process").spawn(...args)',
    }));
  },
};

/** What SARIF says of the built-in rules and their weaknesses, read as bytes: as strings it would be copied twice. */
const preparedTexts = {
  name: 'prepared-texts',
  setup({ onLoad }) {
    onLoad({ filter: /prepared\.ts$/ }, async () => {
      const { texts } = await evaluate({ stdin: { contents: DESCRIPTORS, resolveDir: 'src' } });
      const places = {};
      let start = 0;
      for (const [name, text] of texts) {
        const end = start + Buffer.byteLength(text);
        places[name] = [start, end];
        start = end + '\n'.length;
      }
      writeFileSync('dist/descriptors.jsonl', texts.map(([, text]) => `${text}\n`).join(''));
      const contents = `import { readFileSync } from 'node:fs';
        import { join } from 'node:path';
        const places = ${JSON.stringify(places)};
        const bytes = readFileSync(join(__dirname, 'descriptors.jsonl'));
        export const prepared = (name) => places[name] && bytes.subarray(...places[name]);`;
      return { contents, loader: 'js' };
    });
  },
};
const DESCRIPTORS = `import { rules } from './rules/index.ts';
  import { toTaxon, weaknessesOf } from './sarif/cwe.ts';
  import { toDescriptor } from './sarif/rule.ts';
  export const texts = [
    ...rules.map((rule) => [rule.id, JSON.stringify(toDescriptor(rule))]),
    ...weaknessesOf(rules).map((cwe) => ['CWE-' + cwe, JSON.stringify(toTaxon(cwe))]),
  ];`;

/** Takes in a file as text, where its import says `?raw`, as vitest does by itself. */
const rawText = {
  name: 'raw-text',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace(/\?raw$/, '')),
      namespace: 'raw-text',
    }));
    onLoad({ filter: /./, namespace: 'raw-text' }, ({ path }) => ({
      contents: readFileSync(path, 'utf8'),
      loader: 'text',
    }));
  },
};

/** What few runs need is a file of its own: to read what is not run is a part of the start, too. */
const APART = {
  ajv: 'ajv',
  jmespath: 'jmespath',
  picomatch: 'picomatch',
  sdk: 'src/sources/aws/sdk.ts',
  yaml: 'yaml',
};
const apart = {
  name: 'apart',
  setup({ onResolve }) {
    onResolve({ filter: /^(ajv|jmespath|picomatch|yaml)$|\/sdk\.ts$/ }, ({ kind, path }) =>
      kind === 'entry-point' ? undefined : { path: `./${basename(path, '.ts')}.js`, external: true },
    );
  },
};

/** Code from V8's cache has no loader for `import()`: it has that of bin.js. */
const lentImport = {
  name: 'lent-import',
  setup({ onLoad }) {
    onLoad({ filter: /import-module\.ts$/ }, () => ({
      contents: 'export const importModule = (url) => lentImport(url)',
    }));
  },
};

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
/** What Node runs of the program. */
const program = {
  outdir: 'dist',
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  mainFields: ['module', 'main'],
  legalComments: 'linked',
  define: { VERSION: JSON.stringify(version) },
  // Code from V8's cache has no loader for it.
  supported: { 'dynamic-import': false },
  plugins: [compiledValidators, lazyChildProcess, lentImport, rawText, apart, preparedTexts],
  logLevel: 'warning',
};
await build({
  ...program,
  entryPoints: { main: 'src/bin.ts' },
  // A function of what a module has, as bin.js compiles it.
  banner: { js: '(function (require, module, exports, __dirname, lentImport) {' },
  footer: { js: '})' },
});
// bin.js reads a byte a character, which takes half the time and half the memory.
if (/[^\0-\x7f]/.test(readFileSync('dist/main.js', 'utf8'))) throw new Error('dist/main.js is not ASCII');
await build({ ...program, entryPoints: { ...APART, 'sieve-thread': 'src/sieve/thread.ts' } });
await build({
  entryPoints: ['src/index.ts', 'src/testing.ts'],
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  legalComments: 'linked',
  plugins: [compiledValidators],
  logLevel: 'warning',
});
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'scripts/types.json'], { stdio: 'inherit' });
writeFileSync('dist/types/package.json', '{"type":"module"}\n');
const { schema } = await evaluate({
  stdin: {
    contents: `import { configSchema } from './config/schema.ts';
      import { rules } from './rules/index.ts';
      export const schema = configSchema(rules, { open: true });`,
    resolveDir: 'src',
  },
});
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
