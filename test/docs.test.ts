import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkConfig, parseConfig } from '../src/config/parse.ts';
import { faultOf } from '../src/config/rule-shape.ts';
import type { AnyRule } from '../src/rule.ts';
import { rules } from '../src/rules/index.ts';
import { cognitoLint } from './cli/program.ts';
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

/** What the example of docs/json.md is the report of. */
const TEMPLATE = `{
  "Parameters": { "Minutes": { "Type": "Number" } },
  "Resources": {
    "WebClient": {
      "Type": "AWS::Cognito::UserPoolClient",
      "Properties": {
        "UserPoolId": "eu-west-1_AbCdEfGhI",
        "ClientName": "web",
        "GenerateSecret": true,
        "PreventUserExistenceErrors": "LEGACY",
        "AuthSessionValidity": { "Ref": "Minutes" },
        "NewSetting": true
      }
    }
  }
}
`;

describe('docs/json.md', () => {
  test('has what a scan prints', async () => {
    const cwd = temporaryFolder({ 'template.json': TEMPLATE });
    const { stdout } = await cognitoLint(['scan', 'template.json', '--format', 'json'], { cwd });
    const [example = ''] = blocksOf('docs/json.md', 'json');
    expect(JSON.parse(example)).toEqual(JSON.parse(stdout));
  });

  const hasJq = spawnSync('jq', ['--version']).status === 0;

  test.runIf(hasJq).each([
    ['the same findings as yesterday', 'old', 0],
    ['a new finding', 'new', 1],
  ])('has a check that ends with the right code for %s', (_name, fingerprint, code) => {
    const findings = ['old', fingerprint].map((one) => ({ fingerprint: one, level: 'note', client: {}, rule: 'a' }));
    const cwd = temporaryFolder({
      'yesterday.json': JSON.stringify({ findings: findings.slice(0, 1) }),
      'today.json': JSON.stringify({ findings }),
    });
    const [script = ''] = blocksOf('docs/json.md', 'sh');
    const [check = ''] = script.split('\n\n');
    for (const next of ['', '\ntrue']) expect(spawnSync('bash', ['-c', check + next], { cwd }).status).toBe(code);
  });
});

test('the pages for users are in the package, with the pages that they link to', () => {
  const pack = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const [{ files }] = JSON.parse(execFileSync('npm', pack, { cwd: ROOT, encoding: 'utf8' }));
  const packed = (files as readonly { readonly path: string }[]).map(({ path }) => path);
  const pages = packed.filter((path) => /^docs\/.*\.md$/.test(path));
  expect(pages).toEqual(
    expect.arrayContaining(['audit', 'config', 'github', 'plugins'].map((one) => `docs/${one}.md`)),
  );
  for (const page of pages) {
    const links = readFileSync(join(ROOT, page), 'utf8').matchAll(/\]\((?!https:)([^)#]+)/g);
    for (const [, link = ''] of links) expect(packed).toContain(join('docs', link));
  }
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
