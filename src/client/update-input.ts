import type { AppClient } from './app-client.ts';
import { TOKENS } from './lifetimes.ts';

/**
 * The members of an UpdateUserPoolClient request: what it may have, not what it may not, so that a member of tomorrow
 * does not break the command. ClientSecret, the dates and ClientType are no members of it.
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html
 */
const MEMBERS = [
  'UserPoolId',
  'ClientId',
  'ClientName',
  'RefreshTokenValidity',
  'AccessTokenValidity',
  'IdTokenValidity',
  'TokenValidityUnits',
  'ReadAttributes',
  'WriteAttributes',
  'ExplicitAuthFlows',
  'SupportedIdentityProviders',
  'CallbackURLs',
  'LogoutURLs',
  'DefaultRedirectURI',
  'AllowedOAuthFlows',
  'AllowedOAuthScopes',
  'AllowedOAuthFlowsUserPoolClient',
  'AnalyticsConfiguration',
  'PreventUserExistenceErrors',
  'EnableTokenRevocation',
  'EnablePropagateAdditionalUserContextData',
  'AuthSessionValidity',
  'RefreshTokenRotation',
] as const satisfies readonly (keyof AppClient)[];

export type UpdateMember = (typeof MEMBERS)[number];

/** A whole update request, which leaves a client as it is. */
export type UpdateInput = Readonly<Partial<Record<UpdateMember, unknown>>>;

/**
 * The whole input that describes a client: the service sets what a request omits to its default, so all is sent. Units
 * stand beside lifetimes, since a number without its unit means something else; an empty list means the default and is
 * left out; a Pinpoint project by ARN excludes its id and role.
 */
export function updateInput(client: AppClient): UpdateInput {
  const input: Partial<Record<UpdateMember, unknown>> = {};
  for (const member of MEMBERS) {
    const value = client[member];
    const isAbsent =
      value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
    if (!isAbsent) input[member] = value;
  }
  const units = unitsOf(client);
  if (Object.keys(units).length > 0) input.TokenValidityUnits = units;
  else delete input.TokenValidityUnits;
  const analytics = client.AnalyticsConfiguration;
  if (analytics?.ApplicationArn) {
    const { ApplicationId: _id, RoleArn: _role, ExternalId: _external, ...rest } = analytics;
    input.AnalyticsConfiguration = rest;
  } else if (analytics && Object.keys(analytics).length === 0) {
    delete input.AnalyticsConfiguration;
  }
  return input;
}

/** The unit of each lifetime that is set, spelled out. */
function unitsOf(client: AppClient): Record<string, string> {
  const units: Record<string, string> = {};
  for (const token of ['Access', 'Id', 'Refresh'] as const) {
    const given = client.TokenValidityUnits?.[`${token}Token`];
    if (client[`${token}TokenValidity`] || given) units[`${token}Token`] = given || TOKENS[token].unit;
  }
  return units;
}

/** Members that the service returns of every client: where one is missing, the description may lack more. */
const ALWAYS_RETURNED = ['EnableTokenRevocation', 'AuthSessionValidity'] as const;

/** What a description lacks that the service would have returned. Sent back, it would be reset. */
export function missingMembers(client: AppClient): readonly string[] {
  return ALWAYS_RETURNED.filter((member) => client[member] === undefined);
}
