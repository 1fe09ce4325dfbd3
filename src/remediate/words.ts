import { wrap } from '../columns.ts';
import { idsOf, nameOf } from '../reports/clients.ts';
import { printable } from '../reports/text.ts';
import type { Plan } from './plan.ts';

/** What is to be done about a client, for a person: each setting from and to, why, what may break, and the command. */
export function* inWords({ subject, fixes, manual, refused }: Plan, file: string | undefined): Generator<string> {
  const { document } = subject.origin;
  const { identity, origin } = subject;
  yield `${printable([nameOf(identity), ...idsOf(identity)].join('  '))}  ${printable(document.path)}\n`;
  if (fixes.length === 0 && manual.length === 0) yield '  nothing to fix\n';
  for (const { rule, path, from, to, risk } of fixes) {
    yield `\n  ${printable(path.slice(1))}  (${rule})\n`;
    yield `    - ${shown(from)}\n    + ${shown(to)}\n`;
    yield* lines(`may break: ${risk}`);
  }
  if (manual.length > 0) yield origin.setting ? '\n  To change where it is made:\n' : '\n  For a person to decide:\n';
  for (const { rule, reason } of manual) yield* lines(`${rule}: ${reason}`);
  if (refused) {
    yield '\n  No input is printed:\n';
    yield* lines(refused);
  }
  if (fixes.length > 0 && !refused) yield* command(file);
  yield '\n';
}

/**
 * A one-field update would reset the rest, so the command takes the whole input from a file. Where there is none yet, the
 * options that chose these changes must choose them again.
 */
function* command(file: string | undefined): Generator<string> {
  yield '\n  To apply it:\n';
  if (file === undefined) yield '    run this again with --output-dir fixes, then\n';
  const input = file === undefined ? 'file://fixes/<userPoolId>__<clientId>.json' : shellWord(`file://${file}`);
  yield `    aws cognito-idp update-user-pool-client --cli-input-json ${input} | cognito-lint scan -\n`;
}

/** A text of somebody else's as one word of a shell's command line, of which nothing is run. */
function shellWord(text: string): string {
  const word = printable(text);
  return /^[\w./:@%+,=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

function* lines(text: string): Generator<string> {
  for (const line of wrap(printable(text), 92)) yield `    ${line}\n`;
}

function shown(value: unknown): string {
  return value === null ? 'not set' : printable(JSON.stringify(value));
}
