// Makes dist/: one entry, split so that a command loads only what it uses, with the dependencies inside.
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);
const { version } = require('../package.json');

/** Replaces a module that compiles a schema by the code that ajv makes of it: ajv itself costs 30 ms at start. */
const compiledValidators = {
  name: 'compiled-validators',
  setup({ onLoad }) {
    onLoad({ filter: /validator\.ts$/ }, async ({ path }) => {
      const schemaFile = join(dirname(path), 'schema.ts');
      const { outputFiles } = await build({ entryPoints: [schemaFile], bundle: true, format: 'esm', write: false });
      const { schema } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
      const ajv = new Ajv({ allErrors: true, strict: false, code: { source: true, esm: true } });
      const contents = standaloneCode(ajv, ajv.compile(schema)).replace('export default', 'export const __default =');
      return { contents, loader: 'js', resolveDir: dirname(path) };
    });
  },
};

rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: ['src/bin.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  mainFields: ['module', 'main'],
  legalComments: 'linked',
  define: { VERSION: JSON.stringify(version) },
  banner: { js: "import{createRequire as __cr}from'module';const require=__cr(import.meta.url);" },
  plugins: [compiledValidators],
  logLevel: 'warning',
});
