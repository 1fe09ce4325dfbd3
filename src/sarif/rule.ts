import type { ReportingDescriptor } from 'sarif';
import { cweLink, HOME, helpUrl, link } from '../references.ts';
import type { AnyRule, Level } from '../rule.ts';
import { CWE_GUID, pascalCase } from './cwe.ts';
import { guidOf } from './guid.ts';

/** GitHub's word for a level. */
const PROBLEM_SEVERITY: Readonly<Record<Level, string>> = {
  error: 'error',
  warning: 'warning',
  note: 'recommendation',
};

/** What a log says of a rule. GitHub shows `help.markdown` and no `helpUri`, so the links stand in the text. */
export function toDescriptor(rule: AnyRule): ReportingDescriptor {
  const helpUri = helpUrl(rule.id) ?? HOME;
  return {
    id: rule.id,
    name: pascalCase(rule.id),
    guid: guidOf(`${helpUri}#${rule.id}`),
    shortDescription: { text: `${rule.title}.` },
    fullDescription: { text: cut(plain(rule.why), 1024) },
    messageStrings: { default: { text: `${rule.title}, in app client '{0}', setting '{1}'.` } },
    defaultConfiguration: { enabled: true, level: rule.level },
    helpUri,
    help: { text: `${plain(rule.why)}\n\nFix: ${plain(rule.fix)}`, markdown: markdownHelp(rule) },
    relationships: rule.cwe.map((cwe) => ({
      target: {
        id: String(cwe),
        guid: guidOf(cweLink(cwe).url),
        toolComponent: { name: 'CWE', guid: CWE_GUID, index: 0 },
      },
      kinds: ['superset'],
    })),
    properties: {
      tags: ['security', 'aws', 'cognito', rule.area, ...rule.cwe.map((cwe) => `external/cwe/cwe-${cwe}`)].slice(0, 10),
      precision: rule.precision,
      'problem.severity': PROBLEM_SEVERITY[rule.level],
      'security-severity': rule.severity,
    },
  };
}

function markdownHelp(rule: AnyRule): string {
  const parts = [
    `## ${rule.title}`,
    rule.why,
    `### How to fix it`,
    rule.fix,
    ...(rule.whenAbsent ? ['### Where it is not set', rule.whenAbsent] : []),
    ...(rule.notReported ? ['### Not reported', rule.notReported] : []),
    '### References',
    [...rule.references.map(link), ...rule.cwe.map(cweLink)].map(({ title, url }) => `- [${title}](${url})`).join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Markdown without its marks, as far as rules use them. */
function plain(markdown: string): string {
  return markdown.replaceAll('`', '');
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
