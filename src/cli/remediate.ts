import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isoDay } from '../client/time.ts';
import type { UpdateInput } from '../client/update-input.ts';
import { applyExceptions } from '../config/exceptions.ts';
import { lint } from '../lint.ts';
import { nearest } from '../nearest.ts';
import { leftOutOfInput } from '../remediate/left-out.ts';
import { Originals } from '../remediate/original.ts';
import { type Choice, type Plan, plan, planWhereItIsMade } from '../remediate/plan.ts';
import { inWords } from '../remediate/words.ts';
import type { ActiveRule, Report } from '../report.ts';
import { groupBy } from '../reports/clients.ts';
import { safeJson } from '../reports/json.ts';
import type { AnyRule } from '../rule.ts';
import { type FormReading, gathered } from '../sources/forms.ts';
import type { Remark, Subject } from '../subject.ts';
import type { LiveOptions } from './audit.ts';
import { CLEAN, FINDINGS, INCOMPLETE } from './exit-codes.ts';
import { makeFolders } from './folders.ts';
import { attempt, clock, type SharedOptions, tell } from './lint-and-report.ts';
import { write } from './output.ts';
import { repositoryRoot } from './repository.ts';
import { readPaths } from './scan.ts';
import { loadSettings, type Settings } from './settings.ts';
import { say } from './standard-error.ts';
import { UserError } from './user-error.ts';

export interface RemediateOptions extends Pick<SharedOptions, 'preset' | 'config'>, LiveOptions {
  /** Read accounts, not files. */
  readonly live?: boolean;
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
  const settings = await loadSettings(options);
  const choice: Choice = {
    includeRisky: options.includeRisky ?? false,
    rules: askedRules(options, settings),
  };
  const input = await read(paths, options);
  tell({ errors: settings.errors, notices: [] }, options.quiet ?? false);
  tell(lint({ ...input, subjects: [] }, settings.active), options.quiet ?? false);
  const originals = new Originals(input.subjects);
  const reportedOf = notAccepted(input.subjects, settings);
  const plans: Plan[] = [];
  for (const subject of input.subjects) {
    const reported = reportedOf(subject);
    plans.push(
      subject.origin.setting
        ? planWhereItIsMade(subject, reported, choice)
        : plan(subject, await originals.of(subject), reported, choice, options.allowIncomplete ?? false),
    );
  }
  const failures = plans.flatMap(({ errors }) => errors);
  const notices = plans.flatMap((one) => one.notices);
  // The JSON has no place for why there is no input.
  const refusals = options.format === 'json' ? plans.flatMap(refusalOf) : [];
  tell(lint({ subjects: [], errors: [...failures, ...refusals], notices }, []), options.quiet ?? false);
  const { files, allWritten } = await writeInputs(plans, options);
  if (options.format === 'json') await write({ format: 'json' }, json(plans));
  else for (const one of plans) await write({ format: 'text' }, inWords(one, files.get(one)));
  const isRefused = plans.some(({ refused }) => refused !== undefined);
  const errors = settings.errors.length + input.errors.length + failures.length;
  if (errors > 0 || isRefused || !allWritten) return INCOMPLETE;
  return plans.some(({ fixes, manual }) => fixes.length > 0 || manual.length > 0) ? FINDINGS : CLEAN;
}

async function read(paths: readonly string[], options: RemediateOptions): Promise<FormReading> {
  if (!options.live) return gathered(readPaths(paths, { root: repositoryRoot(process.cwd()), ...clock(), ...options }));
  const { ratesOf, readLive } = await import('./audit.ts');
  const { subjects, errors, notices, strangers } = await readLive(options, ratesOf(options), clock());
  const resets = strangers.map((member) => ({ message: leftOutOfInput(member) }));
  return { subjects: [...subjects], errors: [...errors], notices: [...notices, ...resets] };
}

function refusalOf({ subject: { origin }, refused }: Plan): Remark[] {
  const { document, pointer } = origin;
  return refused === undefined ? [] : [{ document, pointer, message: `no input is printed: ${refused}` }];
}

/** Of each client the rules, but for those that an exception accepts in it, which is all that they find there. */
function notAccepted(
  subjects: readonly Subject[],
  { active, exceptions }: Settings,
): (subject: Subject) => readonly ActiveRule[] {
  if (exceptions.length === 0) return () => active;
  const report = lint({ subjects, errors: [], notices: [] }, active);
  const { suppressedFindings } = applyExceptions(report, exceptions, isoDay(clock().now));
  const accepted = groupBy(suppressedFindings, ({ finding }) => finding.subject);
  return (subject) => active.filter(({ rule }) => !accepted.get(subject)?.some(({ finding }) => finding.rule === rule));
}

/** The rules of `--rule`, each of which must be there and on, as of another nothing would be found. */
function askedRules({ rule: ids = [], preset }: RemediateOptions, { rules, active }: Settings): readonly string[] {
  for (const id of ids) {
    const asked = rules.find((rule) => rule.id === id);
    if (!asked) throw unknownRule(id, rules);
    if (active.some(({ rule }) => rule === asked)) continue;
    const other = asked.preset === 'pedantic' && preset !== 'pedantic' ? ', or --preset pedantic' : '';
    throw new UserError(`--rule ${id}: this rule is off; a level under "rules" in the config turns it on${other}`);
  }
  return ids;
}

function unknownRule(id: string, rules: readonly AnyRule[]): UserError {
  const near = nearest(
    id,
    rules.map((rule) => rule.id),
  );
  return new UserError(`--rule ${id}: there is no such rule${near ? `; did you mean ${near}?` : ''}`);
}

/** Writes the inputs that `--output-dir` asks for. One that is there is kept, unless `--force` is given. */
async function writeInputs(
  plans: readonly Plan[],
  { outputDir, force = false }: RemediateOptions,
): Promise<{ readonly files: ReadonlyMap<Plan, string>; readonly allWritten: boolean }> {
  const files = new Map<Plan, string>();
  if (outputDir === undefined) return { files, allWritten: true };
  const hasFolder = await attempt(() => makeFolder(outputDir));
  if (!hasFolder) return { files, allWritten: false };
  const owners = new Map<string, Subject>();
  let allWritten = true;
  for (const one of plans) {
    if (!one.input) continue;
    const file = join(outputDir, fileName(one.input));
    const owner = owners.get(file);
    owners.set(file, owner ?? one.subject);
    if (owner) tell(clash(file, owner, one.subject), false);
    const isWritten = !owner && (await writeInput(file, one.input, force));
    if (isWritten) files.set(one, file);
    allWritten &&= isWritten;
  }
  return { files, allWritten };
}

async function makeFolder(folder: string): Promise<void> {
  try {
    makeFolders(folder);
  } catch (error) {
    throw new UserError(`--output-dir ${folder} cannot be made: ${(error as Error).message}; name another folder`);
  }
}

async function writeInput(file: string, input: UpdateInput, force: boolean): Promise<boolean> {
  if (force || !existsSync(file)) return attempt(() => write({ format: 'json', file }, [`${safeJson(input, 2)}\n`]));
  say(`${file} is there already and is kept; --force writes it anew`);
  return false;
}

/** Which of two descriptions of one client is right, nobody here knows. */
function clash(file: string, owner: Subject, { origin: { document, pointer } }: Subject): Report {
  const message =
    `the client with the same ids in ${owner.origin.document.path} has ${file}, so no input is written for this one; ` +
    'leave one of the two out';
  return lint({ subjects: [], errors: [{ document, pointer, message }], notices: [] }, []);
}

/** Ids come from files, and may hold what a path must not. */
function fileName({ UserPoolId: pool, ClientId: client }: UpdateInput): string {
  return `${[pool, client].map((id) => String(id).replace(/[^\w-]/g, '_')).join('__')}.json`;
}

function json(plans: readonly Plan[]): string[] {
  const clients = plans.map(({ subject, fixes, manual, input }) => ({
    client: subject.identity,
    fixes,
    manual,
    ...(input && { input }),
  }));
  return [`${safeJson({ version: 1, clients }, 2)}\n`];
}
