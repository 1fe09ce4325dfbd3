import { printable } from './text.ts';

/**
 * A text of somebody else's as a code span, in which nothing is markup, an address or a mention.
 * @see https://spec.commonmark.org/0.31.2/#code-spans
 */
export function code(text: string): string {
  const shown = printable(text);
  // A bar ends a cell of a table even within code, and a backslash before it may itself be escaped.
  if (shown.includes('|')) return `<code>${shown.replace(/[^\p{L}\p{N} ]/gu, entity)}</code>`;
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(shown) ? ' ' : '';
  return shown === '' ? '' : fence + pad + shown + pad + fence;
}

function entity(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

/** The same within a block of HTML, where Markdown is not read. */
export function codeElement(text: string): string {
  const shown = printable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<code>${shown}</code>`;
}

/** A sentence in which somebody else's texts may stand: every word that is not plain language is shown as code. */
export function prose(sentence: string): string {
  return printable(sentence)
    .split(' ')
    .map((word) => {
      const [, open = '', core = '', end = ''] = /^([("]?)(.*?)([)",.;:]*)$/.exec(word) ?? [];
      return isPlain(core) ? word : open + code(core) + end;
    })
    .join(' ');
}

function isPlain(word: string): boolean {
  return /^$|^[\p{L}\p{N}]+(?:['\u2019-][\p{L}\p{N}]+)*$/u.test(word);
}

/** A piece of our own Markdown in a cell of a table, where a bar ends the cell even within code. */
export function inCell(markdown: string): string {
  return markdown.replaceAll('|', '\\|');
}
