import { Alike, type Judge } from './alike.ts';
import { inOrder, Kinds, PlacedFinding } from './finding.ts';
import type { ActiveRule, Finding, NotEvaluated, PlacedRemark, Report, Scope } from './report.ts';
import type { Document, Region, Remark, Subject } from './subject.ts';
import { wordsOf } from './thrown.ts';
import { type SubjectProblem, verdict } from './verdict.ts';

/** What sources give: clients, and what they have to say of the input. */
export interface LintInput {
  readonly subjects: Iterable<Subject>;
  /** How many clients more there are, of which no rule has anything to say. */
  readonly quiet?: number;
  readonly errors: readonly Remark[];
  readonly notices: readonly Remark[];
  /** Of a live run. */
  readonly scopes?: readonly Scope[];
  /** Of a live run: the uris of clients that are there and were not read. */
  readonly unread?: readonly string[];
}

export interface LintOptions {
  /** The report has every client, also those without a finding. */
  readonly keepsSubjects?: boolean;
}

/** A problem with its place in a document, but not yet its line. */
interface Pointed {
  readonly problem: SubjectProblem;
  readonly pointer: string;
  readonly active: ActiveRule;
  readonly subject: Subject;
}

interface Judged {
  readonly problems: Pointed[];
  readonly notEvaluated: NotEvaluated[];
  readonly failures: Remark[];
}

/** Judges every client by every rule, and places what it finds. Pure: what it needs of the files is in the subjects. */
export function lint(input: LintInput, rules: readonly ActiveRule[], options: LintOptions = {}): Report {
  const linting = new Linting(rules, options);
  linting.add(input);
  return linting.report();
}

/** What the rules say of one client, without its places: to find them takes a pass over its document. */
export function judgeAlone(subject: Subject, rules: readonly ActiveRule[]): Judged {
  const judged: Judged = { problems: [], notEvaluated: [], failures: [] };
  const all = rules.map((active) => ({ active }));
  judge(subject, all, judged);
  return judged;
}

/** A report in the making: what sources give is added bit by bit, and of a bit only what was found in it is kept. */
export class Linting {
  readonly #rules: readonly ActiveRule[];
  readonly #keepsSubjects: boolean;
  readonly #alike: Alike;
  readonly #kinds = new Kinds();
  readonly #subjects: Subject[] = [];
  readonly #findings: PlacedFinding[] = [];
  readonly #notEvaluated: NotEvaluated[] = [];
  readonly #errors: PlacedRemark[] = [];
  readonly #failures: PlacedRemark[] = [];
  readonly #notices: PlacedRemark[] = [];
  #scopes: readonly Scope[] | undefined;
  #unread: readonly string[] | undefined;
  #clients = 0;

  constructor(rules: readonly ActiveRule[], { keepsSubjects = false }: LintOptions = {}) {
    this.#rules = rules;
    this.#keepsSubjects = keepsSubjects;
    this.#alike = new Alike(rules);
  }

  add({ subjects, quiet = 0, errors, notices, scopes, unread }: LintInput): void {
    const judged: Judged = { problems: [], notEvaluated: this.#notEvaluated, failures: [] };
    this.#clients += quiet;
    for (const subject of subjects) {
      this.#clients += 1;
      if (this.#keepsSubjects) this.#subjects.push(subject);
      judge(subject, this.#alike.judgesOf(subject), judged);
    }
    const { problems, failures } = judged;
    const regionOf = placeAll([...problems, ...problems.flatMap(relatedPlaces), ...errors, ...failures, ...notices]);
    for (const problem of problems) this.#findings.push(toFinding(problem, regionOf, this.#kinds));
    for (const { subject } of problems) subject.letGo?.();
    for (const error of errors) this.#errors.push(toPlaced(error, regionOf));
    for (const failure of failures) this.#failures.push(toPlaced(failure, regionOf));
    for (const notice of notices) this.#notices.push(toPlaced(notice, regionOf));
    this.#scopes = scopes ?? this.#scopes;
    this.#unread = unread ?? this.#unread;
  }

  report(): Report {
    return {
      clients: this.#clients,
      subjects: this.#subjects,
      rules: this.#rules,
      findings: this.#findings.sort(inOrder),
      notEvaluated: this.#notEvaluated,
      suppressed: 0,
      suppressedFindings: [],
      errors: [...this.#errors, ...this.#failures],
      notices: this.#notices,
      ...(this.#scopes && { scopes: this.#scopes }),
      ...(this.#unread && { unread: this.#unread }),
    };
  }
}

/** Runs the rules on one client. One that throws is an error, and keeps what it found before; the others go on. */
function judge(subject: Subject, judges: readonly Judge[], judged: Judged): void {
  for (const { active, shared } of judges) {
    const { problems, unknown, failure } = shared ?? verdict(subject, active);
    for (const problem of problems) judged.problems.push({ problem, pointer: problem.pointer, active, subject });
    if (unknown) {
      judged.notEvaluated.push({ rule: active.rule, subject, field: unknown.field, reason: unknown.reason });
    }
    if (failure) judged.failures.push(ruleFailure(active, subject, failure.thrown));
  }
}

function relatedPlaces({ problem: { related = [] }, subject }: Pointed): (Place & { readonly pointer: string })[] {
  return related.map((path) => ({ subject, pointer: subject.origin.locate(path) }));
}

function ruleFailure({ rule }: ActiveRule, { origin }: Subject, error: unknown): Remark {
  const message = `the rule ${rule.id} failed on this client, so it is not judged by it (${wordsOf(error)}); report this to its author`;
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

function toFinding(pointed: Pointed, regionOf: RegionOf, kinds: Kinds): PlacedFinding {
  const { active, subject, pointer } = pointed;
  const { path, message, about, semanticPath, assumed } = pointed.problem;
  const kind = kinds.one({
    rule: active.rule,
    level: active.level,
    message: assumed.length > 0 ? `${message.replace(/\.$/, '')} (${assumed.join(', ')}).` : message,
    path,
    setting: about ?? semanticPath,
  });
  return new PlacedFinding(kind, subject, pointer, regionOf(pointed) ?? START, relatedLocations(pointed, regionOf));
}

const NONE: Finding['related'] = [];

function relatedLocations(pointed: Pointed, regionOf: RegionOf): Finding['related'] {
  const places = relatedPlaces(pointed);
  if (places.length === 0) return NONE;
  const { document } = pointed.subject.origin;
  return places.map((place, index) => ({
    path: pointed.problem.related?.[index] ?? [],
    location: { document, pointer: place.pointer, region: regionOf(place) ?? START },
  }));
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
