import { printable } from '../text.ts';

const MARKUP = Symbol('markup');

/** HTML. Only `html` makes it, so whatever else comes into a page is text and escaped. */
export interface Markup {
  readonly [MARKUP]: string;
}

type Content = Markup | string | number | undefined | readonly Content[];

/** A template of our own HTML. Texts that are put into it, also into quoted attributes, are escaped. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return { [MARKUP]: parts.map((part, index) => (index === 0 ? part : render(contents[index - 1]) + part)).join('') };
}

/** HTML that is written elsewhere: a style, a script, rows that are rendered already. */
export function trusted(text: string): Markup {
  return { [MARKUP]: text };
}

export function render(content: Content): string {
  if (content === undefined) return '';
  if (typeof content === 'string') return escaped(printable(content));
  if (typeof content === 'number') return String(content);
  return MARKUP in content ? content[MARKUP] : content.map(render).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** The Markdown of rules, in which only code is marked. */
export function markdownText(text: string): Markup {
  return html`${text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}
