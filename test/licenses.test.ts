import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

const [, table = ''] = read('CONTRIBUTING.md').split('| package | why |');
const bundled = table
  .split('\n\n')[0]
  ?.split('\n')
  .slice(2)
  .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ''));

test.each(bundled ?? [])('the licence of %s, which is in the program, goes with it', (name) => {
  const licenses = read('dist/THIRD-PARTY-LICENSES.txt');
  expect(licenses).toMatch(new RegExp(`^${name} [\\d.]+ \\((Apache-2.0|MIT|ISC)\\)$`, 'm'));
});

test('each licence is told whole', () => {
  expect(bundled).toContain('commander');
  const licenses = read('dist/THIRD-PARTY-LICENSES.txt');
  for (const words of [
    'TERMS AND CONDITIONS FOR USE',
    'Permission is hereby granted',
    'Permission to use, copy, modify',
  ])
    expect(licenses).toContain(words);
});
