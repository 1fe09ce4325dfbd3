import { AssertionError, deepStrictEqual } from 'node:assert';
import { Secrets } from './client/secrets.ts';
import { lint } from './lint.ts';
import { locateJson } from './locate/json.ts';
import { toPointer } from './pointer.ts';
import type { Rule } from './rule.ts';
import { describedClient } from './sources/described-client.ts';
import type { Document } from './subject.ts';

/** A client on which a rule is tried. */
export interface RuleCase<Options extends object = object> {
  /** The behaviour that the case shows. */
  readonly name: string;
  /** As it stands in the file, so that it may be wrong. */
  readonly client: object;
  /** Default: a description. A request is a create or an update input, by its members. */
  readonly form?: 'description' | 'request';
  readonly options?: Partial<Options>;
  /** What day it is, default 2026-11-23. */
  readonly today?: string;
  /** The client was read from standard input, not from a file. */
  readonly stdin?: boolean;
}

/** A case that is reported: each problem as its pointer in the client and its message, in the order of the file. */
export interface InvalidCase<Options extends object = object> extends RuleCase<Options> {
  readonly problems: readonly [Problem, ...Problem[]];
  /** The member that leaves the rest of the client open. */
  readonly notEvaluated?: string;
}

type Problem = readonly [pointer: string, message: string];

/** A case that cannot be judged, and the member that is not known. */
export interface UnknownCase<Options extends object = object> extends RuleCase<Options> {
  readonly field: string;
}

export interface RuleCases<Options extends object = object> {
  readonly valid: readonly [RuleCase<Options>, ...RuleCase<Options>[]];
  readonly invalid: readonly [InvalidCase<Options>, ...InvalidCase<Options>[]];
  readonly unknown?: readonly UnknownCase<Options>[];
}

/** The `test` function of a test runner: vitest, node:test, jest. */
export type Test = (name: string, body: () => void) => unknown;

/**
 * Tries a rule on clients, through the reader and the linter that users have. Gives each case to `test`, or, without
 * one, runs them all and throws an `AssertionError` at the first that fails. No two cases may be the same.
 */
export function testRule<Options extends object>(
  rule: Rule<Options>,
  cases: RuleCases<Options>,
  test: Test = (_name, body) => body(),
): void {
  const seen = new Set<string>();
  const add = (one: RuleCase<Options>, problems: readonly Problem[], field: string | undefined) => {
    const key = JSON.stringify([one.client, one.form, one.options, one.today, one.stdin]);
    if (seen.has(key)) throw new AssertionError({ message: `${rule.id}: "${one.name}" tries what another case tries` });
    seen.add(key);
    test(`${rule.id}: ${one.name}`, () => {
      const expected = { problems, notEvaluated: field };
      deepStrictEqual(judgeClient(rule, one), expected, `${rule.id}: ${one.name}`);
    });
  };
  for (const one of cases.valid) add(one, [], undefined);
  for (const one of cases.invalid) add(one, one.problems, one.notEvaluated);
  for (const one of cases.unknown ?? []) add(one, [], one.field);
}

/** What a rule says of one client. */
export interface Judgement {
  readonly problems: readonly Problem[];
  /** The member that it could not know. */
  readonly notEvaluated: string | undefined;
}

/** What the linter says of one case. Throws where the rule throws. */
export function judgeClient<Options extends object>(rule: Rule<Options>, one: RuleCase<Options>): Judgement {
  const text = JSON.stringify(one.client, null, 2);
  const document: Document = {
    uri: 'client.json',
    path: 'client.json',
    text,
    encoding: 'utf-8',
    secrets: new Secrets(),
    locate: (pointers) => locateJson(text, pointers),
  };
  const { subject } = describedClient(
    { pointer: '', value: JSON.parse(text), form: one.form ?? 'description' },
    {
      document,
      onDisk: !one.stdin,
      now: Date.parse(one.today ?? '2026-11-23') / 1000,
    },
  );
  const options = { ...rule.options, ...one.options };
  const report = lint({ subjects: [subject], errors: [], notices: [] }, [{ rule, level: rule.level, options }]);
  if (report.errors[0]) throw new AssertionError({ message: report.errors[0].message });
  return {
    problems: report.findings.map(({ path, message }): Problem => [toPointer(path), message]),
    notEvaluated: report.notEvaluated[0]?.field,
  };
}
