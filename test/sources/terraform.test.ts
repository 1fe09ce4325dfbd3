import { describe, expect, test } from 'vitest';
import { excerpt } from '../../src/locate/excerpt.ts';
import { openRulesOf, rulesOf, saidOf, scanned, textAt } from './scanned.ts';

type Json = Record<string, unknown>;

const TYPE = 'aws_cognito_user_pool_client';
const SECRET = 'q7WvN2mXk9Lr4TzB8YcJ5HsD3FgP6aE1';

interface Change {
  readonly after?: Json | null;
  readonly unknown?: Json;
  readonly sensitive?: Json;
  readonly expressions?: Json;
  readonly actions?: readonly string[];
  readonly resource?: Json;
}

/** A plan of one client that nobody set anything of, but for what a test says. */
function plan({ after = {}, unknown, sensitive, expressions = {}, actions = ['create'], resource }: Change): Json {
  const change = { actions, after, after_unknown: unknown ?? {}, after_sensitive: sensitive ?? {} };
  const named = { mode: 'managed', type: TYPE, name: 'web' };
  return {
    format_version: '1.2',
    planned_values: {},
    resource_changes: [{ address: `${TYPE}.web`, ...named, ...resource, change }],
    configuration: { root_module: { resources: [{ ...named, expressions }] } },
  };
}

function stateFile(attributes: Json, resource: Json = {}, instance: Json = {}): Json {
  const instances = [{ attributes, ...instance }];
  const client = { mode: 'managed', type: TYPE, name: 'web', instances, ...resource };
  return { version: 4, terraform_version: '1.11.4', resources: [client] };
}

describe('a plan tells what is unset from what is not yet known', () => {
  const rule = 'user-existence-errors-legacy';
  const unknown = { prevent_user_existence_errors: true };
  const open = 'PreventUserExistenceErrors: its expression is known after the deployment';
  test.each([
    { name: 'no expression', change: { unknown }, reported: true },
    {
      name: 'x = null',
      change: { unknown, expressions: { prevent_user_existence_errors: { constant_value: null } } },
      reported: true,
    },
    {
      name: 'an expression',
      change: { unknown, expressions: { prevent_user_existence_errors: { references: ['a.b'] } } },
      reported: false,
      reason: open,
    },
    { name: 'a known value', change: { after: { prevent_user_existence_errors: 'ENABLED' } }, reported: false },
    {
      name: 'a sensitive value',
      change: { after: { prevent_user_existence_errors: 'LEGACY' }, sensitive: unknown },
      reported: false,
      reason: 'PreventUserExistenceErrors: it is marked as sensitive',
    },
  ])('$name', async ({ change, reported, reason }) => {
    const report = await scanned(plan(change));
    expect(rulesOf(report).includes(rule)).toBe(reported);
    expect(openRulesOf(report)[rule]).toBe(reason);
  });

  test('without its configuration nothing is known of what is missing', async () => {
    const { configuration: _, ...rest } = plan({ unknown });
    expect(openRulesOf(await scanned(rest))[rule]).toContain('the plan has no configuration');
  });

  test('in a module, and of an instance whose key has dots', async () => {
    const address = `module.a.module.b["x.y"].${TYPE}.web`;
    const { configuration: _, ...rest } = plan({
      unknown,
      resource: { address, module_address: 'module.a.module.b["x.y"]', index: 0 },
    });
    const expressions = { prevent_user_existence_errors: { references: ['var.x'] } };
    const inner = { resources: [{ mode: 'managed', type: TYPE, name: 'web', expressions }] };
    const calls = { a: { module: { module_calls: { b: { module: inner } } } } };
    const report = await scanned({ ...rest, configuration: { root_module: { module_calls: calls } } });
    expect(openRulesOf(report)[rule]).toBe(open);
  });

  test('an entry of a list hides no other entry', async () => {
    const on = { allowed_oauth_flows_user_pool_client: true, allowed_oauth_flows: ['code'] };
    const urls = { callback_urls: [null, 'http://a.acme-corp.io'] };
    const report = await scanned(plan({ after: { ...on, ...urls }, unknown: { callback_urls: [true, false] } }));
    expect(rulesOf(report)).toContain('redirect-http-callback');
    expect(openRulesOf(report)['redirect-http-callback']).toBe('CallbackURLs: an entry is known after the deployment');
  });

  test('in a block', async () => {
    const block = {
      after: { token_validity_units: [{ id_token: 'hours' }], refresh_token_validity: 60 },
      unknown: { token_validity_units: [{ refresh_token: true }] },
    };
    const expressions = { token_validity_units: [{ refresh_token: { references: ['var.unit'] } }] };
    const unset = { token_validity_units: [{ id_token: { constant_value: 'hours' } }] };
    expect(rulesOf(await scanned(plan({ ...block, expressions: unset })))).toContain('refresh-token-validity-long');
    expect(openRulesOf(await scanned(plan({ ...block, expressions })))['refresh-token-validity-long']).toContain(
      'TokenValidityUnits.RefreshToken',
    );
  });

  test.each([
    {
      name: 'in part',
      change: {
        after: { token_validity_units: [{ id_token: 'hours' }], refresh_token_validity: 60 },
        unknown: { token_validity_units: [{ refresh_token: true }] },
      },
    },
    {
      name: 'as a whole',
      change: { after: { refresh_token_validity: 60 }, unknown: { token_validity_units: true } },
    },
  ])('in a dynamic block, which the configuration does not have: $name', async ({ change }) => {
    const report = await scanned(plan(change));
    expect(rulesOf(report)).not.toContain('refresh-token-validity-long');
    expect(openRulesOf(report)['refresh-token-validity-long']).toContain('TokenValidityUnits');
  });

  test('a known switch decides before lists that are not known', async () => {
    const lists = {
      after: { allowed_oauth_flows_user_pool_client: false },
      unknown: { callback_urls: true, allowed_oauth_flows: true },
    };
    const expressions = { callback_urls: { references: ['a'] }, allowed_oauth_flows: { references: ['a'] } };
    const open = Object.keys(openRulesOf(await scanned(plan({ ...lists, expressions }))));
    expect(open).toEqual(expect.arrayContaining(['oauth-settings-inert', 'redirect-dangerous-scheme']));
    expect(open).not.toContain('oauth-implicit-grant');
    expect(open).not.toContain('redirect-http-callback');
  });
});

describe('what a plan deletes, reads or only names is no client', () => {
  test.each([
    { name: 'a deletion', change: { actions: ['delete'], after: null } },
    { name: 'something to be forgotten', change: { actions: ['forget'], after: null } },
    { name: 'a data source', change: { resource: { mode: 'data' } } },
    { name: 'another resource', change: { resource: { type: 'aws_cognito_user_pool' } } },
  ])('$name', async ({ change }) => {
    const report = await scanned(plan(change));
    expect(report.clients).toBe(0);
    expect(saidOf(report.errors)).toEqual(['1: it is a Terraform plan or state without an app client']);
  });

  test('a plan without its changes is told to be one', async () => {
    const { resource_changes: _, ...rest } = plan({});
    expect(saidOf((await scanned(rest)).errors)).toEqual([
      '1: it is a Terraform plan without its changes; scan all that "terraform show -json" prints of the plan',
    ]);
  });

  test.each([['no-op'], ['delete', 'create'], ['update']])('%s is one', async (...actions) => {
    expect((await scanned(plan({ actions }))).clients).toBe(1);
  });
});

describe('a state', () => {
  const known = {
    enable_token_revocation: true,
    prevent_user_existence_errors: 'ENABLED',
    refresh_token_rotation: [],
    auth_session_validity: 3,
    client_secret: '',
    allowed_oauth_flows_user_pool_client: false,
    explicit_auth_flows: [],
  };
  test.each([
    { name: 'null', empty: null },
    { name: 'an empty list', empty: [] },
  ])('has $name for what is unset', async ({ empty }) => {
    const lists = {
      callback_urls: empty,
      write_attributes: empty,
      explicit_auth_flows: empty,
      token_validity_units: empty,
    };
    const report = await scanned(
      stateFile({ ...known, ...lists, refresh_token_validity: 0, default_redirect_uri: '' }),
    );
    expect(rulesOf(report)).toEqual(['refresh-token-rotation-disabled']);
  });

  test.each([
    { name: 'a secret is there', attributes: { client_secret: SECRET, generate_secret: null }, secret: 'present' },
    { name: 'an empty secret is none', attributes: { client_secret: '', generate_secret: null }, secret: 'absent' },
    {
      name: 'the intent counts where the secret is not kept',
      attributes: { client_secret: null, generate_secret: true },
      secret: 'present',
    },
    { name: 'the intent counts where the secret is missing', attributes: { generate_secret: false }, secret: 'absent' },
    { name: 'nothing is known where both are missing', attributes: {}, secret: 'unknown' },
  ])('$name', async ({ attributes, secret }) => {
    const { client_secret: _, ...others } = known;
    const report = await scanned(
      stateFile({ ...others, ...attributes, enable_propagate_additional_user_context_data: true }),
    );
    const rule = 'threat-context-without-secret';
    const outcome = rule in openRulesOf(report) ? 'unknown' : rulesOf(report).includes(rule) ? 'absent' : 'present';
    expect(outcome).toBe(secret);
  });

  test.each(['refresh_token_rotation', 'enable_token_revocation', 'auth_session_validity'])(
    'of a provider that did not know %s leaves it open',
    async (attribute) => {
      const { [attribute]: _, ...others }: Json = { ...known, explicit_auth_flows: [] };
      const open = Object.values(openRulesOf(await scanned(stateFile(others))));
      expect(open.some((reason) => reason.endsWith('the provider that wrote the state did not know it'))).toBe(true);
    },
  );

  test('shows as null what an older provider did not know of revocation', async () => {
    const report = await scanned(stateFile({ ...known, enable_token_revocation: null }));
    expect(openRulesOf(report)['token-revocation-disabled']).toContain('EnableTokenRevocation');
  });

  const unread =
    'this app client has no attributes as a newer Terraform keeps them, so it is not judged; refresh the state';
  test.each([
    { name: 'flat', instance: { attributes_flat: { id: 'abc' } } },
    { name: 'no object', instance: { attributes: 'abc' } },
    { name: 'not there', instance: {} },
  ])('tells that the attributes of a client are $name, and reads the others', async ({ instance }) => {
    for (const others of [[], [{ attributes: known }]]) {
      const report = await scanned(stateFile({}, { instances: [instance, ...others] }));
      expect(report.clients).toBe(others.length);
      expect(saidOf(report.errors)).toEqual([`10: ${unread}`]);
    }
  });

  test('leaves out what is to be destroyed', async () => {
    const instances = [{ attributes: known }, { attributes: known, deposed: 'a1' }, { deposed: 'a2' }];
    const report = await scanned(stateFile({}, { instances }));
    expect([report.clients, report.errors]).toEqual([1, []]);
  });

  test('names a client by its ids, its name and its address', async () => {
    const attributes = { ...known, id: 'abc', user_pool_id: 'eu-west-1_AbCdEfGhI', name: 'shop' };
    const { findings } = await scanned(stateFile(attributes, { module: 'module.auth' }, { index_key: 'a"b' }));
    expect(findings[0]?.subject.identity).toEqual({
      userPoolId: 'eu-west-1_AbCdEfGhI',
      clientId: 'abc',
      clientName: 'shop',
      region: 'eu-west-1',
      resource: `module.auth.${TYPE}.web["a\\"b"]`,
    });
  });
});

describe('a finding stands', () => {
  const bad = {
    callback_urls: ['http://a.acme-corp.io'],
    allowed_oauth_flows_user_pool_client: true,
    allowed_oauth_flows: ['code'],
    default_redirect_uri: '',
    token_validity_units: [{ access_token: 'days' }],
    access_token_validity: 2,
    id_token_validity: 0,
    refresh_token_validity: 0,
  };
  test.each([
    {
      form: 'plan',
      content: plan({ after: bad }),
      base: '/resource_changes/0',
      attributes: '/change/after',
      standIn: '/address',
      text: `"${TYPE}.web"`,
    },
    {
      form: 'state file',
      content: stateFile(bad),
      base: '/resources/0',
      attributes: '/instances/0/attributes',
      standIn: '/type',
      text: `"${TYPE}"`,
    },
  ])(
    'in a $form at the attribute, else at what stands for the resource',
    async ({ content, base, attributes, standIn, text }) => {
      const { findings } = await scanned(content);
      const at = (id: string) => findings.find(({ rule }) => rule.id === id)?.location;
      expect(at('redirect-http-callback')?.pointer).toBe(`${base}${attributes}/callback_urls/0`);
      expect(at('token-validity-out-of-range')?.pointer).toMatch(`${base}${attributes}/`);
      if (base !== '/resources/0') {
        const location = at('user-existence-errors-legacy');
        expect(location?.pointer).toBe(`${base}${standIn}`);
        expect(location && textAt(location)).toBe(text);
      }
    },
  );
});

describe('a newer format is told, and what is known of it is judged', () => {
  test.each([
    {
      name: 'plan',
      content: { ...plan({}), format_version: '2.0' },
      said: '2: the format_version is 2.0, and this version reads up to 1',
    },
    {
      name: 'state file',
      content: { ...stateFile({}), version: 5 },
      said: '2: the version is 5, and this version reads up to 4',
    },
  ])('$name', async ({ content, said }) => {
    const report = await scanned(content);
    expect(saidOf(report.errors)).toEqual([expect.stringContaining(said)]);
    expect(report.clients).toBe(1);
  });

  test('a state of Terraform before 0.12 is named', async () => {
    const report = await scanned({ version: 3, terraform_version: '0.11.14', modules: [] });
    expect(saidOf(report.errors)).toEqual([expect.stringContaining('it is a state of a Terraform before 0.12')]);
  });
});

describe('plans and states among other things', () => {
  const bad = { callback_urls: ['http://a.acme-corp.io'], allowed_oauth_flows_user_pool_client: true };
  const entries = [
    { UserPoolClient: { ClientId: 'a' } },
    plan({ after: { ...bad, allowed_oauth_flows: ['code'] } }),
    stateFile({ ...bad, allowed_oauth_flows: ['code'] }),
    { format_version: '1.0', values: { root_module: { resources: [shown(bad)] } } },
    { ...stateFile({}), version: 5 },
  ];
  const pointers = [
    '/1/resource_changes/0/change/after/callback_urls/0',
    '/2/resources/0/instances/0/attributes/callback_urls/0',
    '/3/values/root_module/resources/0/values/callback_urls/0',
  ];

  function shown(attributes: Json): Json {
    const values = { ...attributes, allowed_oauth_flows: ['code'] };
    return { address: `${TYPE}.web`, mode: 'managed', type: TYPE, name: 'web', values };
  }

  test.each([
    { name: 'in a list', text: JSON.stringify(entries, null, 2) },
    { name: 'on lines', text: entries.map((one) => JSON.stringify(one)).join('\n') },
    { name: 'one after the other', text: entries.map((one) => JSON.stringify(one, null, 2)).join('\n') },
  ])('are read $name', async ({ text }) => {
    const report = await scanned(text);
    expect(report.clients).toBe(5);
    const found = report.findings.filter(({ rule }) => rule.id === 'redirect-http-callback');
    expect(found.map(({ location }) => location.pointer)).toEqual(pointers);
    expect(found.map(({ location }) => textAt(location))).toEqual(Array(3).fill('"http://a.acme-corp.io"'));
    const places = report.errors.map(
      ({ region }) => region && text.slice(region.offset, region.offset + region.length),
    );
    expect(places).toEqual(['5']);
  });

  const description = { UserPoolClient: { ClientId: 'a', ClientName: 'test', ExplicitAuthFlows: [] } };
  const password = { master_password: 'hunter2hunter2' };
  test.each([
    { name: 'a state', other: stateFile(password) },
    { name: 'a state without clients', other: { version: 4, terraform_version: '1.11.4', resources: [password] } },
    { name: 'a plan', other: plan({ after: password }) },
  ])('nothing of $name is shown beside a client on its line', async ({ other }) => {
    for (const partSize of [1, 2 ** 20]) {
      const { findings } = await scanned(JSON.stringify([other, description, other]), 'all.json', { partSize });
      expect(findings.length).toBeGreaterThan(0);
      for (const { location } of findings) {
        const { before, value, after } = excerpt(location.document, location.region, 4000);
        expect(`${before}${value}${after}`).not.toContain('hunter2');
      }
    }
  });
});

test('of a plan or state nothing is shown but the values of findings', async () => {
  const attributes = { client_secret: SECRET, password: 'hunter2hunter2', prevent_user_existence_errors: '' };
  for (const content of [plan({ after: attributes }), stateFile(attributes)]) {
    const { findings } = await scanned(JSON.stringify(content));
    expect(findings.map(({ rule }) => rule.id)).toContain('client-secret-in-input');
    for (const { location } of findings) {
      const { before, value, after } = excerpt(location.document, location.region, 120);
      expect(`${before}${value}${after}`).not.toMatch(/hunter2|q7WvN2/);
    }
  }
});
