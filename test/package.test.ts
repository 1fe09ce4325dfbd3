import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from './temporary.ts';

const RULE = `
import { type AppClient, callbacks, defineRule, type Problem } from 'cognito-lint';

const bad: AppClient = { AllowedOAuthFlowsUserPoolClient: true, CallbackURLs: ['https://shop.invalid/'] };

export default defineRule({
  id: 'acme/callback-domain',
  title: 'Callback is not on a domain of ours',
  level: 'warning',
  severity: '5.0',
  precision: 'high',
  preset: 'recommended',
  area: 'redirects',
  why: 'Codes go there.',
  fix: 'Move it.',
  references: ['RFC 9700 §4.1'],
  cwe: [601],
  examples: { bad, good: {} },
  options: { domain: 'acme.io' },
  *check({ client, effective }, { domain }): Generator<Problem> {
    if (!effective.redirects) return;
    for (const { path, uri } of callbacks(client)) {
      if (!uri.host.endsWith(domain)) yield { path, message: \`\${uri.host} is not under \${domain}.\` };
    }
  },
});
`;

const CASES = `
import { testRule } from 'cognito-lint/testing';
import rule from './rule.js';

testRule(rule, {
  valid: [
    { name: 'no callbacks', client: {} },
    { name: 'another domain', client: rule.examples.bad, options: { domain: 'invalid' } },
  ],
  invalid: [
    {
      name: 'elsewhere',
      client: rule.examples.bad,
      problems: [['/CallbackURLs/0', 'shop.invalid is not under acme.io.']],
    },
    {
      name: 'what is known of one list is told although another is unknown',
      client: { ...rule.examples.bad, CallbackURLs: 7, DefaultRedirectURI: 'https://shop.invalid/' },
      problems: [['/DefaultRedirectURI', 'shop.invalid is not under acme.io.']],
      notEvaluated: 'CallbackURLs',
    },
  ],
});
`;

/** A project that has the package as npm unpacks it, with the rule and its cases in TypeScript. */
function consumer(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder({ 'package.json': '{"type":"module"}', ...files });
  const options = ['--ignore-scripts', '--silent', '--pack-destination', folder];
  const archive = execFileSync('npm', ['pack', ...options], { encoding: 'utf8' }).trim();
  execFileSync('tar', ['-xzf', archive], { cwd: folder });
  mkdirSync(join(folder, 'node_modules'));
  cpSync(join(folder, 'package'), join(folder, 'node_modules/cognito-lint'), { recursive: true });
  return folder;
}

/** The exit code of the compiler, and what it says. */
function compile(folder: string): string {
  const options = ['--strict', '--module', 'nodenext', '--target', 'es2023', '--types', '', '--skipLibCheck', 'false'];
  try {
    return execFileSync('node', [resolve('node_modules/typescript/bin/tsc'), ...options, 'rule.ts', 'cases.ts'], {
      cwd: folder,
      encoding: 'utf8',
    });
  } catch (error) {
    return (error as { readonly stdout: string }).stdout;
  }
}

test('a rule in TypeScript compiles against the package, is tried by testRule and run by the program', () => {
  const folder = consumer({
    'rule.ts': RULE,
    'cases.ts': CASES,
    'cognito-lint.config.json':
      '{ "plugins": ["./rule.js"], "rules": { "acme/callback-domain": { "options": { "domain": "acme.dev" } } } }',
    'client.json': JSON.stringify({
      UserPoolClient: { AllowedOAuthFlowsUserPoolClient: true, CallbackURLs: ['https://shop.invalid/'] },
    }),
  });
  expect(compile(folder)).toBe('');
  execFileSync('node', ['cases.js'], { cwd: folder });
  const bin = join(folder, 'node_modules/cognito-lint/dist/bin.js');
  const args = [bin, 'scan', 'client.json', '-f', 'json', '--fail-on', 'never'];
  const out = execFileSync('node', args, { cwd: folder, encoding: 'utf8' });
  expect(out).toContain('shop.invalid is not under acme.dev.');
});

test('a case that is wrong fails, and a misspelt option does not compile', () => {
  const folder = consumer({
    'rule.ts': RULE,
    'cases.ts': CASES.replace('{ domain: ', '{ domains: ')
      .replace('elsewhere', 'there')
      .replace('acme.io.', 'acme.com.'),
  });
  expect(compile(folder)).toContain("'domains' does not exist");
  expect(() => execFileSync('node', ['cases.js'], { cwd: folder, stdio: 'pipe' })).toThrow();
});

test('the package has the schemas that it names', () => {
  const folder = consumer({
    'a.js': `
      import { createRequire } from 'node:module';
      const require = createRequire(import.meta.url);
      console.log(require('cognito-lint/config.schema.json').title, require('cognito-lint/json.schema.json').type);
    `,
  });
  expect(execFileSync('node', ['a.js'], { cwd: folder, encoding: 'utf8' })).toBe('The config of cognito-lint object\n');
});
