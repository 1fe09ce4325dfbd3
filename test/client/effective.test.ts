import { describe, expect, test } from 'vitest';
import type { AppClient } from '../../src/client/app-client.ts';
import { Effective } from '../../src/client/effective.ts';
import type { Facts, Form } from '../../src/client/facts.ts';
import { ForeignValue, guard, UnknownValue } from '../../src/client/unknown.ts';

const described: Facts = { form: 'described', live: false, secret: 'absent', secretExposed: false, now: 1_795_392_000 };

/** A client of which some values are `UnknownValue`s. */
function effectiveOf(
  client: { readonly [Member in keyof AppClient]?: unknown },
  facts: Partial<Facts> = {},
): Effective {
  return new Effective(guard(client) as AppClient, { ...described, ...facts });
}

/** What a member is, or the field that it hangs on. */
function of(effective: Effective, member: keyof Effective): unknown {
  try {
    return effective[member];
  } catch (thrown) {
    if (thrown instanceof UnknownValue) return `unknown: ${thrown.field}`;
    throw thrown;
  }
}

const unknown = (field: string) => new UnknownValue(field, 'it hangs on a parameter');
const foreign = (field: string) => new ForeignValue(field, '"TOMORROW" is not a value that this version knows');

describe('of a client with nothing set', () => {
  test.each<[member: keyof Effective, value: unknown]>([
    ['oauth', false],
    ['machine', false],
    ['redirects', false],
    ['flows', new Set(['USER_SRP', 'CUSTOM', 'REFRESH'])],
    ['userSignIn', 'ExplicitAuthFlows is not set, so SRP and custom sign-in are on'],
    ['accessToken', { seconds: 3600, inRange: true, text: '1 hour, the default' }],
    ['idToken', { seconds: 3600, inRange: true, text: '1 hour, the default' }],
    ['refreshToken', { seconds: 2_592_000, inRange: true, text: '30 days, the default' }],
    ['userExistenceErrors', 'LEGACY'],
    ['revocation', false],
    ['exporterKnowsRevocation', false],
    ['rotation', false],
    ['rotationGraceSeconds', 0],
    ['secret', false],
    ['lastModified', undefined],
  ])('%s', (member, value) => {
    expect(effectiveOf({})[member]).toEqual(value);
  });
});

const on = { AllowedOAuthFlowsUserPoolClient: true };
const machine = { ...on, AllowedOAuthFlows: ['client_credentials'] };

describe('OAuth, machine clients and redirects', () => {
  const flows = unknown('ExplicitAuthFlows');
  const grants = unknown('AllowedOAuthFlows');
  test.each<{
    name: string;
    client: { readonly [Member in keyof AppClient]?: unknown };
    oauth: unknown;
    machine: unknown;
    redirects: unknown;
  }>([
    { name: 'off', client: { AllowedOAuthFlowsUserPoolClient: false }, oauth: false, machine: false, redirects: false },
    { name: 'on without grants', client: on, oauth: true, machine: false, redirects: true },
    {
      name: 'code',
      client: { ...on, AllowedOAuthFlows: ['code'] },
      oauth: true,
      machine: false,
      redirects: true,
    },
    { name: 'client_credentials alone', client: machine, oauth: true, machine: true, redirects: false },
    {
      name: 'client_credentials twice',
      client: { ...on, AllowedOAuthFlows: ['client_credentials', 'client_credentials'] },
      oauth: true,
      machine: true,
      redirects: false,
    },
    {
      name: 'client_credentials beside code',
      client: { ...on, AllowedOAuthFlows: ['client_credentials', 'code'] },
      oauth: true,
      machine: false,
      redirects: true,
    },
    {
      name: 'client_credentials with OAuth off',
      client: { AllowedOAuthFlows: ['client_credentials'] },
      oauth: false,
      machine: false,
      redirects: false,
    },
    {
      name: 'the flow of machines alone, with OAuth off',
      client: { ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH'] },
      oauth: false,
      machine: true,
      redirects: false,
    },
    {
      name: 'the flow of machines beside one for users',
      client: { ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
      oauth: false,
      machine: false,
      redirects: false,
    },
    {
      name: 'the flow of machines with OAuth on',
      client: { ...on, AllowedOAuthFlows: ['code'], ExplicitAuthFlows: ['ALLOW_CLIENT_TOKEN_AUTH'] },
      oauth: true,
      machine: false,
      redirects: true,
    },
    {
      name: 'an unknown switch',
      client: { AllowedOAuthFlowsUserPoolClient: unknown('AllowedOAuthFlowsUserPoolClient') },
      oauth: 'unknown: AllowedOAuthFlowsUserPoolClient',
      machine: 'unknown: AllowedOAuthFlowsUserPoolClient',
      redirects: 'unknown: AllowedOAuthFlowsUserPoolClient',
    },
    {
      name: 'unknown grants',
      client: { ...on, AllowedOAuthFlows: grants },
      oauth: true,
      machine: 'unknown: AllowedOAuthFlows',
      redirects: 'unknown: AllowedOAuthFlows',
    },
    {
      name: 'an unknown grant beside client_credentials',
      client: { ...on, AllowedOAuthFlows: ['client_credentials', grants] },
      oauth: true,
      machine: 'unknown: AllowedOAuthFlows',
      redirects: 'unknown: AllowedOAuthFlows',
    },
    {
      name: 'an unknown grant beside code, which decides',
      client: { ...on, AllowedOAuthFlows: [grants, 'code'] },
      oauth: true,
      machine: false,
      redirects: true,
    },
    {
      name: 'a grant that is left out beside client_credentials',
      client: { ...on, AllowedOAuthFlows: [undefined, 'client_credentials'] },
      oauth: true,
      machine: true,
      redirects: false,
    },
    {
      name: 'unknown grants with OAuth off are not read',
      client: { AllowedOAuthFlows: grants },
      oauth: false,
      machine: false,
      redirects: false,
    },
    {
      name: 'unknown flows with OAuth on are not read',
      client: { ...machine, ExplicitAuthFlows: flows },
      oauth: true,
      machine: true,
      redirects: false,
    },
    {
      name: 'unknown flows with OAuth off',
      client: { ExplicitAuthFlows: flows },
      oauth: false,
      machine: 'unknown: ExplicitAuthFlows',
      redirects: false,
    },
    {
      name: 'a flow of tomorrow is taken for one of users',
      client: { ExplicitAuthFlows: [foreign('ExplicitAuthFlows')] },
      oauth: false,
      machine: false,
      redirects: false,
    },
    {
      name: 'a grant of tomorrow is not',
      client: { ...on, AllowedOAuthFlows: [foreign('AllowedOAuthFlows')] },
      oauth: true,
      machine: 'unknown: AllowedOAuthFlows',
      redirects: 'unknown: AllowedOAuthFlows',
    },
  ])('$name', ({ client, ...expected }) => {
    const effective = effectiveOf(client);
    for (const [member, value] of Object.entries(expected)) {
      if (member !== 'name') expect([member, of(effective, member as keyof Effective)]).toEqual([member, value]);
    }
  });
});

describe('why users can sign in', () => {
  const flows = unknown('ExplicitAuthFlows');
  test.each([
    { name: 'refresh is no sign-in', values: ['ALLOW_REFRESH_TOKEN_AUTH'], reason: undefined },
    { name: 'the flow of machines is none', values: ['ALLOW_CLIENT_TOKEN_AUTH'], reason: undefined },
    {
      name: 'the first flow for users is named',
      values: ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_AUTH', 'ALLOW_CUSTOM_AUTH'],
      reason: 'ExplicitAuthFlows has ALLOW_USER_AUTH',
    },
    {
      name: 'a legacy value is one',
      values: ['CUSTOM_AUTH_FLOW_ONLY'],
      reason: 'ExplicitAuthFlows has CUSTOM_AUTH_FLOW_ONLY',
    },
    {
      name: 'a known flow decides beside an unknown one',
      values: [flows, 'ALLOW_USER_AUTH'],
      reason: 'ExplicitAuthFlows has ALLOW_USER_AUTH',
    },
    {
      name: 'an unknown flow may be one for users',
      values: ['ALLOW_REFRESH_TOKEN_AUTH', flows],
      reason: 'unknown: ExplicitAuthFlows',
    },
  ])('$name', ({ values, reason }) => {
    expect(of(effectiveOf({ ExplicitAuthFlows: values }), 'userSignIn')).toBe(reason);
  });

  test('flows in force hang on each value, as any of them may be the legacy one', () => {
    expect(of(effectiveOf({ ExplicitAuthFlows: ['ALLOW_USER_AUTH', flows] }), 'flows')).toBe(
      'unknown: ExplicitAuthFlows',
    );
  });
});

describe('lifetimes', () => {
  const units = (unit: unknown) => ({ AccessToken: unit, IdToken: unit, RefreshToken: unit });
  test('each token has its own value and unit', () => {
    const effective = effectiveOf({
      AccessTokenValidity: 10,
      IdTokenValidity: 20,
      RefreshTokenValidity: 2,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'seconds' },
    });
    expect([effective.accessToken, effective.idToken, effective.refreshToken]).toEqual([
      { seconds: 600, inRange: true, text: '10 minutes' },
      { seconds: 20, inRange: false, text: '20 seconds' },
      { seconds: 172_800, inRange: true, text: '2 days, as the unit is days where none is set' },
    ]);
  });

  test('a value is looked up once', () => {
    const effective = effectiveOf({ AccessTokenValidity: 1 });
    expect(effective.accessToken).toBe(effective.accessToken);
  });

  test.each(['Access', 'Id', 'Refresh'] as const)('an unknown value of the %s token hangs on it alone', (token) => {
    const effective = effectiveOf({ [`${token}TokenValidity`]: unknown(`${token}TokenValidity`) });
    const all = (['accessToken', 'idToken', 'refreshToken'] as const).map((member) => of(effective, member));
    expect(all.filter((value) => value === `unknown: ${token}TokenValidity`)).toHaveLength(1);
    expect(all.filter((value) => typeof value === 'object')).toHaveLength(2);
  });

  test('an unknown unit leaves a value open, but not an absent one', () => {
    const TokenValidityUnits = units(unknown('TokenValidityUnits.AccessToken'));
    expect(of(effectiveOf({ AccessTokenValidity: 1, TokenValidityUnits }), 'accessToken')).toBe(
      'unknown: TokenValidityUnits.AccessToken',
    );
    expect(effectiveOf({ TokenValidityUnits }).accessToken.seconds).toBe(3600);
  });
});

describe('error texts', () => {
  test.each([
    ['ENABLED', 'ENABLED'],
    ['LEGACY', 'LEGACY'],
    [undefined, 'LEGACY'],
    [foreign('PreventUserExistenceErrors'), 'unknown: PreventUserExistenceErrors'],
  ])('%j: %s', (PreventUserExistenceErrors, expected) => {
    expect(of(effectiveOf({ PreventUserExistenceErrors }), 'userExistenceErrors')).toBe(expected);
  });
});

describe('revocation by form', () => {
  test.each<[form: Form, value: unknown, revocation: unknown]>([
    ['described', undefined, false],
    ['created', undefined, true],
    ['updated', undefined, 'unknown: EnableTokenRevocation'],
    ['described', true, true],
    ['created', true, true],
    ['updated', true, true],
    ['described', false, false],
    ['created', false, false],
    ['updated', false, false],
    ['created', unknown('EnableTokenRevocation'), 'unknown: EnableTokenRevocation'],
  ])('%s with %j: %s', (form, EnableTokenRevocation, revocation) => {
    expect(of(effectiveOf({ EnableTokenRevocation }, { form }), 'revocation')).toBe(revocation);
  });
});

describe('whether an absent revocation is off for certain', () => {
  test.each<{ name: string; client?: object; facts?: Partial<Facts>; certain: boolean }>([
    { name: 'AWS was asked', facts: { live: true }, certain: true },
    { name: 'changed a second before it came', client: { LastModifiedDate: 1_623_283_199 }, certain: true },
    { name: 'changed when it came', client: { LastModifiedDate: 1_623_283_200 }, certain: false },
    { name: 'created before, changed after', client: { CreationDate: 1, LastModifiedDate: 1.7e9 }, certain: false },
    { name: 'a session validity', client: { AuthSessionValidity: 3 }, certain: true },
    { name: 'context data off', client: { EnablePropagateAdditionalUserContextData: false }, certain: true },
    { name: 'a rotation', client: { RefreshTokenRotation: {} }, certain: true },
    { name: 'a client type', client: { ClientType: 'REGULAR' }, certain: true },
    { name: 'an older member', client: { PreventUserExistenceErrors: 'ENABLED' }, certain: false },
    { name: 'an unknown date', client: { LastModifiedDate: unknown('LastModifiedDate') }, certain: false },
    { name: 'a member that the form lacks', client: { ClientType: unknown('ClientType') }, certain: false },
    {
      name: 'a known member beside an unknown one',
      client: { AuthSessionValidity: unknown('AuthSessionValidity'), ClientType: 'DCR' },
      certain: true,
    },
  ])('$name: $certain', ({ client = {}, facts, certain }) => {
    expect(effectiveOf(client, facts).exporterKnowsRevocation).toBe(certain);
  });
});

describe('rotation', () => {
  test.each<{ name: string; rotation: unknown; on: unknown; grace: unknown }>([
    { name: 'on', rotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 }, on: true, grace: 10 },
    { name: 'on without a period', rotation: { Feature: 'ENABLED' }, on: true, grace: 0 },
    { name: 'on with a period of 0', rotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 }, on: true, grace: 0 },
    { name: 'off', rotation: { Feature: 'DISABLED', RetryGracePeriodSeconds: 0 }, on: false, grace: 0 },
    { name: 'without a feature', rotation: {}, on: false, grace: 0 },
    {
      name: 'unknown',
      rotation: unknown('RefreshTokenRotation'),
      on: 'unknown: RefreshTokenRotation',
      grace: 'unknown: RefreshTokenRotation',
    },
    {
      name: 'an unknown feature',
      rotation: { Feature: foreign('RefreshTokenRotation.Feature'), RetryGracePeriodSeconds: 20 },
      on: 'unknown: RefreshTokenRotation.Feature',
      grace: 20,
    },
  ])('$name', ({ rotation, on: isOn, grace }) => {
    const effective = effectiveOf({ RefreshTokenRotation: rotation });
    expect([of(effective, 'rotation'), of(effective, 'rotationGraceSeconds')]).toEqual([isOn, grace]);
  });
});

describe('the secret', () => {
  test.each<[Form]>([['described'], ['created'], ['updated']])('%s', (form) => {
    expect(effectiveOf({}, { form, secret: 'present' }).secret).toBe(true);
    expect(effectiveOf({}, { form, secret: 'absent' }).secret).toBe(false);
    expect(of(effectiveOf({}, { form, secret: 'unknown' }), 'secret')).toBe('unknown: ClientSecret');
  });

  test('each form says in its own words why it is unknown', () => {
    const reasons = (['described', 'created', 'updated'] as const).map((form) => {
      try {
        return effectiveOf({}, { form, secret: 'unknown' }).secret;
      } catch (thrown) {
        return thrown instanceof UnknownValue && thrown.reason;
      }
    });
    expect(reasons).toEqual([
      'this form of description does not carry the secret',
      'whether a secret is generated is not known before the deployment',
      'an update request does not say whether the client has a secret',
    ]);
  });

  test('the reason of the source goes first', () => {
    const secretUnknown = new UnknownValue('GenerateSecret', 'it hangs on a condition');
    expect(of(effectiveOf({}, { secret: 'unknown', secretUnknown }), 'secret')).toBe('unknown: GenerateSecret');
  });
});

describe('the last change', () => {
  test.each([
    [1_548_108_676.163, 1_548_108_676.163],
    [1_609_687_287_123, 1_609_687_287.123],
    ['2021-06-10T00:00:00Z', 1_623_283_200],
    [unknown('LastModifiedDate'), 'unknown: LastModifiedDate'],
  ])('%j: %s', (LastModifiedDate, expected) => {
    expect(of(effectiveOf({ LastModifiedDate }), 'lastModified')).toBe(expected);
  });
});
