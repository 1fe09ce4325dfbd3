import type { AppClient } from './app-client.ts';
import type { Facts, Form } from './facts.ts';
import { type AuthFlow, flowsInForce, isUserFlow } from './flows.ts';
import { type Lifetime, lifetime, type Token } from './lifetimes.ts';
import { epochSeconds } from './time.ts';
import { ForeignValue, UnknownValue } from './unknown.ts';

/** 2021-06-10, when token revocation came. */
const REVOCATION_CAME = Date.UTC(2021, 5, 10) / 1000;

const YOUNGER_THAN_REVOCATION = [
  'AuthSessionValidity',
  'EnablePropagateAdditionalUserContextData',
  'RefreshTokenRotation',
  'ClientType',
] as const;

function isKnown(test: () => boolean): boolean {
  try {
    return test();
  } catch (error) {
    if (error instanceof UnknownValue) return false;
    throw error;
  }
}

/**
 * What a client does, after defaults, units and inert settings. Each member is found when it is first read, and throws
 * the `UnknownValue` that its answer hangs on: so a setting that cannot be known ends only the rules that need it.
 */
export class Effective {
  readonly facts: Facts;
  readonly #client: AppClient;
  readonly #lifetimes: Partial<Record<Token, Lifetime>> = {};
  #flows: ReadonlySet<AuthFlow> | undefined;

  constructor(client: AppClient, facts: Facts) {
    this.#client = client;
    this.facts = facts;
  }

  /**
   * OAuth is switched on. Absent is off: "it defaults to false".
   * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html AllowedOAuthFlowsUserPoolClient
   */
  get oauth(): boolean {
    return this.#client.AllowedOAuthFlowsUserPoolClient === true;
  }

  /**
   * A machine-to-machine client, which has no users: its only grant is `client_credentials`, or, with OAuth off, its
   * only flow is GetClientToken's.
   * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetClientToken.html
   */
  get machine(): boolean {
    return this.oauth
      ? only(this.#client.AllowedOAuthFlows, 'client_credentials')
      : onlyGetsClientTokens(this.#client.ExplicitAuthFlows);
  }

  /** Redirect URLs are in use. A machine client never redirects. */
  get redirects(): boolean {
    return this.oauth && !this.machine;
  }

  /** The flows in force, see `flowsInForce`. */
  get flows(): ReadonlySet<AuthFlow> {
    this.#flows ??= flowsInForce(this.#client.ExplicitAuthFlows);
    return this.#flows;
  }

  /** Why users can sign in through the API, with or without managed login; undefined where they cannot. */
  get userSignIn(): string | undefined {
    const given = this.#client.ExplicitAuthFlows;
    if (!given) return 'ExplicitAuthFlows is not set, so SRP and custom sign-in are on';
    const value = given.find(isUserFlow);
    return value && `ExplicitAuthFlows has ${value}`;
  }

  /** Absent is 1 hour, in hours. */
  get accessToken(): Lifetime {
    return this.#lifetime('Access');
  }

  /** Absent is 1 hour, in hours. */
  get idToken(): Lifetime {
    return this.#lifetime('Id');
  }

  /** Absent or 0 is 30 days, in days. */
  get refreshToken(): Lifetime {
    return this.#lifetime('Refresh');
  }

  /**
   * Error texts tell whether a user exists. Absent is LEGACY: "Defaults to LEGACY when you don't provide a value".
   * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolClientType.html PreventUserExistenceErrors
   */
  get userExistenceErrors(): 'ENABLED' | 'LEGACY' {
    return this.#client.PreventUserExistenceErrors === 'ENABLED' ? 'ENABLED' : 'LEGACY';
  }

  /**
   * Tokens can be revoked. Absent is on where a client is created ("activated by default"), and off where one is
   * described, since the service then always returns it; for an update AWS states no default.
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html
   */
  get revocation(): boolean {
    const reported = this.#client.EnableTokenRevocation;
    if (reported !== undefined) return reported;
    if (this.facts.form === 'updated') {
      throw new UnknownValue('EnableTokenRevocation', 'AWS does not say what an update without it does');
    }
    return this.facts.form === 'created';
  }

  /**
   * An absent EnableTokenRevocation is off for certain: this run asked AWS, the client is older than revocation, or a
   * younger member is there. For words alone, so that what is not known is taken for false.
   */
  get exporterKnowsRevocation(): boolean {
    const isOlder = () => (this.lastModified ?? REVOCATION_CAME) < REVOCATION_CAME;
    const isThere = (member: keyof AppClient) => isKnown(() => this.#client[member] !== undefined);
    return this.facts.live || isKnown(isOlder) || YOUNGER_THAN_REVOCATION.some(isThere);
  }

  /**
   * Refresh tokens are rotated. Absent is off.
   * @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html
   */
  get rotation(): boolean {
    return this.#client.RefreshTokenRotation?.Feature === 'ENABLED';
  }

  /**
   * Seconds that a rotated-out token still works. Absent is taken for 0, which AWS does not document.
   * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RefreshTokenRotationType.html
   */
  get rotationGraceSeconds(): number {
    return this.#client.RefreshTokenRotation?.RetryGracePeriodSeconds ?? 0;
  }

  /**
   * A client secret is reported. That none is reported is no proof of a public client: secrets can be added later, and
   * descriptions are known to omit those.
   * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AddUserPoolClientSecret.html
   */
  get secret(): boolean {
    if (this.facts.secret === 'unknown') {
      throw this.facts.secretUnknown ?? new UnknownValue('ClientSecret', SECRET_UNKNOWN[this.facts.form]);
    }
    return this.facts.secret === 'present';
  }

  /** Epoch seconds, or undefined where the date is absent. */
  get lastModified(): number | undefined {
    const date = this.#client.LastModifiedDate;
    return date === undefined ? undefined : epochSeconds(date);
  }

  #lifetime(token: Token): Lifetime {
    this.#lifetimes[token] ??= lifetime(this.#client, token);
    return this.#lifetimes[token];
  }
}

const SECRET_UNKNOWN: Readonly<Record<Form, string>> = {
  created: 'whether a secret is generated is not known before the deployment',
  updated: 'an update request does not say whether the client has a secret',
  described: 'this form of description does not carry the secret',
};

/** A flow that nobody knows is for users, as far as anybody knows: the one for machines has a name, and stands alone. */
function onlyGetsClientTokens(flows: readonly string[] | undefined): boolean {
  try {
    return only(flows, 'ALLOW_CLIENT_TOKEN_AUTH');
  } catch (unknown) {
    if (unknown instanceof ForeignValue) return false;
    throw unknown;
  }
}

function only(list: readonly string[] | undefined, value: string): boolean {
  return list !== undefined && list.length > 0 && list.every((entry) => entry === value);
}
