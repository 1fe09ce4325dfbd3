import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lint } from '../lint.ts';
import { nearest } from '../nearest.ts';
import { originalOf } from '../remediate/original.ts';
import { type Choice, type Plan, plan } from '../remediate/plan.ts';
import { inWords } from '../remediate/words.ts';
import type { ActiveRule } from '../report.ts';
import type { AnyRule } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { CLEAN, FINDINGS, INCOMPLETE } from './exit-codes.ts';
import { clock, type SharedOptions, tell } from './lint-and-report.ts';
import { write } from './output.ts';
import { repositoryRoot } from './repository.ts';
import { readPaths } from './scan.ts';
import { loadSettings } from './settings.ts';
import { UserError } from './user-error.ts';

export interface RemediateOptions extends Pick<SharedOptions, 'preset' | 'config' | 'quiet'> {
  readonly format?: 'text' | 'json';
  readonly stdinFilename?: string;
  readonly includeRisky?: boolean;
  readonly rule?: readonly string[];
  readonly outputDir?: string;
  readonly force?: boolean;
  readonly allowIncomplete?: boolean;
}

/** `cognito-lint remediate`: prints what would fix each client. It changes no account. Gives the exit code. */
export async function remediate(paths: readonly string[], options: RemediateOptions): Promise<number> {
  const { active, rules, errors } = await loadSettings(options);
  const choice: Choice = { includeRisky: options.includeRisky ?? false, rules: knownRules(options.rule ?? [], rules) };
  tell({ errors, notices: [] }, options.quiet ?? false);
  const input = await readPaths(paths, { root: repositoryRoot(process.cwd()), ...clock(), ...options });
  tell(lint({ ...input, subjects: [] }, active), options.quiet ?? false);
  const plans = input.subjects.map((subject) => planOf(subject, active, choice, options.allowIncomplete ?? false));
  const { files, allWritten } = writeInputs(plans, options);
  if (options.format === 'json') await write({ format: 'json' }, json(plans));
  else for (const one of plans) await write({ format: 'text' }, inWords(one, files.get(one)));
  const isRefused = plans.some(({ refused }) => refused !== undefined);
  if (errors.length > 0 || input.errors.length > 0 || isRefused || !allWritten) return INCOMPLETE;
  return plans.some(({ fixes, manual }) => fixes.length > 0 || manual.length > 0) ? FINDINGS : CLEAN;
}

function knownRules(ids: readonly string[], rules: readonly AnyRule[]): readonly string[] {
  for (const id of ids) {
    if (rules.some((rule) => rule.id === id)) continue;
    const near = nearest(
      id,
      rules.map((rule) => rule.id),
    );
    throw new UserError(`--rule ${id}: there is no such rule${near ? `; did you mean ${near}?` : ''}`);
  }
  return ids;
}

function planOf(subject: Subject, active: readonly ActiveRule[], choice: Choice, allowIncomplete: boolean): Plan {
  return plan(subject, originalOf(subject) ?? {}, active, choice, allowIncomplete);
}

/** Writes the inputs that `--output-dir` asks for. One that is there is kept, unless `--force` is given. */
function writeInputs(
  plans: readonly Plan[],
  { outputDir, force }: RemediateOptions,
): { readonly files: ReadonlyMap<Plan, string>; readonly allWritten: boolean } {
  const files = new Map<Plan, string>();
  let allWritten = true;
  if (outputDir === undefined) return { files, allWritten };
  mkdirSync(outputDir, { recursive: true });
  for (const one of plans) {
    if (!one.input) continue;
    const file = join(outputDir, fileName(one));
    if (existsSync(file) && !force) {
      process.stderr.write(`${file} is there already and is kept; --force writes it anew\n`);
      allWritten = false;
      continue;
    }
    writeFileSync(file, `${JSON.stringify(one.input, null, 2)}\n`);
    files.set(one, file);
  }
  return { files, allWritten };
}

/** Ids come from files, and may hold what a path must not. */
function fileName({ subject }: Plan): string {
  const { userPoolId = 'unknown-pool', clientId = 'unknown-client' } = subject.identity;
  return `${[userPoolId, clientId].map((id) => id.replace(/[^\w-]/g, '_')).join('__')}.json`;
}

function json(plans: readonly Plan[]): string[] {
  const clients = plans.map(({ subject, fixes, manual, input }) => ({
    client: subject.identity,
    fixes,
    manual,
    ...(input && { input }),
  }));
  return [`${JSON.stringify({ version: 1, clients }, null, 2)}\n`];
}
