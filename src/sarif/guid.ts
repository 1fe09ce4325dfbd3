import { hash } from '../hash.ts';

/** The namespace of addresses: RFC 9562 section 6.6. */
const URL_NAMESPACE = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');
const ROOM_FOR_NAMESPACE = ' '.repeat(URL_NAMESPACE.length);

/** A GUID that is the same in every run: version 5 of an address. SARIF knows versions 1 to 5 alone. */
export function guidOf(url: string): string {
  const name = Buffer.from(ROOM_FOR_NAMESPACE + url);
  URL_NAMESPACE.copy(name);
  const hex = hash('sha1', name);
  const variant = (0x8 | (Number.parseInt(hex.charAt(16), 16) & 0x3)).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
