import { spawn, spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { progressText } from '../../src/cli/progress.ts';
import type { Progress } from '../../src/sources/aws.ts';
import { BIN } from '../cli/program.ts';
import { temporaryFolder } from '../temporary.ts';
import { ACCOUNT } from './cognito-server.ts';
import { ENVIRONMENT, reportOf, someClients, startServer } from './start.ts';

const world = { [`${ACCOUNT}/us-east-1`]: { 'us-east-1_Aaaaaaaaa': { clients: someClients('a', 30) } } };

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s gives what was found so far, says that it is partial, and exits 2',
  async (signal) => {
    const { server, url } = await startServer({ world });
    const args = [BIN, 'audit', '-f', 'json', '--no-secret-ages'];
    const env = { PATH: process.env['PATH'], ...ENVIRONMENT, AWS_ENDPOINT_URL: url };
    const child = spawn(process.execPath, args, { cwd: temporaryFolder(), env });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    const timer = setInterval(() => {
      if (server.count('DescribeUserPoolClient') < 4) return;
      clearInterval(timer);
      child.kill(signal);
    }, 20);
    const code = await new Promise((done) => child.on('close', done));
    clearInterval(timer);
    const { summary, findings } = reportOf({ code: 2, stdout, stderr });
    expect(summary.clients).toBeGreaterThanOrEqual(3);
    expect(summary.clients).toBeLessThan(30);
    expect(findings.length).toBeGreaterThan(0);
    expect(stderr).toMatch(/^error: interrupted: this is partial, with \d+ of \d+ app clients\n$/);
    expect(code).toBe(2);
  },
);

test('SIGINT ends a run that waits for credentials', async () => {
  const { server, url } = await startServer({
    world,
    fault: ({ operation }) => (operation === 'AssumeRole' ? 'stall' : undefined),
  });
  const args = [BIN, 'audit', '--role-arn', `arn:aws:iam::${ACCOUNT}:role/audit`];
  const env = { PATH: process.env['PATH'], ...ENVIRONMENT, AWS_ENDPOINT_URL: url };
  const child = spawn(process.execPath, args, { cwd: temporaryFolder(), env });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const timer = setInterval(() => {
    if (server.count('AssumeRole') === 0) return;
    clearInterval(timer);
    child.kill('SIGINT');
  }, 20);
  const code = await new Promise((done) => child.on('close', done));
  clearInterval(timer);
  expect(stderr).toBe('error: interrupted: this is partial, with 0 of 0 app clients\n');
  expect(code).toBe(2);
});

/** Runs a command on a terminal of its own, as `script` gives it. */
const hasScript = spawnSync('script', ['--version']).status === 0;
if (!hasScript) console.warn('SKIPPED: progress on a terminal, as "script" (util-linux) is not installed');

test.runIf(hasScript)('a terminal shows how far it is, on one line that is gone afterwards', async () => {
  const { url } = await startServer({ world });
  const shown = async (env: Readonly<Record<string, string>>) => {
    const command = `'${process.execPath}' '${BIN}' audit --no-secret-ages -f json=report.json`;
    const child = spawn('script', ['-qec', command, '/dev/null'], {
      cwd: temporaryFolder(),
      env: { PATH: process.env['PATH'], TERM: 'xterm', ...ENVIRONMENT, AWS_ENDPOINT_URL: url, ...env },
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    await new Promise((done) => child.on('close', done));
    return Buffer.concat(chunks).toString('utf8');
  };
  const [text, inCi] = await Promise.all([shown({}), shown({ CI: 'true' })]);
  const [, first = ''] = text.split('\r\u001b[K').filter((line) => line.includes('of 30'));
  expect(first).toMatch(/^1 pool, \d+ of 30 clients described, [\d.]+\/s, about \d+ s left$/);
  expect(text.trimEnd().endsWith('\r\u001b[K')).toBe(true);
  expect(inCi).toBe('');
});

test.each<[Progress, number, string]>([
  [{ pools: 3, clients: 0, described: 0, callsLeft: 0 }, 1, '3 pools, 0 of 0 clients described'],
  [
    { pools: 1, clients: 40, described: 15, callsLeft: 25 },
    1,
    '1 pool, 15 of 40 clients described, 15.0/s, about 2 s left',
  ],
  [
    { pools: 9, clients: 9000, described: 150, callsLeft: 8850 },
    10,
    '9 pools, 150 of 9000 clients described, 15.0/s, about 10 min left',
  ],
])('progress %j after %d s', (progress, seconds, text) => {
  expect(progressText(progress, seconds)).toBe(text);
});
