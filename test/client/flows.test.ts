import { describe, expect, test } from 'vitest';
import {
  type AuthFlow,
  currentNames,
  flowOf,
  flowsInForce,
  isLegacyFlow,
  isUserFlow,
  withoutRefreshFlow,
  withUserFlow,
} from '../../src/client/flows.ts';

describe('each value of ExplicitAuthFlows', () => {
  test.each<[value: string, flow: AuthFlow | undefined, isLegacy: boolean, isUser: boolean]>([
    ['ALLOW_USER_PASSWORD_AUTH', 'USER_PASSWORD', false, true],
    ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ADMIN_PASSWORD', false, true],
    ['ALLOW_USER_SRP_AUTH', 'USER_SRP', false, true],
    ['ALLOW_CUSTOM_AUTH', 'CUSTOM', false, true],
    ['ALLOW_USER_AUTH', 'USER_AUTH', false, true],
    ['ALLOW_REFRESH_TOKEN_AUTH', 'REFRESH', false, false],
    ['ALLOW_CLIENT_TOKEN_AUTH', 'CLIENT_TOKEN', false, false],
    ['USER_PASSWORD_AUTH', 'USER_PASSWORD', true, true],
    ['ADMIN_NO_SRP_AUTH', 'ADMIN_PASSWORD', true, true],
    ['CUSTOM_AUTH_FLOW_ONLY', 'CUSTOM', true, true],
    ['allow_user_auth', undefined, false, false],
    ['USER_SRP_AUTH', undefined, false, false],
    ['REFRESH_TOKEN_AUTH', undefined, false, false],
    ['toString', undefined, false, false],
    ['', undefined, false, false],
  ])('%s is %s', (value, flow, isLegacy, isUser) => {
    expect(flowOf(value)).toBe(flow);
    expect(isLegacyFlow(value)).toBe(isLegacy);
    expect(isUserFlow(value)).toBe(isUser);
  });
});

describe('the flows in force', () => {
  const byDefault: AuthFlow[] = ['USER_SRP', 'CUSTOM', 'REFRESH'];
  test.each<{ name: string; values: string[] | undefined; flows: AuthFlow[] }>([
    { name: 'absent is SRP, custom and refresh', values: undefined, flows: byDefault },
    { name: 'so is an empty list', values: [], flows: byDefault },
    { name: 'current values say all', values: ['ALLOW_USER_AUTH'], flows: ['USER_AUTH'] },
    { name: 'refresh alone is no sign-in', values: ['ALLOW_REFRESH_TOKEN_AUTH'], flows: ['REFRESH'] },
    { name: 'the flow of machines stands alone', values: ['ALLOW_CLIENT_TOKEN_AUTH'], flows: ['CLIENT_TOKEN'] },
    {
      name: 'USER_PASSWORD_AUTH leaves the defaults on',
      values: ['USER_PASSWORD_AUTH'],
      flows: ['USER_PASSWORD', ...byDefault],
    },
    {
      name: 'ADMIN_NO_SRP_AUTH leaves the defaults on, SRP with them',
      values: ['ADMIN_NO_SRP_AUTH'],
      flows: ['ADMIN_PASSWORD', ...byDefault],
    },
    {
      name: 'CUSTOM_AUTH_FLOW_ONLY leaves refresh on alone',
      values: ['CUSTOM_AUTH_FLOW_ONLY'],
      flows: ['CUSTOM', 'REFRESH'],
    },
    {
      name: 'CUSTOM_AUTH_FLOW_ONLY goes before other legacy values',
      values: ['USER_PASSWORD_AUTH', 'CUSTOM_AUTH_FLOW_ONLY'],
      flows: ['USER_PASSWORD', 'CUSTOM', 'REFRESH'],
    },
    {
      name: 'a legacy value beside a current one leaves the defaults on',
      values: ['ALLOW_USER_AUTH', 'USER_PASSWORD_AUTH'],
      flows: ['USER_AUTH', 'USER_PASSWORD', ...byDefault],
    },
    {
      name: 'both spellings of a flow are one',
      values: ['ALLOW_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH'],
      flows: ['USER_PASSWORD', ...byDefault],
    },
    { name: 'a value that nobody knows is no flow', values: ['ALLOW_TOMORROW_AUTH'], flows: [] },
  ])('$name', ({ values, flows }) => {
    expect(flowsInForce(values)).toEqual(new Set(flows));
  });
});

describe('the same flows by their current names', () => {
  test.each([
    { values: undefined, names: ['ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
    { values: ['CUSTOM_AUTH_FLOW_ONLY'], names: ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_CUSTOM_AUTH'] },
    { values: ['ALLOW_CLIENT_TOKEN_AUTH'], names: ['ALLOW_CLIENT_TOKEN_AUTH'] },
    {
      values: ['ADMIN_NO_SRP_AUTH'],
      names: ['ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_ADMIN_USER_PASSWORD_AUTH'],
    },
  ])('$values', ({ values, names }) => {
    expect(currentNames(values)).toEqual(names);
    expect(flowsInForce(names)).toEqual(flowsInForce(values));
    expect(withoutRefreshFlow(values)).toEqual(names.filter((name) => name !== 'ALLOW_REFRESH_TOKEN_AUTH'));
  });

  test('SRP is added where no flow for users is left', () => {
    expect(withUserFlow(['ALLOW_REFRESH_TOKEN_AUTH'])).toEqual(['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH']);
    expect(withUserFlow([])).toEqual(['ALLOW_USER_SRP_AUTH']);
    expect(withUserFlow(['ALLOW_USER_AUTH'])).toEqual(['ALLOW_USER_AUTH']);
  });
});
