import { describe, expect, test } from 'vitest';
import { faultOf } from '../../src/config/rule-shape.ts';
import { rules } from '../../src/rules/index.ts';

const WHOLE = {
  id: 'acme/no-foo',
  title: 'Foo',
  level: 'note',
  severity: '3.0',
  precision: 'low',
  preset: 'pedantic',
  area: 'hygiene',
  why: 'It is foo.',
  fix: 'Make it bar.',
  references: ['RFC 9700 §4.1'],
  cwe: [601],
  examples: { bad: {}, good: {} },
  check: () => [],
};

describe('a rule of a user is one', () => {
  test.each<[string, object]>([
    ['with what it must have', {}],
    [
      'with all that it may have',
      {
        whenAbsent: 'It passes.',
        notReported: 'Bar.',
        asvs: ['10.4.1'],
        nist: ['AC-3'],
        remedy: 'a person must decide',
      },
    ],
    ['that mends', { remedy: () => undefined }],
    ['in a namespace of a package', { id: '@acme-2/rules/no-2-foos' }],
    ['of the least severity', { severity: '0.1' }],
    ['of the greatest severity', { severity: '10.0' }],
    ['without references and weaknesses', { references: [], cwe: [] }],
    ['of the first weakness', { cwe: [1] }],
    ['with options of each kind', { options: { days: -3, word: '', on: false, list: ['a'], none: [] } }],
  ])('%s', (_name, change) => {
    expect(faultOf({ ...WHOLE, ...change }, rules)).toBeUndefined();
  });
});

describe('what keeps a value from being a rule', () => {
  test.each([undefined, null, 'rule', 3, [WHOLE], () => WHOLE])('%j is no object', (candidate) => {
    expect(faultOf(candidate, rules)).toBe('it is no object');
  });

  const id = 'kebab-case with a namespace, as "acme/no-foo"';
  const text = 'a text that is not empty';
  const severity = 'a text from "0.1" to "10.0"';
  const options = 'an object of numbers, texts, booleans and lists of texts';
  const examples = 'an object with the clients "bad" and "good"';
  test.each<[property: string, expected: string, ...values: unknown[]]>([
    [
      'id',
      id,
      undefined,
      3,
      '',
      'no-foo',
      'acme/',
      '/no-foo',
      'Acme/no-foo',
      'acme/no foo',
      'acme/@no',
      'x acme/no-foo',
      ['acme/no-foo'],
    ],
    ['title', text, undefined, '', ' ', 3],
    ['level', 'error, warning or note', undefined, 'off', 'toString', ['note']],
    ['severity', severity, undefined, 3, '0.0', '3', '3.00', '10.1', '11.0', 'x3.0', ['3.0']],
    ['precision', 'very-high, high, medium or low', undefined, 'lowest'],
    ['preset', 'recommended or pedantic', undefined, 'all'],
    [
      'area',
      'oauth, auth-flow, tokens, redirects, attributes, secrets, threat, analytics or hygiene',
      undefined,
      'other',
    ],
    ['why', text, undefined, ''],
    ['fix', text, undefined, ''],
    ['whenAbsent', text, null, ''],
    ['notReported', text, null, ''],
    ['references', 'a list of addresses', undefined, 'RFC 9700 §4.1', [''], [3], ['nowhere']],
    ['cwe', 'a list of whole numbers', undefined, 601, ['601'], [0], [-1], [1.5]],
    ['asvs', 'a list of texts', null, '10.4.1', [3]],
    ['nist', 'a list of texts', null, 'AC-3', ['']],
    ['examples', examples, undefined, [], { bad: {} }, { good: {} }, { bad: [], good: {} }, { bad: {}, good: null }],
    ['options', options, null, [], { a: null }, { a: {} }, { a: [3] }, { a: () => 1 }],
    ['remedy', 'a text or a function', null, '', {}],
    ['check', 'a function that yields problems', undefined, 'yield'],
  ])('%s must be %s', (property, expected, ...values) => {
    for (const value of values) {
      expect([value, faultOf({ ...WHOLE, [property]: value }, rules)]).toEqual([
        value,
        `${property} must be ${expected}`,
      ]);
    }
  });

  test('its id is that of another rule', () => {
    const others = [...rules, WHOLE as unknown as (typeof rules)[number]];
    expect(faultOf(WHOLE, others)).toBe('id is taken by another rule');
  });
});
