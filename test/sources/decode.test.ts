import { describe, expect, test } from 'vitest';
import { decode } from '../../src/sources/decode.ts';

const TEXT = '{"名": "🛒 é"}\r\n';
const utf8 = Buffer.from(TEXT);
const le = Buffer.from(TEXT, 'utf16le');
const be = Buffer.from(le).swap16();
const bytes = (...parts: (number[] | Buffer)[]) => Buffer.concat(parts.map((part) => Buffer.from(part)));

describe('decode', () => {
  test.each([
    { name: 'UTF-8', input: utf8, text: TEXT, encoding: 'utf-8' },
    { name: 'UTF-8 with a byte order mark', input: bytes([0xef, 0xbb, 0xbf], utf8), text: TEXT, encoding: 'utf-8' },
    { name: 'UTF-16LE with a byte order mark', input: bytes([0xff, 0xfe], le), text: TEXT, encoding: 'utf-16le' },
    { name: 'UTF-16BE with a byte order mark', input: bytes([0xfe, 0xff], be), text: TEXT, encoding: 'utf-16be' },
    { name: 'UTF-16LE without one', input: le, text: TEXT, encoding: 'utf-16le' },
    { name: 'UTF-16BE without one', input: be, text: TEXT, encoding: 'utf-16be' },
    {
      name: 'UTF-16LE of an odd length, but for the last byte',
      input: bytes([0xff, 0xfe], le, [0x7b]),
      text: TEXT,
      encoding: 'utf-16le',
    },
    {
      name: 'UTF-16BE of an odd length, but for the last byte',
      input: bytes([0xfe, 0xff], be, [0x7b]),
      text: TEXT,
      encoding: 'utf-16be',
    },
    { name: 'UTF-16BE without a mark, of an odd length', input: bytes(be, [0]), text: TEXT, encoding: 'utf-16be' },
    { name: 'nothing', input: bytes([]), text: '', encoding: 'utf-8' },
    { name: 'a mark of UTF-8 and nothing else', input: bytes([0xef, 0xbb, 0xbf]), text: '', encoding: 'utf-8' },
    { name: 'a mark of UTF-16LE and nothing else', input: bytes([0xff, 0xfe]), text: '', encoding: 'utf-16le' },
    { name: 'a mark of UTF-16BE and nothing else', input: bytes([0xfe, 0xff]), text: '', encoding: 'utf-16be' },
    { name: 'one byte', input: bytes([0x7b]), text: '{', encoding: 'utf-8' },
    { name: 'one byte of nought', input: bytes([0]), text: '\0', encoding: 'utf-8' },
    {
      name: 'bytes that are no UTF-8, with a mark in their place',
      input: bytes([0x22, 0xe9, 0x22]),
      text: '"\ufffd"',
      encoding: 'utf-8',
    },
    { name: 'a mark amid the text as it stands', input: Buffer.from('"\ufeff"'), text: '"\ufeff"', encoding: 'utf-8' },
  ])('reads $name', ({ input, text, encoding }) => {
    expect(decode(input)).toEqual({ text, encoding });
  });

  test('leaves the bytes as they are', () => {
    const input = bytes([0xfe, 0xff], be);
    const before = Buffer.from(input);
    decode(input);
    expect(input).toEqual(before);
  });
});
