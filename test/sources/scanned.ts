import { join } from 'node:path';
import { lint } from '../../src/lint.ts';
import { toPointer } from '../../src/pointer.ts';
import type { Report } from '../../src/report.ts';
import type { AnyRule } from '../../src/rule.ts';
import { rules } from '../../src/rules/index.ts';
import { type FileOptions, readFiles } from '../../src/sources/files.ts';
import { gathered } from '../../src/sources/forms.ts';
import { temporaryFolder } from '../temporary.ts';

const NOW = Date.parse('2026-11-23') / 1000;

interface More extends Pick<FileOptions, 'partSize'> {
  /** Default: the recommended ones. */
  readonly by?: readonly AnyRule[];
}

const RECOMMENDED = rules.filter(({ preset }) => preset === 'recommended');

/** What rules say of a file, through the reader and the linter that users have. */
export async function scanned(content: string | object, name = 'template.json', more: More = {}): Promise<Report> {
  const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
  const folder = temporaryFolder({ [name]: text });
  return scannedPath(join(folder, name), folder, more);
}

/** The same of a folder that is walked. */
export async function walked(files: Readonly<Record<string, string>>): Promise<Report> {
  const folder = temporaryFolder(files);
  return scannedPath(folder, folder);
}

async function scannedPath(path: string, root: string, { by = RECOMMENDED, ...more }: More = {}): Promise<Report> {
  const stdin = async () => Buffer.from('');
  const input = await gathered(readFiles([path], { root, stdin, stdinPath: 'stdin', now: NOW, ...more }));
  const active = by.map((rule) => ({ rule, level: rule.level, options: rule.options ?? {} }));
  return lint(input, active);
}

/** Each finding as its rule, its path, and its line. */
export function findingsOf({ findings }: Report): string[] {
  return findings
    .map(({ rule, path, location }) => `${rule.id} ${toPointer(path)} ${location.region.startLine}`)
    .sort();
}

/** The rules that report something. */
export function rulesOf({ findings }: Report): string[] {
  return [...new Set(findings.map(({ rule }) => rule.id))].sort();
}

/** The rules that were not evaluated, each with the reason. */
export function openRulesOf({ notEvaluated }: Report): Record<string, string> {
  return Object.fromEntries(notEvaluated.map(({ rule, field, reason }) => [rule.id, `${field}: ${reason}`]));
}

/** Errors or notices, each as its line and message. */
export function saidOf(remarks: Report['errors']): string[] {
  return remarks.map(({ region, message }) => `${region?.startLine ?? 'no line'}: ${message}`);
}

/** The text that a finding stands at. */
export function textAt(location: Report['findings'][number]['location']): string {
  const { document, region } = location;
  return document.text.slice(region.offset, region.offset + region.length);
}
