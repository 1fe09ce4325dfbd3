import { expect, test } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import { temporaryFolder } from '../temporary.ts';
import { cognitoLint } from './program.ts';

test('rules lists every rule with its level, and off for those of another preset', async () => {
  const { code, stdout, stderr } = await cognitoLint(['rules'], { cwd: temporaryFolder() });
  expect([code, stderr]).toEqual([0, '']);
  for (const { id } of rules) expect(stdout).toContain(`${id} `);
  expect(stdout).toMatch(/^oauth-implicit-grant +error +7\.5 +recommended +App client allows/m);
  expect(stdout).toMatch(/^client-stale +off +1\.5 +pedantic/m);
  expect(stdout).toContain('46 of 61 rules are on.');
});

test('rules --preset pedantic has all of them on', async () => {
  const { stdout } = await cognitoLint(['rules', '--preset', 'pedantic'], { cwd: temporaryFolder() });
  expect(stdout).toContain('61 of 61 rules are on.');
});

test.each(rules)('rules $id says all that the rule says', async (rule) => {
  const { ruleText } = await import('../../src/reports/rule-text.ts');
  const text = [...ruleText({ rule, level: rule.level }, 100, false)].join('').replace(/\s+/g, ' ');
  expect(text).toContain(rule.why.replaceAll('`', '').replace(/\s+/g, ' '));
  expect(text).toContain(rule.fix.replaceAll('`', '').replace(/\s+/g, ' '));
});

test('rules <id> is readable in a terminal', async () => {
  const { code, stdout } = await cognitoLint(['rules', 'client-stale'], { cwd: temporaryFolder() });
  expect(code).toBe(0);
  expect(stdout).toContain('Client has not been changed for years\n\nWhy\n  ');
  expect(stdout).toContain('{"maxDays":730}');
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(140);
});

test.each([
  ['that is near to another', 'oauth-implicit-grants', '; did you mean oauth-implicit-grant? "cognito-lint rules"'],
  ['that is near to none', 'xyzzy', '; "cognito-lint rules"'],
])('a rule %s and not there is told in a sentence', async (_name, id, hint) => {
  const { code, stdout, stderr } = await cognitoLint(['rules', id], { cwd: temporaryFolder() });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toBe(`cognito-lint: there is no rule "${id}"${hint} lists them\n`);
});

test('rules -f json is the list, rules <id> -f json one of it', async () => {
  const cwd = temporaryFolder();
  const all = JSON.parse((await cognitoLint(['rules', '-f', 'json'], { cwd })).stdout) as { id: string }[];
  const one = JSON.parse((await cognitoLint(['rules', 'redirect-loopback', '-f', 'json'], { cwd })).stdout);
  expect(all.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
  expect(one).toEqual(all.find(({ id }) => id === 'redirect-loopback'));
});
