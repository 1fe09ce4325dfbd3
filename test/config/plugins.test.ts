import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type ParsedConfig, parseConfig } from '../../src/config/parse.ts';
import { configSchema } from '../../src/config/schema.ts';
import { FILES } from '../../src/init/files.ts';
import { rules } from '../../src/rules/index.ts';
import { cognitoLint } from '../cli/program.ts';
import { temporaryFolder } from '../temporary.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

test('the plug-in of the fixture judges with the options of its config', async () => {
  const cwd = join(ROOT, 'test/fixtures/plugin');
  const { code, stdout, stderr } = await cognitoLint(['scan', 'client.json', '-f', 'json'], { cwd });
  expect([code, stderr]).toEqual([1, '']);
  expect(JSON.parse(stdout).findings).toMatchObject([
    {
      rule: 'acme/client-name-without-team',
      level: 'warning',
      message: 'ClientName is "website", and begins with none of the teams shop, billing.',
      location: { pointer: '/UserPoolClient/ClientName', startLine: 5, startColumn: 19 },
    },
  ]);
});

/** JavaScript and TypeScript alike. */
const RULE = `import { defineRule, entries } from 'cognito-lint';

export default defineRule({
  id: 'acme/foreign-host', title: 'URL of another company', level: 'error', severity: '8.0', precision: 'high',
  preset: 'recommended', area: 'redirects', why: 'w', fix: 'f', references: ['RFC 9700 §4.1'], cwe: [601],
  examples: { bad: { LogoutURLs: ['https://b.example'] }, good: { LogoutURLs: ['https://a.acme.example'] } },
  options: { domain: 'acme.example' },
  *check({ client }, { domain }) {
    for (const { path, value } of entries(client, 'CallbackURLs', 'LogoutURLs')) {
      if (!new URL(value).host.endsWith(domain)) yield { path, message: 'It is of another company.' };
    }
  },
});
`;

const TRY = `import { testRule } from 'cognito-lint/testing';
import rule from './rule.mjs';

testRule(rule, {
  valid: [{ name: 'our own', client: rule.examples.good }],
  invalid: [
    { name: 'another', client: rule.examples.bad, problems: [['/LogoutURLs/0', 'It is of another company.']] },
    {
      name: 'what is known is judged where the rest is unknown',
      client: { CallbackURLs: 3, LogoutURLs: ['https://b.example'] },
      problems: [['/LogoutURLs/0', 'It is of another company.']],
      notEvaluated: 'CallbackURLs',
    },
  ],
});
console.log('tried');
`;

const LIST = `import type { AnyRule } from 'cognito-lint';
import rule from './rule.mjs';

const rules: AnyRule[] = [rule, { ...rule, id: 'acme/other', options: { days: 3 }, check: () => [] }];
export default rules;
`;

const CLIENT = { ClientId: 'a1', ClientName: 'shop', CallbackURLs: 3, LogoutURLs: ['https://b.example'] };

const TSCONFIG = {
  compilerOptions: {
    module: 'nodenext',
    target: 'es2023',
    strict: true,
    noEmit: true,
    types: [],
    lib: ['es2023', 'dom'],
  },
  files: ['rule.mts', 'try.mts', 'list.mts', 'wrong.mts'],
};

/** A folder in which the package is installed as a user has it. */
function consumer(): string {
  const folder = temporaryFolder({
    'rule.mjs': RULE,
    'try.mjs': TRY,
    'rule.mts': RULE,
    'try.mts': TRY,
    'list.mts': LIST,
    'wrong.mts': RULE.replace("'error'", "'fatal'").replace('endsWith(domain)', 'endsWith(domain.days)'),
    'client.json': JSON.stringify(CLIENT),
    'cognito-lint.config.json': JSON.stringify({ plugins: ['./rule.mjs'] }),
    'tsconfig.json': JSON.stringify(TSCONFIG),
  });
  const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder];
  const tarball = execFileSync('npm', pack, { cwd: ROOT, encoding: 'utf8' }).trim();
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  execFileSync('tar', ['-xzf', tarball, '-C', modules], { cwd: folder });
  renameSync(join(modules, 'package'), join(modules, 'cognito-lint'));
  return folder;
}

function run(cwd: string, ...args: readonly string[]): string {
  return spawnSync(process.execPath, args, { cwd, encoding: 'utf8' }).stdout;
}

test('a plug-in imports the installed package: it is tried, loaded and typed', () => {
  const cwd = consumer();
  expect(run(cwd, 'try.mjs')).toBe('tried\n');
  const report = JSON.parse(run(cwd, 'node_modules/cognito-lint/dist/bin.js', 'scan', 'client.json', '-f', 'json'));
  expect(report.findings).toContainEqual(
    expect.objectContaining({ rule: 'acme/foreign-host', path: '/LogoutURLs/0', level: 'error' }),
  );
  expect(report.notEvaluated).toContainEqual(
    expect.objectContaining({ rule: 'acme/foreign-host', field: 'CallbackURLs' }),
  );
  const mistakes = run(cwd, join(ROOT, 'node_modules/typescript/bin/tsc'), '--pretty', 'false');
  expect(mistakes.match(/^\S+: error .*$/gm)).toEqual([
    expect.stringMatching(/^wrong\.mts\(4,\d+\): error .* '"fatal"' is not assignable to type 'Level'/),
    expect.stringMatching(/^wrong\.mts\(10,\d+\): error .* 'days' does not exist on type 'string'/),
  ]);
});

test('the schema of the config is where init says, and takes rules of plug-ins', () => {
  const cwd = consumer();
  const { value } = parseConfig(FILES[0]?.text ?? '') as ParsedConfig;
  const path = join(cwd, (value as { readonly $schema: string }).$schema);
  expect(run(cwd, '-p', 'require.resolve("cognito-lint/config.schema.json")').trim()).toBe(path);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(configSchema(rules, { open: true }));
});
