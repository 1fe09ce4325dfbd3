import { gzipSync } from 'node:zlib';
import type { Log, PhysicalLocation, Region, Result, Run } from 'sarif';

/** What the assertions hold a log against. */
export interface Context {
  /** The text that was scanned, by uri. */
  readonly textOf: (uri: string) => string | undefined;
  /** Secrets that stood in the input. */
  readonly secrets: readonly string[];
}

type Say = (message: string) => void;

/** What GitHub and the specification ask of a log and no validator sees. Gives every violation. */
export function violations(log: Log, context: Context): string[] {
  const found: string[] = [];
  const bytes = JSON.stringify(log);
  if (log.runs.length > 20) found.push('more than 20 runs');
  if (gzipSync(bytes).length > 10 * 1024 * 1024) found.push('larger than 10 MB compressed');
  for (const secret of context.secrets) if (bytes.includes(secret)) found.push('a secret');
  for (const guid of bytes.matchAll(/"(?:guid|correlationGuid)":"([^"]*)"/g)) {
    if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(guid[1] ?? ''))
      found.push(`guid ${guid[1]}`);
  }
  const categories = log.runs.map((run) => `${run.tool?.driver?.name} ${run.automationDetails?.id}`);
  if (new Set(categories).size < categories.length) found.push('two runs of one category');
  for (const run of log.runs) checkRun(run, context, (message) => found.push(message));
  return found;
}

function checkRun(run: Run, context: Context, say: Say): void {
  if (!run.automationDetails?.id?.endsWith('/')) say('the automation id does not end with a slash');
  for (const rule of run.tool.driver.rules ?? []) checkRule(rule, say);
  const results = run.results ?? [];
  if (results.length > 5000) say('more than 5,000 results');
  for (const member of ['suppressions', 'baselineState'] as const) {
    const having = results.filter((result) => result[member] !== undefined).length;
    if (having > 0 && having < results.length) say(`${member} on some results`);
  }
  const fingerprints = results.map((result) => {
    const uri = result.locations?.[0]?.physicalLocation?.artifactLocation?.uri;
    return `${result.ruleId} ${uri} ${result.partialFingerprints?.['primaryLocationLineHash']}`;
  });
  if (new Set(fingerprints).size < fingerprints.length) say('two results of one fingerprint');
  for (const result of results) checkResult(result, run, context, say);
}

const BANDS: Readonly<Record<string, readonly [problem: string, low: number, high: number]>> = {
  error: ['error', 7, 10],
  warning: ['warning', 4, 7],
  note: ['recommendation', 0, 4],
};

type Rule = NonNullable<Run['tool']['driver']['rules']>[number];

function checkRule(rule: Rule, say: Say): void {
  const properties = rule.properties ?? {};
  const severity: unknown = properties['security-severity'];
  const [problem, low, high] = BANDS[rule.defaultConfiguration?.level ?? ''] ?? ['', 0, 0];
  if (typeof severity !== 'string' || !/^(10\.0|\d\.\d)$/.test(severity) || severity === '9.0') {
    say(`${rule.id}: security-severity ${severity}`);
  } else if (Number(severity) <= low || Number(severity) > high) {
    say(`${rule.id}: security-severity ${severity} of a level ${rule.defaultConfiguration?.level}`);
  }
  if (properties['problem.severity'] !== problem) say(`${rule.id}: problem.severity ${properties['problem.severity']}`);
  const tags = properties.tags ?? [];
  if (tags.length > 10 || !tags.includes('security')) say(`${rule.id}: tags`);
  if ((rule.name ?? '').length > 255) say(`${rule.id}: name too long`);
  for (const text of [rule.shortDescription?.text, rule.fullDescription?.text]) {
    if (!text || text.length > 1024) say(`${rule.id}: a description is missing or too long`);
  }
  if (!/^([a-z0-9]+(-[a-z0-9]+)*\/)?[a-z0-9]+(-[a-z0-9]+)*$/.test(rule.id)) say(`${rule.id}: not kebab-case`);
}

function checkResult(result: Result, run: Run, context: Context, say: Say): void {
  const rule = run.tool.driver.rules?.[result.ruleIndex ?? -1];
  if (rule?.id !== result.ruleId) say(`${result.ruleId}: ruleIndex ${result.ruleIndex}`);
  checkMessage(result, say);
  const [location, ...more] = result.locations ?? [];
  const physical = location?.physicalLocation;
  const uri = physical?.artifactLocation?.uri;
  if (more.length > 0 || !physical?.region || uri === undefined) {
    say(`${result.ruleId}: not exactly one physical location`);
  } else {
    checkUri(uri, say);
    checkRegion(physical, context.textOf(uri), (message) => say(`${uri}: ${message}`));
  }
}

function checkRegion({ region = {}, contextRegion }: PhysicalLocation, text: string | undefined, say: Say): void {
  const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = region;
  if (startLine < 1 || startColumn < 1 || endLine !== startLine || endColumn <= startColumn) {
    say('the region is not one part of a line');
  } else if (text !== undefined) {
    const line = text.split('\n')[startLine - 1] ?? '';
    if (endColumn - 1 > line.length) say('the region is outside of the text');
    checkSnippet('region', region, line, say);
    if (contextRegion?.endLine === startLine) checkSnippet('contextRegion', contextRegion, line, say);
  }
}

function checkSnippet(name: string, { startColumn = 1, endColumn = 1, snippet }: Region, line: string, say: Say): void {
  if (snippet === undefined) return;
  if (snippet.text !== line.slice(startColumn - 1, endColumn - 1)) say(`the snippet of the ${name} is not the text`);
  if (/secret"|:\/\/[^"\s]*[?#@]/i.test(snippet.text ?? '')) say(`a snippet where a secret may stand, in the ${name}`);
}

function checkMessage(result: Result, say: Say): void {
  const text = result.message.text ?? '';
  const ids = (result.relatedLocations ?? []).map(({ id }) => id);
  for (const [, id] of text.matchAll(/\]\((\d+)\)/g)) {
    if (ids.filter((one) => one === Number(id)).length !== 1) say(`${result.ruleId}: a link to no related location`);
  }
  const rest = text
    .replace(/\[(?:[^\\[\]]|\\.)*\]\(\d+\)/g, '')
    .replace(/\\[\\[\]]/g, '')
    .replace(/\{\{|\}\}/g, '');
  if (/[[\]{}]/.test(rest)) say(`${result.ruleId}: a bracket or brace that is not escaped`);
}

function checkUri(uri: string, say: Say): void {
  const isRelative = !/^[^/?#]*:/.test(uri) && !/^(\/|\.\/|\.\.)|\/\.\.?(\/|$)|\\|\s/.test(uri);
  let isEncoded = true;
  try {
    isEncoded =
      uri ===
      uri
        .split('/')
        .map((part) => encodeURIComponent(decodeURIComponent(part)))
        .join('/');
  } catch {
    isEncoded = false;
  }
  if (!isRelative || !isEncoded) say(`uri ${uri}`);
}
