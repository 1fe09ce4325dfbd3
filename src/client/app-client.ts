/** A moment as the file has it: epoch seconds or milliseconds, or a date as text. See `epochSeconds`. */
export type Timestamp = number | string;

/** A secret without its value, as ListUserPoolClientSecrets lists it (only a live audit has it). */
export interface ClientSecretDescriptor {
  readonly ClientSecretId?: string;
  readonly ClientSecretCreateDate?: Timestamp;
}

/**
 * One app client in the shape of the API's UserPoolClientType, as rules see it: a member that is missing, null, "" or
 * [], and a lifetime of 0, is absent here (see `effective.ts` for what that means), and the secret is `[REDACTED]`.
 *
 * No enum is closed: Cognito adds values, and files are written by people.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html
 */
export interface AppClient {
  readonly UserPoolId?: string;
  readonly ClientName?: string;
  readonly ClientId?: string;
  /** `[REDACTED]` where there is a secret. */
  readonly ClientSecret?: string;
  readonly LastModifiedDate?: Timestamp;
  readonly CreationDate?: Timestamp;
  /** In `TokenValidityUnits.RefreshToken`, by default days. */
  readonly RefreshTokenValidity?: number;
  /** In `TokenValidityUnits.AccessToken`, by default hours. */
  readonly AccessTokenValidity?: number;
  /** In `TokenValidityUnits.IdToken`, by default hours. */
  readonly IdTokenValidity?: number;
  readonly TokenValidityUnits?: {
    readonly AccessToken?: string;
    readonly IdToken?: string;
    readonly RefreshToken?: string;
  };
  readonly ReadAttributes?: readonly string[];
  readonly WriteAttributes?: readonly string[];
  readonly ExplicitAuthFlows?: readonly string[];
  readonly SupportedIdentityProviders?: readonly string[];
  readonly CallbackURLs?: readonly string[];
  readonly LogoutURLs?: readonly string[];
  readonly DefaultRedirectURI?: string;
  readonly AllowedOAuthFlows?: readonly string[];
  readonly AllowedOAuthScopes?: readonly string[];
  readonly AllowedOAuthFlowsUserPoolClient?: boolean;
  readonly AnalyticsConfiguration?: {
    readonly ApplicationId?: string;
    readonly ApplicationArn?: string;
    readonly RoleArn?: string;
    readonly ExternalId?: string;
    readonly UserDataShared?: boolean;
  };
  readonly PreventUserExistenceErrors?: string;
  readonly EnableTokenRevocation?: boolean;
  readonly EnablePropagateAdditionalUserContextData?: boolean;
  /** Minutes. */
  readonly AuthSessionValidity?: number;
  readonly RefreshTokenRotation?: {
    readonly Feature?: string;
    readonly RetryGracePeriodSeconds?: number;
  };
  readonly ClientType?: string;
  /** Not a member of the API's type: what ListUserPoolClientSecrets told, kept beside it. */
  readonly ClientSecrets?: readonly ClientSecretDescriptor[];
}

/** A member of a client, or what is below it: `['CallbackURLs', 0]`. Empty for the client itself. */
export type ClientPath = readonly [] | readonly [keyof AppClient, ...(string | number)[]];

/** The members that are lists of strings. */
export type ListMember = {
  [Member in keyof AppClient]-?: NonNullable<AppClient[Member]> extends readonly string[] ? Member : never;
}[keyof AppClient];
