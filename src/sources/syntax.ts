import { parseJsonValues } from './json-values.ts';

/** How far into a text its syntax shows. */
const HEAD = 2 ** 16;

/**
 * Tells YAML from JSON by the first line that says something. Brackets may begin either: there the name decides whose
 * words a fault is told in.
 */
export function looksLikeYaml(text: string, path: string): boolean {
  if (/^\s*[{[]/.test(text) && !isYamlName(path)) return false;
  const head = text.slice(0, HEAD);
  const line = head.split(/\r?\n/).find((one) => !/^\s*(#.*)?$/.test(one)) ?? '';
  if (/^\s*[{[]/.test(line)) return isYamlName(path) && !isJson(text);
  return /^\s*(---|%YAML|- |["']?[\w$][^\s"'{}[\]]*["']?\s*:(\s|$))/.test(line);
}

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
