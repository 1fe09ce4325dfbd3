import type { AppClient } from '../../client/app-client.ts';
import type { Effective } from '../../client/effective.ts';
import { duration, type Lifetime, lifetime, type Token } from '../../client/lifetimes.ts';

export const TOKENS = [
  { token: 'Access', name: 'Access token', member: 'AccessTokenValidity', limit: 'access-token-validity-long' },
  { token: 'Id', name: 'ID token', member: 'IdTokenValidity', limit: 'id-token-validity-long' },
  { token: 'Refresh', name: 'Refresh token', member: 'RefreshTokenValidity', limit: 'refresh-token-validity-long' },
] as const;

const IN_FORCE = { Access: 'accessToken', Id: 'idToken', Refresh: 'refreshToken' } as const;

/** As it was given: `30, no unit`. */
export function lifetimeReported(client: AppClient, token: Token): string {
  const value = client[`${token}TokenValidity`];
  const unit = client.TokenValidityUnits?.[`${token}Token`];
  if (value === undefined) return unit === undefined ? 'not set' : `not set, in ${unit}`;
  return unit === undefined ? `${value}, no unit` : duration(value, unit);
}

/** What comes of it: `30 days, the default`, also where a description spells that out, as AWS's own do. */
export function lifetimeInForce(client: AppClient, effective: Effective, token: Token): Lifetime {
  const own = effective[IN_FORCE[token]];
  const standard = lifetime({}, token);
  const hasUnit = client.TokenValidityUnits?.[`${token}Token`] !== undefined;
  return !hasUnit && own.seconds === standard.seconds ? standard : own;
}
