import type { UpdateUserPoolClientRequest } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, expectTypeOf, test, vi } from 'vitest';
import { flowOf } from '../../src/client/flows.ts';
import { members } from '../../src/client/schema.ts';
import type { UpdateMember } from '../../src/client/update-input.ts';
import { plan, planWhereItIsMade } from '../../src/remediate/plan.ts';
import type { AnyRule, Change } from '../../src/rule.ts';
import { rules } from '../../src/rules/index.ts';
import type { Document, Subject } from '../../src/subject.ts';
import { ACTIVE, ALL, CLIENTS, generated, IDS, POOL, planned, rulesAgainst, subjectOf } from './clients.ts';

describe('of 1,000 clients of any settings', () => {
  test('every rule that is reported is either fixed or left to a person, and no other is named', () => {
    for (const client of CLIENTS) {
      const { fixes, manual } = planned(client);
      const named = [...new Set(fixes.map(({ rule }) => rule)), ...manual.map(({ rule }) => rule)];
      expect(named.sort()).toEqual([...new Set(rulesAgainst(client))].sort());
    }
  });

  test('after the fixes those findings are gone, and none has come', () => {
    for (const client of CLIENTS) {
      const { fixes, manual, input } = planned(client);
      const secret = client['ClientSecret'] ? { ClientSecret: '[REDACTED]' } : {};
      const after = new Set(rulesAgainst({ ...input, ...secret, ClientType: 'REGULAR' }));
      const before = new Set(rulesAgainst(client));
      const open = new Set(manual.map(({ rule }) => rule));
      for (const { rule } of fixes) if (!open.has(rule)) expect(after).not.toContain(rule);
      for (const rule of after) expect(before).toContain(rule);
    }
  });

  test('every member whose effect changes is named by a fix, and every other is as it was', () => {
    for (const client of CLIENTS) {
      const { fixes, input = {} } = planned(client);
      const untouched = planned(client, { includeRisky: false, rules: ['no-rule'] }).input ?? {};
      const changed = Object.keys({ ...untouched, ...input }).filter(
        (member) => JSON.stringify(untouched[member as UpdateMember]) !== JSON.stringify(input[member as UpdateMember]),
      );
      expect([...new Set(fixes.map(({ path }) => path.slice(1)))].sort()).toEqual(
        expect.arrayContaining(changed.sort()),
      );
    }
  });

  test('the input has no member that an update does not take, no empty list, and a unit beside each lifetime', () => {
    for (const client of CLIENTS) {
      const { input = {} } = planned(client);
      for (const [member, value] of Object.entries(input)) {
        expect(Object.keys(members)).toContain(member);
        expect(['ClientSecret', 'ClientType', 'CreationDate', 'LastModifiedDate']).not.toContain(member);
        if (Array.isArray(value)) expect(value.length).toBeGreaterThan(0);
      }
      const units = (input.TokenValidityUnits ?? {}) as Record<string, string>;
      for (const token of ['Access', 'Id', 'Refresh'] as const) {
        if (input[`${token}TokenValidity`] !== undefined) expect(units[`${token}Token`]).toBeDefined();
      }
    }
  });

  test('legacy and current flow names are never mixed where flows are fixed', () => {
    for (const client of CLIENTS) {
      const { fixes, input = {} } = planned(client);
      if (!fixes.some(({ path }) => path === '/ExplicitAuthFlows')) continue;
      const flows = input.ExplicitAuthFlows as string[];
      expect(flows.every((flow) => flow.startsWith('ALLOW_') && flowOf(flow))).toBe(true);
    }
  });
});

test('a client is planned without a look for its places, of which each would take a pass over its file', () => {
  const { origin, ...subject } = subjectOf({ ...IDS, PreventUserExistenceErrors: 'LEGACY' });
  const locate = vi.fn<Document['locate']>();
  const unplaced: Subject = {
    ...subject,
    origin: {
      document: { ...origin.document, locate },
      pointer: origin.pointer,
      locate: (path) => origin.locate(path),
      setting: () => '',
    },
  };
  plan(unplaced, { ...IDS, PreventUserExistenceErrors: 'LEGACY' }, ACTIVE, ALL, true);
  planWhereItIsMade(unplaced, ACTIVE, ALL);
  expect(locate).not.toHaveBeenCalled();
});

test('the input is an UpdateUserPoolClient request', () => {
  expectTypeOf<UpdateMember>().toEqualTypeOf<keyof UpdateUserPoolClientRequest>();
});

describe('risky fixes', () => {
  const client = {
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    PreventUserExistenceErrors: 'LEGACY',
    ClientSecret: 'x',
  };
  const fixed = (choice: { includeRisky: boolean; rules: string[] }) =>
    planned(client, choice).fixes.map(({ rule }) => rule);

  test('are left to a person', () => {
    expect(fixed({ includeRisky: false, rules: [] })).not.toContain('auth-flow-user-password');
    expect(fixed({ includeRisky: false, rules: [] })).toContain('user-existence-errors-legacy');
  });

  test('are made where they are asked for, all or by name', () => {
    expect(fixed({ includeRisky: true, rules: [] })).toContain('auth-flow-user-password');
    expect(fixed({ includeRisky: false, rules: ['auth-flow-user-password'] })).toEqual(['auth-flow-user-password']);
  });
});

test('a value that this version does not know is sent back as it is', () => {
  const { input } = planned({
    ...IDS,
    ExplicitAuthFlows: ['ALLOW_TOMORROW_AUTH', 'ALLOW_USER_SRP_AUTH'],
    PreventUserExistenceErrors: 'LEGACY',
  });
  expect(input?.ExplicitAuthFlows).toEqual(['ALLOW_TOMORROW_AUTH', 'ALLOW_USER_SRP_AUTH']);
});

test('a list with a value that this version does not know is left to a person', () => {
  const { manual, input } = planned({
    ...IDS,
    ExplicitAuthFlows: ['ALLOW_TOMORROW_AUTH', 'ALLOW_USER_PASSWORD_AUTH'],
  });
  expect(manual.map(({ rule }) => rule)).toContain('auth-flow-user-password');
  expect(input?.ExplicitAuthFlows).toEqual(['ALLOW_TOMORROW_AUTH', 'ALLOW_USER_PASSWORD_AUTH']);
});

describe('a rule whose change hangs on a value that is not known is left to a person', () => {
  test.each([
    ['a flow of tomorrow', 'refresh-token-rotation-disabled', { ExplicitAuthFlows: ['ALLOW_TOMORROW_AUTH'] }],
    [
      'a wrong type',
      'refresh-token-rotation-disabled',
      { EnableTokenRevocation: 'true', ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] },
    ],
  ])('%s', (_name, rule, bad) => {
    const [field] = Object.keys(bad);
    const { fixes, manual, input } = planned({ ...IDS, PreventUserExistenceErrors: 'LEGACY', ...bad });
    expect(manual).toContainEqual({ rule, reason: `what to set hangs on ${field}, which is not known` });
    expect(fixes.map(({ path }) => path)).toContain('/PreventUserExistenceErrors');
    expect(input).toMatchObject({ ...bad, PreventUserExistenceErrors: 'ENABLED' });
  });
});

test('whatever one member is, the rest is planned', () => {
  const wrong = [null, true, 7, -1, 1.5, 'TOMORROW', [], ['TOMORROW'], [null], [7], {}, { Tomorrow: 1 }];
  const client = {
    ...generated(7),
    ...Object.fromEntries(Object.entries(POOL).map(([name, [value]]) => [name, value])),
  };
  for (const member of Object.keys(members)) {
    for (const value of wrong) {
      const { fixes, manual } = planned({ ...client, [member]: value });
      const named = new Set([...fixes, ...manual].map(({ rule }) => rule));
      expect([...named].sort()).toEqual([...new Set(rulesAgainst({ ...client, [member]: value }))].sort());
    }
  }
});

test('a rule that the change of another ends is named with that change alone', () => {
  const { fixes } = planned({
    ...IDS,
    ClientSecret: 'x',
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ['code', 'implicit'],
    CallbackURLs: ['https://app.acme.io/cb'],
    PreventUserExistenceErrors: 'LEGACY',
  });
  const changesOf = (id: string) => fixes.filter(({ rule }) => rule === id).map(({ path, to }) => [path, to]);
  expect(changesOf('oauth-implicit-grant')).toEqual([['/AllowedOAuthFlows', ['code']]]);
  expect(changesOf('client-secret-in-public-app')).toEqual([['/AllowedOAuthFlows', ['code']]]);
  expect(changesOf('user-existence-errors-legacy')).toEqual([['/PreventUserExistenceErrors', 'ENABLED']]);
});

describe('a change after which less can be judged is left to a person', () => {
  test.each([
    ['as it sets a value of another type', { ClientName: 'other', ReadAttributes: 'email' }],
    ['as its rule would have to know more', { ClientName: undefined, DefaultRedirectURI: 'https://app.acme.io/cb' }],
    ['as its rule fails', { ClientName: 'broken' }],
  ])('%s', (_name, settings) => {
    const rule: AnyRule = {
      ...(rules[0] as AnyRule),
      id: 'acme/name',
      remedy: () => ({ settings, risk: 'none' }) as Change,
      *check({ client }) {
        if (client.ClientName === 'broken') throw new Error('what a name');
        if (client.DefaultRedirectURI) client.LogoutURLs?.includes('https://app.acme.io/bye');
        if (client.ClientName === 'web') yield { path: ['ClientName'], message: 'What a name.' };
      },
    };
    const client = { ...IDS, ClientName: 'web', LogoutURLs: 'https://app.acme.io' };
    const { fixes, manual } = plan(subjectOf(client), client, [{ rule, level: 'note', options: {} }], ALL, true);
    expect([fixes, manual.map(({ rule }) => rule)]).toEqual([[], ['acme/name']]);
  });
});

test('what could not be judged before keeps no change from being made', () => {
  const ruleOf = (id: string, parts: Partial<AnyRule>) => ({
    rule: { ...(rules[0] as AnyRule), id, ...parts } as AnyRule,
    level: 'note' as const,
    options: {},
  });
  const active = [
    ruleOf('acme/name', {
      remedy: () => ({ settings: { ClientName: 'app' }, risk: 'none' }),
      *check({ client }) {
        if (client.ClientName === 'web') yield { path: ['ClientName'], message: 'What a name.' };
      },
    }),
    ruleOf('acme/broken', {
      check() {
        throw new Error('no');
      },
    }),
    ruleOf('acme/open', {
      check: ({ client }) => (client.LogoutURLs?.includes('https://app.acme.io/bye') ? [] : []),
    }),
  ];
  const client = { ...IDS, ClientName: 'web', LogoutURLs: 'https://app.acme.io' };
  const { fixes, manual, errors, input } = plan(subjectOf(client), client, active, ALL, true);
  expect([fixes.map(({ rule }) => rule), manual, errors.length]).toEqual([['acme/name'], [], 1]);
  expect(input).toEqual({ ...client, ClientName: 'app' });
});

describe('a change is made where it ends its finding and raises none', () => {
  const NOT_MADE = 'its usual change would not end it here, would raise another finding, or could not be judged';
  /** A rule with a finding for each callback that has a word in it. */
  const against = (word: string, CallbackURLs: string[]): AnyRule => ({
    ...(rules[0] as AnyRule),
    id: `acme/${word}`,
    remedy: () => ({ settings: { CallbackURLs }, risk: 'none' }),
    *check({ client }) {
      for (const [index, url] of (client.CallbackURLs ?? []).entries())
        if (url.includes(word)) yield { path: ['CallbackURLs', index], message: 'What a URL.' };
    },
  });
  const plannedBy = (CallbackURLs: string[], ...all: AnyRule[]) => {
    const client = { ...IDS, CallbackURLs };
    const active = all.map((rule) => ({ rule, level: rule.level, options: {} }));
    const { fixes, manual, input } = plan(subjectOf(client), client, active, ALL, true);
    return { fixed: fixes.map(({ rule }) => rule), manual, urls: input?.CallbackURLs };
  };

  test.each<[string, string[], string[]]>([
    ['it ends all of its findings', ['https://bad', 'https://bad/2'], ['https://good']],
    [
      'another rule has as many as before, of other entries',
      ['https://odd', 'https://bad'],
      ['https://good', 'https://odd'],
    ],
    ['another rule has fewer', ['https://odd/bad', 'https://odd'], ['https://odd']],
  ])('made: %s', (_name, before, after) => {
    expect(plannedBy(before, against('bad', after), against('odd', after))).toMatchObject({
      fixed: ['acme/bad'],
      urls: after,
    });
  });

  test('another rule of which it ends several findings is named once', () => {
    const before = ['https://odd/bad', 'https://odd'];
    const after = ['https://good'];
    expect(plannedBy(before, against('bad', after), against('odd', after)).fixed).toEqual(['acme/bad', 'acme/odd']);
  });

  test.each<[string, string[], string[]]>([
    ['it ends none', ['https://bad'], ['https://bad/2']],
    ['it ends some', ['https://bad', 'https://bad/2'], ['https://bad']],
    ['another rule has its first', ['https://bad'], ['https://odd']],
    ['another rule has one more', ['https://bad', 'https://odd'], ['https://odd', 'https://odd/2']],
  ])('not made: %s', (_name, before, after) => {
    expect(plannedBy(before, against('bad', after), against('odd', before))).toMatchObject({
      fixed: [],
      manual: expect.arrayContaining([{ rule: 'acme/bad', reason: NOT_MADE }]),
      urls: before,
    });
  });
});

describe('there is no input, and it is said why', () => {
  const WHOLE = { ...IDS, EnableTokenRevocation: true, AuthSessionValidity: 3 };
  const NO_ID = ', without which it cannot be updated';
  const OLD = ', which the service always returns: an old AWS CLI wrote it';
  test.each<[string, object, string]>([
    ['no pool', { UserPoolId: undefined }, `the client has no UserPoolId${NO_ID}`],
    ['an empty id', { ClientId: '' }, `the client has no ClientId${NO_ID}`],
    ['an id of another type', { UserPoolId: 7 }, `the client has no UserPoolId${NO_ID}`],
    ['no id at all', { UserPoolId: '', ClientId: undefined }, `the client has no UserPoolId and no ClientId${NO_ID}`],
    ['no session', { AuthSessionValidity: undefined }, `the description has no AuthSessionValidity${OLD}`],
    [
      'neither of what is always returned',
      { AuthSessionValidity: undefined, EnableTokenRevocation: undefined },
      `the description has no EnableTokenRevocation and no AuthSessionValidity${OLD}`,
    ],
  ])('%s', (_name, changes, said) => {
    const client = JSON.parse(JSON.stringify({ ...WHOLE, ...changes }));
    const refused = plan(subjectOf(client), client, ACTIVE, ALL, false);
    expect(refused.refused).toMatch(new RegExp(`^${said}`));
    expect(refused).not.toHaveProperty('input');
    const allowed = plan(subjectOf(client), client, ACTIVE, ALL, true);
    expect(allowed.refused === undefined).toBe(said.endsWith(OLD));
    expect(Object.hasOwn(allowed, 'input')).toBe(said.endsWith(OLD));
  });

  test('but of a whole client there is one', () => {
    const { refused, input } = plan(subjectOf(WHOLE), WHOLE, ACTIVE, ALL, false);
    expect([refused, input]).toMatchObject([undefined, WHOLE]);
  });
});

test('a client for machines and users is left to a person, whatever is asked for', () => {
  const { fixes, manual } = planned({
    ...IDS,
    EnableTokenRevocation: true,
    AuthSessionValidity: 3,
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ['client_credentials'],
    AllowedOAuthScopes: ['orders/read'],
    ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH'],
    ClientSecret: '[REDACTED]',
  });
  expect(fixes.map(({ path }) => path)).not.toContain('/ExplicitAuthFlows');
  expect(manual).toContainEqual({
    rule: 'm2m-client-allows-user-auth',
    reason: 'machines and users need a client each',
  });
});
