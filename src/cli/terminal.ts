import type { Output } from './output.ts';

/** What an output can show. `--color` and `--no-color` win over FORCE_COLOR and NO_COLOR, those over what it is. */
export function colorDepth(
  output: Output,
  wanted: boolean | undefined,
): { color: boolean; hyperlinks: boolean; width: number } {
  const { isTTY, columns } = process.stdout;
  const isTerminal = output.file === undefined && isTTY === true && process.env['TERM'] !== 'dumb';
  const color = output.file === undefined && (wanted ?? fromEnvironment() ?? isTerminal);
  return {
    color,
    hyperlinks: isTerminal && color,
    width: isTerminal ? Math.max(40, Math.min(columns || 80, 140)) : 100,
  };
}

/** https://no-color.org and https://force-color.org */
function fromEnvironment(): boolean | undefined {
  const { NO_COLOR: none, FORCE_COLOR: force } = process.env;
  if (none) return false;
  if (force !== undefined) return force !== '0' && force !== 'false';
  return undefined;
}
