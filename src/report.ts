import type { ClientPath } from './client/app-client.ts';
import type { AnyRule, Level } from './rule.ts';
import type { Document, Region, Subject } from './subject.ts';

/** A rule with what the user's settings make of it. */
export interface ActiveRule {
  readonly rule: AnyRule;
  readonly level: Level;
  readonly options: object;
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
  readonly message: string;
  readonly region?: Region;
}

/** What one run found. Everything is sorted, so that two runs over the same input say the same. */
export interface Report {
  readonly clients: number;
  readonly rules: readonly ActiveRule[];
  readonly findings: readonly Finding[];
  readonly notEvaluated: readonly NotEvaluated[];
  readonly suppressed: number;
  readonly errors: readonly PlacedRemark[];
  readonly notices: readonly PlacedRemark[];
}

/** How many findings there are of each level. */
export function countLevels(findings: readonly Finding[]): Readonly<Record<Level, number>> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { level } of findings) counts[level] += 1;
  return counts;
}
