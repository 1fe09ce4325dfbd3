import { schema } from '../client/schema.ts';
import { isRecord } from '../client/secret.ts';
import { UnknownValue } from '../client/unknown.ts';
import { toPointer } from '../pointer.ts';
import type { ClientIdentity, Origin } from '../subject.ts';
import { DescribedOrigin, identityOf, subjectOf } from './described-client.ts';
import { isBareClient } from './descriptions.ts';
import type { FormReading, Provenance } from './forms.ts';
import { parse } from './json-values.ts';

type Json = Record<string, unknown>;
type Path = readonly (string | number)[];

const TYPE = 'AWS::Cognito::UserPoolClient';

/** What a service of AWS keeps of a client: the settings, as an object or as a text of JSON. */
interface ResourceRecord {
  readonly settings: unknown;
  readonly at: Path;
  /** The record itself stands in a text, so that there is no place within it. */
  readonly inText?: boolean;
  /** Members that are unknown where they are missing. */
  readonly gaps: readonly UnknownValue[];
  readonly identity?: ClientIdentity;
  /** Of an item of a history. */
  readonly version?: { readonly of: unknown; readonly time: number; readonly isDeletion: boolean };
}

/** Reads items of AWS Config, alone or in its snapshots, answers and messages, and answers of Cloud Control. */
export function readResourceRecords(value: unknown, from: Provenance): FormReading | undefined {
  if (!isRecord(value) || !KEYS.some((key) => key in value)) return undefined;
  const records = recordsOf(value, from.at ?? []);
  if (records.length === 0) return undefined;
  const reading: FormReading = { subjects: [], errors: [], notices: [] };
  for (const record of records) readRecord(record, from, reading);
  return reading;
}

/** Items of AWS Config: of messages, of aggregators, which write it in capitals, and several of each. */
const ITEM = ['configurationItem', 'ConfigurationItem'];
const ITEMS = ['configurationItems', 'baseConfigurationItems', 'BaseConfigurationItems'];
const LISTS = [...ITEMS, 'Results', 'ResourceDescriptions'];
/** A record, or what holds records, has one of these. */
const KEYS = ['resourceType', 'ResourceDescription', ...ITEM, ...LISTS];

function recordsOf(value: Json, at: Path): ResourceRecord[] {
  const own = [configItem(value, at), controlled(value['ResourceDescription'], value, [...at, 'ResourceDescription'])];
  const one = ITEM.map((key) => configItem(value[key], [...at, key]));
  const gaps = [...NOT_IN_CONFIG, ...notSelected(value['QueryInfo'])];
  const lists = LISTS.flatMap((key) => {
    const list: unknown = value[key];
    if (!Array.isArray(list)) return [];
    const found = list.flatMap((entry, index) => {
      if (key === 'ResourceDescriptions') return controlled(entry, value, [...at, key, index]) ?? [];
      const item = configItem(entry, [...at, key, index]);
      return item ? { ...item, gaps } : [];
    });
    return key === 'configurationItems' ? newest(found) : found;
  });
  const records = [...own, ...one, ...lists].filter((record) => record !== undefined);
  return records.filter(({ version }) => !version?.isDeletion);
}

/** What the schema of the resource lacks: https://github.com/awslabs/aws-config-resource-schema */
const NOT_IN_CONFIG = gapsOf(
  ['ClientSecret', 'RefreshTokenRotation', 'ClientType', 'CreationDate', 'LastModifiedDate'],
  'AWS Config does not keep it',
);

/** An answer of select-resource-config says which fields were asked for: `configuration`, or some of what is in it. */
function notSelected(query: unknown): UnknownValue[] {
  const fields: unknown = isRecord(query) ? query['SelectFields'] : undefined;
  if (!Array.isArray(fields)) return [];
  const paths = fields.map((field) => (isRecord(field) ? String(field['Name']).split('.') : []));
  const selected = new Set(paths.flatMap(([first, member]) => (first === 'configuration' ? [member] : [])));
  if (selected.size === 0 || selected.has(undefined)) return [];
  const others = Object.keys(schema.properties).filter((member) => !selected.has(member));
  return gapsOf(others, 'the query did not select it');
}

function gapsOf(members: readonly string[], reason: string): UnknownValue[] {
  return members.map((member) => new UnknownValue(member, reason));
}

function configItem(entry: unknown, at: Path): ResourceRecord | undefined {
  const inText = typeof entry === 'string';
  const item = inText ? parse(entry) : entry;
  if (!isRecord(item) || item['resourceType'] !== TYPE) return undefined;
  const { configuration, configurationItemStatus: status, awsRegion: region, awsAccountId, accountId } = item;
  const isDeletion = typeof status === 'string' && status.startsWith('ResourceDeleted');
  if (configuration === undefined && !isDeletion) return undefined;
  const { resourceId, configurationItemCaptureTime: time } = item;
  const account = awsAccountId ?? accountId;
  return {
    settings: configuration,
    at: inText ? at : [...at, 'configuration'],
    inText,
    gaps: NOT_IN_CONFIG,
    identity: {
      ...(typeof region === 'string' && { region }),
      ...(typeof account === 'string' && { account }),
    },
    version: { of: resourceId ?? item, time: Date.parse(String(time)) || Number(time) || 0, isDeletion },
  };
}

/** A history has a client once for each of its changes: the latest one tells what it is, or that it is no more. */
function newest(records: readonly ResourceRecord[]): ResourceRecord[] {
  const latest = new Map<unknown, ResourceRecord>();
  for (const record of records) {
    const { of = record, time = 0 } = record.version ?? {};
    const known = latest.get(of)?.version;
    if (!known || time > known.time) latest.set(of, record);
  }
  return [...latest.values()];
}

const NOT_IN_CONTROL = gapsOf(['ClientType', 'CreationDate', 'LastModifiedDate'], 'Cloud Control does not keep it');

function controlled(entry: unknown, answer: Json, at: Path): ResourceRecord | undefined {
  if (!isRecord(entry) || entry['Properties'] === undefined) return undefined;
  const settings = entry['Properties'];
  const { TypeName: type = TYPE } = answer;
  const properties = typeof settings === 'string' ? parse(settings) : settings;
  // A list of resources has their ids alone.
  if (type !== TYPE || !isRecord(properties) || !isBareClient(properties)) return undefined;
  return { settings, at: [...at, 'Properties'], gaps: NOT_IN_CONTROL };
}

function readRecord(record: ResourceRecord, from: Provenance, reading: FormReading): void {
  const { settings, at, gaps } = record;
  const inText = typeof settings === 'string';
  const client = inText ? parse(settings) : settings;
  const pointer = toPointer(at);
  if (!isRecord(client)) {
    const message =
      'the configuration of this app client is no object of settings, so it is not judged; export it again';
    reading.errors.push({ document: from.document, pointer, message });
    return;
  }
  const described = new DescribedOrigin(from.document, pointer, client);
  const origin: Origin = {
    document: from.document,
    pointer,
    // A client inside of a text has no places of its own.
    locate: (path) => (inText || record.inText ? pointer : described.locate(path)),
    setting: (member, value) =>
      value === undefined
        ? `take out ${member} where it is deployed`
        : `set ${member} to ${JSON.stringify(value)} where it is deployed`,
  };
  const identity = { ...identityOf(client), ...record.identity };
  for (const gap of gaps) if (client[gap.field] === undefined) client[gap.field] = gap;
  const { subject, errors, notices } = subjectOf({ client, form: 'described', identity, origin }, from);
  reading.subjects.push(subject);
  reading.errors.push(...errors);
  reading.notices.push(...notices);
}
