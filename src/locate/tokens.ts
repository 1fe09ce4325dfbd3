/** The key of the value that begins at `start`, or an empty text. */
export function keyBefore(text: string, start: number): string {
  let at = start;
  while (at > 0 && /\s/.test(text.charAt(at - 1))) at -= 1;
  if (text.charAt(at - 1) !== ':') return '';
  at -= 1;
  while (at > 0 && /\s/.test(text.charAt(at - 1))) at -= 1;
  return text.charAt(at - 1) === '"' ? decoded(text.slice(tokenBefore(text, at), at)) : '';
}

/** Where the token that ends at `end` begins: a string, a run of letters and digits, or one character. */
export function tokenBefore(text: string, end: number): number {
  if (text.charAt(end - 1) === '"') return stringStart(text, end - 1);
  let start = end - 1;
  while (start > 0 && /[\w.+-]/.test(text.charAt(start)) && /[\w.+-]/.test(text.charAt(start - 1))) start -= 1;
  return start;
}

function stringStart(text: string, closing: number): number {
  for (let start = text.lastIndexOf('"', closing - 1); start !== -1; start = text.lastIndexOf('"', start - 1)) {
    let escapes = 0;
    while (text.charAt(start - 1 - escapes) === '\\') escapes += 1;
    if (escapes % 2 === 0) return start;
    if (start === 0) break;
  }
  return 0;
}

/** Where the token that begins at `start` ends. */
export function tokenAfter(text: string, start: number): number {
  if (text.charAt(start) === '"') {
    for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
      let escapes = 0;
      while (text.charAt(end - 1 - escapes) === '\\') escapes += 1;
      if (escapes % 2 === 0) return end + 1;
    }
    return text.length;
  }
  let end = start + 1;
  while (/[\w.+-]/.test(text.charAt(start)) && end < text.length && /[\w.+-]/.test(text.charAt(end))) end += 1;
  return end;
}

/** What a token of JSON says. */
export function decoded(token: string): string {
  if (!token.includes('\\')) return token.slice(1, -1);
  try {
    return String(JSON.parse(token));
  } catch {
    return token;
  }
}
