import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { cognitoLint } from './program.ts';

const CLIENT = JSON.stringify({
  UserPoolClient: {
    UserPoolId: 'eu-west-1_Pool',
    ClientId: 'a1',
    ClientName: 'shop',
    PreventUserExistenceErrors: 'LEGACY',
    EnableTokenRevocation: true,
    RefreshTokenValidity: 20,
    LastModifiedDate: '2019-01-01T00:00:00Z',
  },
});
const NAME = 'cognito-lint.config.json';

async function outcomes(config: object, files: Record<string, string> = {}, args: readonly string[] = []) {
  const cwd = temporaryFolder({ 'client.json': CLIENT, [NAME]: JSON.stringify(config), ...files });
  const formats = ['pretty', 'json', 'sarif'].map((format) =>
    cognitoLint(['scan', 'client.json', '-f', format, ...args], { cwd }),
  );
  const [pretty, json, sarif] = await Promise.all(formats);
  const levelsIn = (list: { rule?: string; ruleId?: string; level: string }[]) =>
    Object.fromEntries(list.map(({ rule, ruleId, level }) => [rule ?? ruleId, level]));
  const log = JSON.parse(sarif?.stdout ?? '').runs[0];
  const levels = levelsIn(JSON.parse(json?.stdout ?? '').findings);
  expect(levelsIn(log.results)).toEqual(levels);
  for (const [id, level] of Object.entries(levels)) expect(pretty?.stdout).toMatch(new RegExp(`${level} +${id} `));
  const overrides = log.invocations[0].ruleConfigurationOverrides as {
    descriptor: { id: string; index: number };
    configuration: object;
  }[];
  for (const { descriptor } of overrides) expect(log.tool.driver.rules[descriptor.index].id).toBe(descriptor.id);
  return {
    pretty: pretty?.stdout ?? '',
    code: json?.code,
    stderr: json?.stderr ?? '',
    summary: JSON.parse(json?.stdout ?? '').summary,
    levels,
    overrides: Object.fromEntries(overrides.map(({ descriptor, configuration }) => [descriptor.id, configuration])),
  };
}

const LEGACY = 'user-existence-errors-legacy';

describe('a setting shows in pretty, JSON and SARIF alike', () => {
  test('off', async () => {
    const { pretty, levels, overrides } = await outcomes({ rules: { [LEGACY]: 'off' } });
    expect(levels).not.toHaveProperty(LEGACY);
    expect(pretty.split(LEGACY)).toHaveLength(2);
    expect(pretty).toContain(`Settings: ${LEGACY} off`);
    expect(overrides).toEqual({ [LEGACY]: { enabled: false } });
  });

  test('a level', async () => {
    const { levels, overrides } = await outcomes({ rules: { [LEGACY]: 'error' } });
    expect(levels[LEGACY]).toBe('error');
    expect(overrides).toEqual({ [LEGACY]: { enabled: true, level: 'error' } });
  });

  test('a level switches a rule of the pedantic preset on', async () => {
    const { levels, overrides } = await outcomes({ rules: { 'client-stale': 'warning' } });
    expect(levels['client-stale']).toBe('warning');
    expect(overrides).toEqual({ 'client-stale': { enabled: true, level: 'warning' } });
  });

  test('an option', async () => {
    const id = 'refresh-token-validity-long';
    const { levels, overrides } = await outcomes({ rules: { [id]: { options: { maxDays: 7 } } } });
    expect(levels).toHaveProperty(id);
    expect(overrides).toEqual({ [id]: { enabled: true, parameters: { maxDays: 7 } } });
  });

  test('the preset, over which the command line wins', async () => {
    const config = { preset: 'pedantic' };
    const pedantic = await outcomes(config);
    expect(pedantic.levels).toHaveProperty('client-stale');
    expect(pedantic.overrides['client-stale']).toEqual({ enabled: true });
    const recommended = await outcomes(config, {}, ['--preset', 'recommended']);
    expect(recommended.levels).not.toHaveProperty('client-stale');
    expect(recommended.overrides).toEqual({});
  });

  test('an exception, which is counted', async () => {
    const exceptions = [{ rule: LEGACY, client: 'shop', reason: 'known' }];
    const { pretty, levels, summary } = await outcomes({ exceptions });
    expect(levels).not.toHaveProperty(LEGACY);
    expect(summary.suppressed).toBe(1);
    expect(pretty).toContain('1 finding suppressed');
  });
});

test('a config with mistakes: all are told, exit 2, nothing is linted', async () => {
  const cwd = temporaryFolder({ 'client.json': CLIENT, [NAME]: '{\n "preset": "x",\n "rule": {} }' });
  expect(await cognitoLint(['scan', 'client.json'], { cwd })).toEqual({
    code: 2,
    stdout: '',
    stderr:
      `cognito-lint: ${NAME}:2:12: preset is "x", but must be recommended or pedantic\n` +
      `cognito-lint: ${NAME}:3:2: the config has no key "rule"; did you mean rules?\n`,
  });
  expect((await cognitoLint(['scan', 'client.json', '--no-config', '--fail-on', 'never'], { cwd })).code).toBe(0);
});

test('a config that is not there is told', async () => {
  const cwd = temporaryFolder({ 'client.json': CLIENT });
  const { code, stderr } = await cognitoLint(['scan', 'client.json', '--config', 'x.json'], { cwd });
  expect([code, stderr]).toEqual([2, 'cognito-lint: the config x.json cannot be read: there is no such file\n']);
});

const RULE = `{ id: 'acme/name', title: 'Named shop', level: 'warning', severity: '5.0', precision: 'high',
  preset: 'recommended', area: 'hygiene', why: 'w', fix: 'f', references: [], cwe: [], options: { name: 'shop' },
  examples: { bad: {}, good: {} },
  *check({ client }, { name }) { if (client.ClientName === name) yield { path: ['ClientName'], message: 'It is a shop.' }; } }`;

test('the rules of a plug-in take levels and options as built-in ones', async () => {
  const files = { 'mine.mjs': `export default ${RULE}` };
  const { levels } = await outcomes({ plugins: ['./mine.mjs'], rules: { 'acme/name': 'error' } }, files);
  expect(levels['acme/name']).toBe('error');
  const options = { 'acme/name': { options: { name: 'other' } } };
  expect((await outcomes({ plugins: ['./mine.mjs'], rules: options }, files)).levels).not.toHaveProperty('acme/name');
});

test.each([
  ['CommonJS', `module.exports = ${RULE};`],
  [
    'CommonJS that TypeScript made',
    `Object.defineProperty(exports, '__esModule', { value: true });\nexports.default = ${RULE};`,
  ],
])('a plug-in may be %s', async (_name, text) => {
  const { stderr, levels } = await outcomes({ plugins: ['./mine.cjs'] }, { 'mine.cjs': text });
  expect([stderr, levels['acme/name']]).toEqual(['', 'warning']);
});

test('plug-ins are found from the folder of the config, and those that are broken keep no other from being loaded', async () => {
  const cwd = temporaryFolder({
    'client.json': CLIENT,
    'conf/own.json': JSON.stringify({
      plugins: ['./lost.mjs', 'acme-closed', './mine.mjs', 'acme-rules', '../null.mjs'],
    }),
    'conf/mine.mjs': `export default ${RULE}`,
    'conf/node_modules/acme-closed/package.json': '{"exports":{"import":"./index.mjs"}}',
    'conf/node_modules/acme-rules/index.js': `module.exports = [{ ...${RULE}, id: 'acme/other' }, ${RULE}];`,
    'null.mjs': 'export default null;',
  });
  const { code, stdout, stderr } = await cognitoLint(['rules', '--config', 'conf/own.json', '-f', 'json'], { cwd });
  const own = (JSON.parse(stdout) as { id: string }[]).map(({ id }) => id).filter((id) => id.startsWith('acme/'));
  expect([code, own]).toEqual([2, ['acme/name', 'acme/other']]);
  expect(stderr.split('\n').map((line) => /(?<=the plug-in ).*/.exec(line)?.[0])).toEqual([
    expect.stringMatching(/^"\.\/lost\.mjs" cannot be found from the folder of the config;/),
    '"acme-closed" exports nothing that can be loaded; its package.json needs "default" in "exports"',
    '"acme-rules" has a rule that is none: rule 2 (acme/name): id is taken by another rule',
    '"../null.mjs" has a rule that is none: rule 1: it is no object',
    undefined,
  ]);
});

test.each([['scan', 'client.json'], ['rules'], ['remediate', 'client.json']])(
  'a plug-in that never finishes loading is told by %s, exit 2',
  async (...args) => {
    const files = { 'mine.mjs': 'await new Promise(() => {});', [NAME]: '{"plugins":["./mine.mjs"]}' };
    expect(await cognitoLint(args, { cwd: temporaryFolder({ 'client.json': CLIENT, ...files }) })).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^cognito-lint: the job is not done, as [^\n]* a plug-in [^\n]*\n$/),
    });
  },
);

test.each([
  ['is not there', undefined, 'cannot be found from the folder of the config'],
  ['lacks a module', "import 'acme-lost';", "cannot be loaded (Error: Cannot find package 'acme-lost' imported from "],
  [
    'lacks a module of CommonJS',
    "import { createRequire } from 'node:module'; createRequire(import.meta.url)('acme-lost');",
    "cannot be loaded (Error: Cannot find module 'acme-lost')",
  ],
  ['does not parse', 'export default {', 'cannot be loaded (SyntaxError: '],
  ['throws', 'throw new Error("broken")', 'cannot be loaded (Error: broken)'],
  ['has no default export', 'export const rule = {}', 'has no default export'],
  ['exports no rule', 'export default 1', 'has a rule that is none: rule 1: it is no object'],
  ['has an id without a slash', `export default ${RULE.replace('acme/name', 'name')}`, 'rule 1 (name): id must be'],
  ['has an id that is taken', `export default [${RULE}, ${RULE}]`, 'rule 2 (acme/name): id is taken'],
  [
    'has another level',
    `export default ${RULE.replace("'warning'", "'high'")}`,
    'level must be error, warning or note',
  ],
  ['has no check', `export default { ...${RULE}, check: 1 }`, 'check must be a function'],
  [
    'has a rule that throws',
    `export default { ...${RULE}, check() { throw new Error('no') } }`,
    'acme/name failed on this client',
  ],
  [
    'yields a text in the place of related paths',
    `export default { ...${RULE}, *check() { yield { path: ['ClientName'], message: 'x', related: 'x' }; } }`,
    'acme/name failed on this client',
  ],
  [
    'has a rule that is async and throws',
    `export default { ...${RULE}, async check() { throw new Error('no') } }`,
    'acme/name failed on this client, so it is not judged by it (TypeError: it is async,',
  ],
  ['throws what has no words', 'throw Object.create(null);', 'cannot be loaded (it threw what has no words)'],
  [
    'yields a path that is not there',
    `export default { ...${RULE}, *check() { yield { path: ['CallbackURLs', 3], message: 'x' } } }`,
    'acme/name failed on this client',
  ],
])('a plug-in that %s is named, exit 2, and all else is judged', async (_name, text, message) => {
  const { code, stderr, levels } = await outcomes(
    { plugins: ['./mine.mjs'] },
    text === undefined ? {} : { 'mine.mjs': text },
  );
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(levels).toHaveProperty(LEGACY);
});

test.each([
  ['a promise that is rejected', "void Promise.reject(new Error('no'));"],
  ['a promise in the place of a problem', "yield Promise.reject(new Error('no'));"],
  ['a timer that throws', "setTimeout(() => { throw new Error('no'); });"],
  ['a timer that throws again and again', "setInterval(() => { throw new Error('no'); }, 1);"],
])('what a rule leaves behind and fails, as %s, is told, exit 2, and all outputs are written', async (_name, left) => {
  const cwd = temporaryFolder({
    'client.json': CLIENT,
    [NAME]: '{"plugins":["./mine.mjs"]}',
    'mine.mjs': `export default { ...${RULE}, *check() { ${left} } }`,
  });
  const { code, stdout, stderr } = await cognitoLint(['scan', 'client.json', '-f', 'pretty', '-f', 'sarif=s.sarif'], {
    cwd,
  });
  expect([code, stdout]).toEqual([2, expect.stringContaining(LEGACY)]);
  expect(stderr.match(/^.* plug-in .*\(Error: no\).*$/gm)).toHaveLength(1);
  expect(stderr).not.toContain('    at ');
  const [invocation] = JSON.parse(readFileSync(join(cwd, 's.sarif'), 'utf8')).runs[0].invocations;
  expect(invocation).toMatchObject({ exitCode: 2, executionSuccessful: false });
  expect(invocation.toolExecutionNotifications).toContainEqual(
    expect.objectContaining({ level: 'error', message: { text: expect.stringMatching(/ plug-in .*\(Error: no\)/) } }),
  );
});

test.each([
  ['empties', 'client.CallbackURLs.length = 0;'],
  ['sorts', 'client.CallbackURLs.sort();'],
  ['takes away', 'client.CallbackURLs = undefined;'],
])('what built-in rules found in a client stays where a plug-in then %s a list of it', async (_name, change) => {
  const CallbackURLs = ['https://b.example.com/cb', 'http://b.acme-corp.io/cb', 'http://a.acme-corp.io/cb'];
  const oauth = { AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'], AllowedOAuthScopes: ['openid'] };
  const cwd = temporaryFolder({
    'client.json': JSON.stringify({ UserPoolClient: { ...JSON.parse(CLIENT).UserPoolClient, ...oauth, CallbackURLs } }),
    [NAME]: '{"plugins":["./mine.mjs"]}',
    'mine.mjs': `export default { ...${RULE}, check({ client }) { ${change} return []; } }`,
  });
  const findings = async (...args: string[]) => {
    const { stdout } = await cognitoLint(['scan', 'client.json', '-f', 'json', ...args], { cwd });
    return JSON.parse(stdout).findings;
  };
  const builtIn = await findings('--no-config');
  expect(builtIn).toContainEqual(expect.objectContaining({ rule: 'redirect-http-callback', path: '/CallbackURLs/1' }));
  expect(await findings()).toEqual(builtIn);
});
