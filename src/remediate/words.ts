import { printable, wrap } from '../reports/text.ts';
import type { ClientIdentity } from '../subject.ts';
import type { Plan } from './plan.ts';

/** What is to be done about a client, for a person: each setting from and to, why, what may break, and the command. */
export function* inWords({ subject, fixes, manual, missing }: Plan, file: string | undefined): Generator<string> {
  const { document } = subject.origin;
  yield `${printable(nameOf(subject.identity))}  ${printable(document.path)}\n`;
  if (fixes.length === 0 && manual.length === 0) yield '  nothing to fix\n';
  for (const { rule, path, from, to, risk } of fixes) {
    yield `\n  ${printable(path.slice(1))}  (${rule})\n`;
    yield `    - ${shown(from)}\n    + ${shown(to)}\n`;
    yield* lines(`may break: ${risk}`);
  }
  if (manual.length > 0) yield '\n  For a person to decide:\n';
  for (const { rule, reason } of manual) yield* lines(`${rule}: ${reason}`);
  if (missing.length > 0) {
    yield '\n';
    yield* lines(
      `The description has no ${missing.join(' and no ')}, which the service returns: an old AWS CLI wrote it, and may have ` +
        'left out more. An update would reset that.',
    );
  }
  if (fixes.length > 0 && file !== undefined) {
    yield `\n  aws cognito-idp update-user-pool-client --cli-input-json file://${file} | cognito-lint scan -\n`;
  }
  yield '\n';
}

function* lines(text: string): Generator<string> {
  for (const line of wrap(printable(text), 92)) yield `    ${line}\n`;
}

function shown(value: unknown): string {
  return value === null ? 'not set' : printable(JSON.stringify(value));
}

function nameOf({ clientName, clientId, userPoolId }: ClientIdentity): string {
  return [clientName ?? clientId ?? 'app client without a name', userPoolId].filter(Boolean).join(' in ');
}
