import { countLevels, type Finding, type NotEvaluated, type Report } from '../report.ts';
import type { Level } from '../rule.ts';
import type { ClientIdentity, Subject } from '../subject.ts';
import { plural } from './text.ts';

export type Counts = Readonly<Record<Level, number>>;

/** The findings of one client, in the order of the report. */
export interface ClientFindings {
  readonly subject: Subject;
  readonly findings: readonly Finding[];
  readonly counts: Counts;
}

/** The clients that something was found in, those with the most errors first, then warnings, then notes. */
export function worstClients(findings: readonly Finding[]): ClientFindings[] {
  const clients = [...groupBy(findings, ({ subject }) => subject)];
  return clients.map(([subject, own]) => ({ subject, findings: own, counts: countLevels(own) })).sort(worstFirst);
}

/** For sorting; clients that are equally bad stay in their order. */
export function worstFirst({ counts: a }: { readonly counts: Counts }, { counts: b }: { readonly counts: Counts }) {
  return b.error - a.error || b.warning - a.warning || b.note - a.note;
}

/** The worst level that was counted. */
export function worstLevel({ error, warning, note }: Counts): Level | undefined {
  return error > 0 ? 'error' : warning > 0 ? 'warning' : note > 0 ? 'note' : undefined;
}

/** `2 errors, 1 warning, 0 notes`. */
export function countsText({ error, warning, note }: Counts): string {
  return [plural(error, 'error'), plural(warning, 'warning'), plural(note, 'note')].join(', ');
}

/** What a person calls a client. */
export function nameOf({ clientName, clientId, resource }: ClientIdentity): string {
  return clientName ?? clientId ?? resource ?? 'app client without a name';
}

/** The ids of a client that are not its name already, from the client itself to its account. */
export function idsOf(identity: ClientIdentity): string[] {
  const { clientId, resource, userPoolId, account } = identity;
  const name = nameOf(identity);
  return [resource, clientId, userPoolId, account].filter((id) => id !== undefined && id !== name) as string[];
}

/** Where a finding stands, as editors and terminals understand it: `clients.json:56:11`. */
export function placeOf({ location: { document, region } }: Finding): string {
  return `${document.path}:${region.startLine}:${region.startColumn}`;
}

/** Findings that are not in the report, and why not. */
export function leftOut({ findings, suppressed, baseline }: Report): string[] {
  const known = baseline ? baseline.findings.length - findings.length : 0;
  return [
    ...(suppressed > 0 ? [`${plural(suppressed, 'finding')} suppressed by exceptions`] : []),
    ...(known > 0 ? [`${plural(known, 'finding')} known from the baseline`] : []),
  ];
}

/** Why rules could not judge clients, each cause once, with the rules and clients that it kept apart. */
export interface Cause {
  readonly field: string;
  readonly reason: string;
  readonly rules: readonly string[];
  readonly clients: number;
}

export function causes({ notEvaluated }: Report): Cause[] {
  const byCause = groupBy(notEvaluated, ({ field, reason }) => `${field}\n${reason}`);
  return [...byCause.values()].map((all) => {
    const [{ field, reason }] = all as [NotEvaluated];
    const rules = [...new Set(all.map(({ rule }) => rule.id))];
    return { field, reason, rules, clients: new Set(all.map(({ subject }) => subject)).size };
  });
}

/** Entries by a key, keys and entries in the order of the list. */
export function groupBy<Entry, Key>(entries: readonly Entry[], keyOf: (entry: Entry) => Key): Map<Key, Entry[]> {
  const groups = new Map<Key, Entry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}
