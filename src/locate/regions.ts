import type { Region } from '../subject.ts';

/** Two offsets in a text, in UTF-16 code units, the end exclusive. */
export type Span = readonly [start: number, end: number];

/** Turns offsets into lines and columns, for many at once: the line breaks are walked through a single time. */
export function regions(text: string, spans: ReadonlyMap<string, Span>): ReadonlyMap<string, Region> {
  const inOrder = [...spans].sort(([, a], [, b]) => a[0] - b[0]);
  const found = new Map<string, Region>();
  let line = 1;
  let lineStart = 0;
  let nextBreak = text.indexOf('\n');
  for (const [key, [start, end]] of inOrder) {
    while (nextBreak !== -1 && nextBreak < start) {
      line += 1;
      lineStart = nextBreak + 1;
      nextBreak = text.indexOf('\n', lineStart);
    }
    const startColumn = start - lineStart + 1;
    const breaks = nextBreak === -1 || nextBreak >= end ? 0 : text.slice(start, end).split('\n').length - 1;
    found.set(key, {
      startLine: line,
      startColumn,
      endLine: line + breaks,
      endColumn: breaks === 0 ? startColumn + end - start : end - text.lastIndexOf('\n', end - 1),
      offset: start,
      length: end - start,
    });
  }
  return found;
}

/** The region of one span. */
export function region(text: string, span: Span): Region {
  const [only] = regions(text, new Map([['', span]])).values();
  return only as Region;
}
