// What each rule costs: its part of the time from parsed JSON to findings. In one process, as a whole one hides it.
import { build } from 'esbuild';
import { client } from './inputs.js';

const CLIENTS = 20_000;
const ROUNDS = 9;

/** The linter as it is in src/. */
async function load() {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { lint } from './lint.ts'; export { rules } from './rules/index.ts';
        export { readForm } from './sources/forms.ts';`,
      resolveDir: 'src',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire('/');" },
    write: false,
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const text = JSON.stringify(Array.from({ length: CLIENTS }, (_, index) => client(index)));
/** Each finding has a place of its own, as in a file: what stands in one place is sorted by fingerprints, which costs more. */
const document = {
  uri: 'a.json',
  path: 'a.json',
  text,
  encoding: 'utf-8',
  secrets: new Set(),
  locate: (pointers) => new Map([...pointers].map((pointer) => [pointer, lineOf(Number(pointer.split('/')[1]) + 1)])),
};

function lineOf(line) {
  return { startLine: line, startColumn: 1, endLine: line, endColumn: 2, offset: 0, length: 1 };
}

/** Prints each rule with its part of the time of linting, the dearest first. */
export async function profileRules() {
  const { lint, rules, readForm } = await load();
  const spent = new Map(rules.map(({ id }) => [id, []]));
  const totals = [];
  for (let round = -2; round < ROUNDS; round += 1) {
    const own = new Map(rules.map(({ id }) => [id, 0]));
    const active = rules.map((rule) => ({
      rule: {
        ...rule,
        check(input, options) {
          const start = performance.now();
          const problems = [...rule.check(input, options)];
          own.set(rule.id, own.get(rule.id) + performance.now() - start);
          return problems;
        },
      },
      level: rule.level,
      options: rule.options ?? {},
    }));
    const value = JSON.parse(text);
    const start = performance.now();
    lint(readForm(value, { document, secrets: new Set(), onDisk: true, now: Date.now() / 1000 }), active);
    // The first rounds warm up.
    if (round < 0) continue;
    totals.push(performance.now() - start);
    for (const [id, time] of own) spent.get(id).push(time);
  }
  const total = median(totals);
  const shares = [...spent].map(([id, times]) => [id, (median(times) / total) * 100]).sort((a, b) => b[1] - a[1]);
  console.log(`\n${rules.length} rules, ${CLIENTS} clients, medians of ${ROUNDS} rounds: ${total.toFixed(0)} ms\n`);
  console.log('| rule | part of the time |');
  console.log('| --- | --- |');
  for (const [id, share] of shares.slice(0, 12)) console.log(`| ${id} | ${share.toFixed(1)} % |`);
  const rest = shares.slice(12).reduce((sum, [, share]) => sum + share, 0);
  console.log(`| the other ${shares.length - 12} together | ${rest.toFixed(1)} % |`);
}
