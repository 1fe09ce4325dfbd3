import { expect, test } from 'vitest';
import type { RuleSetting } from '../../src/config/config.ts';
import { activeRules, overridesOf } from '../../src/config/settings.ts';
import type { Preset } from '../../src/rule.ts';
import { rules } from '../../src/rules/index.ts';

/** Rules of both presets: `redirect-wildcard` is a warning without options, `client-stale` a note of pedantic. */
const SOME = rules.filter(({ id }) => id === 'redirect-wildcard' || id === 'client-stale');

const stale = (level: string, maxDays = 730) => ({ id: 'client-stale', level, options: { maxDays } });
const wildcard = (level: string) => ({ id: 'redirect-wildcard', level, options: {} });

test.each<[string, Preset, Readonly<Record<string, RuleSetting>>, on: object[], overrides: object[]]>([
  ['nothing', 'recommended', {}, [wildcard('warning')], []],
  ['the preset', 'pedantic', {}, [stale('note'), wildcard('warning')], [{ id: 'client-stale', enabled: true }]],
  ['off', 'recommended', { 'redirect-wildcard': 'off' }, [], [{ id: 'redirect-wildcard', enabled: false }]],
  ['off what is off', 'recommended', { 'client-stale': 'off' }, [wildcard('warning')], []],
  ['off, in an object', 'pedantic', { 'client-stale': { level: 'off' } }, [wildcard('warning')], []],
  [
    'another level',
    'recommended',
    { 'redirect-wildcard': 'error' },
    [wildcard('error')],
    [{ id: 'redirect-wildcard', enabled: true, level: 'error' }],
  ],
  ['its own level', 'recommended', { 'redirect-wildcard': 'warning' }, [wildcard('warning')], []],
  [
    'its own level for a rule that is not on',
    'recommended',
    { 'client-stale': 'note' },
    [stale('note'), wildcard('warning')],
    [{ id: 'client-stale', enabled: true }],
  ],
  [
    'options for a rule that is not on',
    'recommended',
    { 'client-stale': { options: { maxDays: 9 } } },
    [wildcard('warning')],
    [],
  ],
  [
    'a level and options',
    'recommended',
    { 'client-stale': { level: 'error', options: { maxDays: 9 } } },
    [stale('error', 9), wildcard('warning')],
    [{ id: 'client-stale', enabled: true, level: 'error', options: { maxDays: 9 } }],
  ],
  [
    'its own options',
    'pedantic',
    { 'client-stale': { options: { maxDays: 730 } } },
    [stale('note'), wildcard('warning')],
    [{ id: 'client-stale', enabled: true }],
  ],
])('a config that sets %s', (_name, preset, settings, on, overrides) => {
  const active = activeRules(SOME, preset, { rules: settings });
  expect(active.map(({ rule: { id }, level, options }) => ({ id, level, options }))).toEqual(on);
  expect(overridesOf(SOME, active).map(({ rule: { id }, ...rest }) => ({ id, ...rest }))).toEqual(overrides);
});

test('without a config the preset decides', () => {
  expect(activeRules(SOME, 'recommended').map(({ rule }) => rule.id)).toEqual(['redirect-wildcard']);
});
