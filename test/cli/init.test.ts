import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { temporaryFolder } from '../temporary.ts';
import { cognitoLint } from './program.ts';

const CONFIG = 'cognito-lint.config.json';
const WORKFLOW = '.github/workflows/cognito-lint.yml';

test('init writes a config and a workflow', async () => {
  const cwd = temporaryFolder();
  const outcome = await cognitoLint(['init'], { cwd });
  expect(outcome).toEqual({ code: 0, stdout: `wrote cognito-lint.config.json\nwrote ${WORKFLOW}\n`, stderr: '' });
  expect(readFileSync(join(cwd, WORKFLOW), 'utf8')).toContain('permissions: {}');
});

test('init keeps what is there, writes the rest, and says so', async () => {
  const cwd = temporaryFolder({ [WORKFLOW]: 'mine' });
  const { code, stdout, stderr } = await cognitoLint(['init'], { cwd });
  expect([code, stdout]).toEqual([2, 'wrote cognito-lint.config.json\n']);
  expect(stderr).toBe(`${WORKFLOW} is there already and is kept; --force writes it anew\n`);
  expect(readFileSync(join(cwd, WORKFLOW), 'utf8')).toBe('mine');
});

test('init --force writes all anew', async () => {
  const cwd = temporaryFolder({ [WORKFLOW]: 'mine' });
  expect((await cognitoLint(['init', '--force'], { cwd })).code).toBe(0);
  expect(readFileSync(join(cwd, WORKFLOW), 'utf8')).not.toBe('mine');
});

test.each<[name: string, file: string, args: readonly string[], prepare: (cwd: string) => void]>([
  ['the folder of the workflow is a file', '.github', [], (cwd) => writeFileSync(join(cwd, '.github'), '')],
  ['the config is a folder', CONFIG, ['--force'], (cwd) => mkdirSync(join(cwd, CONFIG))],
  ['the config is a link into nothing', CONFIG, [], (cwd) => symlinkSync('lost/config.json', join(cwd, CONFIG))],
])('that %s is told in a sentence', async (_name, file, args, prepare) => {
  const cwd = temporaryFolder();
  prepare(cwd);
  const { code, stderr } = await cognitoLint(['init', ...args], { cwd });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^cognito-lint: [^\n]* cannot be written: [^\n]*\n$/);
  expect(stderr).toContain(file);
});

interface Job {
  readonly permissions: Readonly<Record<string, string>>;
}

test('every job may do what the upload needs, also in a private repository, as the page on GitHub says', async () => {
  const cwd = temporaryFolder();
  await cognitoLint(['init'], { cwd });
  const { jobs } = parse(readFileSync(join(cwd, WORKFLOW), 'utf8')) as { readonly jobs: Readonly<Record<string, Job>> };
  const [page = ''] = /(?<=```yaml\n)[\s\S]*?(?=```)/.exec(readFileSync('docs/github.md', 'utf8')) ?? [];
  // https://github.com/github/codeql-action/blob/main/README.md
  const needed = { actions: 'read', contents: 'read', 'security-events': 'write' };
  for (const { permissions } of [...Object.values(jobs), parse(page) as Job]) expect(permissions).toMatchObject(needed);
});

test('the workflow runs this version, and names the page that has the policy of its role', async () => {
  const cwd = temporaryFolder();
  await cognitoLint(['init'], { cwd });
  const workflow = readFileSync(join(cwd, WORKFLOW), 'utf8');
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const runs = workflow.match(/npx .*/g) ?? [];
  expect(runs.map((run) => run.split(' ').slice(0, 4))).toEqual(
    ['scan', 'audit'].map((command) => ['npx', '--yes', `cognito-lint@${version}`, command]),
  );
  expect(workflow).toContain('/docs/audit.md#the-policy');
  expect(readFileSync('docs/audit.md', 'utf8')).toContain('\n## The policy\n');
});

test('every action of the workflow is pinned to a commit, with its version beside it, which the page on GitHub names', async () => {
  const cwd = temporaryFolder();
  await cognitoLint(['init'], { cwd });
  const uses = readFileSync(join(cwd, WORKFLOW), 'utf8').match(/uses: .*/g) ?? [];
  expect(uses.length).toBeGreaterThan(4);
  for (const one of uses) expect(one).toMatch(/^uses: [\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  const page = readFileSync('docs/github.md', 'utf8').matchAll(/uses: (\S+)@(v\d+)$/gm);
  for (const [, action = '', major = ''] of page)
    expect(uses).toContainEqual(expect.stringMatching(`^uses: ${action}@.* # ${major}\\.`));
});
