import { UpdateUserPoolClientRequest$ } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, test } from 'vitest';
import type { AppClient } from '../../src/client/app-client.ts';
import { Effective } from '../../src/client/effective.ts';
import { isRecord } from '../../src/client/secret.ts';
import type { UpdateInput, UpdateMember } from '../../src/client/update-input.ts';
import type { Plan } from '../../src/remediate/plan.ts';
import { rules } from '../../src/rules/index.ts';
import { CLIENTS, IDS, POOL, planned, rulesAgainst } from './clients.ts';

const FACTS = { form: 'described', live: false, secret: 'absent', secretExposed: false, now: 0 } as const;

/** What each rule that has a remedy may set. All else an update would reset, so it must be sent as it was. */
const MAY_SET: Readonly<Record<string, readonly UpdateMember[]>> = {
  'access-token-validity-long': ['AccessTokenValidity', 'TokenValidityUnits'],
  'analytics-pinpoint-retired': ['AnalyticsConfiguration'],
  'analytics-user-data-shared': ['AnalyticsConfiguration'],
  'attr-write-verified-flag': ['WriteAttributes'],
  'auth-flow-incompatible-set': ['ExplicitAuthFlows'],
  'auth-flow-legacy-name': ['ExplicitAuthFlows'],
  'auth-flow-user-password': ['ExplicitAuthFlows'],
  'auth-session-validity-long': ['AuthSessionValidity'],
  'id-token-validity-long': ['IdTokenValidity', 'TokenValidityUnits'],
  'm2m-client-allows-user-auth': ['ExplicitAuthFlows', 'RefreshTokenRotation'],
  'oauth-implicit-grant': ['AllowedOAuthFlows'],
  'oauth-scope-user-admin': ['AllowedOAuthScopes'],
  'oauth-settings-inert': [
    'AllowedOAuthFlows',
    'AllowedOAuthScopes',
    'CallbackURLs',
    'LogoutURLs',
    'DefaultRedirectURI',
  ],
  'redirect-dangerous-scheme': ['CallbackURLs', 'LogoutURLs', 'DefaultRedirectURI'],
  'redirect-wildcard': ['CallbackURLs', 'LogoutURLs', 'DefaultRedirectURI'],
  'refresh-token-rotation-conflict': ['ExplicitAuthFlows'],
  'refresh-token-rotation-disabled': ['ExplicitAuthFlows', 'RefreshTokenRotation', 'EnableTokenRevocation'],
  'refresh-token-rotation-grace-long': ['RefreshTokenRotation'],
  'refresh-token-rotation-without-revocation': ['EnableTokenRevocation'],
  'refresh-token-validity-long': ['RefreshTokenValidity', 'TokenValidityUnits'],
  'threat-context-without-secret': ['EnablePropagateAdditionalUserContextData'],
  'token-revocation-disabled': ['EnableTokenRevocation'],
  'user-existence-errors-legacy': ['PreventUserExistenceErrors'],
};

/** The plans in which one rule alone is fixed, of each client that it reports. */
const PLANS = new Map(Object.keys(MAY_SET).map((id) => [id, [] as { before: AppClient; plan: Plan }[]]));
for (const client of CLIENTS.slice(0, 200)) {
  for (const id of new Set(rulesAgainst(client))) {
    const plan = planned(client, { includeRisky: false, rules: [id] });
    if (plan.fixes.length > 0) PLANS.get(id)?.push({ before: client as AppClient, plan });
  }
}

test('the rules with a remedy are those of the table, and clients have each member that an update takes', () => {
  expect(rules.filter(({ remedy }) => typeof remedy === 'function').map(({ id }) => id)).toEqual(Object.keys(MAY_SET));
  expect(Object.keys({ ...IDS, ClientName: '', ...POOL })).toEqual(
    expect.arrayContaining(UpdateUserPoolClientRequest$[4]),
  );
});

describe.each(Object.keys(MAY_SET))('where %s alone is fixed', (id) => {
  const plans = PLANS.get(id) ?? [];

  test('each member of the request that no fix names is sent as it was', () => {
    expect(plans.length).toBeGreaterThan(0);
    for (const { before, plan } of plans) {
      const { fixes, input = {} } = plan;
      const named = new Map(fixes.map(({ path, to }) => [path.slice(1), to]));
      // An object is sent whole, too.
      for (const { from, to } of fixes)
        if (isRecord(from) && isRecord(to)) expect(Object.keys(to)).toEqual(expect.arrayContaining(Object.keys(from)));
      expect(MAY_SET[id]).toEqual(expect.arrayContaining([...named.keys()]));
      for (const member of UpdateUserPoolClientRequest$[4] as UpdateMember[]) {
        const sent = named.has(member) ? (named.get(member) ?? undefined) : whole(before)[member];
        expect([member, input[member]]).toEqual([member, sent]);
      }
    }
  });

  test('each lifetime that no fix names is as long as it was', () => {
    for (const { before, plan } of plans) {
      const [was, is] = [before, plan.input as AppClient].map((client) => new Effective(client, FACTS));
      for (const token of ['access', 'id', 'refresh'] as const) {
        const member = `/${token[0]?.toUpperCase()}${token.slice(1)}TokenValidity`;
        if (plan.fixes.some(({ path }) => path === member)) continue;
        expect([member, is?.[`${token}Token`].seconds]).toEqual([member, was?.[`${token}Token`].seconds]);
      }
    }
  });

  test('the rule is silent, and no other has more to say than before', () => {
    for (const { before, plan } of plans) {
      const secret = before.ClientSecret ? { ClientSecret: '[REDACTED]' } : {};
      const after = rulesAgainst({ ...plan.input, ...secret, ClientType: before.ClientType });
      expect(after).not.toContain(id);
      const left = [...rulesAgainst(before)];
      for (const rule of after) {
        expect(left).toContain(rule);
        left.splice(left.indexOf(rule), 1);
      }
    }
  });
});

/** The request that leaves a client as it is: its members, and the unit of each lifetime beside it. */
function whole(client: AppClient): UpdateInput {
  const units = { ...client.TokenValidityUnits };
  if (client.AccessTokenValidity) units.AccessToken ??= 'hours';
  if (client.IdTokenValidity) units.IdToken ??= 'hours';
  if (client.RefreshTokenValidity) units.RefreshToken ??= 'days';
  return { ...client, TokenValidityUnits: Object.keys(units).length > 0 ? units : undefined };
}
