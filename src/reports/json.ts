import { toPointer } from '../pointer.ts';
import { countLevels, type Finding, type PlacedRemark, type Report } from '../report.ts';
import { version } from '../version.ts';

/** The public JSON output, version 1. It is written out here, so that no internal change shows in it. */
export function* json(report: Report): Generator<string> {
  const counts = countLevels(report.findings);
  const summary = {
    clients: report.clients,
    ...counts,
    suppressed: report.suppressed,
    notEvaluated: report.notEvaluated.length,
    errors: report.errors.length,
  };
  yield `{\n  "version": 1,\n  "tool": ${JSON.stringify({ name: 'cognito-lint', version })},\n`;
  yield `  "summary": ${JSON.stringify(summary)},\n`;
  yield* list('findings', report.findings, toFinding);
  yield* list('notEvaluated', report.notEvaluated, ({ rule, subject, field, reason }) => ({
    rule: rule.id,
    client: subject.identity,
    field,
    reason,
  }));
  yield* list('errors', report.errors, toRemark);
  yield* list('notices', report.notices, toRemark, '\n}\n');
}

function* list<Entry>(
  name: string,
  entries: readonly Entry[],
  make: (entry: Entry) => object,
  after = ',\n',
): Generator<string> {
  yield `  "${name}": [`;
  for (const [index, entry] of entries.entries()) yield `${index > 0 ? ',' : ''}\n    ${safeJson(make(entry))}`;
  yield entries.length > 0 ? `\n  ]${after}` : `]${after}`;
}

function toFinding({ rule, level, message, subject, path, location, fingerprint }: Finding): object {
  const { startLine, startColumn, endLine, endColumn } = location.region;
  return {
    rule: rule.id,
    level,
    message,
    client: subject.identity,
    path: toPointer(path),
    location: {
      uri: location.document.uri,
      pointer: location.pointer,
      startLine,
      startColumn,
      endLine,
      endColumn,
    },
    fingerprint,
  };
}

function toRemark({ path, uri, message, region }: PlacedRemark): object {
  return {
    uri: uri ?? path,
    message,
    ...(region && { startLine: region.startLine, startColumn: region.startColumn }),
  };
}

/** JSON that is harmless where it is printed: what a terminal may take for more than text is written by its number. */
export function safeJson(value: object, indent = 0): string {
  const text = JSON.stringify(value, null, indent);
  // Nearly always, and the test takes half the time of the search below. Line breaks are those of the indentation.
  if (/^[\n -~]*$/.test(text)) return text;
  const byNumber = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return text.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => character.split('').map(byNumber).join(''));
}
