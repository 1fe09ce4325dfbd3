import type { ClientPath } from './client/app-client.ts';
import { fingerprint } from './fingerprint.ts';
import { toPointer } from './pointer.ts';
import type { Finding, Location } from './report.ts';
import { type AnyRule, LEVELS, type Level } from './rule.ts';
import type { Region, Subject } from './subject.ts';

/** What many findings have alike. */
export interface Kind {
  readonly rule: AnyRule;
  readonly level: Level;
  readonly message: string;
  readonly path: ClientPath;
  /** RFC 6901, of the path. */
  readonly pointer: string;
  /** The setting, as the fingerprint has it. */
  readonly setting: string;
}

/** A finding that keeps as little as it can: there may be a million of them. */
export class PlacedFinding implements Finding {
  readonly kind: Kind;
  readonly subject: Subject;
  readonly region: Region;
  readonly related: Finding['related'];
  /** Where it is another than the path in the client tells. */
  readonly #pointer: string | undefined;

  constructor(kind: Kind, subject: Subject, pointer: string, region: Region, related: Finding['related']) {
    this.kind = kind;
    this.subject = subject;
    this.region = region;
    this.related = related;
    this.#pointer = pointer === pointerOf(subject, kind) ? undefined : pointer;
  }

  get rule(): AnyRule {
    return this.kind.rule;
  }

  get level(): Level {
    return this.kind.level;
  }

  /** Without the secrets that are known by now: of a large file, one may come behind the client that it stands in. */
  get message(): string {
    return this.subject.origin.document.secrets.takenOutOf(this.kind.message);
  }

  get path(): ClientPath {
    return this.kind.path;
  }

  get location(): Location {
    const { subject, kind, region } = this;
    return { document: subject.origin.document, pointer: this.#pointer ?? pointerOf(subject, kind), region };
  }

  get fingerprint(): string {
    return fingerprint(this.subject, this.kind.rule.id, this.kind.setting);
  }
}

function pointerOf({ origin }: Subject, kind: Kind): string {
  return origin.pointer + kind.pointer;
}

/** So many kinds of a rule are remembered: mostly it has one or two. */
const MAX_KINDS = 16;

/** What follows from the rest is made once a kind. */
type SoughtKind = Omit<Kind, 'pointer'>;

/** One of each kind is kept, as long as there are few. */
export class Kinds {
  readonly #known = new Map<AnyRule, Kind[]>();

  one(sought: SoughtKind): Kind {
    const known = this.#known.get(sought.rule) ?? [];
    const same = known.find((one) => isSame(one, sought));
    if (same) return same;
    const kind = { ...sought, pointer: toPointer(sought.path) };
    if (known.length === 0) this.#known.set(kind.rule, known);
    if (known.length < MAX_KINDS) known.push(kind);
    return kind;
  }
}

/** Of one rule, in one report. */
function isSame(a: Kind, b: SoughtKind): boolean {
  const keys: readonly unknown[] = b.path;
  return (
    a.message === b.message &&
    a.setting === b.setting &&
    a.path.length === keys.length &&
    a.path.every((key, index) => key === keys[index])
  );
}

/** The order of findings in a report: level, rule, file, place. */
export function inOrder(a: PlacedFinding, b: PlacedFinding): number {
  return (
    LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
    compare(a.rule.id, b.rule.id) ||
    compare(a.subject.origin.document.uri, b.subject.origin.document.uri) ||
    a.region.startLine - b.region.startLine ||
    a.region.startColumn - b.region.startColumn ||
    compare(a.fingerprint, b.fingerprint)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
