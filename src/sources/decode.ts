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
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf)
    return { text: bytes.toString('utf8', 3), encoding: 'utf-8' };
  if (first === 0xff && second === 0xfe) return { text: bytes.toString('utf16le', 2), encoding: 'utf-16le' };
  if (first === 0xfe && second === 0xff) return { text: bigEndian(bytes.subarray(2)), encoding: 'utf-16be' };
  if (first && second === 0) return { text: bytes.toString('utf16le'), encoding: 'utf-16le' };
  if (first === 0 && second) return { text: bigEndian(bytes), encoding: 'utf-16be' };
  return { text: bytes.toString('utf8'), encoding: 'utf-8' };
}

function bigEndian(bytes: Buffer): string {
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  return Buffer.from(even).swap16().toString('utf16le');
}
