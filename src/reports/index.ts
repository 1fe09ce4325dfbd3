import type { Report } from '../report.ts';
import type { Piece, Run } from './run.ts';

/** A format: a report in, pieces of it out. */
export type Format = (report: Report, run: Run) => Iterable<Piece>;

/** The formats by name, each loaded when it is asked for. */
export const formats: Readonly<Record<string, () => Promise<Format>>> = {
  pretty: async () => (await import('./pretty.ts')).pretty,
  json: async () => (await import('./json.ts')).json,
  sarif: async () => (await import('../sarif/log.ts')).sarif,
  github: async () => (await import('./github.ts')).github,
  markdown: async () => (await import('./markdown.ts')).markdown,
  html: async () => (await import('./html/page.ts')).html,
};
