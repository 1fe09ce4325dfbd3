import type { RuleOverride } from '../report.ts';

/** A piece of a report: text, or the same in UTF-8. */
export type Piece = string | Uint8Array;

/** What a format may need to know of the run beside its report. */
export interface Run {
  readonly exitCode: number;
  /** Colour and hyperlinks, as the output can show them. */
  readonly color: boolean;
  readonly hyperlinks: boolean;
  /** Columns of the output. */
  readonly width: number;
  /** Leave out notices and the summary. */
  readonly quiet: boolean;
  /** ISO times, absent where the output is to be the same in every run. */
  readonly times?: { readonly start: string; readonly end: string };
  readonly versionControl?: VersionControl;
  /** The user's settings, where they differ from a rule's own. */
  readonly overrides: readonly RuleOverride[];
}

/** Where the root of the run is kept. */
export interface VersionControl {
  /** Without credentials. */
  readonly repositoryUri: string;
  readonly revisionId?: string;
  readonly branch?: string;
}
