import type { AppClient, ClientPath } from './app-client.ts';

export type Token = 'Access' | 'Id' | 'Refresh';

/** How long a token lives, and how that came to be. */
export interface Lifetime {
  readonly seconds: number;
  /** The service would accept it. */
  readonly inRange: boolean;
  /** What stands behind the number: `3650 days`, `3 hours, as hours are the unit where none is set`. */
  readonly text: string;
}

const SECONDS: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/**
 * Units, defaults and documented ranges (seconds).
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_TokenValidityUnitsType.html
 */
export const TOKENS = {
  Access: { unit: 'hours', value: 1, min: 300, max: 86_400 },
  Id: { unit: 'hours', value: 1, min: 300, max: 86_400 },
  Refresh: { unit: 'days', value: 30, min: 3600, max: 315_360_000 },
} as const;

/** The effective lifetime of a token. A value that is absent (or 0) is the default whatever the unit says. */
export function lifetime(client: AppClient, token: Token): Lifetime {
  const { unit: defaultUnit, value: defaultValue, min, max } = TOKENS[token];
  const reported = client[`${token}TokenValidity`];
  const given = reported ? client.TokenValidityUnits?.[`${token}Token`] : undefined;
  const value = reported || defaultValue;
  const unit = given ?? defaultUnit;
  const seconds = value * (SECONDS[unit] ?? Number.NaN);
  const origin = !reported ? ', the default' : given ? '' : `, as the unit is ${defaultUnit} where none is set`;
  return { seconds, inRange: seconds >= min && seconds <= max, text: duration(value, unit) + origin };
}

/** `1 day`, `30 days`. */
export function duration(value: number, unit: string): string {
  return `${value} ${value === 1 ? unit.replace(/s$/, '') : unit}`;
}

/** The range that the service accepts, in words. */
export function rangeText(token: Token): string {
  return token === 'Refresh' ? '60 minutes to 10 years' : '5 minutes to 1 day';
}

/**
 * A lifetime as settings: the value in the largest unit that expresses it, and that unit beside those of the others. The
 * service takes whole numbers.
 */
export function lifetimeSettings(client: AppClient, token: Token, most: number): Partial<AppClient> {
  const seconds = Math.floor(most);
  const unit =
    (['days', 'hours', 'minutes', 'seconds'] as const).find((one) => seconds % (SECONDS[one] ?? 1) === 0) ?? 'seconds';
  return {
    [`${token}TokenValidity`]: seconds / (SECONDS[unit] ?? 1),
    TokenValidityUnits: { ...client.TokenValidityUnits, [`${token}Token`]: unit },
  };
}

/** Where the unit of a token stands, if it is set. */
export function unitPaths(client: AppClient, token: Token): ClientPath[] {
  return client.TokenValidityUnits?.[`${token}Token`] ? [['TokenValidityUnits', `${token}Token`]] : [];
}
