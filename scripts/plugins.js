// What the build puts in the place of some modules.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { evaluate } from './evaluate.js';

const js = (code) => ({ code, moduleType: 'js' });

/** Instead of a module that compiles a schema, the code that ajv makes of it: ajv itself costs 30 ms at start. */
export const compiledValidators = {
  name: 'compiled-validators',
  load: {
    filter: { id: /validator\.ts$/ },
    async handler(id) {
      const { schema } = await evaluate(`export { schema } from ${JSON.stringify(join(dirname(id), 'schema.ts'))};`);
      const ajv = new Ajv({ allErrors: true, strict: false, code: { source: true, esm: true } });
      return js(standaloneCode(ajv, ajv.compile(schema)).replace('export default', 'export const __default ='));
    },
  },
};

/** Commander can start other programs, which is not asked of it, and takes 4 ms to get ready for that. */
export const lazyChildProcess = {
  name: 'lazy-child-process',
  resolveId: {
    filter: { id: /^node:child_process$/ },
    handler: (_, importer) => (importer?.includes('commander') ? '\0lazy-child-process' : undefined),
  },
  load: {
    filter: { id: /^\0lazy-child-process$/ },
    handler: () => js('exports.spawn = (...args) => require("child_process").spawn(...args)'),
  },
};

/** A file as text, where its import says `?raw`, as vitest gives it by itself. */
export const rawText = {
  name: 'raw-text',
  resolveId: {
    filter: { id: /\?raw$/ },
    handler: (id, importer) => join(dirname(importer), id),
  },
  load: {
    filter: { id: /\?raw$/ },
    handler: (id) => js(`export default ${JSON.stringify(readFileSync(id.replace(/\?raw$/, ''), 'utf8'))}`),
  },
};

/** What SARIF says of the built-in rules and their weaknesses, read as bytes: as strings it would be copied twice. */
export const preparedTexts = {
  name: 'prepared-texts',
  load: {
    filter: { id: /sarif.prepared\.ts$/ },
    async handler() {
      const { texts } = await evaluate(DESCRIPTORS);
      const places = {};
      let start = 0;
      for (const [name, text] of texts) {
        const end = start + Buffer.byteLength(text);
        places[name] = [start, end];
        start = end + '\n'.length;
      }
      writeFileSync('dist/descriptors.jsonl', texts.map(([, text]) => `${text}\n`).join(''));
      return js(`import { readFileSync } from 'node:fs';
        import { join } from 'node:path';
        const places = ${JSON.stringify(places)};
        let bytes;
        export function prepared(name) {
          bytes ??= readFileSync(join(__dirname, 'descriptors.jsonl'));
          return places[name] && bytes.subarray(...places[name]);
        }`);
    },
  },
};
const DESCRIPTORS = `import { rules } from './rules/index.ts';
  import { toTaxon, weaknessesOf } from './sarif/cwe.ts';
  import { toDescriptor } from './sarif/rule.ts';
  export const texts = [
    ...rules.map((rule) => [rule.id, JSON.stringify(toDescriptor(rule))]),
    ...weaknessesOf(rules).map((cwe) => ['CWE-' + cwe, JSON.stringify(toTaxon(cwe))]),
  ];`;
