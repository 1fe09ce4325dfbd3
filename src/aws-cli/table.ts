import { eastAsianWidth } from 'get-east-asian-width';
import { type Section, sectionsOf } from './table-sections.ts';
import type { Value } from './value.ts';

export interface TableOptions {
  readonly color: boolean;
  /** Columns of the terminal. A wider table has its names on the left instead of at the top. */
  readonly width: number;
}

const RESET = '\u001b[0m';
const BRIGHT_BLUE = '\u001b[1m\u001b[34m';
const DIM_YELLOW = '\u001b[2m\u001b[33m';

/** `--output table`: boxes in boxes. */
export function toTable(title: string, value: Value, { color, width }: TableOptions): string {
  let sections = sectionsOf(title, value);
  if (sections.length === 0) return '';
  if (tableWidth(sections) > width) sections = sections.map(upright);
  const total = tableWidth(sections);
  // The AWS CLI resets the colour after each piece that it writes.
  const piece = (text: string) => (color ? text + RESET : text);
  const bar = color ? `${DIM_YELLOW}|${RESET}` : '|';
  const lines = sections.flatMap((section) => {
    const frame = piece(bar.repeat(section.depth));
    return draw(section, total - section.depth * 2, color).map((line) => frame + piece(line) + frame + piece('\n'));
  });
  return piece(`${'-'.repeat(total)}\n`) + lines.join('');
}

/** A section of one row, with its names on the left. */
function upright(section: Section): Section {
  const [row] = section.rows;
  if (!row || section.rows.length !== 1 || section.headers.length === 0) return section;
  return { ...section, headers: [], rows: section.headers.map((header, index) => [header, row[index] ?? '']) };
}

const PADDING = 4;

function tableWidth(sections: readonly Section[]): number {
  return Math.max(
    ...sections.map((section) => {
      const columns = columnWidths(section).reduce((sum, width) => sum + width + PADDING, 0);
      return Math.max(textWidth(section.title), columns) + 2 + section.depth * 2;
    }),
  );
}

function columnWidths({ headers, rows }: Section): number[] {
  const widths: number[] = [];
  for (const row of headers.length > 0 ? [headers, ...rows] : rows) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, textWidth(cell));
  }
  return widths;
}

function draw(section: Section, width: number, color: boolean): string[] {
  const { title, headers, rows } = section;
  const widths = scaled(
    columnWidths(section).map((column) => column + PADDING),
    width,
  );
  const rule = `+${widths.map((column, index) => '-'.repeat(column - (index === 0 ? 2 : 1))).join('+')}+`;
  const line = (cells: readonly string[], drawCell: typeof centered, paint: (text: string) => string) =>
    cells.map((cell, index) => drawCell(cell, widths[index] ?? 0, index === 0 ? '|' : '', paint)).join('');
  const plain = (text: string) => text;
  const blue = (text: string) => (color ? BRIGHT_BLUE + text + RESET : text);
  return [
    ...(title ? [centered(title, width, '|', plain)] : []),
    ...(title && headers.length === 0 && rows.length === 0 ? [`+${'-'.repeat(width - 2)}+`] : []),
    ...(headers.length > 0 ? [rule, line(headers, centered, plain)] : []),
    ...(widths.length > 0 && rows.length > 0 ? [rule, ...rows.map((row) => line(row, leftAligned, blue)), rule] : []),
  ];
}

/** Spreads the columns over the whole width; what rounding leaves over is given or taken one by one. */
function scaled(widths: readonly number[], total: number): number[] {
  const factor = total / widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => roundHalfEven(factor * width));
  let excess = columns.reduce((sum, width) => sum + width, 0) - total;
  for (let step = 0; excess !== 0 && columns.length > 0; step += 1) {
    const at = step % columns.length;
    const index = excess > 0 ? at : columns.length - 1 - at;
    columns[index] = (columns[index] ?? 0) - Math.sign(excess);
    excess -= Math.sign(excess);
  }
  return columns;
}

function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

function centered(text: string, width: number, edge: string, paint: (text: string) => string): string {
  const length = textWidth(text);
  const before = Math.floor(width / 2) - Math.floor(length / 2) - 1;
  const after = width - 1 - edge.length - before - length;
  return `${edge}${blanks(before)}${paint(text)}${blanks(after)}|`;
}

function leftAligned(text: string, width: number, edge: string, paint: (text: string) => string): string {
  const length = textWidth(text);
  const indent = width >= length + 2 + edge.length + 1 ? 2 : 0;
  return `${edge}${blanks(indent)}${paint(text)}${blanks(width - 1 - edge.length - indent - length)}|`;
}

function blanks(count: number): string {
  return ' '.repeat(Math.max(0, count));
}

function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += eastAsianWidth(character.codePointAt(0) ?? 0, { ambiguousAsWide: true });
  return width;
}
