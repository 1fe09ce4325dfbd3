/**
 * How many texts are hashed here before node:crypto is loaded for the rest. It is faster by far, but takes 7 ms to load, a
 * tenth of what Node needs to start, and most runs have few findings.
 */
const FEW = 32;
let hashed = 0;

/** A hash, in hex, of bytes or of a text's UTF-8. */
export function hash(algorithm: 'sha1' | 'sha256', data: string | Uint8Array): string {
  hashed += 1;
  if (hashed > FEW || data.length > 1000) return process.getBuiltinModule('node:crypto').hash(algorithm, data);
  const words = padded(typeof data === 'string' ? Buffer.from(data) : data);
  const state = algorithm === 'sha1' ? sha1(words) : sha256(words);
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Whole blocks of sixteen words: FIPS 180-4, section 5.1.1. */
function padded(data: Uint8Array): Int32Array {
  const bytes = Buffer.alloc(64 * Math.ceil((data.length + 9) / 64));
  bytes.set(data);
  bytes[data.length] = 0x80;
  bytes.writeUInt32BE(8 * data.length, bytes.length - 4);
  return Int32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readInt32BE(4 * index));
}

// Rotations are written out below: until V8 compiles this, to call a function takes longer than what it would do.

/** FIPS 180-4, section 6.1.2. */
function sha1(words: Int32Array): Int32Array {
  const state = new Int32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]);
  const schedule = new Int32Array(80);
  for (let block = 0; block < words.length; block += 16) {
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
    for (let t = 0; t < 80; t += 1) {
      let word = words[block + t] ?? 0;
      if (t >= 16) {
        word = (schedule[t - 3] ?? 0) ^ (schedule[t - 8] ?? 0) ^ (schedule[t - 14] ?? 0) ^ (schedule[t - 16] ?? 0);
        word = (word << 1) | (word >>> 31);
      }
      schedule[t] = word;
      let mixed: number;
      if (t < 20) mixed = ((b & c) ^ (~b & d)) + 0x5a827999;
      else if (t < 40) mixed = (b ^ c ^ d) + 0x6ed9eba1;
      else if (t < 60) mixed = ((b & c) ^ (b & d) ^ (c & d)) + 0x8f1bbcdc;
      else mixed = (b ^ c ^ d) + 0xca62c1d6;
      const next = (((a << 5) | (a >>> 27)) + mixed + e + word) | 0;
      e = d;
      d = c;
      c = (b << 30) | (b >>> 2);
      b = a;
      a = next;
    }
    addTo(state, [a, b, c, d, e]);
  }
  return state;
}

/** From the cube roots of the first 64 primes: FIPS 180-4, section 4.2.2. */
const K = new Int32Array([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2,
]);

/** FIPS 180-4, section 6.2.2. */
function sha256(words: Int32Array): Int32Array {
  const state = new Int32Array([
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
  ]);
  const schedule = new Int32Array(64);
  for (let block = 0; block < words.length; block += 16) {
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (let t = 0; t < 64; t += 1) {
      let word = words[block + t] ?? 0;
      if (t >= 16) {
        const x = schedule[t - 15] ?? 0;
        const y = schedule[t - 2] ?? 0;
        const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
        const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
        word = ((schedule[t - 16] ?? 0) + s0 + (schedule[t - 7] ?? 0) + s1) | 0;
      }
      schedule[t] = word;
      const S1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const S0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t1 = h + S1 + ((e & f) ^ (~e & g)) + (K[t] ?? 0) + word;
      const t2 = S0 + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    addTo(state, [a, b, c, d, e, f, g, h]);
  }
  return state;
}

function addTo(state: Int32Array, words: readonly number[]): void {
  for (const [index, word] of words.entries()) state[index] = (state[index] ?? 0) + word;
}
