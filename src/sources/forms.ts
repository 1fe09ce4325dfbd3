import type { UnknownValue } from '../client/unknown.ts';
import { toPointer } from '../pointer.ts';
import type { Document, Remark, Subject } from '../subject.ts';
import { readCloudFormation } from './cloudformation.ts';
import { readDescriptions } from './descriptions.ts';
import { insteadOfClients } from './near-misses.ts';
import { readResourceRecords } from './resource-records.ts';
import { isTerraform, readTerraform } from './terraform.ts';

/** What a source knows of the place that clients came from. */
export interface Provenance {
  readonly document: Document;
  /** Where in the document the value stands, if it is the entry of a list. */
  readonly at?: readonly number[];
  /** A file on disk, so that a secret in it is exposed. */
  readonly onDisk: boolean;
  /** Epoch seconds. */
  readonly now: number;
  /** Of a client that this run asked AWS for. */
  readonly live?: { readonly region: string; readonly account?: string };
  /** Members that could not be asked for. */
  readonly unknown?: readonly UnknownValue[];
}

/** The clients of a document, with what is wrong with it and what a person should know of it. */
export interface FormReading {
  readonly subjects: Subject[];
  /** How many clients more there are, of which there is nothing to say. */
  readonly quiet?: number;
  readonly errors: Remark[];
  readonly notices: Remark[];
  /** See `Document`. */
  readonly confidential?: true;
}

/** Reads the clients of one form of file, or gives undefined where the value is of another. */
type FormReader = (value: unknown, from: Provenance) => FormReading | undefined;

/** The forms, told by content, never by name. The first that fits wins. */
const READERS: readonly FormReader[] = [readTerraform, readCloudFormation, readResourceRecords, readDescriptions];

/** The clients of a document, or what it is instead, in one sentence that says what to do. */
export function readForm(value: unknown, from: Provenance): FormReading | { readonly instead: string } {
  const reading = Array.isArray(value) ? readList(value, from) : readValue(value, from);
  return reading ?? { instead: insteadOfClients(value) };
}

/** The entries of a list may be of several forms. */
function readList(list: readonly unknown[], from: Provenance): FormReading | undefined {
  const readings: FormReading[] = [];
  let holdsClients = false;
  for (const [index, entry] of list.entries()) {
    // A line that is broken is undefined here, and is told as an error.
    if (entry === undefined) continue;
    const own = { ...from, at: [index] };
    const reading = readValue(entry, own);
    holdsClients ||= reading !== undefined;
    readings.push(reading ?? passedOver(entry, own));
  }
  if (!holdsClients) return undefined;
  return { ...together(readings), ...(list.some(isTerraform) && { confidential: true }) };
}

/** The clients of a value that stands alone or is the entry of a list, in whatever form. */
export function readValue(value: unknown, from: Provenance): FormReading | undefined {
  for (const read of READERS) {
    const reading = read(value, from);
    if (reading) return reading;
  }
  return undefined;
}

/** What is said of an entry without a client in a list with clients. */
export function passedOver(entry: unknown, { document, at = [] }: Provenance): FormReading {
  const message = `this entry is passed over: ${insteadOfClients(entry)}`;
  return { subjects: [], errors: [], notices: [{ document, pointer: toPointer(at), message }] };
}

/** All that several readings give, as one. */
export function together(readings: Iterable<FormReading>): FormReading {
  const all: FormReading & { quiet: number } = { subjects: [], quiet: 0, errors: [], notices: [] };
  for (const { subjects, quiet = 0, errors, notices } of readings) {
    // One by one: a list of a million clients is no list of arguments.
    for (const subject of subjects) all.subjects.push(subject);
    for (const error of errors) all.errors.push(error);
    for (const notice of notices) all.notices.push(notice);
    all.quiet += quiet;
  }
  return all;
}

/** The same of a source that gives them one after the other. */
export async function gathered(readings: AsyncIterable<FormReading>): Promise<FormReading> {
  const list: FormReading[] = [];
  for await (const reading of readings) list.push(reading);
  return together(list);
}
