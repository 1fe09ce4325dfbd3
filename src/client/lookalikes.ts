import { domainToASCII, domainToUnicode } from 'node:url';
import { isAscii, isWeb, type Uri } from './uri.ts';

/** Cyrillic and Greek letters that are drawn like Latin ones: https://www.unicode.org/reports/tr39/ */
const LOOKALIKES = new Set('асеорхуіјѕԁһԛԝӏгѵοναρτυικηω');

/** A label of the host mixes Latin with another script, or consists of letters that look Latin. */
export function isLookalike(uri: Uri): boolean {
  if (!isWeb(uri) || (isAscii(uri.host) && !uri.host.includes('xn--'))) return false;
  return unicodeHost(uri)
    .split('.')
    .some((label) => {
      if (isAscii(label)) return false;
      const isMixed =
        /\p{Script=Latin}/u.test(label) &&
        /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u.test(label);
      return isMixed || [...label].every((letter) => LOOKALIKES.has(letter) || /[0-9-]/.test(letter));
    });
}

/** The host as people read it. What is no domain name, and so has no such form, stays as it is. */
function unicodeHost({ host }: Uri): string {
  return domainToUnicode(host) || host;
}

/** The host as people and as resolvers read it. */
export function hostForms(uri: Uri): string {
  const ascii = domainToASCII(uri.host);
  return ascii === '' ? uri.host : `${unicodeHost(uri)} (${ascii})`;
}
