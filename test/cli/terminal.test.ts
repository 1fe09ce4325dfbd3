import { expect, test } from 'vitest';
import { showsHyperlinks } from '../../src/cli/terminal.ts';

test.each<[string, Record<string, string>, boolean]>([
  ['iTerm2 shows hyperlinks', { TERM: 'xterm-256color', TERM_PROGRAM: 'iTerm.app' }, true],
  ['so does the terminal of Visual Studio Code', { TERM: 'xterm-256color', TERM_PROGRAM: 'vscode' }, true],
  ['so does Windows Terminal', { WT_SESSION: 'a2c9' }, true],
  ['so does kitty', { TERM: 'xterm-kitty' }, true],
  ['so does a terminal with VTE 0.50 or later', { TERM: 'xterm-256color', VTE_VERSION: '6003' }, true],
  ['an older VTE does not', { TERM: 'xterm-256color', VTE_VERSION: '4600' }, false],
  ['of an unknown terminal it is not known', { TERM: 'xterm-256color' }, false],
  ['tmux may not pass them on', { TERM: 'xterm-kitty', TMUX: '/tmp/tmux-0/default' }, false],
  ['the log of a workflow shows none', { TERM: 'xterm-kitty', CI: 'true' }, false],
  ['a person can ask for them', { TERM: 'dumb', FORCE_HYPERLINK: '1' }, true],
  ['and against them', { TERM: 'xterm-kitty', FORCE_HYPERLINK: '0' }, false],
])('%s', (_name, env, expected) => {
  expect(showsHyperlinks(env)).toBe(expected);
});
