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

/** A file whole; one of more than `limit` bytes stays open, as what is found in it is shown from it at the end. */
export function openBytes(path: string, limit: number): Buffer | FileBytes {
  const descriptor = openSync(path, 'r');
  const stats = fstatSync(descriptor);
  const bytes = rangesOf(descriptor, stats.size);
  if (stats.isFile() && stats.size > limit) return bytes;
  try {
    // What is no file, as the pipe of `<(…)`, has no size.
    return stats.isFile() && stats.size > 0 ? bytes.read(0, stats.size) : readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
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
