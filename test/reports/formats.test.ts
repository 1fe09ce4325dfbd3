import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formats } from '../../src/reports/index.ts';
import { cognitoLint } from '../cli/program.ts';
import { RUN, reportOf } from './posture-fixture.ts';

test('every format is one that design and help name', async () => {
  expect(Object.keys(formats).sort()).toEqual(['github', 'html', 'json', 'markdown', 'pretty', 'sarif']);
  const { stdout: help } = await cognitoLint(['scan', '--help'], { cwd: tmpdir() });
  for (const name of Object.keys(formats)) expect(help).toContain(name);
});

test.each(Object.keys(formats))('%s says the same twice', async (name) => {
  const format = await formats[name]?.();
  const print = async () => [...(format?.(await reportOf('clients.json'), RUN) ?? [])].join('');
  const text = await print();
  expect(text.length).toBeGreaterThan(1);
  expect(await print()).toBe(text);
});

test('the program as built writes each format to its file, the page with its style and script', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cognito-lint-'));
  const files = Object.keys(formats).map((name) => [name, join(folder, 'reports', name)] as const);
  const args = files.flatMap(([name, file]) => ['--format', `${name}=${file}`]);
  const client = 'test/fixtures/man-page/client.json';
  execFileSync(process.execPath, ['dist/bin.js', 'scan', client, ...args, '--fail-on', 'never']);
  const texts = new Map(files.map(([name, file]) => [name, readFileSync(file, 'utf8')]));
  for (const [name, text] of texts) expect(text.length, name).toBeGreaterThan(1);
  expect(texts.get('html')).toMatch(/<style>[^<]{5000,}<\/style>/);
  expect(texts.get('html')).toContain('addEventListener');
  expect(texts.get('html')).toContain('MyApp');
});
