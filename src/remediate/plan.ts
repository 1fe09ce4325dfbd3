import { changeOf, hangsOn } from '../change.ts';
import type { AppClient } from '../client/app-client.ts';
import { forgetRedacted } from '../client/secret.ts';
import { nameOf, shape } from '../client/shape.ts';
import { UnknownValue } from '../client/unknown.ts';
import { missingMembers, type UpdateInput, type UpdateMember, updateInput } from '../client/update-input.ts';
import { judgeAlone } from '../lint.ts';
import { toPointer } from '../pointer.ts';
import type { ActiveRule } from '../report.ts';
import type { Change } from '../rule.ts';
import { isSame } from '../same.ts';
import type { Remark, Subject } from '../subject.ts';
import { leftOut } from './left-out.ts';

/** One member that is set to another value, and the rule that asks for it. */
interface Fix {
  readonly rule: string;
  readonly path: string;
  /** `null`: not set. */
  readonly from: unknown;
  readonly to: unknown;
  /** What may break. */
  readonly risk: string;
}

/** A rule that a person must see to. */
interface Manual {
  readonly rule: string;
  readonly reason: string;
}

/** What is to be done about one client. */
export interface Plan {
  readonly subject: Subject;
  readonly fixes: readonly Fix[];
  readonly manual: readonly Manual[];
  /** The whole update input with the fixes in it, where one can be given. */
  readonly input?: UpdateInput;
  /** Why there is no input, although the client was described. */
  readonly refused?: string;
  /** Rules that failed on it. */
  readonly errors: readonly Remark[];
  /** What is not in the input. */
  readonly notices: readonly Remark[];
}

/** Which fixes are made. */
export interface Choice {
  /** Also those that change how an app signs in. */
  readonly includeRisky: boolean;
  /** These alone, risky or not; empty for all. */
  readonly rules: readonly string[];
}

type Raw = Readonly<Record<string, unknown>>;

/** A client between two changes, and what the rules say of it. */
interface Step {
  readonly raw: Raw;
  readonly subject: Subject;
  /** Members with a client secret in them. */
  readonly redacted: readonly string[];
  /** The rule of each finding. */
  readonly findings: readonly string[];
  /** What is not judged: values of another shape than the API's, rules that would have to know more, or that fail. */
  readonly unjudged: readonly string[];
  readonly errors: readonly Remark[];
}

/**
 * Fixes one client rule by rule. After each fix the client is judged anew: the finding must be gone and none may have
 * come, nor anything that cannot be judged, else the fix is not made and a person must decide. `original` is the client
 * as it was read, without its secret.
 */
export function plan(
  subject: Subject,
  original: Raw,
  rules: readonly ActiveRule[],
  choice: Choice,
  allowIncomplete: boolean,
): Plan {
  const fixes: Fix[] = [];
  const reasons = new Map<string, string>();
  const found = judge(subject, original, rules);
  let step = found;
  for (const active of rules) {
    const { id } = active.rule;
    if (!step.findings.includes(id)) continue;
    const change = chosenChange(active, step.raw, step.subject, choice);
    if (typeof change === 'string') {
      reasons.set(id, change);
      continue;
    }
    const next = judge(subject, applied(step.raw, change), rules);
    if (next.findings.includes(id) || isWorse(next, step)) {
      reasons.set(id, 'its usual change would not end it here, would raise another finding, or could not be judged');
      continue;
    }
    fixes.push(...fixesBetween(step, next, id, change.risk));
    step = next;
  }
  const { raw, findings } = step;
  const refused = whyRefused(found, allowIncomplete);
  return {
    subject,
    // Of a rule that is still reported, a part at most has been ended.
    fixes: fixes.filter(({ rule }) => !findings.includes(rule)),
    manual: [...reasons].filter(([id]) => findings.includes(id)).map(([rule, reason]) => ({ rule, reason })),
    ...(refused ? { refused } : { input: updateInput(raw as AppClient) }),
    errors: found.errors,
    notices: refused ? [] : leftOut(subject, original),
  };
}

function judge({ facts, identity, origin }: Subject, raw: Raw, rules: readonly ActiveRule[]): Step {
  const copy = structuredClone(raw) as Record<string, unknown>;
  const redacted = forgetRedacted(copy);
  const { client, deviations } = shape(copy);
  const subject: Subject = { client: client as AppClient, facts, identity, origin };
  const { problems, notEvaluated, failures } = judgeAlone(subject, rules);
  const unjudged = [
    ...deviations.map(({ pointer }) => pointer),
    ...notEvaluated.map(({ rule }) => rule.id),
    ...failures.map(({ message }) => message),
  ];
  return { raw, subject, redacted, findings: problems.map(({ active }) => active.rule.id), unjudged, errors: failures };
}

/** What one rule's change sets, for that rule and for each other of which it ends a finding, too. */
function fixesBetween(before: Step, after: Step, id: string, risk: string): Fix[] {
  const others = [...new Set(before.findings)].filter(
    (other) => other !== id && countOf(after.findings, other) < countOf(before.findings, other),
  );
  const changes = changesBetween(before.raw, after.raw);
  return [id, ...others].flatMap((rule) => changes.map((change) => ({ rule, ...change, risk })));
}

/**
 * A client that is made from a template, a plan or the like is fixed there: a change by the API would be undone by the
 * next deployment. So each rule is left to a person, with the setting in the words of that form.
 */
export function planWhereItIsMade(subject: Subject, rules: readonly ActiveRule[], choice: Choice): Plan {
  const { problems, failures } = judgeAlone(subject, rules);
  const found = new Set(problems.map(({ active }) => active));
  const manual = rules
    .filter((active) => found.has(active))
    .map((active) => ({ rule: active.rule.id, reason: changeThere(active, subject, choice) }));
  return { subject, fixes: [], manual, errors: failures, notices: [] };
}

/** What to change, in words, or why a person must decide. A list that is to be set may hold what is not known, too. */
function changeThere(active: ActiveRule, subject: Subject, choice: Choice): string {
  const change = chosenChange(active, {}, subject, choice);
  if (typeof change === 'string') return change;
  try {
    return inFormOf(subject, change);
  } catch (error) {
    if (error instanceof UnknownValue) return hangsOn(error);
    throw error;
  }
}

function inFormOf({ origin }: Subject, { settings, risk }: Change): string {
  const words = Object.entries(settings).map(([member, value]) => origin.setting?.(member as keyof AppClient, value));
  return `${words.join(', ')}; what may break: ${risk}`;
}

/** An update resets what it does not name: so what the service always returns must be there, and in any case the ids. */
function whyRefused({ raw, redacted: [redacted] }: Step, allowIncomplete: boolean): string | undefined {
  const client = raw as AppClient;
  const ids = (['UserPoolId', 'ClientId'] as const).filter((id) => typeof client[id] !== 'string' || client[id] === '');
  if (ids.length > 0) return `the client has no ${ids.join(' and no ')}, without which it cannot be updated`;
  if (redacted !== undefined)
    return `${nameOf(redacted)} has a client secret in it, which is not printed: change it first`;
  if (allowIncomplete) return undefined;
  const missing = missingMembers(client);
  if (missing.length === 0) return undefined;
  return (
    `the description has no ${missing.join(' and no ')}, which the service always returns: an old AWS CLI wrote it, and may ` +
    'have left out more, which an update would reset; describe the client with a current one, or give --allow-incomplete'
  );
}

/** The change that is to be made, or why none is. */
function chosenChange(
  { rule, options }: ActiveRule,
  current: Raw,
  subject: Subject,
  { includeRisky, rules }: Choice,
): Change | string {
  if (rules.length > 0 && !rules.includes(rule.id)) return 'it was not asked for';
  const change = changeOf(rule, subject.client, subject.facts, options);
  if (typeof change === 'string') return change;
  const opaque = Object.keys(change.settings).find((member) => holdsUnknown(current[member], subject.client, member));
  if (opaque) return `${opaque} has a value that this version does not know, and the change would drop it`;
  if (!change.risky || includeRisky || rules.includes(rule.id)) return change;
  return `it changes how an app signs in (${change.risk}); --include-risky or --rule ${rule.id} makes it`;
}

/** A list has an entry that rules do not see. */
function holdsUnknown(value: unknown, client: AppClient, member: string): boolean {
  if (!Array.isArray(value)) return false;
  try {
    const seen = client[member as keyof AppClient] as readonly unknown[];
    return value.some((entry) => !seen.includes(entry));
  } catch (error) {
    if (error instanceof UnknownValue) return true;
    throw error;
  }
}

function applied(client: Raw, { settings }: Change): Raw {
  return Object.fromEntries(Object.entries({ ...client, ...settings }).filter(([, value]) => value !== undefined));
}

/**
 * Some rule has more findings than before, or something is not judged that was. A list entry that got another name is no
 * new finding.
 */
function isWorse(after: Step, before: Step): boolean {
  const hasMore = (id: string) => countOf(after.findings, id) > countOf(before.findings, id);
  return after.findings.some(hasMore) || after.unjudged.some((one) => !before.unjudged.includes(one));
}

function countOf(findings: readonly string[], ruleId: string): number {
  return findings.filter((id) => id === ruleId).length;
}

/** The members that come to another value. */
function changesBetween(from: Raw, to: Raw): Omit<Fix, 'rule' | 'risk'>[] {
  const [before, after] = [updateInput(from as AppClient), updateInput(to as AppClient)];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])] as UpdateMember[];
  return names
    .filter((name) => !isSame(before[name], after[name]))
    .map((name) => ({ path: toPointer([name]), from: before[name] ?? null, to: after[name] ?? null }));
}
