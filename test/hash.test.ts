import { createHash } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';

/** As it is at the start of a program: the first texts are hashed without node:crypto. */
async function freshHash() {
  vi.resetModules();
  return (await import('../src/hash.ts')).hash;
}

// The examples of FIPS 180-4: https://csrc.nist.gov/projects/cryptographic-standards-and-guidelines/example-values
test.each([
  ['sha1', 'abc', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
  ['sha1', 'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', '84983e441c3bd26ebaae4aa1f95129e5e54670f1'],
  ['sha256', 'abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'sha256',
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
] as const)('%s of %j', async (algorithm, text, expected) => {
  const hash = await freshHash();
  expect(hash(algorithm, text)).toBe(expected);
});

describe.each(['sha1', 'sha256'] as const)('%s', (algorithm) => {
  const expected = (data: string | Uint8Array) => createHash(algorithm).update(data).digest('hex');

  // The end of a message, its padding and its length fall into one block or into two.
  test.each(Array.from({ length: 10 }, (_, index) => index * 16))('of %i bytes and up to 15 more', async (length) => {
    const hash = await freshHash();
    for (let more = 0; more < 16; more += 1) {
      const bytes = Uint8Array.from({ length: length + more }, (_, index) => (index * 151) % 256);
      expect(hash(algorithm, bytes)).toBe(expected(bytes));
    }
  });

  test('of a text is that of its UTF-8', async () => {
    const hash = await freshHash();
    expect(hash(algorithm, 'Zürich \u{1f600} \ud800')).toBe(expected('Zürich \u{1f600} \ud800'));
  });

  test('is the same for a long text, and for the hundredth', async () => {
    const hash = await freshHash();
    const texts = ['x'.repeat(100_000), ...Array.from({ length: 100 }, (_, index) => `text ${index}`)];
    expect(texts.map((text) => hash(algorithm, text))).toEqual(texts.map(expected));
  });
});
