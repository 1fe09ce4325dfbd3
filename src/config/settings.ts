import type { ActiveRule, RuleOverride } from '../report.ts';
import type { AnyRule, Preset } from '../rule.ts';
import { isSame } from '../same.ts';
import type { Config, RuleSetting } from './config.ts';

/** The rules that are on, in the order of the list. One that the config gives a level is on, whatever its preset. */
export function activeRules(rules: readonly AnyRule[], preset: Preset, config: Config = {}): ActiveRule[] {
  return rules.flatMap((rule): ActiveRule[] => {
    const { level, options } = settingOf(config.rules?.[rule.id]);
    if (level === 'off') return [];
    if (level === undefined && preset === 'recommended' && rule.preset === 'pedantic') return [];
    return [{ rule, level: level ?? rule.level, options: { ...rule.options, ...options } }];
  });
}

function settingOf(setting: RuleSetting = {}): Exclude<RuleSetting, string> {
  return typeof setting === 'string' ? { level: setting } : setting;
}

/** What the settings change of each rule's own. By itself, a rule is on if the preset `recommended` has it. */
export function overridesOf(rules: readonly AnyRule[], active: readonly ActiveRule[]): RuleOverride[] {
  const byId = new Map(active.map((one) => [one.rule.id, one]));
  return rules.flatMap((rule): RuleOverride[] => {
    const on = byId.get(rule.id);
    if (!on) return rule.preset === 'recommended' ? [{ rule, enabled: false }] : [];
    const level = on.level === rule.level ? undefined : on.level;
    const options = isSame(on.options, rule.options ?? {}) ? undefined : on.options;
    if (rule.preset === 'recommended' && level === undefined && options === undefined) return [];
    return [{ rule, enabled: true, ...(level && { level }), ...(options && { options }) }];
  });
}
