import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lint } from '../../src/lint.ts';
import { excerpt } from '../../src/locate/excerpt.ts';
import { settingsOf } from '../../src/reports/html/settings.ts';
import { rules } from '../../src/rules/index.ts';
import { toFix } from '../../src/sarif/fix.ts';
import { toPhysicalLocation } from '../../src/sarif/location.ts';
import type { Job } from '../../src/sieve/job.ts';
import { Sieve } from '../../src/sieve/sieve.ts';
import { Sifter } from '../../src/sieve/sifter.ts';
import { type FileOptions, readFiles } from '../../src/sources/files.ts';
import { gathered } from '../../src/sources/forms.ts';
import { temporaryFolder } from '../temporary.ts';

const active = rules.map((rule) => ({ rule, level: rule.level, options: rule.options ?? {} }));

const NOW = 1.79e9;

/** All that a report says of a file that is read in parts of some size. */
async function said(bytes: Buffer, partSize: number, more: Pick<FileOptions, 'startSieve'> = {}, judgedBy = active) {
  const root = temporaryFolder({ 'clients.json': bytes });
  const options = { root, stdin: async () => Buffer.from(''), stdinPath: 'stdin', now: NOW, partSize, ...more };
  const report = lint(await gathered(readFiles([join(root, 'clients.json')], options)), judgedBy);
  const remark = ({ uri, message, region }: (typeof report.errors)[number]) =>
    `${uri}:${region?.startLine}:${region?.startColumn}-${region?.endLine}:${region?.endColumn} ${message}`;
  return {
    clients: report.clients,
    findings: report.findings.map((finding) => {
      const { rule, message, path, location, fingerprint, subject } = finding;
      const { artifactLocation, region, contextRegion } = toPhysicalLocation(location, path);
      return {
        rule: rule.id,
        message,
        path,
        pointer: location.pointer,
        fingerprint,
        identity: subject.identity,
        settings: settingsOf(subject),
        fix: toFix(finding, rule.options ?? {}),
        shown: [20, 80, 140].map((width) => excerpt(location.document, location.region, width)),
        artifactLocation,
        region,
        contextRegion,
      };
    }),
    notEvaluated: report.notEvaluated.map(({ rule, field, reason }) => `${rule.id} ${field} ${reason}`),
    errors: report.errors.map(remark),
    notices: report.notices.map(remark),
  };
}

const WHOLE = Number.POSITIVE_INFINITY;

function client(index: number, more: object = {}) {
  return {
    UserPoolClient: {
      UserPoolId: 'eu-west-1_AbCdEf123',
      ClientName: `Kunde ${index}`,
      ClientId: `client${index}`,
      CallbackURLs: ['http://a.example/x', `https://ümlaut.example/${index}`, 'https://x.example/a,{"[]}'],
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      RefreshTokenValidity: index,
      ...more,
    },
  };
}

/** Of this one there is nothing to say. */
function quietClient(index: number) {
  const { UserPoolId, ClientName, ClientId } = client(index).UserPoolClient;
  return {
    UserPoolClient: {
      UserPoolId,
      ClientName,
      ClientId,
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
      RefreshTokenValidity: 1,
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid'],
      CallbackURLs: ['https://acme.io/cb'],
      ReadAttributes: ['name'],
      WriteAttributes: ['name'],
    },
  };
}
const mixed = (count: number) =>
  Array.from({ length: count }, (_, index) => (index % 5 === 3 ? client(index) : quietClient(index)));

const ASCII = { CallbackURLs: ['http://a.example/x', 'https://b.example/},{"'] };
const SECRETS = {
  ClientSecret: `1a2b3c4d5e6f7g8h9i0j${'k1l2m3n4'.repeat(4)}`,
  ClientSecrets: [{ ClientSecretId: 'a' }, { ClientSecretId: 'b' }],
};
const list = (count: number, more?: object) => Array.from({ length: count }, (_, index) => client(index, more));
const pretty = (value: unknown, indent: number | string = 2) => JSON.stringify(value, null, indent);
const lines = (values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');

const CASES: { name: string; text: string | Buffer }[] = [
  { name: 'an indented list', text: pretty(list(20)) },
  { name: 'an indented list of ASCII alone', text: pretty(list(20, ASCII), 4) },
  { name: 'a list without blanks', text: JSON.stringify(list(20)) },
  { name: 'a list without blanks, of ASCII alone', text: JSON.stringify(list(20, ASCII)) },
  {
    name: 'a list with an entry on each line',
    text: `[${list(9)
      .map((one) => JSON.stringify(one))
      .join(',\n')}]`,
  },
  {
    name: 'a list with commas before its entries',
    text: `[ ${list(9)
      .map((one) => JSON.stringify(one))
      .join('\n, ')}\n]\n`,
  },
  { name: 'a list indented by tabs with CRLF', text: pretty(list(9), '\t').replaceAll('\n', '\r\n') },
  { name: 'a list behind a byte order mark and blanks', text: `\ufeff\n\n  ${pretty(list(9))}\n\n` },
  { name: 'a list of bare clients', text: pretty(list(9).map((one) => one.UserPoolClient)) },
  { name: 'entries with lists of objects and secrets in them', text: JSON.stringify(list(12, SECRETS)) },
  { name: 'the same, indented', text: pretty(list(12, SECRETS)) },
  {
    name: 'entries of other kinds among clients',
    text: JSON.stringify([1, client(1), 'text', [], client(2), null, {}]),
  },
  {
    name: 'entries that are separated in several ways',
    text: `[${list(20).reduce((text, one, index) => text + [',', ', ', ',\n'][index % 3] + JSON.stringify(one), '1')}]`,
  },
  {
    name: 'entries on lines that are as long as what is shown of one, or a little shorter or longer',
    text: `[${[4093, 4094, 4095, 4096, 4097]
      .map((reach, index) => `\n${' '.repeat(reach)}${JSON.stringify(client(index))}${' '.repeat(reach)}`)
      .join(',')}\n]`,
  },
  { name: 'lists in a list', text: JSON.stringify([list(3), list(2)]) },
  {
    name: 'wrong types and strange members',
    text: pretty(list(6, { AuthSessionValidity: 'long', Colour: 'red', ClientType: 'NEW' })),
  },
  { name: 'bytes that are not UTF-8', text: Buffer.from(pretty(list(9)), 'latin1') },
  { name: 'one entry', text: pretty(list(1)) },
  { name: 'lines', text: lines(list(20)) },
  { name: 'lines of ASCII, the last without an end', text: lines(list(20, ASCII)).trimEnd() },
  { name: 'lines with blank ones between, and CRLF', text: lines(list(9)).replaceAll('\n', '\r\n\r\n') },
  {
    name: 'lines, some of them broken',
    text: `${lines(list(5))}{"UserPoolClient": {\n${lines(list(3))}{"a" 1}\n`,
  },
  { name: 'lines, then a document on several', text: `${lines(list(3)) + pretty(client(7))}\n${pretty(client(8))}` },
  { name: 'a list on each line', text: lines([list(2), list(3)]) },
  { name: 'clients of which there is nothing to say', text: pretty(mixed(150)) },
  { name: 'the same without blanks', text: JSON.stringify(mixed(150)) },
  { name: 'lines of the same', text: lines(mixed(150)) },
  { name: 'lines of the same, one of them broken', text: lines(mixed(150)).replace('"client90"', '"client90') },
  { name: 'no client in a list', text: pretty([{ Name: 'a' }, { Name: 'b' }]) },
];

describe.each(CASES)('$name', ({ text }) => {
  test.each([1, 300, 1500, 5000])('says the same in parts of %i bytes as read whole', async (size) => {
    const bytes = Buffer.from(text);
    expect(await said(bytes, size)).toEqual(await said(bytes, WHOLE));
  });
});

/** A sieve whose helper gets and gives what can be sent from thread to thread. */
function sieve(judgedBy = active): { readonly sieve: Sieve; readonly sifted: { readonly quiet: number }[] } {
  const sifted: { readonly quiet: number }[] = [];
  const sifter = new Sifter(judgedBy, NOW);
  const helper = {
    waiting: 0,
    async do(job: Job) {
      const answer = structuredClone(await sifter.do(structuredClone(job)));
      if (answer) sifted.push(answer);
      return answer;
    },
    end: () => {},
  };
  return { sieve: new Sieve(sifter, [helper]), sifted };
}

describe.each([
  ...CASES,
  { name: 'a list, then another', text: `${JSON.stringify(mixed(150))}\n${pretty(mixed(9))}` },
  { name: 'a list that is cut off', text: pretty(mixed(150)).slice(0, -200) },
  { name: 'a list with a fault', text: pretty(mixed(150)).replace('"client90"', 'client90') },
  { name: 'a byte in it that is not UTF-8', text: Buffer.from(pretty(mixed(150)).replace('90', '\xff'), 'latin1') },
  { name: 'a text like what is between entries', text: JSON.stringify(mixed(150)).replaceAll('Kunde 8', '},{ ') },
])('$name', ({ text }) => {
  test.each([60, 300, 1500, 3000])('says the same sifted in parts of %i bytes as in those parts', async (size) => {
    const bytes = Buffer.from(text);
    const sifting = await said(bytes, size, { startSieve: async () => sieve().sieve });
    expect(sifting).toEqual(await said(bytes, size));
  });
});

test.each([
  { name: 'a list', text: pretty(mixed(300)) },
  { name: 'a list without blanks', text: JSON.stringify(mixed(300)) },
  { name: 'lines', text: lines(mixed(300)) },
])('of most parts of a large file only the loud clients are read: $name', async ({ text }) => {
  const { sieve: own, sifted } = sieve();
  const { clients } = await said(Buffer.from(text), 3000, { startSieve: async () => own });
  expect(clients).toBe(300);
  expect(sifted.reduce((sum, { quiet }) => sum + quiet, 0)).toBeGreaterThan(200);
});

test('a secret of a client of which there is nothing to say is not shown where it stands in another', async () => {
  const secret = '1a2b3c4d5e6f7g8h9i0jk1l2m3n4';
  const clients: { UserPoolClient: object }[] = mixed(300);
  clients[250] = { UserPoolClient: { ...quietClient(250).UserPoolClient, ClientSecret: secret } };
  const told = { ClientName: `of ${secret}`, CallbackURLs: [`http://a.example/${secret}`] };
  clients[20] = { UserPoolClient: { ...quietClient(20).UserPoolClient, ...told } };
  const judgedBy = active.filter(({ rule }) => rule.id === 'redirect-http-callback');
  const own = sieve(judgedBy);
  const { findings } = await said(Buffer.from(pretty(clients)), 3000, { startSieve: async () => own.sieve }, judgedBy);
  expect(own.sifted.reduce((sum, { quiet }) => sum + quiet, 0)).toBeGreaterThan(200);
  expect(findings).toHaveLength(1);
  expect(JSON.stringify(findings)).not.toContain(secret);
});

test('that large lines hold no client is told in the words that are used of small ones', async () => {
  const bytes = Buffer.from(lines([{ level: 'info' }, { level: 'warn' }]));
  const [part, whole] = [await said(bytes, 10), await said(bytes, WHOLE)];
  const words = ({ errors }: typeof part) => errors.map((error) => error.replace(/^\S+ /, ''));
  expect(words(part)).toEqual(words(whole));
  expect(part.errors).toEqual([expect.stringMatching(/^clients.json:1:1-/)]);
});

test('what comes before a fault in a large list is read', async () => {
  const text = pretty(list(20));
  const { clients, findings, errors } = await said(Buffer.from(text.slice(0, text.lastIndexOf(',') + 1)), 1000);
  expect(clients).toBeGreaterThan(15);
  expect(findings.length).toBeGreaterThan(15);
  expect(errors).toEqual([expect.stringContaining('not valid JSON: the text ends where')]);
});

test('large lists that follow each other are read as one', async () => {
  const { clients, findings, errors } = await said(Buffer.from(`${pretty(list(5))}\n${pretty(list(4))}\n`), 1000);
  expect({ clients, errors }).toEqual({ clients: 9, errors: [] });
  expect(findings.some(({ pointer }) => pointer.startsWith('/8/UserPoolClient/'))).toBe(true);
});

test.each([
  { behind: '{}', line: 3 },
  { behind: ',', line: 3 },
])('$behind behind a large list is told', async ({ behind, line }) => {
  const bytes = Buffer.from(`[\n${JSON.stringify(list(5)).slice(1)}\n${behind}\n`);
  const { clients, errors } = await said(bytes, 500);
  expect(clients).toBe(5);
  expect(errors).toEqual([
    `clients.json:${line}:1-${line}:1 not valid JSON: expected another list or the end of the text`,
  ]);
});

test('of many entries before the first client some are told one by one, the rest by their number', async () => {
  const { clients, notices } = await said(
    Buffer.from(lines([...Array(1500).fill({ level: 'info' }), client(1)])),
    1000,
  );
  expect(clients).toBe(1);
  expect(notices.filter((notice) => notice.includes('this entry is passed over'))).toHaveLength(1000);
  expect(notices.filter((notice) => notice.includes('500 more entries before this one'))).toHaveLength(1);
});

test('what is not kept of a large file is read again, and says the same', async () => {
  const long = { ReadAttributes: Array.from({ length: 900 }, (_, index) => `custom:attribute_number_${index}`) };
  const bytes = Buffer.from(lines(list(700, { ...long, PreventUserExistenceErrors: 'LEGACY' })));
  expect(bytes.length).toBeGreaterThan(17e6);
  const [inParts, whole] = [await said(bytes, 2 ** 20), await said(bytes, WHOLE)];
  expect(inParts.findings.at(-1)).toEqual(whole.findings.at(-1));
  expect(inParts).toEqual(whole);
  expect(inParts.findings.filter(({ fix }) => fix).length).toBe(700);
});
