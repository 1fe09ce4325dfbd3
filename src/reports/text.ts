/**
 * A text of somebody else's on one line, harmless for a terminal and for the log of a workflow: control characters,
 * line breaks, marks that turn the direction of writing and the starts of workflow commands are shown by their number.
 * Runners take those in capitals, too, which within a word are names, as in Fn::Join.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|:(?=:[a-z-]{4})|(?<!\S):(?=:[A-Za-z-]{4})|#(?=#\[)/gu, escaped);
}

/** The same of code, in which `::` is no command behind the number of its line, and control characters are gone. */
export function printableCode(text: string): string {
  return text.replace(/#(?=#\[)/g, escaped);
}

function escaped(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}

/** `1 error`, `2 errors`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The first sentence of a text. A point within a word or before a small letter ends none: `e.g. this`. */
export function firstSentence(text: string): string {
  return /^.*?\.(?=\s+[^a-z\s]|$)/s.exec(text)?.[0] ?? text;
}
