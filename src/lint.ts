import { Alike } from './alike.ts';
import { fingerprint } from './fingerprint.ts';
import { Repeats } from './repeats.ts';
import type { ActiveRule, Finding, NotEvaluated, PlacedRemark, Report, Scope } from './report.ts';
import { LEVELS } from './rule.ts';
import type { Document, Region, Remark, Subject } from './subject.ts';
import type { SubjectProblem, Verdict } from './verdict.ts';

/** What sources give: clients, and what they have to say of the input. */
export interface LintInput {
  readonly subjects: Iterable<Subject>;
  readonly errors: readonly Remark[];
  readonly notices: readonly Remark[];
  /** Of a live run. */
  readonly scopes?: readonly Scope[];
}

export interface LintOptions {
  /** The report has every client, also those without a finding. */
  readonly keepsSubjects?: boolean;
}

/** A problem with its place in a document, but not yet its line. */
interface Pointed extends SubjectProblem {
  readonly active: ActiveRule;
  readonly subject: Subject;
}

interface Judged {
  readonly problems: Pointed[];
  readonly notEvaluated: NotEvaluated[];
  readonly errors: Remark[];
}

/** Judges every client by every rule, and places what it finds. Pure: what it needs of the files is in the subjects. */
export function lint(input: LintInput, rules: readonly ActiveRule[], options: LintOptions = {}): Report {
  const judged: Judged = { problems: [], notEvaluated: [], errors: [...input.errors] };
  const subjects: Subject[] = [];
  let clients = 0;
  const repeats = new Repeats(rules);
  const alike = new Alike();
  for (const subject of input.subjects) {
    clients += 1;
    if (options.keepsSubjects) subjects.push(subject);
    judge(subject, repeats.worthwhile(subject), alike.judgeOf(subject), judged);
  }
  const related = judged.problems.flatMap(relatedPlaces);
  const regionOf = placeAll([...judged.problems, ...related, ...judged.errors, ...input.notices]);
  return {
    clients,
    subjects,
    rules,
    findings: judged.problems.map((problem) => toFinding(problem, regionOf)).sort(inOrder),
    notEvaluated: judged.notEvaluated,
    suppressed: 0,
    suppressedFindings: [],
    errors: judged.errors.map((remark) => toPlaced(remark, regionOf)),
    notices: input.notices.map((remark) => toPlaced(remark, regionOf)),
    ...(input.scopes && { scopes: input.scopes }),
  };
}

/** Runs the rules on one client. One that throws is an error, and keeps what it found before; the others go on. */
function judge(
  subject: Subject,
  rules: readonly ActiveRule[],
  verdictOf: (active: ActiveRule) => Verdict,
  judged: Judged,
): void {
  for (const active of rules) {
    const { problems, unknown, failure } = verdictOf(active);
    for (const problem of problems) judged.problems.push({ ...problem, active, subject });
    if (unknown) {
      judged.notEvaluated.push({ rule: active.rule, subject, field: unknown.field, reason: unknown.reason });
    }
    if (failure) judged.errors.push(ruleFailure(active, subject, failure.thrown));
  }
}

function relatedPlaces({ related = [], subject }: Pointed): (Place & { readonly pointer: string })[] {
  return related.map((path) => ({ subject, pointer: subject.origin.locate(path) }));
}

function ruleFailure({ rule }: ActiveRule, { origin }: Subject, error: unknown): Remark {
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const message = `the rule ${rule.id} failed on this client, so it is not judged by it (${said}); report this to its author`;
  return { document: origin.document, pointer: origin.locate(['ClientId']), message };
}

type Place = { readonly document?: Document; readonly subject?: Subject; readonly pointer?: string };
type RegionOf = (place: Place) => Region | undefined;

/** Finds all places in one pass per document. */
function placeAll(places: readonly Place[]): RegionOf {
  const wanted = new Map<Document, Set<string>>();
  for (const place of places) {
    const document = documentOf(place);
    if (!document || place.pointer === undefined) continue;
    const pointers = wanted.get(document);
    if (pointers) pointers.add(place.pointer);
    else wanted.set(document, new Set([place.pointer]));
  }
  const located = new Map([...wanted].map(([document, pointers]) => [document, document.locate(pointers)]));
  return (place) => {
    const document = documentOf(place);
    return document && place.pointer !== undefined ? located.get(document)?.get(place.pointer) : undefined;
  };
}

function documentOf({ document, subject }: Place): Document | undefined {
  return document ?? subject?.origin.document;
}

const START: Region = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1, offset: 0, length: 0 };

function toFinding(problem: Pointed, regionOf: RegionOf): Finding {
  const { active, subject, judgedAs, path, message, assumed, pointer } = problem;
  return {
    rule: active.rule,
    level: active.level,
    message: assumed.length > 0 ? `${message.replace(/\.$/, '')} (${assumed.join(', ')}).` : message,
    subject,
    path,
    location: { document: subject.origin.document, pointer, region: regionOf(problem) ?? START },
    related: relatedPlaces(problem).map((place, index) => ({
      path: problem.related?.[index] ?? [],
      location: { document: subject.origin.document, pointer: place.pointer, region: regionOf(place) ?? START },
    })),
    fingerprint: fingerprint(judgedAs, active.rule.id, path),
  };
}

function toPlaced(remark: Remark, regionOf: RegionOf): PlacedRemark {
  const { document, message } = remark;
  const path = document?.path ?? remark.path;
  const uri = document?.uri ?? remark.uri;
  const region = remark.region ?? regionOf(remark);
  return {
    message,
    ...(document && { document }),
    ...(path !== undefined && { path }),
    ...(uri !== undefined && { uri }),
    ...(region && { region }),
  };
}

function inOrder(a: Finding, b: Finding): number {
  const [left, right] = [a.location, b.location];
  return (
    LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
    compare(a.rule.id, b.rule.id) ||
    compare(left.document.uri, right.document.uri) ||
    left.region.startLine - right.region.startLine ||
    left.region.startColumn - right.region.startColumn ||
    compare(a.fingerprint, b.fingerprint)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
