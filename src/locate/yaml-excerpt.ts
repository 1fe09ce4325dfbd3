import { isRealSecret, LONG_RUN } from '../client/secret.ts';
import { columnsOf, endOf, startOf } from '../columns.ts';
import type { Document, Region } from '../subject.ts';
import type { Excerpt } from './excerpt.ts';

const HIDDEN = '[REDACTED]';

/** A pair whose key speaks of a secret, in block or flow style, in JSON or in a comment. Booleans are no secrets. */
const SECRET_PAIR = /([\w-]*secret[\w-]*["']?\s*[:=]\s*)(?!(?:true|false)\b)("(?:[^"\\]|\\.)*"|'[^']*'|[^\s,}\]]+)/gi;
/** Such a key, with what may stand between it and its value: line breaks, comments, a tag, an anchor. */
const SECRET_KEY = /secret[\w-]*["']?\s*:\s*(?:[!&]\S*\s+|#[^\n]*\n\s*)*$/i;
/** Further than this before a value no key is looked for. */
const REACH = 1000;

/** The first line of a value in YAML, with what stands around it there, secrets replaced. */
export function yamlExcerpt(document: Document, { offset, length }: Region, width: number): Excerpt {
  const { text } = document;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const value = /^[^\r\n]*/.exec(text.slice(offset, offset + length))?.[0] ?? '';
  const isOneLine = value.length === length;
  const before = text.slice(lineStart, offset);
  const after = isOneLine ? (/^[^\r\n]*/.exec(text.slice(offset + length))?.[0] ?? '') : ' …';
  const isSecret = SECRET_KEY.test(text.slice(Math.max(0, offset - REACH), offset)) && !/^(true|false)$/i.test(value);
  const show = (part: string) => hide(document, part).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ');
  const shownValue = isSecret ? HIDDEN : cut(show(value), Math.max(20, width - 20));
  const shownBefore = show(before);
  const shownAfter = show(after).trimEnd();
  const room = width - columnsOf(shownValue);
  const start = endOfLine(shownBefore, room - Math.min(10, columnsOf(shownAfter)));
  return {
    before: start,
    value: shownValue,
    after: cut(shownAfter, room - columnsOf(start)),
  };
}

function hide(document: Document, part: string): string {
  const shown = document.secrets.allTakenOutOf(part.replace(SECRET_PAIR, `$1${HIDDEN}`));
  return shown.replace(LONG_RUN, (run) => (isRealSecret(run) ? HIDDEN : run));
}

function cut(part: string, width: number): string {
  return columnsOf(part) <= width ? part : `${startOf(part, width - 1)}…`;
}

function endOfLine(part: string, width: number): string {
  return columnsOf(part) <= width ? part : `…${endOf(part, width - 1)}`;
}
