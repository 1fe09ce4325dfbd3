import { cweLink, type Link, link } from './references.ts';
import type { AnyRule, Area } from './rule.ts';

const AREAS: readonly (readonly [area: Area, title: string])[] = [
  ['oauth', 'OAuth grants and scopes'],
  ['auth-flow', 'Sign-in flows and error texts'],
  ['tokens', 'Tokens'],
  ['redirects', 'Redirects'],
  ['attributes', 'Attributes'],
  ['secrets', 'Secrets'],
  ['threat', 'Threat context'],
  ['analytics', 'Analytics'],
  ['hygiene', 'Hygiene'],
];

/** The page `rules.md`: all that the rules say of themselves. `npm run rules.md` writes it. */
export function rulesPage(rules: readonly AnyRule[]): string {
  const parts = [
    '# Rules',
    `${rules.length} rules over one described app client, written from \`src/rules/\`. Severity is GitHub's security-severity. ` +
      'A rule of the preset `recommended` is on unless it is turned off; `--preset pedantic` turns on the others too.',
    table(rules),
    ...AREAS.flatMap(([area, title]) => [`## ${title}`, ...rules.filter((rule) => rule.area === area).map(section)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function table(rules: readonly AnyRule[]): string {
  const rows = rules.map(
    ({ id, level, severity, preset, title }) =>
      `| [\`${id}\`](#${id}) | ${level} | ${severity} | ${preset} | ${title} |`,
  );
  return ['| rule | level | severity | preset | what is wrong |', '| --- | --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

function section(rule: AnyRule): string {
  return [
    `### ${rule.id}`,
    `**${rule.title}**`,
    `${rule.level} · severity ${rule.severity} · precision ${rule.precision} · ${rule.preset}`,
    rule.why,
    `**Fix.** ${rule.fix}`,
    ...(rule.whenAbsent ? [`**Where it is not set.** ${rule.whenAbsent}`] : []),
    ...(rule.notReported ? [`**Not reported.** ${rule.notReported}`] : []),
    ...(typeof rule.remedy === 'string' ? [`**By hand:** ${rule.remedy}.`] : []),
    ...(rule.options ? [options(rule.options)] : []),
    example('Reported', rule.examples.bad),
    example('Not reported', rule.examples.good),
    `References: ${rule.references.map(link).map(anchor).join(', ')}.`,
    mappings(rule),
  ].join('\n\n');
}

function options(defaults: object): string {
  const rows = Object.entries(defaults).map(([name, value]) => `| \`${name}\` | \`${JSON.stringify(value)}\` |`);
  return ['| option | default |', '| --- | --- |', ...rows].join('\n');
}

function example(title: string, client: object): string {
  return `${title}:\n\n\`\`\`json\n${JSON.stringify(client, null, 2)}\n\`\`\``;
}

/** CWE, OWASP ASVS 5.0.0 and NIST SP 800-53 Rev. 5, as far as the rule has them. */
function mappings({ cwe, asvs = [], nist = [] }: AnyRule): string {
  const parts = [
    cwe.map((number) => anchor(cweLink(number))).join(', '),
    asvs.length > 0 ? `OWASP ASVS ${asvs.map((one) => `v5.0.0-${one}`).join(', ')}` : '',
    nist.length > 0 ? `NIST SP 800-53 ${nist.join(', ')}` : '',
  ];
  return `${parts.filter(Boolean).join('; ')}.`;
}

function anchor({ title, url }: Link): string {
  return `[${title}](${url})`;
}
