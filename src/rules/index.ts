import type { AnyRule } from '../rule.ts';
import accessTokenValidityLong from './access-token-validity-long.ts';
import analyticsCrossAccount from './analytics-cross-account.ts';
import analyticsPinpointRetired from './analytics-pinpoint-retired.ts';
import analyticsRoleExternalId from './analytics-role-external-id.ts';
import analyticsUserDataShared from './analytics-user-data-shared.ts';
import attrReadDefault from './attr-read-default.ts';
import attrReadSensitiveCustom from './attr-read-sensitive-custom.ts';
import attrWriteContactIdentity from './attr-write-contact-identity.ts';
import attrWriteDefault from './attr-write-default.ts';
import attrWritePrivilegedCustom from './attr-write-privileged-custom.ts';
import attrWriteVerifiedFlag from './attr-write-verified-flag.ts';
import authFlowAdminOnPublicClient from './auth-flow-admin-on-public-client.ts';
import authFlowAdminUserPassword from './auth-flow-admin-user-password.ts';
import authFlowIncompatibleSet from './auth-flow-incompatible-set.ts';
import authFlowLegacyName from './auth-flow-legacy-name.ts';
import authFlowUserAuthPassword from './auth-flow-user-auth-password.ts';
import authFlowUserPassword from './auth-flow-user-password.ts';
import authSessionValidityLong from './auth-session-validity-long.ts';
import clientNameNonprod from './client-name-nonprod.ts';
import clientSecretAge from './client-secret-age.ts';
import clientSecretInInput from './client-secret-in-input.ts';
import clientSecretInPublicApp from './client-secret-in-public-app.ts';
import clientSecretRotationUnfinished from './client-secret-rotation-unfinished.ts';
import clientStale from './client-stale.ts';
import idTokenValidityLong from './id-token-validity-long.ts';
import idpCognitoRemovedApiOpen from './idp-cognito-removed-api-open.ts';
import m2mClientAllowsUserAuth from './m2m-client-allows-user-auth.ts';
import oauthClientCredentialsMixed from './oauth-client-credentials-mixed.ts';
import oauthClientCredentialsNoSecret from './oauth-client-credentials-no-secret.ts';
import oauthImplicitGrant from './oauth-implicit-grant.ts';
import oauthScopeBroadIdentity from './oauth-scope-broad-identity.ts';
import oauthScopePrivilegedCustom from './oauth-scope-privileged-custom.ts';
import oauthScopeUserAdmin from './oauth-scope-user-admin.ts';
import oauthSettingsInert from './oauth-settings-inert.ts';
import redirectCustomScheme from './redirect-custom-scheme.ts';
import redirectCustomSchemeWeak from './redirect-custom-scheme-weak.ts';
import redirectDangerousScheme from './redirect-dangerous-scheme.ts';
import redirectDefaultUnregistered from './redirect-default-unregistered.ts';
import redirectDuplicate from './redirect-duplicate.ts';
import redirectHttpCallback from './redirect-http-callback.ts';
import redirectHttpLogout from './redirect-http-logout.ts';
import redirectIdnHost from './redirect-idn-host.ts';
import redirectInvalidUri from './redirect-invalid-uri.ts';
import redirectLoopback from './redirect-loopback.ts';
import redirectOpenRedirectShape from './redirect-open-redirect-shape.ts';
import redirectPlaceholderHost from './redirect-placeholder-host.ts';
import redirectPrivateHost from './redirect-private-host.ts';
import redirectSharedHostingHost from './redirect-shared-hosting-host.ts';
import redirectTunnelHost from './redirect-tunnel-host.ts';
import redirectWildcard from './redirect-wildcard.ts';
import refreshTokenRotationConflict from './refresh-token-rotation-conflict.ts';
import refreshTokenRotationDisabled from './refresh-token-rotation-disabled.ts';
import refreshTokenRotationGraceLong from './refresh-token-rotation-grace-long.ts';
import refreshTokenRotationWithoutRevocation from './refresh-token-rotation-without-revocation.ts';
import refreshTokenValidityLong from './refresh-token-validity-long.ts';
import threatContextWithoutSecret from './threat-context-without-secret.ts';
import tokenRevocationDisabled from './token-revocation-disabled.ts';
import tokenValidityInverted from './token-validity-inverted.ts';
import tokenValidityOutOfRange from './token-validity-out-of-range.ts';
import tokenValidityUnitSuspect from './token-validity-unit-suspect.ts';
import userExistenceErrorsLegacy from './user-existence-errors-legacy.ts';

/** Every rule, in the order of their ids. */
export const rules: readonly AnyRule[] = [
  accessTokenValidityLong,
  analyticsCrossAccount,
  analyticsPinpointRetired,
  analyticsRoleExternalId,
  analyticsUserDataShared,
  attrReadDefault,
  attrReadSensitiveCustom,
  attrWriteContactIdentity,
  attrWriteDefault,
  attrWritePrivilegedCustom,
  attrWriteVerifiedFlag,
  authFlowAdminOnPublicClient,
  authFlowAdminUserPassword,
  authFlowIncompatibleSet,
  authFlowLegacyName,
  authFlowUserAuthPassword,
  authFlowUserPassword,
  authSessionValidityLong,
  clientNameNonprod,
  clientSecretAge,
  clientSecretInInput,
  clientSecretInPublicApp,
  clientSecretRotationUnfinished,
  clientStale,
  idTokenValidityLong,
  idpCognitoRemovedApiOpen,
  m2mClientAllowsUserAuth,
  oauthClientCredentialsMixed,
  oauthClientCredentialsNoSecret,
  oauthImplicitGrant,
  oauthScopeBroadIdentity,
  oauthScopePrivilegedCustom,
  oauthScopeUserAdmin,
  oauthSettingsInert,
  redirectCustomScheme,
  redirectCustomSchemeWeak,
  redirectDangerousScheme,
  redirectDefaultUnregistered,
  redirectDuplicate,
  redirectHttpCallback,
  redirectHttpLogout,
  redirectIdnHost,
  redirectInvalidUri,
  redirectLoopback,
  redirectOpenRedirectShape,
  redirectPlaceholderHost,
  redirectPrivateHost,
  redirectSharedHostingHost,
  redirectTunnelHost,
  redirectWildcard,
  refreshTokenRotationConflict,
  refreshTokenRotationDisabled,
  refreshTokenRotationGraceLong,
  refreshTokenRotationWithoutRevocation,
  refreshTokenValidityLong,
  threatContextWithoutSecret,
  tokenRevocationDisabled,
  tokenValidityInverted,
  tokenValidityOutOfRange,
  tokenValidityUnitSuspect,
  userExistenceErrorsLegacy,
];
