import type { AnyRule, RuleOptions } from '../rule.ts';

const LEVELS = ['error', 'warning', 'note', 'off'] as const;

/**
 * The JSON Schema of the config, made of the rules. With `open` it takes any rule of a user's own (an id with a slash),
 * as the one that editors use must; without, it knows them all.
 *
 * `if` and `else` stand for `anyOf`, of which ajv tells every branch where one is meant. VS Code completes no value from
 * them, but from `examples`, and takes a comment in a `.json` file for an error, unless the schema has `allowComments`
 * (https://github.com/microsoft/vscode-json-languageservice/blob/main/src/jsonSchema.ts).
 */
export function configSchema(rules: readonly AnyRule[], { open }: { readonly open: boolean }) {
  const ids = rules.map(({ id }) => id);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'The config of cognito-lint',
    allowComments: true,
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      preset: {
        description: 'Which rules are on: pedantic has more.',
        enum: ['recommended', 'pedantic'],
        default: 'recommended',
      },
      rules: {
        description: 'A level for a rule, or a level with options. A rule that has a level is on.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSetting(rule)])),
        ...(open && { patternProperties: { '/': levelOr({ level: { enum: LEVELS }, options: { type: 'object' } }) } }),
      },
      exceptions: {
        description: 'What is accepted, why, and until when. Suppressed findings are counted.',
        type: 'array',
        items: exception({ examples: ids, ...(open ? { if: { pattern: '/' }, else: { enum: ids } } : { enum: ids }) }),
      },
      plugins: {
        description: "Rules of one's own: files or packages, as seen from the folder of this file.",
        type: 'array',
        items: { type: 'string', minLength: 1 },
        uniqueItems: true,
      },
    },
  };
}

function levelOr(properties: object): object {
  return {
    examples: LEVELS,
    if: { type: 'object' },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { type: 'object', additionalProperties: false, properties },
    else: { enum: LEVELS },
  };
}

function ruleSetting({ id, title, level, options }: AnyRule): object {
  const properties = {
    level: { enum: LEVELS, default: level },
    ...(options && { options: optionsSchema(options, id.includes('/')) }),
  };
  return { description: `${title}.`, ...levelOr(properties) };
}

/** Options are told by their defaults. Built-in rules measure times with their numbers; a user's own, with a slash, may not. */
function optionsSchema(defaults: RuleOptions, isOwn: boolean): object {
  const properties = Object.entries(defaults).map(([name, value]) => [
    name,
    { ...kindOf(value), ...(typeof value === 'number' && !isOwn && { minimum: 0 }), default: value },
  ]);
  return { type: 'object', additionalProperties: false, properties: Object.fromEntries(properties) };
}

function kindOf(value: RuleOptions[string]): object {
  return Array.isArray(value) ? { type: 'array', items: { type: 'string' } } : { type: typeof value };
}

function exception(rule: object): object {
  return {
    type: 'object',
    additionalProperties: false,
    required: ['rule', 'reason'],
    properties: {
      rule: { description: 'The id of the rule.', type: 'string', ...rule },
      client: { description: 'The name, id or resource of a client; may have *.', type: 'string', minLength: 1 },
      path: { description: 'The path of a file; may have * and **.', type: 'string', minLength: 1 },
      reason: { description: 'Why it is accepted.', type: 'string', pattern: '\\S' },
      until: { description: 'The last day of it, as 2027-06-30.', type: 'string', format: 'date' },
    },
  };
}
