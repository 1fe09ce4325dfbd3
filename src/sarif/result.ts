import type { ReportingDescriptorReference, Result } from 'sarif';
import { toPointer } from '../pointer.ts';
import type { Finding } from '../report.ts';
import type { Subject } from '../subject.ts';
import { messageArgument, messageText } from './escape.ts';
import { toFix } from './fix.ts';
import { guidOf } from './guid.ts';
import { toPhysicalLocation } from './location.ts';
import { partitionOf } from './partition.ts';

/** What a result needs of its run: where things stand in it. */
export interface ResultPlaces {
  readonly ruleIndex: number;
  readonly artifactIndex: number | undefined;
  readonly logicalIndex: number;
  /** Of the rule. */
  readonly taxa: ReportingDescriptorReference[];
  /** Of the finding, which makes it anew each time that it is asked. */
  readonly fingerprint: string;
  /** How many results before this one have the same fingerprint, plus one. */
  readonly occurrence: number;
  /** Of the rule. */
  readonly options: object;
  readonly baselineState?: 'new' | 'unchanged' | 'updated' | undefined;
}

/** What is undefined is not in the JSON of it: that is cheaper than to put only what is there into each object. */
export function toResult(finding: Finding, places: ResultPlaces): Result {
  const { rule, level, subject, path, location, related } = finding;
  const { fingerprint } = places;
  const [name, setting] = [nameOf(subject), settingOf(finding)];
  const { userPoolId, clientId, region, account, resource } = subject.identity;
  const fix = toFix({ rule, subject, path, location }, places.options);
  return {
    ruleId: rule.id,
    ruleIndex: places.ruleIndex,
    kind: 'fail',
    level,
    message: {
      text: messageTextOf(finding, name, setting),
      id: 'default',
      arguments: [messageArgument(name), messageArgument(setting)],
    },
    baselineState: places.baselineState,
    rank: Math.round(Number(rule.severity) * 10),
    locations: [
      {
        physicalLocation: toPhysicalLocation(location, path, places.artifactIndex),
        logicalLocations: [{ index: places.logicalIndex }],
      },
    ],
    relatedLocations:
      related.length === 0
        ? undefined
        : related.map((one, index) => ({
            id: index + 1,
            physicalLocation: toPhysicalLocation(one.location, one.path, places.artifactIndex),
            message: { text: `${messageText(settingOf(one))}.` },
          })),
    partialFingerprints: {
      primaryLocationLineHash: `${fingerprint.slice(0, 16)}:${places.occurrence}`,
      'cognitoLintFinding/v1': fingerprint,
    },
    correlationGuid: guidOf(`urn:cognito-lint:${fingerprint}`),
    taxa: places.taxa,
    fixes: fix && [fix],
    properties: {
      accountId: account || undefined,
      region: region || undefined,
      userPoolId: userPoolId || undefined,
      clientId: clientId || undefined,
      resource: resource || undefined,
      jsonPointer: toPointer(path),
      consoleUrl: region && userPoolId && clientId ? consoleUrl(region, userPoolId, clientId) : undefined,
    },
  };
}

/** The rule's own sentence, filled in as its `messageStrings` has it, and what is so in this client. */
export function toMessageText(finding: Finding): string {
  return messageTextOf(finding, nameOf(finding.subject), settingOf(finding));
}

function messageTextOf({ rule, message, related }: Finding, name: string, setting: string): string {
  const links = related.map((one, index) => ` See [${messageText(settingOf(one))}](${index + 1}).`).join('');
  return `${rule.title}, in app client '${messageText(name)}', setting '${messageText(setting)}'. ${messageText(message)}${links}`;
}

/** `RefreshTokenRotation.Feature`; of a list its name alone, as entries move. */
function settingOf({ path }: Pick<Finding, 'path'>): string {
  const keys: readonly (string | number)[] = path;
  return keys.filter((key) => typeof key === 'string').join('.') || 'the client';
}

/** How a person calls the client of a finding. Its resource is named, too: plans and states are written by machines. */
export function nameOf({ identity }: Subject): string {
  const { clientName, clientId, resource } = identity;
  const name = clientName ?? clientId ?? resource;
  if (name === undefined) return 'without a name';
  return resource === undefined || resource === name ? name : `${name} (${resource})`;
}

function consoleUrl(region: string, userPoolId: string, clientId: string): string {
  const [pool, client] = [encodeURIComponent(userPoolId), encodeURIComponent(clientId)];
  const host = `${region}.${partitionOf(region).console}`;
  return `https://${host}/cognito/v2/idp/user-pools/${pool}/applications/app-clients/${client}/overview?region=${region}`;
}
