import { expect, test } from 'vitest';
import type { AppClient } from '../src/client/app-client.ts';
import { callbacks } from '../src/client/redirects.ts';
import { Secrets } from '../src/client/secrets.ts';
import { lint } from '../src/lint.ts';
import type { ActiveRule, Report } from '../src/report.ts';
import { type AnyRule, defineRule, type Rule } from '../src/rule.ts';
import { rules } from '../src/rules/index.ts';
import { describedClient } from '../src/sources/described-client.ts';
import type { Document, Subject } from '../src/subject.ts';
import { seeded } from './random.ts';

const HOSTS = [
  'app.acme.io',
  'b.acme.io',
  'localhost',
  '10.0.0.1',
  'x.ngrok.io',
  'www.test.com',
  'u@acme.io',
  'acme.io:1',
];
const PATHS = ['/cb', '', '/', '/../cb', '/cb?next=x', '/cb#x', '/*', '/%2e%2e/x', '/a b'];
const SCHEMES = ['https://', 'https://', 'https://', 'http://', 'myapp://', 'com.acme.app:/', 'javascript:'];

/** What members of a client may have; `undefined` is left out. */
const VALUES: { readonly [Member in keyof AppClient]?: readonly (AppClient[Member] | undefined)[] } = {
  ClientName: ['portal', 'test-portal', undefined],
  LastModifiedDate: ['2026-10-01T08:00:00.000000+00:00', '2019-01-22', 1548108676, undefined],
  ClientSecret: ['0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdef', undefined, undefined],
  RefreshTokenValidity: [12, 3650, undefined],
  TokenValidityUnits: [{ RefreshToken: 'hours' }, { RefreshToken: 'days', AccessToken: 'minutes' }, {}],
  ReadAttributes: [['email'], ['email', 'custom:ssn'], undefined],
  WriteAttributes: [['name', 'email'], ['email', 'name'], ['custom:role'], undefined],
  ExplicitAuthFlows: [['ALLOW_USER_SRP_AUTH'], ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'], undefined],
  AllowedOAuthFlows: [['code'], ['code'], ['implicit'], ['client_credentials'], undefined],
  AllowedOAuthScopes: [['openid'], ['openid', 'aws.cognito.signin.user.admin'], undefined],
  AllowedOAuthFlowsUserPoolClient: [true, true, false, undefined],
  PreventUserExistenceErrors: ['ENABLED', 'LEGACY', undefined],
  EnableTokenRevocation: [true, false, undefined],
  ClientSecrets: [undefined, undefined, [{ ClientSecretId: 'a', ClientSecretCreateDate: 1548108676 }]],
};

/** Whole numbers from 0 to below a bound. */
function randomly(seed: number): (below: number) => number {
  const random = seeded(seed);
  return (below) => Math.floor(random() * below);
}

function randomClient(random: (below: number) => number, index: number): Record<string, unknown> {
  const one = <Item>(items: readonly Item[]) => items[random(items.length)] as Item;
  const url = () => (random(2) ? `https://app-${index}.acme.io/cb` : one(SCHEMES) + one(HOSTS) + one(PATHS));
  const urls = () => {
    const list = Array.from({ length: random(3) }, url);
    return random(4) ? list : list.flatMap((one) => [one, `${one}/`]);
  };
  const client: Record<string, unknown> = { UserPoolId: 'eu-west-1_AbCdEfGhI', ClientId: String(index) };
  for (const [member, values] of Object.entries(VALUES)) client[member] = one<unknown>(values);
  Object.assign(client, { CallbackURLs: urls(), LogoutURLs: urls(), DefaultRedirectURI: random(3) ? '' : url() });
  return JSON.parse(JSON.stringify(client));
}

/** Rules as a user may write them: they read what a client has in all ways that there are. */
const own = [
  ruleOf('acme/domain', function* ({ client }) {
    for (const { path, uri } of callbacks(client))
      if (!uri.host.endsWith('.acme.io')) yield { path, message: `${uri.host} is not ours.` };
  }),
  ruleOf('acme/even', function* ({ client }) {
    for (const [index, url] of (client.CallbackURLs ?? []).entries())
      if (/[02468]\.acme/.test(url)) yield { path: ['CallbackURLs', index], message: 'It is even.' };
  }),
  ruleOf('acme/spread', function* ({ client }) {
    const { LogoutURLs: urls } = { ...client };
    if (urls?.some((url) => /[13579]\.acme/.test(url))) yield { path: ['LogoutURLs'], message: 'One is odd.' };
  }),
  ruleOf('acme/name', function* ({ client }) {
    if (!Object.hasOwn(client, 'ClientName')) yield { path: [], message: 'It has no name.' };
  }),
  ruleOf('acme/empty', function* ({ client }) {
    if ('ReadAttributes' in client && !client.ReadAttributes)
      yield { path: ['ReadAttributes'], message: 'It is empty.' };
  }),
];

function ruleOf(id: string, check: Rule['check']): AnyRule {
  const [model] = rules as [AnyRule];
  return defineRule({ ...model, id, check });
}

const active = [...rules, ...own].map((rule): ActiveRule => {
  return { rule, level: rule.level, options: rule.options ?? {} };
});

const document: Document = {
  uri: 'clients.json',
  path: 'clients.json',
  text: '',
  encoding: 'utf-8',
  secrets: new Secrets(),
  locate: () => new Map(),
};

function subjectOf(value: Record<string, unknown>): Subject {
  const from = { document, at: [], onDisk: true, now: 1.79e9 };
  return describedClient({ pointer: `/${value['ClientId']}`, value, form: 'description' }, from).subject;
}

function said({ findings, notEvaluated, errors }: Report): string[] {
  const found = findings.map(({ rule, message, location, fingerprint }) =>
    [rule.id, message, location.pointer, fingerprint].join(' '),
  );
  const open = notEvaluated.map(({ rule, field, subject }) => [rule.id, field, subject.origin.pointer].join(' '));
  return [...found, ...open, ...errors.map(({ message }) => message)].sort();
}

const lintSubjects = (subjects: readonly Subject[]) => lint({ subjects, errors: [], notices: [] }, active);

test.each([1, 2, 3])('clients are found the same faults in together as alone (seed %i)', (seed) => {
  const random = randomly(seed);
  const clients = Array.from({ length: 150 }, (_, index) => randomClient(random, index));
  // Each set-up comes several times, with other redirects, another name, and other words for what is absent.
  const all = clients.flatMap((client) =>
    [0, 1, 2].map((copy) => ({
      ...(copy > 0 && { ReadAttributes: null, ClientName: `portal-${copy}` }),
      ...client,
      ClientId: `${client['ClientId']}-${copy}`,
      CallbackURLs: (client['CallbackURLs'] as string[]).map((url) =>
        url.replace(/app-\d+\.acme/, () => `app-${random(100)}.${random(4) ? 'acme' : 'other'}`),
      ),
    })),
  );
  const alone = all.flatMap((client) => said(lintSubjects([subjectOf(structuredClone(client))])));
  const together = said(lintSubjects(all.map(subjectOf)));
  expect(together).toEqual(alone.sort());
});
