import { nearest } from '../nearest.ts';
import { type RuleState, ruleJson, ruleTable, ruleText } from '../reports/rule-text.ts';
import { CLEAN, INCOMPLETE } from './exit-codes.ts';
import { type SharedOptions, tell } from './lint-and-report.ts';
import { write } from './output.ts';
import { loadSettings } from './settings.ts';
import { colorDepth } from './terminal.ts';
import { UserError } from './user-error.ts';

export interface RulesOptions extends Pick<SharedOptions, 'preset' | 'config' | 'color'> {
  readonly format?: 'text' | 'json';
}

/** `cognito-lint rules`: the list, as the current settings have it, or all of one rule. */
export async function rules(id: string | undefined, options: RulesOptions): Promise<number> {
  const output = { format: options.format ?? 'text' };
  const { color, width } = colorDepth(output, options.color);
  const settings = await loadSettings(options);
  tell({ errors: settings.errors, notices: [] }, false);
  const exitCode = settings.errors.length > 0 ? INCOMPLETE : CLEAN;
  const levels = new Map(settings.active.map(({ rule, level }) => [rule.id, level]));
  const states = settings.rules.map((rule): RuleState => ({ rule, level: levels.get(rule.id) ?? 'off' }));
  if (id === undefined) {
    await write(output, options.format === 'json' ? json(states.map(ruleJson)) : ruleTable(states, color));
    return exitCode;
  }
  const state = states.find(({ rule }) => rule.id === id);
  if (!state) throw unknownRule(id, states);
  await write(output, options.format === 'json' ? json(ruleJson(state)) : ruleText(state, width, color));
  return exitCode;
}

function unknownRule(id: string, states: readonly RuleState[]): UserError {
  const near = nearest(
    id,
    states.map(({ rule }) => rule.id),
  );
  return new UserError(
    `there is no rule "${id}"${near ? `; did you mean ${near}?` : ';'} "cognito-lint rules" lists them`,
  );
}

function json(value: object): string[] {
  return [`${JSON.stringify(value, null, 2)}\n`];
}
