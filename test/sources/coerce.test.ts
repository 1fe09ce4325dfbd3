import { describe, expect, test } from 'vitest';
import { UnknownValue } from '../../src/client/unknown.ts';
import { coerce, type KindSchema } from '../../src/sources/coerce.ts';

const INTEGER: KindSchema = { type: 'integer' };
const BOOLEAN: KindSchema = { type: 'boolean' };
const TEXT: KindSchema = { type: 'string' };

describe('what says that it is of the kind is read as it', () => {
  test.each<[kind: KindSchema, read: unknown, ...values: unknown[]]>([
    [INTEGER, 30, '30', '+30', ' 30\n', '030'],
    [INTEGER, -5, '-5'],
    [BOOLEAN, true, 'true', 'True', 'YES', 'on', ' yes\n'],
    [BOOLEAN, false, 'false', 'FALSE', 'no', 'Off', '\toff '],
    [TEXT, '30', 30],
    [TEXT, 'true', true],
    [TEXT, 'false', false],
  ])('%j: %j', (kind, read, ...values) => {
    for (const value of values) expect([value, coerce(value, kind)]).toEqual([value, read]);
  });
});

describe('what does not, stays as it is', () => {
  test.each<[kind: KindSchema, ...values: unknown[]]>([
    [INTEGER, '', ' ', '1.5', '1e3', '3 0', '0x1f', '30 days', 'x30', '+-3', 'yes', true, null, {}, 30],
    [BOOLEAN, '', 'y', 'truer', 'untrue', 'yesno', 'of', 'nope', 'noon', 'turnoff', 1, 0, null, {}],
    [TEXT, null, {}, undefined, 'a', 'yes'],
    [{ type: ['integer', 'string'] }, '30', 30, true],
    [{ type: 'array' }, ['30', true]],
    [{ type: 'object' }, { a: '30' }],
    [{ type: 'object', properties: { 0: INTEGER } }, null, '30', 30, undefined],
  ])('%j: %j', (kind, ...values) => {
    for (const value of values) expect(coerce(value, kind)).toStrictEqual(value);
  });

  test('a value that is not known', () => {
    const unknown = new UnknownValue('RefreshTokenValidity', 'as');
    expect(coerce(unknown, { type: 'object', properties: { field: INTEGER } })).toBe(unknown);
  });
});

test('entries and members are read, each by its own kind, and a member without one stays', () => {
  const kind: KindSchema = {
    type: 'object',
    properties: {
      days: INTEGER,
      flags: { type: 'array', items: BOOLEAN },
      deep: { type: 'object', properties: { id: TEXT } },
    },
  };
  const value = JSON.parse('{"days":"30","flags":["yes","maybe"],"deep":{"id":7},"other":"30","toString":"30"}');
  const read = '{"days":30,"flags":[true,"maybe"],"deep":{"id":"7"},"other":"30","toString":"30"}';
  expect(coerce(value, kind)).toEqual(JSON.parse(read));
});
