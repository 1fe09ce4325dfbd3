import pc from 'picocolors';
import { wrap } from '../columns.ts';
import { cweLink, helpUrl, link } from '../references.ts';
import type { AnyRule } from '../rule.ts';

/** Whether a rule is on, and at what level. */
export interface RuleState {
  readonly rule: AnyRule;
  readonly level: string;
}

/** The rules as a table for a terminal. */
export function* ruleTable(states: readonly RuleState[], color: boolean): Generator<string> {
  const paint = pc.createColors(color);
  const width = Math.max(...states.map(({ rule }) => rule.id.length), 4);
  yield paint.bold(`${'rule'.padEnd(width)}  level    severity  preset       what is wrong\n`);
  for (const { rule, level } of states) {
    const shown =
      level === 'error' ? paint.red : level === 'warning' ? paint.yellow : level === 'note' ? paint.blue : paint.dim;
    const { id, severity, preset, title } = rule;
    yield `${id.padEnd(width)}  ${shown(level.padEnd(7))}  ${severity.padEnd(8)}  ${preset.padEnd(11)}  ${title}\n`;
  }
  const on = states.filter(({ level }) => level !== 'off').length;
  yield `\n${on} of ${states.length} rules are on. "cognito-lint rules <rule>" explains one.\n`;
}

/** All that a rule says, for a terminal. */
export function* ruleText({ rule, level }: RuleState, width: number, color: boolean): Generator<string> {
  const paint = pc.createColors(color);
  yield `${paint.bold(rule.id)}  ${level} · severity ${rule.severity} · precision ${rule.precision} · ${rule.preset} · ${rule.area}\n`;
  yield `${rule.title}\n`;
  const paragraph = function* (title: string, text: string | undefined): Generator<string> {
    if (text === undefined) return;
    yield `\n${paint.bold(title)}\n`;
    for (const line of wrap(text.replaceAll('`', ''), width - 2)) yield `  ${line}\n`;
  };
  yield* paragraph('Why', rule.why);
  yield* paragraph('Fix', rule.fix);
  yield* paragraph('Where it is not set', rule.whenAbsent);
  yield* paragraph('Not reported', rule.notReported);
  if (typeof rule.remedy === 'string') yield* paragraph('By hand', `${rule.remedy}.`);
  if (rule.options) yield* paragraph('Options, with their defaults', JSON.stringify(rule.options));
  yield* block(paint.bold('Reported'), rule.examples.bad);
  yield* block(paint.bold('Not reported'), rule.examples.good);
  yield `\n${paint.bold('References')}\n`;
  for (const { title, url } of [...rule.references.map(link), ...rule.cwe.map(cweLink)])
    yield `  ${title}\n    ${paint.dim(url)}\n`;
  if (rule.asvs) yield `  OWASP ASVS ${rule.asvs.map((one) => `v5.0.0-${one}`).join(', ')}\n`;
  if (rule.nist) yield `  NIST SP 800-53 ${rule.nist.join(', ')}\n`;
  const url = helpUrl(rule.id);
  if (url) yield `\n${paint.dim(url)}\n`;
}

function* block(title: string, client: object): Generator<string> {
  yield `\n${title}\n`;
  for (const line of JSON.stringify(client, null, 2).split('\n')) yield `  ${line}\n`;
}

/** All that a rule says, for a machine. */
export function ruleJson({ rule, level }: RuleState): object {
  const { check: _check, remedy, references, cwe, ...words } = rule;
  return {
    ...words,
    level,
    references: references.map(link),
    cwe,
    ...(typeof remedy === 'string' && { manual: remedy }),
  };
}
