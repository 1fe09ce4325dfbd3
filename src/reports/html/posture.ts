import type { ActiveRule, Finding, NotEvaluated, Report } from '../../report.ts';
import { countLevels } from '../../report.ts';
import { LEVELS } from '../../rule.ts';
import type { Subject } from '../../subject.ts';
import { type ClientFindings, groupBy, worstFirst } from '../clients.ts';

/** One client of the page, also where nothing was found in it. */
export interface ClientPosture extends ClientFindings {
  /** Of its section in the page. */
  readonly anchor: string;
  readonly notEvaluated: readonly NotEvaluated[];
}

/** A rule that found something or could not judge a client, with the number of clients of each kind. */
export interface RulePosture extends ActiveRule {
  readonly clients: number;
  readonly open: number;
}

/** Clients by rules, the worst of both first. */
export interface Posture {
  readonly clients: readonly ClientPosture[];
  readonly rules: readonly RulePosture[];
}

export function posture(report: Report): Posture {
  return { clients: clientsOf(report), rules: rulesOf(report) };
}

function clientsOf({ subjects, findings, notEvaluated }: Report): ClientPosture[] {
  const found = groupBy(findings, ({ subject }) => subject);
  const open = groupBy(notEvaluated, ({ subject }) => subject);
  return subjects
    .map((subject) => {
      const own = found.get(subject) ?? [];
      return { subject, findings: own, counts: countLevels(own), notEvaluated: open.get(subject) ?? [] };
    })
    .sort(worstFirst)
    .map((client, index) => ({ ...client, anchor: `client-${index + 1}` }));
}

function rulesOf({ rules, findings, notEvaluated }: Report): RulePosture[] {
  const found = groupBy(findings, ({ rule }) => rule);
  const open = groupBy(notEvaluated, ({ rule }) => rule);
  return rules
    .map((active) => ({
      ...active,
      clients: distinctClients(found.get(active.rule)),
      open: distinctClients(open.get(active.rule)),
    }))
    .filter(({ clients, open: unjudged }) => clients > 0 || unjudged > 0)
    .sort((a, b) => rank(a) - rank(b) || b.clients - a.clients);
}

/** By level; what found nothing comes last. */
function rank({ level, clients }: RulePosture): number {
  return clients > 0 ? LEVELS.indexOf(level) : LEVELS.length;
}

function distinctClients(entries: readonly (Finding | NotEvaluated)[] = []): number {
  return new Set<Subject>(entries.map(({ subject }) => subject)).size;
}
