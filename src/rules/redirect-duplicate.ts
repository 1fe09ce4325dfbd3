import type { AppClient } from '../client/app-client.ts';
import { ofEach } from '../client/entries.ts';
import { hasOrdinaryRedirects } from '../client/redirects.ts';
import { parseUri, plainForm, shown } from '../client/uri.ts';
import { defineRule, type Problem } from '../rule.ts';

export default defineRule({
  id: 'redirect-duplicate',
  title: 'Duplicate or near-duplicate redirect URLs',
  level: 'note',
  severity: '1.0',
  precision: 'high',
  preset: 'pedantic',
  area: 'redirects',
  why:
    'Near-duplicates show trial and error against exact matching, and hide the one entry that should not be ' +
    'there. To Cognito a trailing slash is a different URI.',
  fix: 'Keep one form.',
  whenAbsent: 'Without redirects it passes. The finding points at the later entry.',
  notReported: 'Two forms during a migration.',
  references: ['RFC 3986 §6.2.1', 'RFC 9700 §4.1.3'],
  cwe: [183],
  asvs: ['10.4.1'],
  nist: ['CM-6'],
  examples: {
    bad: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://a.acme.io/cb', 'https://A.acme.io:443/cb/'],
    },
    good: {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://a.acme.io/cb', 'https://a.acme.io/cb2'],
    },
  },
  remedy: 'which form the app sends, a person must find out',
  *check({ client, effective }) {
    if (!effective.redirects || hasOrdinaryRedirects(client)) return;
    yield* ofEach(['CallbackURLs', 'LogoutURLs'] as const, (member) => repetitions(client, member));
  },
});

function* repetitions(client: AppClient, member: 'CallbackURLs' | 'LogoutURLs'): Generator<Problem> {
  const firsts = new Map<string, string>();
  for (const [index, raw] of (client[member] ?? []).entries()) {
    const plain = plainForm(raw);
    const first = firsts.get(plain);
    if (first === undefined) firsts.set(plain, raw);
    else yield { path: [member, index], message: repetition(member, raw, first), about: `${member}/${plain}` };
  }
}

function repetition(member: string, raw: string, first: string): string {
  const url = shown(parseUri(raw));
  if (raw === first) return `${url} stands in ${member} more than once.`;
  const other = shown(parseUri(first));
  if (url === other) return `${url} stands in ${member} more than once, written in another case.`;
  return `${url} is ${other} but for case, a default port or a slash at its end.`;
}
