const AWS = 'https://docs.aws.amazon.com/';
const API = `${AWS}cognito-user-identity-pools/latest/APIReference/`;
const GUIDE = `${AWS}cognito/latest/developerguide/`;

/** Pages that rules refer to by a short name: title and address. */
const PAGES = {
  client: ['Amazon Cognito API: UserPoolClientType', `${API}API_UserPoolClientType.html`],
  create: ['Amazon Cognito API: CreateUserPoolClient', `${API}API_CreateUserPoolClient.html`],
  units: ['Amazon Cognito API: TokenValidityUnitsType', `${API}API_TokenValidityUnitsType.html`],
  rotation: ['Amazon Cognito API: RefreshTokenRotationType', `${API}API_RefreshTokenRotationType.html`],
  'add-secret': ['Amazon Cognito API: AddUserPoolClientSecret', `${API}API_AddUserPoolClientSecret.html`],
  'list-secrets': ['Amazon Cognito API: ListUserPoolClientSecrets', `${API}API_ListUserPoolClientSecrets.html`],
  'client-token': ['Amazon Cognito API: GetClientToken', `${API}API_GetClientToken.html`],
  analytics: ['Amazon Cognito API: AnalyticsConfigurationType', `${API}API_AnalyticsConfigurationType.html`],
  apps: ['Amazon Cognito guide: app clients', `${GUIDE}user-pool-settings-client-apps.html`],
  flows: [
    'Amazon Cognito guide: authentication flows',
    `${GUIDE}amazon-cognito-user-pools-authentication-flow-methods.html`,
  ],
  choice: ['Amazon Cognito guide: choice-based sign-in', `${GUIDE}authentication-flows-selection-sdk.html`],
  'server-side': [
    'Amazon Cognito guide: server-side authentication',
    `${GUIDE}authentication-flows-public-server-side.html`,
  ],
  migrate: ['Amazon Cognito guide: migrate user Lambda trigger', `${GUIDE}user-pool-lambda-migrate-user.html`],
  errors: ['Amazon Cognito guide: managing error responses', `${GUIDE}cognito-user-pool-managing-errors.html`],
  authorize: ['Amazon Cognito guide: authorize endpoint', `${GUIDE}authorization-endpoint.html`],
  logout: ['Amazon Cognito guide: logout endpoint', `${GUIDE}logout-endpoint.html`],
  pkce: ['Amazon Cognito guide: PKCE', `${GUIDE}using-pkce-in-authorization-code.html`],
  scopes: [
    'Amazon Cognito guide: scopes and resource servers',
    `${GUIDE}cognito-user-pools-define-resource-servers.html`,
  ],
  attributes: [
    'Amazon Cognito guide: attribute permissions',
    `${GUIDE}user-pool-settings-attributes.html#user-pool-settings-attribute-permissions-and-scopes`,
  ],
  refresh: ['Amazon Cognito guide: refresh tokens', `${GUIDE}amazon-cognito-user-pools-using-the-refresh-token.html`],
  revocation: ['Amazon Cognito guide: token revocation', `${GUIDE}token-revocation.html`],
  waf: ['Amazon Cognito guide: AWS WAF', `${GUIDE}user-pool-waf.html`],
  threat: [
    'Amazon Cognito guide: adaptive authentication',
    `${GUIDE}cognito-user-pool-settings-adaptive-authentication.html`,
  ],
  pinpoint: ['Amazon Cognito guide: Amazon Pinpoint', `${GUIDE}cognito-user-pools-pinpoint-integration.html`],
  'pinpoint-end': ['Amazon Pinpoint: end of support', `${AWS}console/pinpoint/migration-guide`],
  'external-id': ['IAM guide: external ID', `${AWS}IAM/latest/UserGuide/id_roles_create_for-user_externalid.html`],
  'OpenID Connect Core §2': ['OpenID Connect Core §2', 'https://openid.net/specs/openid-connect-core-1_0.html#IDToken'],
  'UTS #39': ['UTS #39, Unicode Security Mechanisms', 'https://www.unicode.org/reports/tr39/'],
  'can-i-take-over-xyz': ['EdOverflow/can-i-take-over-xyz', 'https://github.com/EdOverflow/can-i-take-over-xyz'],
  NotSoSecure: [
    'NotSoSecure: Hacking AWS Cognito Misconfigurations',
    'https://notsosecure.com/hacking-aws-cognito-misconfigurations',
  ],
  Doyensec: [
    'Doyensec: Tampering User Attributes In AWS Cognito User Pools',
    'https://blog.doyensec.com/2023/01/24/tampering-unrestricted-user-attributes-aws-cognito.html',
  ],
  Truesec: [
    'Truesec: Amazon Cognito, A Quick Look Into Token Security',
    'https://www.truesec.com/hub/blog/aws-cognito-token-security-one-step-closer',
  ],
  'hackingthe.cloud': [
    'Hacking the Cloud: Bypass Cognito Account Enumeration Controls',
    'https://hackingthe.cloud/aws/enumeration/bypass_cognito_user_enumeration_controls/',
  ],
  UserPoolClient: ['aws-cdk-lib UserPoolClient', `${AWS}cdk/api/v2/docs/aws-cdk-lib.aws_cognito.UserPoolClient.html`],
} as const;

type Page = keyof typeof PAGES;

/**
 * What a rule rests on, as short as it can be said: a page by its name above, `RFC 9700 §2.1.2`, `SP 800-63B-4 §3.1.1`,
 * an issue as `aws/aws-cdk#10311`, `HackerOne 1342088`, or an address.
 */
export type Reference =
  | Page
  | `RFC ${number}`
  | `RFC ${number} §${string}`
  | `SP 800-63B-4 §${string}`
  | `${string}/${string}#${number}`
  | `HackerOne ${number}`
  | `https://${string}`;

export interface Link {
  readonly title: string;
  readonly url: string;
}

/** The title and the address that a reference stands for. */
export function link(reference: Reference): Link {
  const page = Object.hasOwn(PAGES, reference) ? PAGES[reference as Page] : undefined;
  if (page) return { title: page[0], url: page[1] };
  const rfc = /^RFC (\d+)(?: \u00a7(\S+))?$/.exec(reference);
  if (rfc) {
    const section = rfc[2] ? `#section-${rfc[2]}` : '';
    return { title: reference, url: `https://www.rfc-editor.org/rfc/rfc${rfc[1]}.html${section}` };
  }
  const report = /^HackerOne (\d+)$/.exec(reference);
  if (report) return { title: reference, url: `https://hackerone.com/reports/${report[1]}` };
  if (reference.startsWith('SP 800-63B-4 ')) {
    return { title: `NIST ${reference}`, url: 'https://pages.nist.gov/800-63-4/sp800-63b.html' };
  }
  const issue = /^([\w.-]+\/[\w.-]+)#(\d+)$/.exec(reference);
  if (issue) return { title: reference, url: `https://github.com/${issue[1]}/issues/${issue[2]}` };
  return { title: new URL(reference).hostname, url: reference };
}

/** The page of a weakness. */
export function cweLink(cwe: number): Link {
  return { title: `CWE-${cwe}`, url: `https://cwe.mitre.org/data/definitions/${cwe}.html` };
}

const PROJECT = 'https://github.com/cognito-lint/cognito-lint';

/** Where the project lives. */
export const HOME = PROJECT;

/** The rule's section of rules.md. A user's own rule has none. */
export function helpUrl(ruleId: string): string | undefined {
  return ruleId.includes('/') ? undefined : `${PROJECT}/blob/main/rules.md#${ruleId}`;
}
