import type { Region } from '../subject.ts';

/** Two offsets in a text, in UTF-16 code units, the end exclusive. */
export type Span = readonly [start: number, end: number];

/** A line of a text. */
export interface Line {
  /** One-based. */
  readonly number: number;
  /** The offset of its first character. */
  readonly start: number;
  /** That of the line break that ends it, or -1. */
  readonly end: number;
}

/** The line of an offset, which is not before a line that is known. */
export function lineAt(text: string, offset: number, known: Line): Line {
  let { number, start, end } = known;
  while (end !== -1 && end < offset) {
    number += 1;
    start = end + 1;
    end = text.indexOf('\n', start);
  }
  return { number, start, end };
}

/** Turns offsets into lines and columns, for many at once: the line breaks are walked through a single time. */
export function regions(text: string, spans: ReadonlyMap<string, Span>): ReadonlyMap<string, Region> {
  const inOrder = [...spans].sort(([, a], [, b]) => a[0] - b[0]);
  const found = new Map<string, Region>();
  let line: Line = { number: 1, start: 0, end: text.indexOf('\n') };
  for (const [key, [start, end]] of inOrder) {
    line = lineAt(text, start, line);
    const startColumn = start - line.start + 1;
    const breaks = line.end === -1 || line.end >= end ? 0 : text.slice(start, end).split('\n').length - 1;
    found.set(key, {
      startLine: line.number,
      startColumn,
      endLine: line.number + breaks,
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
