import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { cognitoLint } from './program.ts';

const CLIENT = JSON.stringify({ UserPoolClient: { UserPoolId: 'eu-west-1_Pool', ClientId: 'a1', ClientName: 'shop' } });

/** A log of this program whose results are changed. */
async function damaged(damage: (result: Record<string, unknown>) => void): Promise<string> {
  const cwd = temporaryFolder({ 'a.json': CLIENT });
  const log = JSON.parse((await cognitoLint(['scan', 'a.json', '-f', 'sarif'], { cwd })).stdout);
  for (const result of log.runs[0].results) damage(result);
  return JSON.stringify(log);
}

test.each<[name: string, log: () => string | Promise<string>]>([
  ['is another version', () => '{"version":"2.0.0","runs":[]}'],
  ['has a run that is null', () => '{"version":"2.1.0","runs":[null]}'],
  ['has a result that is null', () => '{"version":"2.1.0","runs":[{"results":[null]}]}'],
  ['has results that are no list', () => '{"version":"2.1.0","runs":[{"results":{"a":1}}]}'],
  ['has a category that is a number', () => '{"version":"2.1.0","runs":[{"automationDetails":{"id":1}}]}'],
  ['has results without a message', () => damaged((result) => delete result['message'])],
  ['has a message that says nothing', () => damaged((result) => Object.assign(result, { message: {} }))],
  ['has locations that are null', () => damaged((result) => Object.assign(result, { locations: [null] }))],
  ['has a rank of text', () => damaged((result) => Object.assign(result, { rank: 'high' }))],
])('a baseline that %s is told, exit 2', async (_name, log) => {
  const cwd = temporaryFolder({ 'a.json': CLIENT, 'w.sarif': await log() });
  const { code, stderr } = await cognitoLint(['scan', 'a.json', '--baseline', 'w.sarif'], { cwd });
  expect(stderr).toBe('cognito-lint: --baseline w.sarif is no SARIF 2.1.0 log; write one with --format sarif=<file>\n');
  expect(code).toBe(2);
});

test.each([
  ['that has no results', '{}'],
  ['whose results are null', '{"results":null}'],
  [
    'of another program',
    '{"results":[{"message":{"id":"a"}},{"message":{"text":"b"},"locations":[{}],"level":"none"}]}',
  ],
])('a run %s may stand in a baseline', async (_name, run) => {
  const cwd = temporaryFolder({ 'a.json': CLIENT, 'w.sarif': `{"version":"2.1.0","runs":[${run}]}` });
  const { stderr } = await cognitoLint(['scan', 'a.json', '--baseline', 'w.sarif', '--quiet'], { cwd });
  expect(stderr).toBe('');
});

test.each([
  ['is broken', '{ "UserPoolClient": '],
  ['holds no client any more', '{}'],
])('the results of a file that %s are carried over until it is read again', async (_name, content) => {
  const cwd = temporaryFolder({ 'a.json': CLIENT });
  const scan = async (...args: string[]) => {
    const { code } = await cognitoLint(['scan', 'a.json', '-f', 'sarif=out.sarif', ...args], { cwd });
    const [run] = (JSON.parse(readFileSync(join(cwd, 'out.sarif'), 'utf8')) as Log).runs;
    return { code, states: run?.results?.map(({ baselineState }) => baselineState) };
  };
  const { states = [] } = await scan();
  const unchanged = states.map(() => 'unchanged');
  writeFileSync(join(cwd, 'a.json'), content);
  expect(await scan('--baseline', 'out.sarif')).toEqual({ code: 2, states: unchanged });
  writeFileSync(join(cwd, 'a.json'), CLIENT);
  expect(await scan('--baseline', 'out.sarif')).toEqual({ code: 0, states: unchanged });
});
