/**
 * The JSON Schema of a described client: all 27 members of UserPoolClientType, what requests may have besides, and
 * what an audit adds. `test/client/schema.test.ts` holds it in step with the types of the AWS SDK, at compile time.
 *
 * Three keywords, three meanings: `type` is broken input, `additionalProperties` and `enum` are notices, since AWS
 * adds members and values. `null` is a way to say absent.
 */
const text = { type: 'string', nullable: true } as const;
const integer = { type: 'integer', nullable: true } as const;
const flag = { type: 'boolean', nullable: true } as const;
/** The wire and AWS CLI v1 have epoch seconds, CLI v2 has ISO 8601, emulators milliseconds, dumps what they please. */
const timestamp = { type: ['string', 'number'], nullable: true } as const;
const texts = { type: 'array', items: { type: 'string' }, nullable: true } as const;

const oneOf = <const Values extends readonly string[]>(...values: Values) =>
  ({ type: 'string', nullable: true, enum: [...values, '', null] }) as {
    type: 'string';
    nullable: true;
    enum: (Values[number] | '' | null)[];
  };
const someOf = <const Values extends readonly string[]>(...values: Values) =>
  ({ type: 'array', nullable: true, items: { type: 'string', enum: values } }) as const;
const object = <const Properties extends object>(properties: Properties) =>
  ({ type: 'object', nullable: true, additionalProperties: false, properties }) as const;

const unit = oneOf('seconds', 'minutes', 'hours', 'days');

/** Keys and kinds of the API's UserPoolClientType. */
export const members = {
  UserPoolId: text,
  ClientName: text,
  ClientId: text,
  ClientSecret: text,
  LastModifiedDate: timestamp,
  CreationDate: timestamp,
  RefreshTokenValidity: integer,
  AccessTokenValidity: integer,
  IdTokenValidity: integer,
  TokenValidityUnits: object({ AccessToken: unit, IdToken: unit, RefreshToken: unit }),
  ReadAttributes: texts,
  WriteAttributes: texts,
  ExplicitAuthFlows: someOf(
    'ADMIN_NO_SRP_AUTH',
    'CUSTOM_AUTH_FLOW_ONLY',
    'USER_PASSWORD_AUTH',
    'ALLOW_ADMIN_USER_PASSWORD_AUTH',
    'ALLOW_CUSTOM_AUTH',
    'ALLOW_USER_PASSWORD_AUTH',
    'ALLOW_USER_SRP_AUTH',
    'ALLOW_REFRESH_TOKEN_AUTH',
    'ALLOW_USER_AUTH',
    // In the developer guide (GetClientToken), not yet in the SDK's enum.
    'ALLOW_CLIENT_TOKEN_AUTH',
  ),
  SupportedIdentityProviders: texts,
  CallbackURLs: texts,
  LogoutURLs: texts,
  DefaultRedirectURI: text,
  AllowedOAuthFlows: someOf('code', 'implicit', 'client_credentials'),
  AllowedOAuthScopes: texts,
  AllowedOAuthFlowsUserPoolClient: flag,
  AnalyticsConfiguration: object({
    ApplicationId: text,
    ApplicationArn: text,
    RoleArn: text,
    ExternalId: text,
    UserDataShared: flag,
  }),
  PreventUserExistenceErrors: oneOf('ENABLED', 'LEGACY'),
  EnableTokenRevocation: flag,
  EnablePropagateAdditionalUserContextData: flag,
  AuthSessionValidity: integer,
  RefreshTokenRotation: object({ Feature: oneOf('ENABLED', 'DISABLED'), RetryGracePeriodSeconds: integer }),
  ClientType: oneOf('REGULAR', 'DCR'),
} as const;

export const schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    ...members,
    /** A member of create requests. */
    GenerateSecret: flag,
    /** What an audit keeps of ListUserPoolClientSecrets. */
    ClientSecrets: {
      type: 'array',
      nullable: true,
      items: {
        ...object({ ClientSecretId: text, ClientSecretValue: text, ClientSecretCreateDate: timestamp }),
        nullable: false,
      },
    },
  },
} as const;
