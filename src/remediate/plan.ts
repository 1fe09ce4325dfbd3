import { isDeepStrictEqual } from 'node:util';
import type { AppClient } from '../client/app-client.ts';
import { Effective } from '../client/effective.ts';
import { missingMembers, type UpdateInput, type UpdateMember, updateInput } from '../client/update-input.ts';
import { lint } from '../lint.ts';
import { toPointer } from '../pointer.ts';
import type { ActiveRule, Finding } from '../report.ts';
import type { Change } from '../rule.ts';
import type { Subject } from '../subject.ts';

/** One member that is set to another value, and the rule that asks for it. */
export interface Fix {
  readonly rule: string;
  readonly path: string;
  /** `null`: not set. */
  readonly from: unknown;
  readonly to: unknown;
  /** What may break. */
  readonly risk: string;
}

/** A rule that a person must see to. */
export interface Manual {
  readonly rule: string;
  readonly reason: string;
}

/** What is to be done about one client. */
export interface Plan {
  readonly subject: Subject;
  readonly fixes: readonly Fix[];
  readonly manual: readonly Manual[];
  /** The whole update input with the fixes in it. */
  readonly input: UpdateInput;
  /** What the description lacks although the service returns it: the input would reset what the file does not show. */
  readonly missing: readonly string[];
}

/** Which fixes are made. */
export interface Choice {
  /** Also those that change how an app signs in. */
  readonly includeRisky: boolean;
  /** These alone, risky or not; empty for all. */
  readonly rules: readonly string[];
}

/** Makes a subject of a client as it stands in a file. */
export type Describe = (client: Readonly<Record<string, unknown>>) => Subject;

/**
 * Fixes one client rule by rule. After each fix the client is judged anew: the finding must be gone and none may have
 * come, else the fix is not made and a person must decide.
 */
export function plan(
  original: Readonly<Record<string, unknown>>,
  describe: Describe,
  rules: readonly ActiveRule[],
  choice: Choice,
): Plan {
  const judge = (client: Readonly<Record<string, unknown>>) =>
    lint({ subjects: [describe(client)], errors: [], notices: [] }, rules).findings;
  const subject = describe(original);
  const found = judge(original);
  const fixes: Fix[] = [];
  const manual: Manual[] = [];
  let current = original;
  for (const active of rules.filter(({ rule }) => found.some((finding) => finding.rule.id === rule.id))) {
    const { id } = active.rule;
    const before = judge(current);
    if (!before.some((finding) => finding.rule.id === id)) {
      // A fix of another rule has ended it: it is named there, and here.
      fixes.push(
        ...changesBetween(original, current, memberOf(found, id)).map((change) => ({
          ...change,
          rule: id,
          risk: 'none of its own',
        })),
      );
      continue;
    }
    const change = changeOf(active, describe(current), choice);
    if (typeof change === 'string') {
      manual.push({ rule: id, reason: change });
      continue;
    }
    const next = applied(current, change);
    const after = judge(next);
    if (after.some((finding) => finding.rule.id === id) || hasNew(before, after)) {
      manual.push({ rule: id, reason: 'its usual fix would not end it here, or would raise another' });
      continue;
    }
    fixes.push(...changesBetween(current, next).map((one) => ({ ...one, rule: id, risk: change.risk })));
    current = next;
  }
  const client = current as AppClient;
  return { subject, fixes, manual, input: updateInput(client), missing: missingMembers(original as AppClient) };
}

function changeOf({ rule, options }: ActiveRule, subject: Subject, { includeRisky, rules }: Choice): Change | string {
  if (rules.length > 0 && !rules.includes(rule.id)) return 'it was not asked for';
  const remedy = rule.remedy ?? 'a person must decide';
  if (typeof remedy === 'string') return remedy;
  const change = remedy({ client: subject.client, effective: new Effective(subject.client, subject.facts) }, options);
  if (typeof change === 'string' || !change.risky || includeRisky || rules.includes(rule.id)) return change;
  return `it changes how an app signs in (${change.risk}); --include-risky or --rule ${rule.id} makes it`;
}

function applied(client: Readonly<Record<string, unknown>>, { settings }: Change): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries({ ...client, ...settings }).filter(([, value]) => value !== undefined));
}

/** Some rule has more findings than before. A list entry that got another name is no new finding. */
function hasNew(before: readonly Finding[], after: readonly Finding[]): boolean {
  const count = (findings: readonly Finding[], id: string) => findings.filter(({ rule }) => rule.id === id).length;
  return after.some(({ rule }) => count(after, rule.id) > count(before, rule.id));
}

function memberOf(findings: readonly Finding[], ruleId: string): readonly string[] {
  return findings.filter(({ rule }) => rule.id === ruleId).map(({ path }) => String(path[0]));
}

/** The members whose values differ, or of them those that are named. */
function changesBetween(
  from: Readonly<Record<string, unknown>>,
  to: Readonly<Record<string, unknown>>,
  members?: readonly string[],
): Omit<Fix, 'rule' | 'risk'>[] {
  const [before, after] = [updateInput(from as AppClient), updateInput(to as AppClient)];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])] as UpdateMember[];
  return names
    .filter((name) => !isDeepStrictEqual(before[name], after[name]) && (members?.includes(name) ?? true))
    .map((name) => ({ path: toPointer([name]), from: before[name] ?? null, to: after[name] ?? null }));
}
