// What each rule costs: its part of the time from parsed JSON to findings. In one process, as a whole one hides it.
import { evaluate } from '../scripts/evaluate.js';
import { client } from './inputs.js';

const CLIENTS = 20_000;
const ROUNDS = 9;
/** The linter as it is in src/. */
const load = () =>
  evaluate(`export { lint } from './lint.ts'; export { rules } from './rules/index.ts';
    export { readForm } from './sources/forms.ts'; export { Alike } from './alike.ts';
    export { Effective } from './client/effective.ts';`);

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const text = JSON.stringify(Array.from({ length: CLIENTS }, (_, index) => client(index)));
const place = { startColumn: 1, endLine: 1, endColumn: 1, offset: 0, length: 0 };
/** To look for places is no part of what is measured, but each finding needs one of its own: in ties, all is compared. */
const locate = (pointers) => new Map([...pointers].map((pointer, at) => [pointer, { ...place, startLine: at + 1 }]));
const document = { uri: 'a.json', path: 'a.json', text, encoding: 'utf-8', secrets: new Set(), locate };

/** Milliseconds that the clock itself takes. */
function timeClock() {
  const times = Array.from({ length: 1_000_000 }, () => {
    const start = performance.now();
    return performance.now() - start;
  });
  return times.reduce((sum, time) => sum + time, 0) / times.length;
}

/** Prints each rule with its part of the time of linting, the dearest first. */
export async function profileRules() {
  const { lint, rules, readForm, Alike, Effective } = await load();
  const clock = timeClock();
  const active = rules.map((rule) => ({ rule, level: rule.level, options: rule.options ?? {} }));
  const read = () => {
    const value = JSON.parse(text);
    const start = performance.now();
    const reading = readForm(value, { document, secrets: new Set(), onDisk: true, now: Date.now() / 1000 });
    return { reading, start };
  };

  /** Milliseconds of each rule. They take turns on a client, as in a scan: what one of them has found serves the next. */
  const timeRules = (subjects, rulesOf) => {
    const times = new Map(active.map((one) => [one, 0]));
    for (const [index, { client, facts }] of subjects.entries()) {
      const effective = new Effective(client, facts);
      for (const one of rulesOf(index)) {
        const start = performance.now();
        for (const _problem of one.rule.check({ client, effective }, one.options));
        times.set(one, times.get(one) + performance.now() - start - clock);
      }
    }
    return active.map((one) => times.get(one));
  };

  const rounds = { total: [], every: [], linted: [] };
  for (let round = -2; round < ROUNDS; round += 1) {
    const { reading, start } = read();
    lint(reading, active);
    const total = performance.now() - start;
    const { subjects } = read().reading;
    const alike = new Alike(active);
    const worthwhile = subjects.map((subject) => alike.judgesOf(subject).map((judge) => judge.active));
    const every = timeRules(subjects, () => active);
    const linted = timeRules(subjects, (index) => worthwhile[index]);
    // The first rounds warm up.
    if (round < 0) continue;
    rounds.total.push(total);
    rounds.every.push(every);
    rounds.linted.push(linted);
  }

  const total = median(rounds.total);
  const shareOf = (kind, index) => (median(rounds[kind].map((times) => times[index])) / total) * 100;
  const shares = active
    .map(({ rule }, index) => ({ id: rule.id, linted: shareOf('linted', index), every: shareOf('every', index) }))
    .sort((a, b) => b.linted - a.linted || b.every - a.every);
  const row = (name, linted, every) => console.log(`| ${name} | ${linted.toFixed(1)} % | ${every.toFixed(1)} % |`);
  const sum = (kind, list) => list.reduce((all, one) => all + one[kind], 0);
  console.log(`\n${rules.length} rules, ${CLIENTS} clients, medians of ${ROUNDS} rounds: ${total.toFixed(0)} ms\n`);
  console.log('| rule | part of the time | would be, on every client |');
  console.log('| --- | --- | --- |');
  for (const { id, linted, every } of shares) row(id, linted, every);
  row('all', sum('linted', shares), sum('every', shares));
}
