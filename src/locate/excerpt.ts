import { isRealSecret, LONG_RUN } from '../client/secret.ts';
import { columnsOf, endOf, startOf } from '../columns.ts';
import type { Document, Region } from '../subject.ts';
import { yamlExcerpt } from './yaml-excerpt.ts';

/** A value with what stands around it on its line, fit to be shown: secrets are replaced, long texts cut. */
export interface Excerpt {
  readonly before: string;
  readonly value: string;
  readonly after: string;
}

const LITERAL = /^(?:true|false|null)$/;
const HIDDEN = '"[REDACTED]"';

/**
 * The line of a value, at most `width` columns wide. It is read token by token from the value outwards, so that no string is
 * cut in the middle unseen: a line may be a whole file.
 */
export function excerpt(document: Document, region: Region, width: number): Excerpt {
  if (document.syntax === 'yaml') return yamlExcerpt(document, region, width);
  const { text, confidential } = document;
  const start = region.offset;
  const end = start + region.length;
  const ownKey = keyBefore(text, start);
  const value = show(document, text.slice(start, end), ownKey, Math.max(20, width - 20));
  if (confidential) return { before: ownKey && `${JSON.stringify(ownKey)}: `, value, after: '' };
  const before: string[] = [];
  const after: string[] = [];
  // What stands before the value tells more, but what follows gets a tenth of the line.
  let room = Math.floor((width - columnsOf(value)) * 0.9);
  for (let at = start; at > 0 && room > 0; ) {
    const from = tokenBefore(text, at);
    const token = text.slice(from, at);
    if (token === '\n' || token === '\r') break;
    const shown = show(document, token, keyBefore(text, from), 60);
    const columns = columnsOf(shown);
    before.unshift(columns > room ? `…${endOf(shown, room - 1)}` : shown);
    room -= columns;
    at = from;
  }
  room = width - columnsOf(value) - columnsOf(before.join(''));
  for (let at = end; at < text.length && room > 0; ) {
    const to = tokenAfter(text, at);
    const token = text.slice(at, to);
    if (token === '\n' || token === '\r') break;
    const shown = show(document, token, keyBefore(text, at), 60);
    const columns = columnsOf(shown);
    after.push(columns > room ? `${startOf(shown, room - 1)}…` : shown);
    room -= columns;
    at = to;
  }
  return { before: before.join(''), value, after: after.join('').trimEnd() };
}

/** Whether a text is a secret of the document, or stands where one may stand. */
export function mayHoldSecret(document: Document, token: string, key: string): boolean {
  if (LITERAL.test(token)) return false;
  if (/secret/i.test(key)) return true;
  if (document.syntax === 'yaml') {
    return holdsSecret(document, token) || document.secrets.allTakenOutOf(token) !== token;
  }
  // Behind a fault of syntax quotes are no guide: there a secret may stand bare.
  if (!token.startsWith('"')) return isRealSecret(token);
  const text = decoded(token);
  return document.secrets.has(text) || holdsSecret(document, text);
}

/** Whether a secret of the document is part of a text, or a run of letters and digits as long as Cognito's secrets. */
export function holdsSecret({ secrets }: Document, text: string): boolean {
  // Most texts are shorter than any run, and this is asked of each that is shown.
  if (text.length < 24) return false;
  const runs = text.match(/[\w+]{24,}/g) ?? [];
  return runs.some(
    (run) => secrets.has(run) || secrets.takenOutOf(run) !== run || (run.match(LONG_RUN) ?? []).some(isRealSecret),
  );
}

function show(document: Document, token: string, key: string, width: number): string {
  if (mayHoldSecret(document, token, key) && !/^[\s:,{}[\]]/.test(token)) return HIDDEN;
  const plain = token.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ');
  return columnsOf(plain) <= width ? plain : `${startOf(plain, width - 2)}…${endOf(plain, 1)}`;
}

function decoded(token: string): string {
  if (!token.includes('\\')) return token.slice(1, -1);
  try {
    return String(JSON.parse(token));
  } catch {
    return token;
  }
}

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
function tokenBefore(text: string, end: number): number {
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

function tokenAfter(text: string, start: number): number {
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
