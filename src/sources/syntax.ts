import { parseJsonValues } from './json-values.ts';

/** How far into a text its syntax shows. */
const HEAD = 2 ** 16;

/** With one of these YAML begins. */
const BEGINNINGS: readonly RegExp[] = [
  // A document, an entry of a list or an anchor.
  /^\s*(---|%YAML|(-|&[\w-]+)(\s|$))/,
  // A key.
  /^\s*[\p{L}\p{N}_$][^\s"'{}[\]]*\s*:(\s|$)/u,
  // One with blanks in it, which is no sentence: in quotes, or alone on its line.
  /^\s*(["'])[^"'{}[\]]+\1\s*:(\s|$)/,
  /^\s*[\p{L}\p{N}_$][^"'{}[\]]*:\s*$/u,
];

/** No YAML begins with it: nothing, HTML, a template of text, or bytes. */
const NO_BEGINNING = /^\s*([<@`]|%(?!YAML|TAG)|$)|\0/;

/**
 * Tells YAML from JSON by the name, or else by the first line that says something. Brackets may begin either: there the
 * name decides whose words a fault is told in.
 */
export function looksLikeYaml(text: string, path: string): boolean {
  if (/^\s*[{[]/.test(text) && !isYamlName(path)) return false;
  const head = text.slice(0, HEAD);
  const line = head.split(/\r?\n/).find((one) => !/^\s*(#.*)?$/.test(one)) ?? '';
  if (/^\s*[{[]/.test(line)) return isYamlName(path) && !isJson(text);
  return BEGINNINGS.some((one) => one.test(line)) || (/\.ya?ml$/i.test(path) && !NO_BEGINNING.test(head));
}

/** A `.template` may be one of any text. */
export function isYamlName(path: string): boolean {
  return /\.(ya?ml|template)$/i.test(path);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** JSON with comments, and templates of text: a walk meets many of those, and they are no broken descriptions. */
export function isOtherSyntax(text: string): boolean {
  if (!/^\s*[{[]/.test(text)) return true;
  if (/UserPool|user_pool/.test(text)) return false;
  if (/\{\{|\{%|<%|\0/.test(text)) return true;
  const plain = text.replace(/("[^"\\]*(?:\\.[^"\\]*)*")|\/\/.*|\/\*[\s\S]*?\*\//g, '$1').replace(/,(\s*[}\]])/g, '$1');
  return parseJsonValues(plain).faults.length === 0;
}
