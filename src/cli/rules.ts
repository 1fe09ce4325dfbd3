import { nearest } from '../nearest.ts';
import { type RuleState, ruleJson, ruleTable, ruleText } from '../reports/rule-text.ts';
import { rules as builtIn } from '../rules/index.ts';
import { CLEAN } from './exit-codes.ts';
import { activeRules, type SharedOptions } from './lint-and-report.ts';
import { write } from './output.ts';
import { colorDepth } from './terminal.ts';
import { UserError } from './user-error.ts';

export interface RulesOptions extends Pick<SharedOptions, 'preset' | 'config' | 'color'> {
  readonly format?: 'text' | 'json';
}

/** `cognito-lint rules`: the list, as the current settings have it, or all of one rule. */
export async function rules(id: string | undefined, options: RulesOptions): Promise<number> {
  const output = { format: options.format ?? 'text' };
  const { color, width } = colorDepth(output, options.color);
  const levels = new Map(activeRules(options.preset ?? 'recommended').map(({ rule, level }) => [rule.id, level]));
  const states = builtIn.map((rule): RuleState => ({ rule, level: levels.get(rule.id) ?? 'off' }));
  if (id === undefined) {
    await write(output, options.format === 'json' ? json(states.map(ruleJson)) : ruleTable(states, color));
    return CLEAN;
  }
  const state = states.find(({ rule }) => rule.id === id);
  if (!state) throw unknownRule(id, states);
  await write(output, options.format === 'json' ? json(ruleJson(state)) : ruleText(state, width, color));
  return CLEAN;
}

function unknownRule(id: string, states: readonly RuleState[]): UserError {
  const near = nearest(
    id,
    states.map(({ rule }) => rule.id),
  );
  return new UserError(
    `there is no rule "${id}"${near ? `; did you mean ${near}?` : ''} "cognito-lint rules" lists them`,
  );
}

function json(value: object): string[] {
  return [`${JSON.stringify(value, null, 2)}\n`];
}
