/** The attributes of `aws_cognito_user_pool_client` by the member of the API that they set, and those of its blocks. */
export const ATTRIBUTES: Readonly<Record<string, string | BlockAttribute>> = {
  UserPoolId: 'user_pool_id',
  ClientId: 'id',
  ClientName: 'name',
  ClientSecret: 'client_secret',
  GenerateSecret: 'generate_secret',
  RefreshTokenValidity: 'refresh_token_validity',
  AccessTokenValidity: 'access_token_validity',
  IdTokenValidity: 'id_token_validity',
  TokenValidityUnits: {
    block: 'token_validity_units',
    attributes: { AccessToken: 'access_token', IdToken: 'id_token', RefreshToken: 'refresh_token' },
  },
  ReadAttributes: 'read_attributes',
  WriteAttributes: 'write_attributes',
  ExplicitAuthFlows: 'explicit_auth_flows',
  SupportedIdentityProviders: 'supported_identity_providers',
  CallbackURLs: 'callback_urls',
  LogoutURLs: 'logout_urls',
  DefaultRedirectURI: 'default_redirect_uri',
  AllowedOAuthFlows: 'allowed_oauth_flows',
  AllowedOAuthScopes: 'allowed_oauth_scopes',
  AllowedOAuthFlowsUserPoolClient: 'allowed_oauth_flows_user_pool_client',
  AnalyticsConfiguration: {
    block: 'analytics_configuration',
    attributes: {
      ApplicationId: 'application_id',
      ApplicationArn: 'application_arn',
      RoleArn: 'role_arn',
      ExternalId: 'external_id',
      UserDataShared: 'user_data_shared',
    },
  },
  PreventUserExistenceErrors: 'prevent_user_existence_errors',
  EnableTokenRevocation: 'enable_token_revocation',
  EnablePropagateAdditionalUserContextData: 'enable_propagate_additional_user_context_data',
  AuthSessionValidity: 'auth_session_validity',
  RefreshTokenRotation: {
    block: 'refresh_token_rotation',
    attributes: { Feature: 'feature', RetryGracePeriodSeconds: 'retry_grace_period_seconds' },
  },
};

/** A block of attributes: in a plan or state a list of none or one. */
export interface BlockAttribute {
  readonly block: string;
  readonly attributes: Readonly<Record<string, string>>;
}
