import type { UnknownValue } from '../client/unknown.ts';
import type { Document, Remark, Subject } from '../subject.ts';
import { readCloudFormation } from './cloudformation.ts';
import { readDescriptions } from './descriptions.ts';
import { insteadOfClients } from './near-misses.ts';
import { readResourceRecords } from './resource-records.ts';
import { readTerraform } from './terraform.ts';

/** What a source knows of the place that clients came from. */
export interface Provenance {
  readonly document: Document;
  /** The secrets of the document, to be added to. */
  readonly secrets: Set<string>;
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
  readonly errors: Remark[];
  readonly notices: Remark[];
  /** See `Document`. */
  readonly confidential?: true;
}

/** Reads the clients of one form of file, or gives undefined where the document is of another. */
type FormReader = (value: unknown, from: Provenance) => FormReading | undefined;

/** The forms, told by content, never by name. The first that fits wins. */
const READERS: readonly FormReader[] = [readTerraform, readCloudFormation, readResourceRecords, readDescriptions];

/** The clients of a document, or what it is instead, in one sentence that says what to do. */
export function readForm(value: unknown, from: Provenance): FormReading | { readonly instead: string } {
  for (const read of READERS) {
    const reading = read(value, from);
    if (reading) return reading;
  }
  return { instead: insteadOfClients(value) };
}
