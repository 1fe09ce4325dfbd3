import { valueSpans } from '../locate/json.ts';
import { type SyntaxFault, syntaxFault } from '../locate/json-syntax.ts';

/** What a text holds: one JSON value, or one after the other (NDJSON, or outputs that were appended to a file). */
export interface JsonValues {
  readonly values: readonly unknown[];
  /** Of a sequence, where each value begins. */
  readonly starts?: readonly number[];
  readonly faults: readonly SyntaxFault[];
}

interface JsonSequence extends JsonValues {
  readonly starts: readonly number[];
}

export function parseJsonValues(text: string): JsonValues {
  try {
    return { values: [JSON.parse(text)], faults: [] };
  } catch {
    if (!isLines(text)) return parseSequence(text);
    const lines = parseLines(text);
    if (lines.faults.length === 0) return lines;
    // What begins like lines may be documents, one of them on several lines.
    const sequence = parseSequence(text);
    return sequence.faults.length === 0 ? sequence : lines;
  }
}

/** One of the first two lines is a whole object or list. */
export function isLines(text: string): boolean {
  const lines = text
    .slice(0, 2 ** 20)
    .split('\n', 20)
    .filter((line) => line.trim() !== '');
  return lines.slice(0, 2).some((line) => /^\s*[{[]/.test(line) && parse(line) !== undefined);
}

/** A broken line is a fault, and an entry of its own, so that the others keep their place. */
export function parseLines(text: string): JsonSequence {
  const values: unknown[] = [];
  const starts: number[] = [];
  const faults: SyntaxFault[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, end);
    if (line.trim() !== '') {
      const value = parse(line);
      values.push(value);
      starts.push(start + line.search(/\S/));
      if (value === undefined) {
        const { offset, message } = syntaxFault(line);
        faults.push({ offset: start + offset, message: message.replace('the text ends', 'the line ends') });
      }
    }
    start = end + 1;
  }
  return { values, starts, faults };
}

export function parseSequence(text: string): JsonSequence {
  const values: unknown[] = [];
  const starts: number[] = [];
  for (const [start, end] of valueSpans(text)) {
    const value = parse(text.slice(start, end));
    if (value === undefined) return { values, starts, faults: [syntaxFault(text, start)] };
    values.push(value);
    starts.push(start);
  }
  return { values, starts, faults: values.length === 0 ? [syntaxFault(text)] : [] };
}

/** `undefined` stands for a text that is no JSON, as JSON has no such value. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
