/** A way to sign in or to get tokens through the user pools API, whatever the spelling of its ExplicitAuthFlows value. */
export type AuthFlow =
  | 'USER_PASSWORD'
  | 'ADMIN_PASSWORD'
  | 'USER_SRP'
  | 'CUSTOM'
  | 'USER_AUTH'
  | 'REFRESH'
  | 'CLIENT_TOKEN';

const FLOW_OF_VALUE: Readonly<Record<string, AuthFlow>> = {
  ALLOW_USER_PASSWORD_AUTH: 'USER_PASSWORD',
  ALLOW_ADMIN_USER_PASSWORD_AUTH: 'ADMIN_PASSWORD',
  ALLOW_USER_SRP_AUTH: 'USER_SRP',
  ALLOW_CUSTOM_AUTH: 'CUSTOM',
  ALLOW_USER_AUTH: 'USER_AUTH',
  ALLOW_REFRESH_TOKEN_AUTH: 'REFRESH',
  ALLOW_CLIENT_TOKEN_AUTH: 'CLIENT_TOKEN',
  USER_PASSWORD_AUTH: 'USER_PASSWORD',
  ADMIN_NO_SRP_AUTH: 'ADMIN_PASSWORD',
  CUSTOM_AUTH_FLOW_ONLY: 'CUSTOM',
};

/** The flow that an ExplicitAuthFlows value names, or undefined where Cognito documents no such value. */
export function flowOf(value: string): AuthFlow | undefined {
  return Object.hasOwn(FLOW_OF_VALUE, value) ? FLOW_OF_VALUE[value] : undefined;
}

/**
 * Values from before `ALLOW_*`, which still occur.
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html
 */
export function isLegacyFlow(value: string): boolean {
  return value === 'ADMIN_NO_SRP_AUTH' || value === 'CUSTOM_AUTH_FLOW_ONLY' || value === 'USER_PASSWORD_AUTH';
}

/** Each legacy value is one, so what it leaves on besides needs no look here. */
export function isUserFlow(value: string): boolean {
  const flow = flowOf(value);
  return flow !== undefined && flow !== 'REFRESH' && flow !== 'CLIENT_TOKEN';
}

/**
 * The flows in force. Absent is SRP, custom and refresh. A legacy value leaves the flows on that it does not name, but for
 * `CUSTOM_AUTH_FLOW_ONLY`: the console's labels of that time say so, AWS states it nowhere.
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html ExplicitAuthFlows
 */
export function flowsInForce(values: readonly string[] = []): ReadonlySet<AuthFlow> {
  const given = [...values];
  return new Set([...impliedFlows(given), ...given.flatMap((value) => flowOf(value) ?? [])]);
}

function impliedFlows(given: readonly string[]): readonly AuthFlow[] {
  if (given.includes('CUSTOM_AUTH_FLOW_ONLY')) return ['REFRESH'];
  return given.length === 0 || given.some(isLegacyFlow) ? ['USER_SRP', 'CUSTOM', 'REFRESH'] : [];
}

const CURRENT_NAME: Readonly<Record<AuthFlow, string>> = {
  USER_PASSWORD: 'ALLOW_USER_PASSWORD_AUTH',
  ADMIN_PASSWORD: 'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  USER_SRP: 'ALLOW_USER_SRP_AUTH',
  CUSTOM: 'ALLOW_CUSTOM_AUTH',
  USER_AUTH: 'ALLOW_USER_AUTH',
  REFRESH: 'ALLOW_REFRESH_TOKEN_AUTH',
  CLIENT_TOKEN: 'ALLOW_CLIENT_TOKEN_AUTH',
};

/** The flows in force by their current names: legacy and current values cannot be assigned together. */
export function currentNames(values: readonly string[] | undefined): string[] {
  return [...flowsInForce(values)].map((flow) => CURRENT_NAME[flow]);
}

/** With SRP, where no flow for users is left. */
export function withUserFlow(names: readonly string[]): string[] {
  return names.some(isUserFlow) ? [...names] : ['ALLOW_USER_SRP_AUTH', ...names];
}

/** What is in force, but for the refresh flow. */
export function withoutRefreshFlow(values: readonly string[] | undefined): string[] {
  return currentNames(values).filter((name) => name !== 'ALLOW_REFRESH_TOKEN_AUTH');
}
