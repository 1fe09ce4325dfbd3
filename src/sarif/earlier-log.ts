import type { Log, Result } from 'sarif';
import { isRecord } from '../client/secret.ts';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isRank: Check = (value) => typeof value === 'number' && value >= -1 && value <= 100;
const LEVELS: readonly unknown[] = ['none', 'note', 'warning', 'error'] satisfies Result.level[];

const isLocation = has({
  physicalLocation: maybe(has({ artifactLocation: maybe(has({ uri: maybe(isText) })) })),
});

const isResult = has({
  ruleId: maybe(isText),
  level: maybe((value) => LEVELS.includes(value)),
  // The schema of SARIF 2.1.0 has one of them required.
  message: (value) => isRecord(value) && (isText(value['text']) || isText(value['id'])),
  rank: maybe(isRank),
  locations: maybe(isListOf(isLocation)),
  relatedLocations: maybe(isListOf(isLocation)),
  partialFingerprints: maybe((value) => isRecord(value) && Object.values(value).every(isText)),
  correlationGuid: maybe(isText),
  properties: maybe(isRecord),
});

const isRun = has({
  automationDetails: maybe(has({ id: maybe(isText) })),
  results: (value) => value === null || maybe(isListOf(isResult))(value),
});

/** Whether a parsed file is a log that a report can be held against: all that is read of it has the shape of SARIF. */
export function isSarifLog(value: unknown): value is Log {
  return isRecord(value) && value['version'] === '2.1.0' && isListOf(isRun)(value['runs']);
}

function maybe(check: Check): Check {
  return (value) => value === undefined || check(value);
}

function isListOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check);
}

function has(members: Readonly<Record<string, Check>>): Check {
  const checks = Object.entries(members);
  return (value) => isRecord(value) && checks.every(([name, check]) => check(value[name]));
}
