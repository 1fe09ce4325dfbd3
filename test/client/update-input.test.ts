import { describe, expect, test } from 'vitest';
import { missingMembers, updateInput } from '../../src/client/update-input.ts';

describe('updateInput', () => {
  test('sends each member of the request, and none that the request has not', () => {
    const request = {
      UserPoolId: 'eu-west-1_Pool',
      ClientId: 'abc',
      ClientName: 'web',
      RefreshTokenValidity: 30,
      AccessTokenValidity: 5,
      IdTokenValidity: 1,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'hours', RefreshToken: 'days' },
      ReadAttributes: ['email'],
      WriteAttributes: ['name'],
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
      SupportedIdentityProviders: ['COGNITO'],
      CallbackURLs: ['https://app.acme.io/cb'],
      LogoutURLs: ['https://app.acme.io/bye'],
      DefaultRedirectURI: 'https://app.acme.io/cb',
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid'],
      AllowedOAuthFlowsUserPoolClient: true,
      AnalyticsConfiguration: { ApplicationId: 'a', RoleArn: 'arn:aws:iam::123456789012:role/x', ExternalId: 'b' },
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: false,
      EnablePropagateAdditionalUserContextData: false,
      AuthSessionValidity: 3,
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
    } as const;
    const answered = {
      ClientSecret: '[REDACTED]',
      CreationDate: 1,
      LastModifiedDate: 2,
      ClientType: 'REGULAR',
    } as const;
    const client = JSON.parse(JSON.stringify({ ...request, ...answered }));
    expect(updateInput(client)).toEqual(request);
  });

  test.each([undefined, null, '', []])('leaves out a member that is %j', (value) => {
    expect(updateInput({ ClientName: 'web', ReadAttributes: value as never })).toEqual({ ClientName: 'web' });
  });

  test.each([
    [{ AccessTokenValidity: 5 }, { AccessToken: 'hours' }],
    [{ IdTokenValidity: 5 }, { IdToken: 'hours' }],
    [{ RefreshTokenValidity: 5 }, { RefreshToken: 'days' }],
    [{ RefreshTokenValidity: 5, TokenValidityUnits: {} }, { RefreshToken: 'days' }],
    [
      { RefreshTokenValidity: 5, TokenValidityUnits: { AccessToken: 'minutes' } },
      { AccessToken: 'minutes', RefreshToken: 'days' },
    ],
    [{ TokenValidityUnits: {} }, undefined],
  ] as const)('of %j the units are %j', (client, units) => {
    expect(updateInput(client).TokenValidityUnits).toEqual(units);
  });

  test.each([
    [
      { ApplicationArn: 'arn', ApplicationId: 'a', RoleArn: 'b', ExternalId: 'c', UserDataShared: true },
      { ApplicationArn: 'arn', UserDataShared: true },
    ],
    [
      { ApplicationId: 'a', RoleArn: 'b' },
      { ApplicationId: 'a', RoleArn: 'b' },
    ],
    [{}, undefined],
  ])('of the analytics %j it sends %j', (AnalyticsConfiguration, sent) => {
    const input = updateInput({ AnalyticsConfiguration });
    expect(input.AnalyticsConfiguration).toEqual(sent);
    expect('AnalyticsConfiguration' in input).toBe(sent !== undefined);
  });
});

test.each([
  [{}, ['EnableTokenRevocation', 'AuthSessionValidity']],
  [{ EnableTokenRevocation: false }, ['AuthSessionValidity']],
  [{ EnableTokenRevocation: true, AuthSessionValidity: 3 }, []],
])('a description of %j lacks %j', (client, missing) => {
  expect(missingMembers(client)).toEqual(missing);
});
