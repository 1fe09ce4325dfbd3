import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkConfig, parseConfig } from '../src/config/parse.ts';
import { faultOf } from '../src/config/rule-shape.ts';
import type { AnyRule } from '../src/rule.ts';
import { rules } from '../src/rules/index.ts';
import { temporaryFolder } from './temporary.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

function blocksOf(page: string, language: string): string[] {
  const text = readFileSync(join(ROOT, page), 'utf8');
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, block = '']) => block,
  );
}

const PLUGIN = new URL('fixtures/plugin/acme-rules.mjs', import.meta.url).href;

describe('docs/config.md', () => {
  const blocks = blocksOf('docs/config.md', 'json');

  test('has examples', () => expect(blocks.length).toBeGreaterThan(3));

  test.each(blocks)('is loaded as it stands: %s', async (block) => {
    const plugin = (await import(PLUGIN)).default as readonly AnyRule[];
    expect(plugin.map((rule) => faultOf(rule, rules))).toEqual([undefined]);
    const parsed = parseConfig(block);
    if ('message' in parsed) throw new Error(parsed.message);
    expect(await checkConfig(parsed, [...rules, ...plugin], false)).toEqual(parsed.value);
  });
});

test('the hook of README.md installs this version from the registry, as a clone has no dist/', () => {
  const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const [hook = ''] = blocksOf('README.md', 'yaml');
  expect(parse(hook).repos).toMatchObject([
    { repo: 'local', hooks: [{ language: 'node', additional_dependencies: [`${name}@${version}`] }] },
  ]);
});

test('the rule and the test of docs/plugins.md run against the package', () => {
  const [rule = '', trial = '', ...others] = blocksOf('docs/plugins.md', 'js');
  expect(others).toEqual([]);
  const cwd = temporaryFolder({ 'rule.mjs': rule, 'rule.test.mjs': trial });
  mkdirSync(join(cwd, 'node_modules'));
  symlinkSync(ROOT, join(cwd, 'node_modules/cognito-lint'), 'dir');
  const said = execFileSync(process.execPath, ['--test', '--test-reporter=tap', 'rule.test.mjs'], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  expect(said).toContain('# pass 3\n');
});
