import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { cognitoLint } from './program.ts';

const CLIENT = JSON.stringify({ UserPoolClient: { UserPoolId: 'eu-west-1_Pool', ClientId: 'a1', ClientName: 'shop' } });

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
