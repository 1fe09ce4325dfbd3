import type { Output } from './output.ts';

/** What an output can show. `--color` and `--no-color` win over FORCE_COLOR and NO_COLOR, those over what it is. */
export function colorDepth(
  output: Output,
  wanted: boolean | undefined,
): { color: boolean; hyperlinks: boolean; width: number } {
  if (output.file !== undefined) return { color: false, hyperlinks: false, width: 100 };
  const { isTTY, columns } = process.stdout;
  const isTerminal = isTTY === true && process.env['TERM'] !== 'dumb';
  const color = wanted ?? fromEnvironment() ?? isTerminal;
  return {
    color,
    hyperlinks: isTerminal && color && showsHyperlinks(process.env),
    width: isTerminal ? Math.max(40, Math.min(columns || 80, 140)) : 100,
  };
}

/** https://no-color.org and https://force-color.org */
function fromEnvironment(): boolean | undefined {
  const { NO_COLOR: none, FORCE_COLOR: force } = process.env;
  if (none) return false;
  if (force) return force !== '0' && force !== 'false';
  return undefined;
}

/**
 * Terminals that are known to show OSC 8 hyperlinks. In any other one the address would be lost, so it is printed.
 * @see https://github.com/Alhadis/OSC8-Adoption
 */
export function showsHyperlinks(env: Readonly<Record<string, string | undefined>>): boolean {
  const { FORCE_HYPERLINK: forced, CI, TERM = '', TERM_PROGRAM = '', VTE_VERSION = '0' } = env;
  if (forced !== undefined) return forced !== '0';
  if (CI || env['TMUX'] || TERM.startsWith('screen')) return false;
  return (
    /^(iTerm\.app|WezTerm|vscode|ghostty|Hyper|Tabby|WarpTerminal|rio)$/.test(TERM_PROGRAM) ||
    /^(xterm-kitty|xterm-ghostty|alacritty|foot|contour)/.test(TERM) ||
    env['WT_SESSION'] !== undefined ||
    env['KONSOLE_VERSION'] !== undefined ||
    Number(VTE_VERSION) >= 5000
  );
}
