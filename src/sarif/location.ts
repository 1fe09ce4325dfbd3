import type { ArtifactLocation, PhysicalLocation, Region as SarifRegion } from 'sarif';
import type { ClientPath } from '../client/app-client.ts';
import { REDACTED } from '../client/secret.ts';
import { holdsSecret, mayHoldSecret } from '../locate/secret-tokens.ts';
import type { Location } from '../report.ts';
import type { Document, Region } from '../subject.ts';

export const ROOT = '%SRCROOT%';

/** Further than this from a value no context is shown: a line may be a whole file. */
const REACH = 400;

/**
 * Where a result is: the value with its text, and the line around it, unless a secret may stand there. Then neither
 * text is given, and the log needs the document's redacted contents to be readable.
 */
export function toPhysicalLocation({ document, region }: Location, path: ClientPath, index?: number): PhysicalLocation {
  const [start, end] = [region.offset, region.offset + region.length];
  const value = document.text.slice(start, end);
  const artifactLocation = artifactOf(document, index);
  if (isSensitive(document, value, path)) {
    return {
      artifactLocation,
      region: toRegion(region),
      contextRegion: oneWider(document.text, region, start, end).region,
    };
  }
  const context = lineAround(document, region, start, end) ?? oneWider(document.text, region, start, end);
  return {
    artifactLocation,
    region: toRegion(region, value),
    contextRegion: toRegion(context.region, context.text),
  };
}

export function artifactOf({ uri }: Document, index?: number): ArtifactLocation {
  return { uri, uriBaseId: uri.startsWith('file:') ? undefined : ROOT, index };
}

export function toRegion({ startLine, startColumn, endLine, endColumn }: SarifRegion, text?: string): SarifRegion {
  return { startLine, startColumn, endLine, endColumn, snippet: text === undefined ? undefined : { text } };
}

/** A secret, or a URL that may carry one. */
export function isSensitive(document: Document, token: string, path: ClientPath): boolean {
  return (
    path[0] === 'ClientSecret' || path[0] === 'ClientSecrets' || mayHoldSecret(document, token, '') || isTelling(token)
  );
}

/** A token of JSON or YAML with a URL that says more than origin and path. Most hold none, not even a colon in escapes. */
function isTelling(token: string): boolean {
  return /[:\\]/.test(token) && saysMore(textOf(token));
}

/** A URL that says more than origin and path, as a browser reads it: one with a user name, a query or a fragment. */
function saysMore(text: string): boolean {
  const rest = /^\s*[a-z][a-z0-9+.-]*:(.*)$/is.exec(text)?.[1] ?? '';
  return /[?#]|^[\\/]*[^\\/]*@/.test(rest);
}

/**
 * What a token of JSON or YAML says, as far as that matters here: behind its quotes, or the header of its block. Tabs and
 * line breaks are left out, as a browser does: https://url.spec.whatwg.org/#concept-basic-url-parser.
 */
function textOf(token: string): string {
  const text = token.replace(/^(["'])(.*)\1$/s, '$2').replace(/^[|>][^\n]*\n/, '');
  return text
    .replace(/\\[bfnrt]/g, '')
    .replace(/\\(?:u([\da-f]{4})|x([\da-f]{2}))/gi, (_whole, unit: string = '', byte: string = '') =>
      String.fromCharCode(Number.parseInt(unit + byte, 16)),
    );
}

/** A token of JSON, without what may hold a secret if it is a URL. */
export function maskUrl(token: string): string {
  if (!isTelling(token)) return token;
  const text = token.slice(1, -1);
  // Escapes of others than slashes may hide where the parts of it begin.
  if (/\\[^\\/]/.test(text)) return `"${filler(text.length)}"`;
  const masked = text
    .replace(USER, (_whole, before: string, user: string) => `${before}${filler(user.length)}@`)
    .replace(/([?#])(.*)$/s, (_whole, mark: string, tail: string) => mark + filler(tail.length));
  return `"${masked === text ? filler(text.length) : masked}"`;
}

/** Scheme and slashes, which JSON may escape and a browser takes either way, then all up to the last @ of the authority. */
const USER = /^(\s*[a-z][a-z0-9+.-]*:(?:\\?\/|\\\\)*)((?:[^/?#\\]|\\[^/\\])*)@/i;

/** As long as what it replaces, so that every region stays where it is. */
export function filler(length: number): string {
  return length < REDACTED.length ? '*'.repeat(length) : REDACTED + '*'.repeat(length - REDACTED.length);
}

interface Context {
  readonly region: SarifRegion;
  readonly text: string;
}

function lineAround(document: Document, region: Region, start: number, end: number): Context | undefined {
  const { text, confidential } = document;
  if (confidential) return undefined;
  const near = text.slice(Math.max(0, start - REACH), start);
  const lineBreak = near.lastIndexOf('\n');
  if (lineBreak === -1 && start > REACH) return undefined;
  const from = start - (near.length - lineBreak - 1);
  const rest = /^[^\r\n]*/.exec(text.slice(end, end + REACH))?.[0] ?? '';
  const to = end + rest.length;
  if (rest.length === REACH || (from === start && to === end)) return undefined;
  const line = text.slice(from, to);
  if (mayShowSecret(document, line)) return undefined;
  const place = {
    startLine: region.startLine,
    startColumn: 1,
    endLine: region.endLine,
    endColumn: region.endColumn + rest.length,
  };
  return { region: place, text: line };
}

/**
 * In a line, what may be a URL that says more than origin and path: a colon with no blank behind it, and up to the end of
 * the string a mark. A comment of YAML is no fragment. Each part is looked through once: one pattern for all of it would
 * begin anew at every colon of a line that may be a whole file.
 */
function hasMore({ syntax }: Document, line: string): boolean {
  return line.split(syntax === 'yaml' ? /(?<!\\)"|\s(?=#)/ : /(?<!\\)"/).some((part) => {
    const colon = part.search(/:(?!\s|$)/);
    return colon !== -1 && /[?#@]/.test(part.slice(colon));
  });
}

/** A key may be spelled by escapes, so those count as secret as well. */
function mayShowSecret(document: Document, line: string): boolean {
  if (document.syntax === 'yaml' && mayHoldSecret(document, line, '')) return true;
  if (holdsSecret(document, line) || /secret|\\u00|\\x/i.test(line) || hasMore(document, line)) return true;
  // Without a secret that is known, a string holds one where the line does, unless it is spelled by escapes.
  if (document.secrets.size === 0 && !line.includes('\\')) return false;
  const strings = line.match(/"[^"\\]*(?:\\.[^"\\]*)*"/g) ?? [];
  return strings.some((token) => mayHoldSecret(document, token, ''));
}

/** The smallest region that is larger: one character more, as a bracket, a comma or a blank. */
function oneWider(text: string, region: Region, start: number, end: number): Context {
  const { startLine, startColumn, endLine, endColumn } = region;
  // A carriage return alone ends no line, neither for the columns nor for the log's newlineSequences.
  const [lineBreak] = /^(?:\r?\n|$)/.exec(text.slice(end, end + 2)) ?? [];
  if (lineBreak === undefined) {
    return { region: { startLine, startColumn, endLine, endColumn: endColumn + 1 }, text: text.slice(start, end + 1) };
  }
  if (startColumn > 1) {
    return {
      region: { startLine, startColumn: startColumn - 1, endLine, endColumn },
      text: text.slice(start - 1, end),
    };
  }
  const place = { startLine, startColumn, endLine: endLine + 1, endColumn: 1 };
  return { region: place, text: text.slice(start, end + lineBreak.length) };
}
