import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { configSchema } from '../../src/config/schema.ts';
import { rules } from '../../src/rules/index.ts';

const LEVELS = ['error', 'warning', 'note', 'off'];

describe('the schema that editors use', () => {
  const schema = configSchema(rules, { open: true });
  const settings = schema.properties.rules;

  test('allows the comments of the file that init writes', () => expect(schema.allowComments).toBe(true));

  test('completes the levels of a rule, built-in or of a plug-in', () => {
    expect(Object.keys(settings.properties)).toEqual(rules.map(({ id }) => id));
    for (const setting of Object.values({ ...settings.properties, ...settings.patternProperties }))
      expect(setting).toMatchObject({ examples: LEVELS });
  });

  test('completes the rule of an exception', () => {
    const { items } = schema.properties.exceptions;
    expect(items).toMatchObject({ properties: { rule: { examples: rules.map(({ id }) => id) } } });
  });

  test('is one of draft 7, but for what VS Code reads', () => {
    const ajv = new Ajv({ strictTypes: false, formats: { date: true } });
    ajv.addVocabulary(['allowComments']);
    expect(() => ajv.compile(schema)).not.toThrow();
  });
});
