/**
 * A text for a SARIF message (sections 3.11.5 and 3.11.6): what is somebody else's in it forms no link and no
 * placeholder. Control characters and marks that turn the direction of writing are shown by their number.
 */
export function messageText(text: string): string {
  return isPlain(text) ? text : messageArgument(text).replace(/[{}]/g, '$&$&');
}

/** The same for an argument, which is no format string. */
export function messageArgument(text: string): string {
  return isPlain(text) ? text : visible(text).replace(/[\\[\]]/g, '\\$&');
}

/** Longer than any name or URL that Cognito takes. */
const MAX_LENGTH = 2048;

/** Printable ASCII without brackets, braces and the backslash. */
const PLAIN = /^[ -Z^-z|~]*$/;

/** Nearly every text is, and one test is cheaper than three replacements; one by Unicode takes a millisecond to set up. */
function isPlain(text: string): boolean {
  return text.length <= MAX_LENGTH && (PLAIN.test(text) || !/[\\[\]{}\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text));
}

function visible(text: string): string {
  const short = text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH)}…`;
  return short.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (mark) => `U+${mark.codePointAt(0)?.toString(16).padStart(4, '0')}`,
  );
}
