import { execFileSync, spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openBytes } from '../../src/sources/bytes.ts';
import { temporaryFolder } from '../temporary.ts';

/** What is read of a file, and whether it stays open to be read in ranges. */
function read(path: string, limit: number): { bytes: string; isOpen: boolean } {
  const content = openBytes(path, limit);
  if (Buffer.isBuffer(content)) return { bytes: content.toString('latin1'), isOpen: false };
  const { size, descriptor } = content;
  const bytes = content.read(0, size).toString('latin1');
  closeSync(descriptor);
  return { bytes, isOpen: true };
}

const MEGABYTE = 2 ** 20;

const SIZES = [
  { name: 'an empty file', size: 0, limit: 10, isOpen: false },
  { name: 'less than the limit', size: 9, limit: 10, isOpen: false },
  { name: 'as much as the limit', size: 10, limit: 10, isOpen: false },
  { name: 'more than the limit', size: 11, limit: 10, isOpen: true },
  { name: 'a megabyte', size: MEGABYTE, limit: MEGABYTE, isOpen: false },
  { name: 'a byte more than a megabyte', size: MEGABYTE + 1, limit: MEGABYTE, isOpen: true },
  { name: 'several megabytes without a limit', size: 3 * MEGABYTE, limit: Number.POSITIVE_INFINITY, isOpen: false },
];

function textOf(size: number): string {
  return Array.from({ length: Math.ceil(size / 10) }, (_, index) => String(index).padStart(10, '.'))
    .join('')
    .slice(0, size);
}

test.each(SIZES)('all of a file is read, and a large one left open: $name', ({ size, limit, isOpen }) => {
  const text = textOf(size);
  const folder = temporaryFolder({ file: text });
  expect(read(join(folder, 'file'), limit)).toEqual({ bytes: text, isOpen });
});

test.skipIf(process.platform === 'win32').each(SIZES)('a pipe is read to its end: $name', ({ size, limit }) => {
  const text = textOf(size);
  const folder = temporaryFolder({ file: text });
  const pipe = join(folder, 'pipe');
  execFileSync('sh', ['-c', 'mkfifo "$1"', 'sh', pipe]);
  // Another process writes, a bit at a time: this one waits where it opens the pipe.
  spawn('sh', ['-c', 'dd if="$1" bs=4000 2> /dev/null > "$2"', 'sh', join(folder, 'file'), pipe]);
  expect(read(pipe, limit)).toEqual({ bytes: text, isOpen: false });
});

test('a folder cannot be read', () => {
  expect(() => openBytes(temporaryFolder(), 10)).toThrow(expect.objectContaining({ code: 'EISDIR' }));
});
