import type { AppClient, ClientPath } from './client/app-client.ts';
import type { Facts } from './client/facts.ts';
import type { Secrets } from './client/secrets.ts';
import type { Choice } from './client/unknown.ts';

/** The place of a text: lines and columns one-based, columns in UTF-16 code units, the end exclusive. */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Of the start, in the text. */
  readonly offset: number;
  /** In UTF-16 code units. */
  readonly length: number;
}

/** A text that clients were read from, with its secrets known, so that nothing shown of it holds one. */
export interface Document {
  /** Relative to the root of the repository, percent-encoded, with forward slashes; `file:` if it lies outside. */
  readonly uri: string;
  /** As a person at the working directory names it. */
  readonly path: string;
  readonly text: string;
  readonly encoding: string;
  /** Default: JSON. */
  readonly syntax?: 'yaml';
  /** Of YAML: what stands at an offset may stand for several settings, so that none can be changed alone. */
  isShared?(offset: number): boolean;
  /** It holds secrets of other things, as plans and states do, so of it only the values of findings are shown. */
  readonly confidential?: boolean;
  /** It is an entry of a large file, with the line around it. */
  readonly isPart?: boolean;
  /** The secrets that stand in it. They are kept so that they can be left out. */
  readonly secrets: Secrets;
  /** Finds the values at some RFC 6901 pointers, in one pass. What does not exist is missing in the answer. */
  locate(pointers: Iterable<string>): ReadonlyMap<string, Region>;
}

/** Where a client stands in a document. */
export interface Origin {
  readonly document: Document;
  /** The client itself. */
  readonly pointer: string;
  /** The value at a path of the client; where that is absent, what stands for the client instead. */
  locate(path: ClientPath): string;
  /** Where the client is made from something: how a setting is written there, `undefined` for one that is left out. */
  setting?(member: keyof AppClient, value: unknown): string;
}

/** How a client is named, as far as its form tells. */
export interface ClientIdentity {
  readonly userPoolId?: string;
  readonly clientId?: string;
  readonly clientName?: string;
  readonly region?: string;
  readonly account?: string;
  /** What stands for the ids before there are any: the logical id in a template, the address in a plan or state. */
  readonly resource?: string;
}

/** A described client with its origin: the one thing that sources make and rules see. */
export interface Subject {
  readonly client: AppClient;
  readonly facts: Facts;
  readonly identity: ClientIdentity;
  readonly origin: Origin;
  /** The same client where something is the case that its unknown values hang on. */
  readonly assuming?: (choice: Choice, outcome: string) => Subject;
  /** It was judged: what can be made again from its document need not be kept. */
  letGo?(): void;
  /** Clients of one text have the same values, known or not, but for individual ones and ordinary redirects. */
  readonly written?: () => string;
}

/** Something about the input that a person should know, in one sentence. */
export interface Remark {
  readonly document?: Document;
  /** Where there is no document: what could not be read. */
  readonly path?: string;
  /** The same as `Document.uri` has it. */
  readonly uri?: string;
  readonly message: string;
  /** A place in the document, by pointer or, where it does not parse, by region. */
  readonly pointer?: string;
  readonly region?: Region;
}
