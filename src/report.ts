import type { Result } from 'sarif';
import type { ClientPath } from './client/app-client.ts';
import type { AnyRule, Level } from './rule.ts';
import type { Document, Region, Subject } from './subject.ts';

/** A rule with what the user's settings make of it. */
export interface ActiveRule {
  readonly rule: AnyRule;
  readonly level: Level;
  readonly options: object;
}

/** What a user's settings change of a rule. */
export interface RuleOverride {
  readonly rule: AnyRule;
  readonly enabled: boolean;
  readonly level?: Level;
  readonly options?: object;
}

/** What a user accepts, why, and until when. */
export interface Exception {
  /** The id of a rule. */
  readonly rule: string;
  /** A glob over a client's name, id or resource. */
  readonly client?: string;
  /** A glob over the path of the file. */
  readonly path?: string;
  readonly reason: string;
  /** The last day of it, as `2027-06-30`. */
  readonly until?: string;
  /** Where it stands. */
  readonly document: Document;
  readonly region: Region;
}

/** A finding that an exception took out of the report. */
export interface SuppressedFinding {
  readonly finding: Finding;
  readonly exception: Exception;
}

/** Where something stands, for people and machines. */
export interface Location {
  readonly document: Document;
  /** In the document, RFC 6901; for lines of JSON as if the lines were a list. */
  readonly pointer: string;
  readonly region: Region;
}

/** A problem that the linter has placed. */
export interface Finding {
  readonly rule: AnyRule;
  readonly level: Level;
  readonly message: string;
  readonly subject: Subject;
  readonly path: ClientPath;
  readonly location: Location;
  /** Other settings that have a part in it. */
  readonly related: readonly { readonly path: ClientPath; readonly location: Location }[];
  /** SHA-256, in hex. */
  readonly fingerprint: string;
}

/** A rule that could not judge a client, and what it would have had to know. */
export interface NotEvaluated {
  readonly rule: AnyRule;
  readonly subject: Subject;
  readonly field: string;
  readonly reason: string;
}

/** An error or a notice, placed as far as that is possible. */
export interface PlacedRemark {
  readonly document?: Document;
  /** As a person names it; where there is no document, what could not be read. */
  readonly path?: string;
  /** The same for machines, as `Document.uri` has it. */
  readonly uri?: string;
  readonly message: string;
  readonly region?: Region;
}

/** A part of the world that a live run set out to read: one account and region, or certain pools of it. */
export interface Scope {
  readonly account?: string;
  readonly region: string;
  /** Only these pools were asked for. */
  readonly userPoolIds?: readonly string[];
  /** Only this client was asked for. */
  readonly clientId?: string;
  /** `partial`: pools and clients were listed, but some client was not read. `failed`: not even that. */
  readonly outcome: 'read' | 'partial' | 'failed';
}

/** What one run found. Everything is sorted, so that two runs over the same input say the same. */
export interface Report {
  readonly clients: number;
  /** Every client, where a format shows them all; else none, so that a run over millions of them can let them go. */
  readonly subjects: readonly Subject[];
  readonly rules: readonly ActiveRule[];
  readonly findings: readonly Finding[];
  readonly notEvaluated: readonly NotEvaluated[];
  /** How many findings exceptions took out. */
  readonly suppressed: number;
  readonly suppressedFindings: readonly SuppressedFinding[];
  readonly errors: readonly PlacedRemark[];
  readonly notices: readonly PlacedRemark[];
  /** Of a live run: what it set out to read. */
  readonly scopes?: readonly Scope[];
  /** Of a live run: the uris of clients that are there and were not read. */
  readonly unread?: readonly string[];
  /** With a baseline: `findings` are the new ones alone, and this is all. */
  readonly baseline?: Baseline;
}

/** A report held against an earlier log. */
interface Baseline {
  /** Every finding, new or known, in order. */
  readonly findings: readonly Finding[];
  /** `updated`: its message or level is another. */
  readonly states: ReadonlyMap<Finding, 'new' | 'unchanged' | 'updated'>;
  /** Results of the earlier log that were not found this time. */
  readonly missing: readonly MissingResult[];
}

/** A result of an earlier log, with the category that it was in. */
export interface MissingResult {
  readonly automationId: string;
  readonly result: Result;
  /** `unchanged`: it stands in what was not read this time, so nobody knows that it is gone. */
  readonly state: 'absent' | 'unchanged';
}

/** How many findings there are of each level. */
export function countLevels(findings: readonly Finding[]): Readonly<Record<Level, number>> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { level } of findings) counts[level] += 1;
  return counts;
}
