import { describe, expect, test } from 'vitest';
import { changeOf } from '../src/change.ts';
import { UnknownValue } from '../src/client/unknown.ts';
import type { AnyRule } from '../src/rule.ts';
import { rules } from '../src/rules/index.ts';

const FACTS = { form: 'described', live: false, secret: 'absent', secretExposed: false, now: 0 } as const;

const changed = (remedy: AnyRule['remedy']) =>
  changeOf({ ...(rules[0] as AnyRule), ...{ remedy } } as AnyRule, { ClientName: 'web' }, FACTS, {});

describe('what a remedy gives is taken as it is', () => {
  test.each([
    ['a change', { settings: { ClientName: 'app' }, risk: 'none' }],
    ['a change of nothing', { settings: {}, risk: '' }],
    ['why a person must decide', 'which one is right, a person must decide'],
  ])('%s', (_name, given) => {
    expect(changed(() => given)).toBe(given);
    if (typeof given === 'string') expect(changed(given)).toBe(given);
  });
});

test('without a remedy a person must decide', () => {
  expect(changed(undefined)).toBe('a person must decide');
});

describe("a remedy of somebody's own that gives anything else is told", () => {
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a number', 3],
    ['a list', []],
    ['no settings', { risk: 'none' }],
    ['settings that are null', { settings: null, risk: 'none' }],
    ['settings that are a list', { settings: [], risk: 'none' }],
    ['settings that are a text', { settings: 'ClientName', risk: 'none' }],
    ['no risk', { settings: {} }],
    ['a risk that is no text', { settings: {}, risk: 7 }],
  ])('%s', (_name, given) => {
    expect(changed(() => given as never)).toBe('its remedy gives no change; report this to its author');
  });
});

describe('a remedy that throws is told', () => {
  test.each([
    ['an error', new Error('what a name'), 'its remedy failed (Error: what a name); report this to its author'],
    ['an unknown value', new UnknownValue('ClientName', 'as'), 'what to set hangs on ClientName, which is not known'],
  ])('%s', (_name, thrown, said) => {
    const remedy = () => {
      throw thrown;
    };
    expect(changed(remedy)).toBe(said);
  });
});
