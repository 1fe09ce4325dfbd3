import { isAscii } from 'node:buffer';

/** A text and how its bytes spelled it. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
}

/**
 * Reads UTF-8 and UTF-16 in both byte orders, with a byte order mark or without: PowerShell's `>` writes UTF-16LE. JSON
 * begins with an ASCII character, so its two first bytes tell the encoding (RFC 4627 section 3).
 */
export function decode(bytes: Buffer): DecodedText {
  const first = bytes[0];
  const second = bytes[1];
  if (first === 0xff && second === 0xfe) return { text: bytes.toString('utf16le', 2), encoding: 'utf-16le' };
  if (first === 0xfe && second === 0xff) return { text: bigEndian(bytes.subarray(2)), encoding: 'utf-16be' };
  if (first && second === 0) return { text: bytes.toString('utf16le'), encoding: 'utf-16le' };
  if (first === 0 && second) return { text: bigEndian(bytes), encoding: 'utf-16be' };
  const start = utf8Start(bytes);
  return { text: decodeUtf8(start > 0 ? bytes.subarray(start) : bytes), encoding: 'utf-8' };
}

/** ASCII, which is what nearly all files are, is found out and copied in a fourth of the time that reading UTF-8 takes. */
export function decodeUtf8(bytes: Buffer): string {
  return bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
}

/** Where the text of some UTF-8 begins: behind its byte order mark, if it has one. */
export function utf8Start(bytes: Buffer): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

function bigEndian(bytes: Buffer): string {
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  return Buffer.from(even).swap16().toString('utf16le');
}
