import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Ajv, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import draft04 from 'ajv-draft-04';
import formats from 'ajv-formats';
import { Validator } from 'jsonschema';
import type { Log } from 'sarif';

const MULTITOOL = '@microsoft/sarif-multitool@5.7.0';

/** The schema that the Multitool's package has, and, where SARIF_SCHEMA names its file, the one of errata 01. */
export interface Schemas {
  readonly multitool: object;
  readonly errata: object | undefined;
}

export function loadSchemas(): Schemas {
  const tool = npx(['-p', MULTITOOL, '-c', 'readlink -f "$(command -v sarif-multitool)"'], tmpdir()).trim();
  const file = join(dirname(tool), '../sarif-multitool-linux/sarif-2.1.0.json');
  const errata = process.env['SARIF_SCHEMA'];
  return { multitool: readJson(file), errata: errata ? readJson(errata) : undefined };
}

/** JSON Schema, formats on. Gives what each schema refuses. */
export function ajvValidator({ multitool, errata }: Schemas): (log: unknown) => string[] {
  const validators: ValidateFunction[] = [
    formats.default(new Ajv2020({ allErrors: true }) as unknown as Ajv).compile(multitool),
  ];
  if (errata)
    validators.push(formats.default(new draft04.default({ allErrors: true }) as unknown as Ajv).compile(errata));
  return (log) =>
    validators.flatMap((validate) =>
      validate(log) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`),
    );
}

/** The checks of GitHub's upload client before it uploads: schema, results, categories. */
export function githubClient({ multitool, errata }: Schemas): (log: Log) => string[] {
  const validator = new Validator();
  return (log) => {
    const schema = validator
      .validate(log, errata ?? multitool)
      .errors.filter(({ name, argument }) => !(name === 'format' && /^uri(-reference)?$/.test(String(argument))))
      .map((error) => error.stack);
    const runs = Array.isArray(log.runs) ? log.runs : [];
    const results = runs.filter((run) => !Array.isArray(run.results)).map(() => 'a run without results');
    const keys = runs.map(({ tool, automationDetails }) => {
      const { name, fullName, version, semanticVersion, guid } = tool?.driver ?? {};
      return JSON.stringify([name, fullName, version, semanticVersion, guid, automationDetails?.id]);
    });
    const categories = new Set(keys).size < keys.length ? ['several runs with the same category'] : [];
    return [...schema, ...results, ...categories];
  };
}

/**
 * The SARIF Multitool, with the rules of GitHub's ingestion, at error, warning and note. Its exit code says nothing, so
 * its report is read. Our ids are kebab-case by choice (SARIF2009); without a repository there is no provenance (SARIF2003).
 */
export function multitool(log: unknown): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'cognito-lint-multitool-'));
  try {
    writeFileSync(join(folder, 'out.sarif'), JSON.stringify(log));
    writeFileSync(join(folder, 'multitool.xml'), readFileSync(new URL('./multitool.xml', import.meta.url)));
    const options = ['--rule-kind', 'Sarif', 'Ghas', '-c', 'multitool.xml', '--level', 'Error', 'Warning', 'Note'];
    try {
      npx([MULTITOOL, 'validate', 'out.sarif', ...options, '-o', 'report.sarif', '--log', 'ForceOverwrite'], folder);
    } catch (error) {
      return [`the Multitool failed: ${(error as Error).message.split('\n')[0]}`];
    }
    return complaints(readJson(join(folder, 'report.sarif')) as Log, log as Log);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function complaints(report: Log, log: Log): string[] {
  const [run] = report.runs;
  const version = run?.tool.driver.version;
  if (version !== '5.7.0.0') return [`this is the Multitool ${version}, not 5.7.0.0`];
  const withoutVersionControl = !log.runs?.some(({ versionControlProvenance }) => versionControlProvenance);
  const failures = (run?.invocations ?? [])
    .flatMap(({ toolExecutionNotifications = [], toolConfigurationNotifications = [] }) => [
      ...toolExecutionNotifications,
      ...toolConfigurationNotifications,
    ])
    .map(({ descriptor }) => descriptor?.id ?? '')
    .filter((id) => id.startsWith('ERR'));
  const results = (run?.results ?? [])
    .map(({ ruleId = '', message }) => `${ruleId} ${message.text ?? message.arguments?.join(' | ') ?? ''}`)
    .filter((text) => !text.startsWith('SARIF2009') && !(withoutVersionControl && text.startsWith('SARIF2003')));
  return [...failures, ...results];
}

/** `match-results-forward`: how a third party matches two logs by their fingerprints. */
export function matchForward(previous: unknown, current: unknown): Log {
  const folder = mkdtempSync(join(tmpdir(), 'cognito-lint-match-'));
  try {
    writeFileSync(join(folder, 'prev.sarif'), JSON.stringify(previous));
    writeFileSync(join(folder, 'cur.sarif'), JSON.stringify(current));
    const files = ['cur.sarif', '--previous', 'prev.sarif', '--output-file-path', 'out.sarif'];
    npx([MULTITOOL, 'match-results-forward', ...files, '--log', 'ForceOverwrite'], folder);
    return readJson(join(folder, 'out.sarif')) as Log;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function npx(args: readonly string[], folder: string): string {
  const environment = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
  return execFileSync('npx', ['--yes', ...args], {
    cwd: folder,
    env: environment,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function readJson(file: string): object {
  return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, '')) as object;
}
