import { parentPort, workerData } from 'node:worker_threads';
import { rules } from '../rules/index.ts';
import type { Job, ThreadSettings } from './job.ts';
import { Sifter } from './sifter.ts';

const { active, now } = workerData as ThreadSettings;
const activeRules = active.flatMap(({ id, ...settings }) => {
  const rule = rules.find((one) => one.id === id);
  return rule ? [{ rule, ...settings }] : [];
});
const sifter = new Sifter(activeRules, now);

parentPort?.on('message', async (job: Job) => {
  parentPort?.postMessage(await sifter.do(job));
});
