import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';

/** Bytes that are read a range at a time, and again later. */
export interface Bytes {
  readonly size: number;
  /** A copy of the bytes from `start` to before `end`; fewer where the file ends before. */
  read(start: number, end: number): Buffer;
}

/** A file that is not read whole: it stays open, as what is found in it is shown from it at the end. */
export function openBytes(path: string): Bytes {
  const descriptor = openSync(path, 'r');
  const stats = fstatSync(descriptor);
  if (!stats.isFile()) {
    closeSync(descriptor);
    // A pipe, as in `<(…)`, is read once.
    return bytesOf(readFileSync(path));
  }
  return {
    size: stats.size,
    read: (start, end) => {
      const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(end, stats.size) - start));
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
