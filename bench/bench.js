// Measures whole processes in turn, A B A B …, and prints medians and ratios. Usage: npm run bench [-- <name> …]
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { files, lines, list, oneClient, template } from './inputs.js';
import { profileRules } from './rules.js';

const PAIRS = Number(process.env.PAIRS ?? 9);
const folder = process.env.BENCH_FOLDER ?? join(tmpdir(), 'cognito-lint-bench');
mkdirSync(folder, { recursive: true });

/** Where it is set, Node reads certificates at each start, which takes two thirds of what else it does then. */
const { NODE_EXTRA_CA_CERTS, ...env } = process.env;

const BIN = new URL('../dist/bin.js', import.meta.url).pathname;
const OUT = join(folder, 'out.sarif');
const scan = (path) => [process.execPath, BIN, 'scan', path, '-f', `sarif=${OUT}`, '--fail-on', 'never', '--no-config'];
const node = (code) => [process.execPath, '-e', code];
const parse = (path) => node(`JSON.parse(require('fs').readFileSync(${JSON.stringify(path)}, 'utf8'))`);
const YAML = new URL('../node_modules/yaml', import.meta.url).pathname;
const parseYaml = (path) =>
  node(`require(${JSON.stringify(YAML)}).parse(require('fs').readFileSync(${JSON.stringify(path)}, 'utf8'))`);
const parseLines = (path) =>
  node(
    `require('readline').createInterface({ input: require('fs').createReadStream(${JSON.stringify(path)}) }).on('line', JSON.parse)`,
  );
const parseAll = (path) =>
  node(`const fs = require('fs'), { join } = require('path');
    const walk = (at) => fs.readdirSync(at, { withFileTypes: true }).forEach((one) => one.isDirectory()
      ? walk(join(at, one.name)) : JSON.parse(fs.readFileSync(join(at, one.name), 'utf8')));
    walk(${JSON.stringify(path)})`);
const jq = (path) => ['jq', 'length', path];

/** Each: a name, the command, and what it is held against. */
const BENCHES = {
  start: () => {
    const path = oneClient(folder);
    const pair = (name, ...prefix) => [name, [...prefix, ...scan(path)], 'node -e 0', [...prefix, ...node('0')]];
    const certificates = `NODE_EXTRA_CA_CERTS=${NODE_EXTRA_CA_CERTS}`;
    return [
      pair('one client'),
      ...(NODE_EXTRA_CA_CERTS ? [pair('one client, certificates read', 'env', certificates)] : []),
    ];
  },
  throughput: () =>
    [25_000, 50_000, 100_000].flatMap((count) => {
      const path = list(folder, count);
      const size = `${count} clients, ${Math.round(statSync(path).size / 1e6)} MB`;
      const against = [[size, scan(path), 'read and parse', parse(path)]];
      return count === 100_000 && hasJq() ? [...against, [size, scan(path), 'jq length', jq(path)]] : against;
    }),
  findings: () =>
    [10, 2, 1].map((every) => {
      const path = list(folder, 25_000, every);
      return [`${100_000 / every} findings in 25000 clients`, scan(path), 'read and parse', parse(path)];
    }),
  lines: () =>
    [250e6, 500e6, 1000e6].map((bytes) => {
      const path = lines(folder, bytes);
      return [`${bytes / 1e6} MB of lines`, scan(path), 'read and parse', parseLines(path)];
    }),
  files: () =>
    [
      [2_500, 4],
      [5_000, 4],
      [10_000, 4],
      [10_000, 1],
      [10_000, 0],
    ].map(([count, findings]) => {
      const path = files(folder, count, findings);
      return [`${count} files, ${(count / 10) * findings} findings`, scan(path), 'read and parse', parseAll(path)];
    }),
  templates: () => {
    const yaml = template(folder, 10_000, 'yaml');
    const json = [2_500, 5_000, 10_000].map((count) => {
      const path = template(folder, count, 'json');
      return [`${count} resources, JSON`, scan(path), 'read and parse', parse(path)];
    });
    return [...json, ['10000 resources, YAML', scan(yaml), 'read and parse', parseYaml(yaml)]];
  },
};

function hasJq() {
  try {
    execFileSync('jq', ['--version']);
    return true;
  } catch {
    return false;
  }
}

/** Runs a command to its end; gives seconds and peak megabytes. */
function run([command, ...args]) {
  return new Promise((done, failed) => {
    const start = process.hrtime.bigint();
    const timed = spawn('/usr/bin/time', ['-f', '%M', command, ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let stderr = '';
    timed.stderr.on('data', (chunk) => (stderr += chunk));
    timed.on('error', failed);
    timed.on('close', () => {
      const seconds = Number(process.hrtime.bigint() - start) / 1e9;
      done({ seconds, megabytes: Number(stderr.trim().split('\n').at(-1)) / 1024 });
    });
  });
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function compare([name, command, againstName, against]) {
  await run(command);
  await run(against);
  const pairs = [];
  for (let pair = 0; pair < PAIRS; pair += 1) pairs.push([await run(command), await run(against)]);
  const of = (side, figure) => median(pairs.map((pair) => pair[side][figure]));
  const ratio = (figure) => median(pairs.map(([own, other]) => own[figure] / other[figure])).toFixed(2);
  return [
    name,
    `${of(0, 'seconds').toFixed(3)} s`,
    againstName,
    `${of(1, 'seconds').toFixed(3)} s`,
    `${ratio('seconds')} x`,
    `${of(0, 'megabytes').toFixed(0)} MB`,
    `${ratio('megabytes')} x`,
  ];
}

const wanted = process.argv.slice(2);
if (wanted.length === 0 || wanted.includes('rules')) await profileRules();
const names = Object.keys(BENCHES).filter((name) => wanted.length === 0 || wanted.includes(name));
if (names.length > 0) {
  console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model}, medians of ${PAIRS} pairs\n`);
  console.log('| scan, SARIF out | time | against | time | ratio | peak memory | ratio |');
  console.log('| --- | --- | --- | --- | --- | --- | --- |');
}
for (const name of names) {
  for (const one of BENCHES[name]()) console.log(`| ${(await compare(one)).join(' | ')} |`);
}
