import { columnsOf, endOf, startOf } from '../columns.ts';
import type { Document, Region } from '../subject.ts';
import { mayHoldSecret } from './secret-tokens.ts';
import { keyBefore, tokenAfter, tokenBefore } from './tokens.ts';
import { yamlExcerpt } from './yaml-excerpt.ts';

/** A value with what stands around it on its line, fit to be shown: secrets are replaced, long texts cut. */
export interface Excerpt {
  readonly before: string;
  readonly value: string;
  readonly after: string;
}

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

function show(document: Document, token: string, key: string, width: number): string {
  if (mayHoldSecret(document, token, key) && !/^[\s:,{}[\]]/.test(token)) return HIDDEN;
  const plain = token.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ');
  return columnsOf(plain) <= width ? plain : `${startOf(plain, width - 2)}…${endOf(plain, 1)}`;
}
