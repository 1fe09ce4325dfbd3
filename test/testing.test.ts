import { AssertionError } from 'node:assert';
import { describe, expect, test } from 'vitest';
import { defineRule } from '../src/rule.ts';
import { judgeClient, type RuleCase, type RuleCases, testRule } from '../src/testing.ts';

type Options = { readonly host: string; readonly limit: number };

/** A rule against callbacks of one host. */
const rule = defineRule<Options>({
  id: 'acme/no-host',
  title: 'Callback of a host',
  level: 'note',
  severity: '3.0',
  precision: 'high',
  preset: 'recommended',
  area: 'redirects',
  why: 'Why.',
  fix: 'Fix.',
  references: [],
  cwe: [],
  examples: { bad: {}, good: {} },
  options: { host: 'bad.io', limit: 3 },
  *check({ client }, { host }) {
    for (const [index, url] of (client.CallbackURLs ?? []).entries()) {
      if (url.includes(host)) yield { path: ['CallbackURLs', index], message: `It is of ${host}.` };
    }
    client.LogoutURLs?.includes(host);
  },
});

const BAD = { name: 'bad', client: { CallbackURLs: ['https://bad.io'] } };
const GOOD = { name: 'good', client: { CallbackURLs: ['https://good.io'] } };
const OPEN = { name: 'open', client: { CallbackURLs: 3 } };
const HALF = { name: 'half', client: { CallbackURLs: ['https://bad.io'], LogoutURLs: 3 } };
const PROBLEM = ['/CallbackURLs/0', 'It is of bad.io.'] as const;

const CASES: RuleCases<Options> = {
  valid: [GOOD],
  invalid: [
    { ...BAD, problems: [PROBLEM] },
    { ...HALF, problems: [PROBLEM], notEvaluated: 'LogoutURLs' },
  ],
  unknown: [{ ...OPEN, field: 'CallbackURLs' }],
};

test('each case is given to the test function by its name, and none is run before', () => {
  const names: string[] = [];
  testRule(
    rule,
    { ...CASES, valid: [{ ...BAD, name: 'wrong' }], invalid: [{ ...GOOD, problems: [PROBLEM] }] },
    (name) => names.push(name),
  );
  expect(names).toEqual(['acme/no-host: wrong', 'acme/no-host: good', 'acme/no-host: open']);
});

test('cases that are as they say pass', () => {
  testRule(rule, CASES);
  testRule(rule, { valid: CASES.valid, invalid: CASES.invalid });
});

describe('a case that is not as it says fails with its name', () => {
  test.each<[string, Partial<RuleCases<Options>>, string]>([
    [
      'valid, but reported',
      { valid: [BAD], invalid: [{ ...HALF, problems: [PROBLEM], notEvaluated: 'LogoutURLs' }] },
      'bad',
    ],
    ['valid, but not judged', { valid: [OPEN], unknown: [] }, 'open'],
    [
      'invalid, but not reported',
      { valid: [{ name: 'none', client: {} }], invalid: [{ ...GOOD, problems: [PROBLEM] }] },
      'good',
    ],
    ['another place', { invalid: [{ ...BAD, problems: [['/CallbackURLs', PROBLEM[1]]] }] }, 'bad'],
    ['another message', { invalid: [{ ...BAD, problems: [[PROBLEM[0], 'It is of bad.']] }] }, 'bad'],
    ['a problem more', { invalid: [{ ...BAD, problems: [PROBLEM, PROBLEM] }] }, 'bad'],
    ['all judged, but told as open', { invalid: [{ ...BAD, problems: [PROBLEM], notEvaluated: 'LogoutURLs' }] }, 'bad'],
    ['open, but told as judged', { invalid: [{ ...HALF, problems: [PROBLEM] }] }, 'half'],
    [
      'unknown, but judged',
      { valid: [{ name: 'none', client: {} }], unknown: [{ ...GOOD, field: 'CallbackURLs' }] },
      'good',
    ],
    ['another field', { unknown: [{ ...OPEN, field: 'LogoutURLs' }] }, 'open'],
  ])('%s', (_name, cases, failed) => {
    let thrown: unknown;
    try {
      testRule(rule, { ...CASES, ...cases });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(AssertionError);
    expect(String((thrown as Error).message)).toMatch(new RegExp(`^acme/no-host: ${failed}(?!.*tries)`));
  });
});

describe('no two cases may try the same', () => {
  const collected = (...valid: [RuleCase<Options>, ...RuleCase<Options>[]]) => {
    const names: string[] = [];
    testRule(rule, { ...CASES, valid }, (name) => names.push(name));
    return names.length;
  };

  test('the same client under another name is told', () => {
    const again = { ...GOOD, name: 'again' };
    expect(() => collected(GOOD, again)).toThrow('acme/no-host: "again" tries what another case tries');
    expect(() => collected({ ...BAD, name: 'again' })).toThrow('acme/no-host: "bad" tries what another case tries');
  });

  test.each<[string, Partial<RuleCase<Options>>]>([
    ['client', { client: {} }],
    ['form', { form: 'request' }],
    ['options', { options: { host: 'x' } }],
    ['today', { today: '2026-01-01' }],
    ['stdin', { stdin: true }],
  ])('another %s is another case', (_name, change) => {
    expect(collected(GOOD, { ...GOOD, ...change })).toBe(5);
  });
});

describe('a case says how the client was read', () => {
  const told = defineRule<Options>({
    ...rule,
    *check({ effective: { facts } }, options) {
      const { form, secretExposed, now } = facts;
      yield { path: ['ClientId'], message: `${form}, ${secretExposed}, ${now}, ${options.host}, ${options.limit}` };
    },
  });
  const client = { ClientId: 'a1', ClientSecret: '0a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6q7r8s9t0u1v2w3x4y5z' };
  const NOW = Date.UTC(2026, 10, 23) / 1000;

  test.each<[string, Partial<RuleCase<Options>>, string]>([
    ['in a file, of today, with the default options', {}, `described, true, ${NOW}, bad.io, 3`],
    ['on standard input', { stdin: true }, `described, false, ${NOW}, bad.io, 3`],
    ['on another day', { today: '2026-11-24' }, `described, true, ${NOW + 86_400}, bad.io, 3`],
    ['with one other option', { options: { limit: 4 } }, `described, true, ${NOW}, bad.io, 4`],
  ])('%s', (name, change, message) => {
    expect(judgeClient(told, { name, client, ...change })).toEqual({
      problems: [['/ClientId', message]],
      notEvaluated: undefined,
    });
  });

  test('as a request', () => {
    const [problem] = judgeClient(told, { name: 'a request', client: { ClientName: 'web' }, form: 'request' }).problems;
    expect(problem?.[1]).toMatch(/^created, /);
  });
});
