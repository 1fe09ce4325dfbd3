import { describe, expect, test } from 'vitest';
import { checkConfig, parseConfig } from '../../src/config/parse.ts';
import { FILES } from '../../src/init/files.ts';
import type { AnyRule } from '../../src/rule.ts';
import { rules } from '../../src/rules/index.ts';

/** A rule of a plug-in, with a number that is no time. */
const OWN: AnyRule = { ...rules[0], id: 'acme/cold', options: { below: -3 } } as AnyRule;

/** Each mistake as `line:column message`. */
async function mistakes(text: string, open = false): Promise<readonly string[]> {
  const parsed = parseConfig(text);
  const found = 'message' in parsed ? [parsed] : await checkConfig(parsed, [...rules, OWN], open);
  if (!Array.isArray(found)) return [];
  return found.map(({ region, message }) => `${region.startLine}:${region.startColumn} ${message}`);
}

const OK = '"rule": "client-stale", "reason": "known"';

const CASES: readonly (readonly [name: string, text: string, ...expected: string[]])[] = [
  ['broken JSON', '{\n  "preset": }', '2:13 not valid JSON: expected a value'],
  ['an empty file', '', '1:1 not valid JSON: the text ends where a value was expected'],
  ['a comment without an end', '{} /* x', '1:4 not valid JSON: expected the end of the text'],
  ['a list', '[]', '1:1 the config is a list, but must be an object'],
  ['an unknown key', '{ "presets": "pedantic" }', '1:3 the config has no key "presets"; did you mean preset?'],
  [
    'an unknown key with itself for a value',
    '{ "presett": "presett" }',
    '1:3 the config has no key "presett"; did you mean preset?',
  ],
  [
    'an unknown key like no other',
    '{ "owner": "me" }',
    '1:3 the config has no key "owner"; it may have $schema, preset, rules, exceptions and plugins',
  ],
  [
    'an unknown key that is written with escapes, at its value',
    '{ "pre\\u0073ets": "pedantic" }',
    '1:19 the config has no key "presets"; did you mean preset?',
  ],
  [
    'an exception for what is no text',
    '{ "exceptions": [{ "rule": 3, "reason": "known" }] }',
    '1:28 the rule of an exception is a number, but must be a text',
  ],
  ['a preset that is no text', '{ "preset": 3 }', '1:13 preset is 3, but must be recommended or pedantic'],
  [
    'a text of 60 characters, quotes and all',
    `{ "preset": "${'x'.repeat(58)}" }`,
    `1:13 preset is "${'x'.repeat(58)}", but must be recommended or pedantic`,
  ],
  [
    'a longer text, of which the end is left out',
    `{ "preset": "${'x'.repeat(59)}" }`,
    `1:13 preset is "${'x'.repeat(58)}…, but must be recommended or pedantic`,
  ],
  ['another preset', '{ "preset": "strict" }', '1:13 preset is "strict", but must be recommended or pedantic'],
  [
    'an unknown rule',
    '{ "rules": {\n  "client-stail": "off" } }',
    '2:3 there is no rule "client-stail"; did you mean client-stale?',
  ],
  [
    'an unknown rule like no other',
    '{ "rules": { "no-such-thing": "off" } }',
    '1:14 there is no rule "no-such-thing"; "cognito-lint rules" lists them',
  ],
  ['rules that are a list', '{ "rules": [] }', '1:12 rules is a list, but must be an object'],
  [
    'another level',
    '{ "rules": { "client-stale": "warn" } }',
    '1:30 the level of client-stale is "warn", but must be error, warning, note or off',
  ],
  [
    'an unknown key of a setting',
    '{ "rules": { "client-stale": { "option": {} } } }',
    '1:32 the setting of a rule has no key "option"; did you mean options?',
  ],
  [
    'an unknown key of a setting like no other',
    '{ "rules": { "client-stale": { "owner": "me" } } }',
    '1:32 the setting of a rule has no key "owner"; it may have level and options',
  ],
  [
    'another level in an object',
    '{ "rules": { "client-stale": { "level": "warn" } } }',
    '1:41 the level of client-stale is "warn", but must be error, warning, note or off',
  ],
  [
    'options of another type',
    '{ "rules": { "client-stale": { "options": 3 } } }',
    '1:43 the options of client-stale is a number, but must be an object',
  ],
  [
    'options of a rule without',
    '{ "rules": { "redirect-wildcard": { "options": {} } } }',
    '1:37 the rule redirect-wildcard has no options; give its level alone',
  ],
  [
    'an unknown option',
    '{ "rules": { "client-stale": { "options": { "maxDay": 3 } } } }',
    '1:45 the rule client-stale has no option "maxDay"; did you mean maxDays?',
  ],
  [
    'an option of another type',
    '{ "rules": { "client-stale": { "options": { "maxDays": "3" } } } }',
    '1:56 the option maxDays of client-stale is a text, but must be a number',
  ],
  [
    'an option below 0',
    '{ "rules": { "client-stale": { "options": { "maxDays": -1 } } } }',
    '1:56 the option maxDays of client-stale is -1, but must be 0 or more',
  ],
  [
    'an option above all numbers',
    '{ "rules": { "client-stale": { "options": { "maxDays": 1e999 } } } }',
    '1:56 the option maxDays of client-stale is infinite, but must be a number',
  ],
  [
    'an option that is no list',
    '{ "rules": { "attr-read-sensitive-custom": { "options": { "allow": "custom:a" } } } }',
    '1:68 the option allow of attr-read-sensitive-custom is a text, but must be a list of texts',
  ],
  [
    'an option below all numbers',
    '{ "rules": { "client-stale": { "options": { "maxDays": -1e999 } } } }',
    '1:56 the option maxDays of client-stale is infinite, but must be a number',
  ],
  [
    'an entry that is no text',
    '{ "rules": { "attr-read-sensitive-custom": { "options": { "allow": ["custom:a", 3] } } } }',
    '1:81 an entry of the option allow of attr-read-sensitive-custom is a number, but must be a text',
  ],
  ['exceptions of null', '{ "exceptions": null }', '1:17 exceptions is null, but must be a list'],
  ['an exception that is no object', '{ "exceptions": [3] }', '1:18 an exception is a number, but must be an object'],
  ['exceptions that are no list', '{ "exceptions": {} }', '1:17 exceptions is an object, but must be a list'],
  [
    'an exception without a reason',
    '{ "exceptions": [{ "rule": "client-stale" }] }',
    '1:18 this exception has no reason; say why it is accepted',
  ],
  [
    'an exception with a blank reason',
    '{ "exceptions": [{ "rule": "client-stale", "reason": " " }] }',
    '1:54 the reason of an exception is empty; say why it is accepted',
  ],
  [
    'an exception without a rule',
    '{ "exceptions": [{ "reason": "known" }] }',
    '1:18 this exception names no rule; give the id of one',
  ],
  [
    'an exception for a client without a name',
    `{ "exceptions": [{ ${OK}, "client": "" }] }`,
    '1:73 the client of an exception is empty; name one',
  ],
  [
    'an exception for a path of none',
    `{ "exceptions": [{ ${OK}, "path": "" }] }`,
    '1:71 the path of an exception is empty; name one',
  ],
  [
    'an exception of what are no texts',
    '{ "exceptions": [{ "rule": "client-stale", "reason": 1, "client": 2, "path": 3, "until": 4 }] }',
    '1:54 the reason of an exception is a number, but must be a text',
    '1:67 the client of an exception is a number, but must be a text',
    '1:78 the path of an exception is a number, but must be a text',
    '1:90 the until of an exception is a number, but must be a text',
  ],
  [
    'an unknown key of an exception',
    `{ "exceptions": [{ ${OK}, "owner": "me" }] }`,
    '1:63 an exception has no key "owner"; it may have rule, client, path, reason and until',
  ],
  [
    'an exception for a rule like no other',
    '{ "exceptions": [{ "rule": "no-such-thing", "reason": "known" }] }',
    '1:28 there is no rule "no-such-thing"; "cognito-lint rules" lists them',
  ],
  [
    'a year that is no day',
    `{ "exceptions": [{ ${OK}, "until": "2027" }] }`,
    '1:72 the until of an exception is "2027", but must be a day, as "2027-06-30"',
  ],
  [
    'a moment that is no day',
    `{ "exceptions": [{ ${OK}, "until": "2027-06-30T00:00:00.000Z" }] }`,
    '1:72 the until of an exception is "2027-06-30T00:00:00.000Z", but must be a day, as "2027-06-30"',
  ],
  [
    'an exception for an unknown rule',
    '{ "exceptions": [{ "rule": "client-stall", "reason": "known" }] }',
    '1:28 there is no rule "client-stall"; did you mean client-stale?',
  ],
  [
    'a day that there is not',
    `{ "exceptions": [{ ${OK}, "until": "2027-02-30" }] }`,
    '1:72 the until of an exception is "2027-02-30", but must be a day, as "2027-06-30"',
  ],
  ['plug-ins that are no list', '{ "plugins": "./a.js" }', '1:14 plugins is a text, but must be a list of texts'],
  ['a plug-in that is no text', '{ "plugins": [3] }', '1:15 a plug-in is a number, but must be a text'],
  ['a plug-in without a name', '{ "plugins": [""] }', '1:15 a plug-in is empty; name one'],
  ['two plug-ins alike', '{ "plugins": ["./a.js", "./a.js"] }', '1:25 the plug-in "./a.js" is named twice'],
  [
    'several mistakes, in the order of the file',
    '{ "rules": { "client-stail": "off" },\n  "preset": "x" }',
    '1:14 there is no rule "client-stail"; did you mean client-stale?',
    '2:13 preset is "x", but must be recommended or pedantic',
  ],
];

test.each(CASES)('%s is told in one sentence with its place', async (_name, text, ...expected) => {
  expect(await mistakes(text)).toEqual(expected);
});

test.each([
  ['nothing', '{}'],
  ['an option of 0', '{ "rules": { "client-stale": { "options": { "maxDays": 0 } } } }'],
  ["a number below 0 of a plug-in's rule", '{ "rules": { "acme/cold": { "options": { "below": -5 } } } }'],
  ['what init writes', FILES[0]?.text ?? ''],
  ['comments, also with quotes, and addresses in texts', '{ // "a\n "$schema": "https://x/*y*/" /* " */ }'],
  ['all of an exception', `{ "exceptions": [{ ${OK}, "client": "a-*", "path": "infra/**", "until": "2028-02-29" }] }`],
])('%s is in order', async (_name, text) => {
  expect(await mistakes(text)).toEqual([]);
});

describe('where a plug-in could not be loaded, a rule with a slash may be one of it', () => {
  test.each([
    ['a level', '{ "rules": { "acme/warm": "note" } }'],
    ['a level and options', '{ "rules": { "acme/warm": { "level": "off", "options": { "any": [3] } } } }'],
    ['an exception', '{ "exceptions": [{ "rule": "acme/warm", "reason": "known" }] }'],
  ])('%s', async (_name, text) => {
    expect(await mistakes(text, true)).toEqual([]);
    expect(await mistakes(text)).toHaveLength(1);
  });

  test.each([
    ['{ "rules": { "warm": "note" } }', '1:14 there is no rule "warm"; "cognito-lint rules" lists them'],
    [
      '{ "rules": { "acme/warm": "warn" } }',
      '1:27 the level of acme/warm is "warn", but must be error, warning, note or off',
    ],
    [
      '{ "rules": { "acme/warm": { "level": "warn" } } }',
      '1:38 the level of acme/warm is "warn", but must be error, warning, note or off',
    ],
    [
      '{ "rules": { "acme/warm": { "options": 3 } } }',
      '1:40 the options of acme/warm is a number, but must be an object',
    ],
    [
      '{ "exceptions": [{ "rule": "warm", "reason": "known" }] }',
      '1:28 there is no rule "warm"; "cognito-lint rules" lists them',
    ],
  ])('but not anything: %s', async (text, expected) => {
    expect(await mistakes(text, true)).toEqual([expected]);
  });
});
