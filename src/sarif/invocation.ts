import type { Invocation, Notification, ReportingDescriptor } from 'sarif';
import { HOME } from '../references.ts';
import type { NotEvaluated, PlacedRemark, Report } from '../report.ts';
import type { Run } from '../reports/run.ts';
import { messageText } from './escape.ts';
import { artifactOf, toRegion } from './location.ts';
import type { PlannedRun } from './runs.ts';

const INPUT_ERROR = 'input-error';
const INPUT_NOTICE = 'input-notice';
const NOT_EVALUATED = 'rule-not-evaluated';
const TOO_MANY = 'results-left-out';
const SUPPRESSED = 'results-suppressed';

/** What notifications there are. */
export const NOTIFICATIONS: ReportingDescriptor[] = [
  descriptor(INPUT_ERROR, 'InputError', 'Something could not be read, or not all of it.'),
  descriptor(INPUT_NOTICE, 'InputNotice', 'Something about the input that a person should know.'),
  descriptor(NOT_EVALUATED, 'RuleNotEvaluated', 'A rule could not judge a client, as a setting is not known.'),
  descriptor(TOO_MANY, 'ResultsLeftOut', 'There are more findings than GitHub takes.'),
  descriptor(SUPPRESSED, 'ResultsSuppressed', 'Findings that an exception accepts are left out.'),
];

function descriptor(id: string, name: string, text: string): ReportingDescriptor {
  return { id, name, shortDescription: { text }, fullDescription: { text }, help: { text }, helpUri: HOME };
}

const EXIT_CODES = [
  'nothing at or above the level to fail on',
  'findings',
  'the job could not be done, or not all of it',
];

/** How the run went. Neither command line, account, machine nor environment: they may hold secrets. */
export function toInvocation(
  report: Report,
  run: Run,
  ruleIndex: ReadonlyMap<string, number>,
  { dropped }: PlannedRun,
  isFirst: boolean,
): Invocation {
  const general = isFirst
    ? [
        ...report.errors.map((remark) => toNotification(remark, INPUT_ERROR, 'error')),
        ...report.notices.map((remark) => toNotification(remark, INPUT_NOTICE, 'note')),
        ...notEvaluated(report.notEvaluated, ruleIndex),
        ...(report.suppressed > 0 ? [suppressed(report.suppressed)] : []),
      ]
    : [];
  return {
    executionSuccessful: report.errors.length === 0,
    exitCode: run.exitCode,
    exitCodeDescription: EXIT_CODES[run.exitCode] ?? '',
    ...(run.times && { startTimeUtc: run.times.start, endTimeUtc: run.times.end }),
    ruleConfigurationOverrides: run.overrides.flatMap(({ rule, enabled, level, options }) => {
      const index = ruleIndex.get(rule.id);
      if (index === undefined) return [];
      return {
        descriptor: { id: rule.id, index },
        configuration: {
          enabled,
          ...(level && { level }),
          ...(options && { parameters: { ...options } }),
        },
      };
    }),
    toolConfigurationNotifications: [],
    toolExecutionNotifications: [...general, ...(dropped > 0 ? [tooMany(dropped, report)] : [])],
  };
}

/** GitHub would open an alert for a suppressed result, so there is only their number. */
function suppressed(count: number): Notification {
  const message = `${count} finding${count === 1 ? ' is' : 's are'} suppressed by exceptions and left out.`;
  return { descriptor: pointAt(SUPPRESSED), level: 'note', message: { text: message } };
}

/** GitHub takes 25,000 results of a run: what was found comes first, and of that the severest. */
function tooMany(dropped: number, { baseline }: Report): Notification {
  const which = baseline
    ? 'results that were not found this time, or are of the lowest severity,'
    : 'findings of the lowest severity';
  const message = `${dropped} ${which} are left out, as GitHub takes 25,000 results of a run.`;
  return { descriptor: pointAt(TOO_MANY), level: 'warning', message: { text: message } };
}

function pointAt(id: string): { id: string; index: number } {
  return { id, index: NOTIFICATIONS.findIndex((one) => one.id === id) };
}

function toNotification(remark: PlacedRemark, id: string, level: 'error' | 'note'): Notification {
  const { document, path, region, message } = remark;
  const text = messageText(document || !path ? message : `${path}: ${message}`);
  return {
    descriptor: pointAt(id),
    level,
    message: { text: `${text}.` },
    ...(document && {
      locations: [
        { physicalLocation: { artifactLocation: artifactOf(document), ...(region && { region: toRegion(region) }) } },
      ],
    }),
  };
}

/** One for each rule and cause, however many clients have it. */
function notEvaluated(list: readonly NotEvaluated[], ruleIndex: ReadonlyMap<string, number>): Notification[] {
  const counts = new Map<string, { readonly first: NotEvaluated; clients: number }>();
  for (const one of list) {
    const key = [one.rule.id, one.field, one.reason].join('\0');
    const known = counts.get(key);
    if (known) known.clients += 1;
    else counts.set(key, { first: one, clients: 1 });
  }
  return [...counts.values()].map(({ first: { rule, field, reason }, clients }) => ({
    descriptor: pointAt(NOT_EVALUATED),
    associatedRule: { id: rule.id, index: ruleIndex.get(rule.id) ?? -1 },
    level: 'note',
    message: {
      text: messageText(
        `${rule.id} is not evaluated for ${clients} app client${clients === 1 ? '' : 's'}: ${field} is not known, as ${reason}.`,
      ),
    },
  }));
}
