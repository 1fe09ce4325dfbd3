import { expect, test } from 'vitest';
import { toPointer } from '../src/pointer.ts';
import type { Report } from '../src/report.ts';
import type { AnyRule } from '../src/rule.ts';
import { rules } from '../src/rules/index.ts';
import { scanned } from './sources/scanned.ts';

const ON = (yes: unknown, no: unknown) => ({ 'Fn::If': ['IsProd', yes, no] });
const NO_VALUE = { Ref: 'AWS::NoValue' };
const own = (index: number) => ({ 'Fn::Sub': `https://a${index}.$\{Domain}/callback` });
const ordinary = (index: number) => `https://a${index}.acme-corp.io/callback`;
const SECRET = 'q7wvn2mxk9lr4tzb8ycj5hsd3fgp6ae1';
const withSecret = `https://${SECRET}.acme-corp.io/callback`;

/** What a client has for callbacks, ordinary and odd, known and not, in this place and in that. */
const CALLBACKS: readonly ((index: number) => unknown)[] = [
  (index) => [ordinary(index)],
  (index) => [ordinary(index), own(index)],
  (index) => [own(index), ordinary(index)],
  (index) => [own(index), 'http://a.acme-corp.io/x'],
  (index) => [ON(ordinary(index), 'http://a.acme-corp.io/x'), ordinary(index + 1)],
  (index) => [ON('http://a.acme-corp.io/x', ordinary(index))],
  (index) => [ON(NO_VALUE, 'http://localhost:3000/x'), ordinary(index)],
  (index) => ON([ordinary(index)], [own(index)]),
  (index) => [ordinary(index), ''],
  (index) => [{ 'Fn::Sub': ordinary(index) }, { 'Fn::Sub': 'http://a.acme-corp.io/x' }],
  () => [ordinary(0), ordinary(0)],
  // Only the last of the three repeats itself.
  (index) => [ordinary(0), ON(ordinary(1), ordinary(2)), index < 200 ? ordinary(index) : `${ordinary(0)}/`],
  (index) => [index < 200 ? ordinary(index) : withSecret],
  (index) => [index < 200 ? withSecret : ordinary(index)],
];

const SETTINGS: readonly Record<string, unknown>[] = [
  { GenerateSecret: ON(true, false), ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', { Ref: 'None' }] },
  { GenerateSecret: ON(false, true), ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', { Ref: 'None' }] },
  { RefreshTokenValidity: { Ref: 'Days' }, PreventUserExistenceErrors: ON('ENABLED', 'LEGACY') },
  { RefreshTokenValidity: { Ref: 'None' }, PreventUserExistenceErrors: ON('LEGACY', 'LEGACY') },
  { PreventUserExistenceErrors: 'ENABLED' },
];

/** Those of the first two are known in one set-up and not in the other. */
const NAMES: readonly ((of: string) => unknown)[] = [
  (of) => (of.includes('-4-') ? { Ref: 'None' } : `client-${of}`),
  (of) => (of.includes('-4-') ? { Ref: 'None' } : `client-${of}`),
  (of) => `test-client-${of}`,
  () => ON({ is: 'no text' }, 'client'),
];

const CLIENTS: Readonly<Record<string, object>> = Object.fromEntries(
  // Three of each, as the verdicts of the first are not shared and those of the second are made to be;
  // a fourth has a name that is wrong on one side.
  [0, 1, 2, 3].flatMap((round) =>
    SETTINGS.flatMap((settings, a) =>
      CALLBACKS.map((callbacks, b) => {
        const Properties = {
          AllowedOAuthFlowsUserPoolClient: true,
          AllowedOAuthFlows: ['code'],
          ClientName: NAMES[round]?.(`${round}-${a}-${b}`),
          CallbackURLs: callbacks(round * 100 + b),
          ...settings,
        };
        return [`C${round}x${a}x${b}`, { Type: 'AWS::Cognito::UserPoolClient', Properties }];
      }),
    ),
  ),
);

function template(clients: object): object {
  const Parameters = {
    Days: { Type: 'Number', Default: 3650 },
    None: { Type: 'String' },
    Domain: { Type: 'String' },
    Hidden: { Type: 'String', NoEcho: true, Default: SECRET },
  };
  return { Parameters, Resources: clients };
}

/** All that is said of clients, but for the lines. */
function said({ findings, notEvaluated, errors, notices }: Report): string[] {
  return [
    ...[...errors, ...notices].map(({ message }) => message),
    ...findings.map(({ rule, subject, path, message }) => {
      return `${subject.identity.resource} ${rule.id} ${toPointer(path)} ${message}`;
    }),
    ...notEvaluated.map(({ rule, subject, field, reason }) => {
      return `${subject.identity.resource} ${rule.id} is open: ${field}, ${reason}`;
    }),
  ].sort();
}

test('of clients that are written alike the same is said as of each alone', async () => {
  const alone: string[] = [];
  for (const [id, client] of Object.entries(CLIENTS)) {
    alone.push(...said(await scanned(template({ [id]: client }), 'template.json', { by: rules })));
  }
  const together = await scanned(template(CLIENTS), 'template.json', { by: rules });
  expect(together.errors.length).toBe(Object.keys(CLIENTS).length / 4);
  expect(said(together)).toEqual(alone.sort());
});

test('a rule that changes the client hides nothing of those that are set up alike', async () => {
  const careless: AnyRule = {
    ...(rules[0] as AnyRule),
    id: 'acme/careless',
    check: ({ client }) => {
      (client as { EnableTokenRevocation?: boolean }).EnableTokenRevocation = true;
      return [];
    },
  };
  const clients = ['a', 'b', 'c', 'd'].map((ClientId) => ({ ClientId, EnableTokenRevocation: false }));
  const { findings } = await scanned(clients, 'clients.json', { by: [...rules, careless] });
  const own = findings.filter(({ rule }) => rule.id === 'token-revocation-disabled');
  expect(own.map(({ subject }) => subject.identity.clientId)).toEqual(['a', 'b', 'c', 'd']);
});
