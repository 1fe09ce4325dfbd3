/**
 * A text of JSON with its comments replaced by spaces, so that every line and column stays. A comment that has no end is
 * left as it is: the parser then points at it.
 */
export function blankComments(text: string): string {
  const tokens = /"[^"\\\n]*(?:\\.[^"\\\n]*)*"?|\/\/[^\n\r]*|\/\*[\s\S]*?\*\//g;
  return text.replace(tokens, (token) => (token.startsWith('"') ? token : token.replace(/[^\n\r]/g, ' ')));
}
