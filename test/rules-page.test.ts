import { expect, test } from 'vitest';
import { rules } from '../src/rules/index.ts';
import { rulesPage } from '../src/rules-page.ts';

test('rules.md is what the rules say', async () => {
  await expect(rulesPage(rules)).toMatchFileSnapshot('../rules.md');
});

test.each(rules)('rules.md has a section for $id that says why, what to do and where that is written', (rule) => {
  const section = rulesPage([rule]).split(`### ${rule.id}\n`)[1];
  expect(section).toContain(rule.why);
  expect(section).toContain(rule.fix);
  expect(section).toContain('References: [');
});
