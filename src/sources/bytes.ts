import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';

/** Bytes that are read a range at a time, and again later. */
export interface Bytes {
  readonly size: number;
  /** A copy of the bytes from `start` to before `end`; fewer where the file ends before. */
  read(start: number, end: number): Buffer;
}

/** The bytes of a file that stays open. All threads of a process may read it. */
export interface FileBytes extends Bytes {
  readonly descriptor: number;
}

/** Files are read into it, one after the other: to make room for each takes longer than to read it. */
const shared = Buffer.allocUnsafeSlow(2 ** 20 + 1);

/**
 * A file whole, until the next is opened. One of more than `limit` bytes stays open, as what is found in it is shown from it
 * at the end.
 */
export function openBytes(path: string, limit: number): Buffer | FileBytes {
  const descriptor = openSync(path, 'r');
  let isLeftOpen = false;
  try {
    const head = fill(shared.subarray(0, limit + 1), descriptor);
    if (head.length <= limit && head.length < shared.length) return head;
    const stats = fstatSync(descriptor);
    // What is no file, as the pipe of `<(…)`, has no ranges.
    if (!stats.isFile()) return Buffer.concat([head, readFileSync(descriptor)]);
    const bytes = rangesOf(descriptor, stats.size);
    isLeftOpen = stats.size > limit;
    return isLeftOpen ? bytes : bytes.read(0, stats.size);
  } finally {
    if (!isLeftOpen) closeSync(descriptor);
  }
}

/** Reads until a buffer is full, or to the end. */
function fill(buffer: Buffer, descriptor: number): Buffer {
  let length = 0;
  while (length < buffer.length) {
    const count = readSync(descriptor, buffer, length, buffer.length - length, null);
    if (count === 0) break;
    length += count;
  }
  return buffer.subarray(0, length);
}

export function rangesOf(descriptor: number, size: number): FileBytes {
  return {
    descriptor,
    size,
    read: (start, end) => {
      const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(end, size) - start));
      let length = 0;
      while (length < buffer.length) {
        const count = readSync(descriptor, buffer, length, buffer.length - length, start + length);
        if (count === 0) break;
        length += count;
      }
      return buffer.subarray(0, length);
    },
  };
}

export function bytesOf(buffer: Buffer): Bytes {
  return { size: buffer.length, read: (start, end) => Buffer.from(buffer.subarray(start, end)) };
}
