import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { AppClient } from '../src/client/app-client.ts';
import { cweLink, link } from '../src/references.ts';
import type { AnyRule, Level } from '../src/rule.ts';
import { rules } from '../src/rules/index.ts';
import { judgeClient } from '../src/testing.ts';

/** Clients with nothing to report, over which each rule's bad example is laid: with a secret and without. */
const HEALTHY = ['confidential', 'public'].map((name) => {
  const text = readFileSync(`test/fixtures/healthy/${name}.json`, 'utf8');
  return (JSON.parse(text) as { UserPoolClient: AppClient }).UserPoolClient;
});

const reports = (rule: AnyRule, client: object) => judgeClient(rule, { name: 'example', client }).problems.length > 0;

test('the files in src/rules/ are the list, in the order of ids', () => {
  const files = readdirSync('src/rules').filter((file) => file !== 'index.ts');
  expect(rules.map(({ id }) => `${id}.ts`)).toEqual(files.sort((a, b) => (a.slice(0, -3) < b.slice(0, -3) ? -1 : 1)));
});

test('there are 61 rules: 5 errors, 33 warnings, 23 notes, 46 of them recommended', () => {
  const count = (level: Level) => rules.filter((rule) => rule.level === level).length;
  expect([rules.length, count('error'), count('warning'), count('note')]).toEqual([61, 5, 33, 23]);
  expect(rules.filter(({ preset }) => preset === 'recommended')).toHaveLength(46);
});

describe.each(rules)('$id', (rule) => {
  test('has a table of cases', () => {
    expect(existsSync(`test/rules/${rule.id}.test.ts`)).toBe(true);
  });

  test('reports its bad example and not its good one', () => {
    expect(reports(rule, rule.examples.bad)).toBe(true);
    expect(reports(rule, rule.examples.good)).toBe(false);
  });

  test('is silent on the healthy client, and reports one with its bad example laid over', () => {
    expect(HEALTHY.slice(0, 1).map((client) => reports(rule, client))).toEqual([false]);
    expect(HEALTHY.some((client) => reports(rule, laidOver(client, rule)))).toBe(true);
  });

  test('has an id, a title and a severity in the agreed form', () => {
    expect(rule.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
    expect(rule.title).not.toMatch(/\.$/);
    const severity = Number(rule.severity);
    expect(rule.severity).toMatch(/^\d\.\d$/);
    const [low, high] = { error: [7.1, 10], warning: [4.1, 6.9], note: [0.1, 3.9] }[rule.level] ?? [0, 0];
    expect(severity).toBeGreaterThanOrEqual(low ?? 0);
    expect(severity).toBeLessThanOrEqual(high ?? 0);
  });

  test('has references and weaknesses with addresses', () => {
    const links = [...rule.references.map(link), ...rule.cwe.map(cweLink)];
    expect(rule.references.length).toBeGreaterThan(0);
    expect(rule.cwe.length).toBeGreaterThan(0);
    for (const { title, url } of links) {
      expect(title).not.toBe('');
      expect(URL.canParse(url)).toBe(true);
    }
  });
});

/** A client that is in all else as it was. What only the good example has is what the bad one lacks. */
function laidOver(client: AppClient, { examples: { bad, good } }: AnyRule): object {
  const isLacking = (member: string) => Object.hasOwn(good, member) && !Object.hasOwn(bad, member);
  // A bad example may rest on the default of ReadAttributes, which healthy clients set.
  const rest = Object.entries(client).filter(([member]) => !isLacking(member) && member !== 'ReadAttributes');
  return { ...Object.fromEntries(rest), ...bad };
}
