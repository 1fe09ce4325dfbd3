/** How far into a text its syntax shows. */
const HEAD = 2 ** 16;

/**
 * Tells YAML from JSON by the first line that says something. Brackets may begin either: there the name decides whose
 * words a fault is told in.
 */
export function looksLikeYaml(text: string, path: string): boolean {
  const head = text.slice(0, HEAD);
  const line = head.split(/\r?\n/).find((one) => !/^\s*(#.*)?$/.test(one)) ?? '';
  if (/^\s*[{[]/.test(line)) return /\.(ya?ml|template)$/i.test(path) && !isJson(text);
  return /^\s*(---|%YAML|- |["']?[\w$][^\s"'{}[\]]*["']?\s*:(\s|$))/.test(line);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
