import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Log } from 'sarif';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string; readonly description: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

interface Step {
  readonly id?: string;
  readonly shell: string;
  readonly env: Readonly<Record<string, string>>;
  readonly run: string;
}

const action = parse(readFileSync('action.yml', 'utf8')) as Action;

/** What GitHub does with a step: fills in the expressions, runs the script, reads the outputs. */
function runStep(step: Step, inputs: Readonly<Record<string, string>>, cwd: string) {
  const folder = mkdtempSync(join(tmpdir(), 'cognito-lint-action-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const defaults = Object.entries(action.inputs).map(([name, { default: value }]) => [name, value]);
  const given: Record<string, string> = { ...Object.fromEntries(defaults), ...inputs };
  const fill = (text: string) =>
    text
      .replace(/\$\{\{ github\.action_path \}\}/g, resolve('.'))
      .replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_expression, name: string) => given[name] ?? '');
  const [output, summary] = [join(folder, 'output'), join(folder, 'summary')];
  for (const file of [output, summary]) writeFileSync(file, '');
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', step.run], {
    cwd,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_WORKSPACE: cwd,
      ...Object.fromEntries(Object.entries(step.env).map(([name, value]) => [name, fill(value)])),
    },
  });
  const outputs = Object.fromEntries(
    readFileSync(output, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('=')),
  ) as Record<string, string>;
  return { status, stdout, stderr, outputs, summary: readFileSync(summary, 'utf8') };
}

function workspace(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'cognito-lint-workspace-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const [step] = action.runs.steps as [Step];
const manPage = readFileSync('test/fixtures/man-page/client.json', 'utf8');

describe('the action', () => {
  test('has an expression for every input, none of it in the script, and no input without a description', () => {
    const expressions = Object.values(step.env).join(' ');
    for (const [name, { description }] of Object.entries(action.inputs)) {
      expect(expressions).toContain(`\${{ inputs.${name} }}`);
      expect(description).not.toBe('');
    }
    expect(step.run).not.toContain('${{');
  });

  test('writes SARIF, annotations and a summary, and fails with findings', () => {
    const cwd = workspace({ 'client.json': manPage });
    const { status, stdout, outputs, summary } = runStep(step, {}, cwd);
    expect(status).toBe(1);
    expect(outputs).toEqual({ sarif: 'cognito-lint-sarif', 'exit-code': '1' });
    const [file] = readdirSync(join(cwd, 'cognito-lint-sarif'));
    const log = JSON.parse(readFileSync(join(cwd, 'cognito-lint-sarif', file ?? ''), 'utf8')) as Log;
    expect(log.runs[0]?.results).toHaveLength(6);
    expect(stdout).toMatch(/^::warning file=client\.json,line=55,/m);
    expect(summary).toContain('auth-flow-user-password');
  });

  test('passes with fail-on never, and still writes all', () => {
    const cwd = workspace({ 'client.json': manPage });
    const { status, outputs } = runStep(step, { 'fail-on': 'never' }, cwd);
    expect([status, outputs['exit-code']]).toEqual([0, '0']);
    expect(existsSync(join(cwd, 'cognito-lint-sarif/cognito-lint.sarif'))).toBe(true);
  });

  test('takes several paths, with blanks in them, and hostile names as they are', () => {
    const cwd = workspace({ 'a client.json': manPage, '$(touch evil).json': manPage });
    const { outputs } = runStep(step, { paths: 'a client.json\n$(touch evil).json\n' }, cwd);
    expect(outputs['exit-code']).toBe('1');
    expect(existsSync(join(cwd, 'evil'))).toBe(false);
  });

  test('takes a path that begins with a hyphen for a path, and none at all for the folder', () => {
    const cwd = workspace({ '--config=evil.json': manPage });
    for (const paths of ['--config=evil.json', '']) {
      const { stdout, outputs } = runStep(step, { paths }, cwd);
      expect(outputs['exit-code']).toBe('1');
      expect(stdout).toContain('::warning file=--config=evil.json,');
    }
  });

  test('writes neither annotations nor a summary where they are not wanted', () => {
    const cwd = workspace({ 'client.json': manPage });
    const { stdout, summary } = runStep(step, { annotations: 'false', summary: 'false' }, cwd);
    expect([stdout.includes('::warning'), summary]).toEqual([false, '']);
  });

  test('names a command that is none', () => {
    const { status, stdout } = runStep(step, { command: 'destroy' }, workspace({}));
    expect([status, stdout]).toEqual([2, '::error title=cognito-lint::command must be scan or audit, not destroy\n']);
  });
});

describe.each(['action.yml', '.github/workflows/ci.yml', '.github/workflows/release.yml', '.pre-commit-hooks.yaml'])(
  '%s',
  (file) => {
    test('is YAML, and every action that it uses is pinned to a commit', () => {
      const text = readFileSync(file, 'utf8');
      expect(() => parse(text)).not.toThrow();
      for (const use of text.match(/uses: .*/g) ?? []) expect(use).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    });
  },
);
