import { readFileSync } from 'node:fs';
import type { Log } from 'sarif';
import { isoDay } from '../client/time.ts';
import type { LintInput } from '../lint.ts';
import { Linting } from '../lint.ts';
import { type ActiveRule, countLevels, type PlacedRemark, type Report } from '../report.ts';
import { formats } from '../reports/index.ts';
import type { Run } from '../reports/run.ts';
import { printable } from '../reports/text.ts';
import type { Level } from '../rule.ts';
import type { Sieve } from '../sieve/sieve.ts';
import { decode } from '../sources/decode.ts';
import { CLEAN, FINDINGS, INCOMPLETE } from './exit-codes.ts';
import { type Output, parseOutputs, write, writeFiles } from './output.ts';
import { versionControl } from './repository.ts';
import { loadSettings, type Settings, type SettingsOptions } from './settings.ts';
import { say } from './standard-error.ts';
import { withStrays } from './strays.ts';
import { colorDepth } from './terminal.ts';
import { UserError } from './user-error.ts';

/** The options of every command that lints. */
export interface SharedOptions extends SettingsOptions {
  readonly format?: readonly string[];
  readonly baseline?: string;
  readonly failOn: Level | 'never';
  readonly color?: boolean;
  readonly debug?: boolean;
  readonly quiet?: boolean;
}

/** The moment of the run, which a rule may ask for and which a reproducible run has from outside. */
export interface Clock {
  /** Epoch seconds. */
  readonly now: number;
}

/** What a source may make use of. */
interface Means extends Clock {
  /** See `FileOptions`. */
  readonly startSieve?: () => Promise<Sieve | undefined>;
}

/** Reads, lints, reports: the same for every source, which gives its clients bit by bit. Gives the exit code. */
export async function lintAndReport(
  options: SharedOptions,
  root: string,
  read: (means: Means) => AsyncIterable<LintInput>,
): Promise<number> {
  const outputs = parseOutputs(options.format ?? ['pretty']);
  const start = new Date();
  const fixedTime = sourceDateEpoch();
  const debug = debugLog(options.debug ?? false);
  const settings = await loadSettings(options);
  // Before any client: a mistake in it should cost no calls, and one of the outputs may be written in its place.
  const baseline = options.baseline === undefined ? undefined : await readBaseline(options.baseline);
  const keepsSubjects = outputs.some(({ format }) => format === 'html');
  const linting = new Linting(settings.active, { keepsSubjects });
  let sieve: Promise<Sieve | undefined> | undefined;
  const startSieve = () => (sieve ??= sieveFor(settings.active, debug));
  try {
    // A report that shows every client needs the quiet ones, too.
    for await (const input of read({ ...clock(), ...(!keepsSubjects && { startSieve }) })) linting.add(input);
  } finally {
    // Its threads would keep the process from its end.
    (await sieve)?.end();
  }
  const linted = linting.report();
  const accepted = await underSettings(linted, settings);
  const compared = baseline ? await againstBaseline(accepted, baseline) : accepted;
  tell(compared, options.quiet ?? false);
  const report = await withStrays(compared);
  debug(
    `linted: ${report.clients} clients, ${report.findings.length} findings, ${report.errors.length} errors, ${report.notices.length} notices`,
  );
  const exitCode = exitCodeOf(report, options.failOn);
  const vcs = outputs.some(({ format }) => format === 'sarif') ? versionControl(root) : undefined;
  const common = {
    exitCode,
    quiet: options.quiet ?? false,
    overrides: settings.overrides,
    ...(fixedTime === undefined && { times: { start: start.toISOString(), end: new Date().toISOString() } }),
    ...(vcs && { versionControl: vcs }),
  };
  let allWritten = true;
  for (const output of outputs) {
    const isWritten = await attempt(() => print(report, output, common, options.color));
    allWritten &&= isWritten;
  }
  debug('written');
  return allWritten ? exitCode : INCOMPLETE;
}

/** Threads are loaded where they pay. */
async function sieveFor(active: readonly ActiveRule[], debug: (message: string) => void): Promise<Sieve | undefined> {
  const { startSieve } = await import('../sieve/threads.ts');
  const sieve = startSieve(active, clock().now);
  debug(`threads that read large files beside this one: ${sieve?.helpers ?? 0}`);
  return sieve;
}

/** An output that cannot be written is told, and keeps no other from being written. */
export async function attempt(act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    say(`cognito-lint: ${error.message}`);
    return false;
  }
}

async function print(
  report: Report,
  output: Output,
  common: Omit<Run, 'color' | 'hyperlinks' | 'width'>,
  color: boolean | undefined,
): Promise<void> {
  const format = await formats[output.format]?.();
  if (!format) return;
  const run: Run = { ...common, ...colorDepth(output, color) };
  if (output.format !== 'sarif' || output.file === undefined) return write(output, format(report, run));
  const { BEGINNING, sarifFiles } = await import('../sarif/log.ts');
  const files = writeFiles(output.file, sarifFiles(report, run), BEGINNING);
  if (files.length === 1 || common.quiet) return;
  const message = `more than GitHub takes in one log, so written as ${files[0]} to ${files.at(-1)}`;
  say(line('notice', { path: output.file, message }));
}

/** Takes out what exceptions accept, and adds the plug-ins that could not be loaded. */
async function underSettings(report: Report, { exceptions, errors }: Settings): Promise<Report> {
  const whole = errors.length === 0 ? report : { ...report, errors: [...errors, ...report.errors] };
  if (exceptions.length === 0) return whole;
  const { applyExceptions } = await import('../config/exceptions.ts');
  return applyExceptions(whole, exceptions, isoDay(clock().now));
}

async function readBaseline(file: string): Promise<Log> {
  const { isSarifLog } = await import('../sarif/earlier-log.ts');
  const log = readJson(file);
  if (!isSarifLog(log))
    throw new UserError(`--baseline ${file} is no SARIF 2.1.0 log; write one with --format sarif=<file>`);
  return log;
}

async function againstBaseline(report: Report, log: Log): Promise<Report> {
  const { compareWithBaseline } = await import('../sarif/baseline.ts');
  return compareWithBaseline(report, log);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(decode(readFileSync(file)).text);
  } catch (error) {
    const why = error instanceof SyntaxError ? 'it is not valid JSON' : (error as Error).message;
    throw new UserError(`--baseline ${file} cannot be read: ${why}`);
  }
}

function exitCodeOf(report: Report, failOn: Level | 'never'): number {
  if (report.errors.length > 0) return INCOMPLETE;
  const { error, warning, note } = countLevels(report.findings);
  const counted = { error, warning: error + warning, note: error + warning + note, never: 0 }[failOn];
  return counted > 0 ? FINDINGS : CLEAN;
}

/** Errors and notices go to standard error, one line each, whatever the format. */
export function tell(report: Pick<Report, 'errors' | 'notices'>, quiet: boolean): void {
  for (const remark of report.errors) say(line('error', remark));
  if (quiet) return;
  for (const remark of report.notices) say(line('notice', remark));
}

function line(kind: string, { path, region, message }: PlacedRemark): string {
  const place = [path, region?.startLine, region?.startColumn].filter((part) => part !== undefined).join(':');
  return printable(`${place ? `${place}: ` : ''}${kind}: ${message}`);
}

/** What time it is in this run. */
export function clock(): Clock {
  return { now: sourceDateEpoch() ?? Math.floor(Date.now() / 1000) };
}

/** Seconds; with it, two runs over the same input are the same: https://reproducible-builds.org/specs/source-date-epoch/ */
function sourceDateEpoch(): number | undefined {
  const value = process.env['SOURCE_DATE_EPOCH'];
  if (value === undefined || value === '') return undefined;
  if (!/^\d{1,12}$/.test(value)) throw new UserError('SOURCE_DATE_EPOCH must be a whole number of seconds since 1970');
  return Number(value);
}

/** Lines for `--debug`, with the time since the start. */
export function debugLog(enabled: boolean): (message: string) => void {
  if (!enabled) return () => {};
  return (message) => say(`debug: ${process.uptime().toFixed(3)} s ${printable(message)}`);
}
