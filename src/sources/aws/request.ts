import { AwsError } from './aws-error.ts';
import type { ConnectionOptions } from './connection.ts';
import { checkRegion } from './connection.ts';
import type { Rates } from './schedule.ts';

/** What an audit is asked to read. Empty lists mean all, or what the environment says. */
export interface AuditRequest extends ConnectionOptions {
  readonly profiles: readonly string[];
  readonly regions: readonly string[];
  readonly allRegions: boolean;
  readonly roleArns: readonly string[];
  readonly externalId?: string;
  readonly userPoolIds: readonly string[];
  readonly clientId?: string;
  readonly secretAges: boolean;
  readonly rates: Rates;
}

/** Tells mistakes before any call is made: AWS would answer them one by one, and less clearly. */
export function checkRequest(request: AuditRequest): void {
  const { profiles, regions, roleArns, externalId, userPoolIds, clientId, allRegions } = request;
  for (const id of userPoolIds) checkUserPoolId(id);
  if (clientId !== undefined) checkClientId(clientId);
  for (const region of regions) checkRegion(region);
  for (const arn of roleArns) checkRoleArn(arn);
  if (allRegions && regions.length > 0)
    throw new AwsError('--all-regions and --region exclude each other; give one of them');
  if (roleArns.length > 0 && profiles.length > 1)
    throw new AwsError('--role-arn takes the credentials of one --profile; several were given');
  if (externalId !== undefined && roleArns.length === 0)
    throw new AwsError('--external-id belongs to --role-arn, which is not given');
  if (roleArns.length > 0 && request.signRequest === false)
    throw new AwsError('--role-arn needs signed requests; leave out --no-sign-request');
}

/** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserPoolClient.html */
export function checkUserPoolId(id: string): void {
  if (/^[\w-]+_[0-9a-zA-Z]+$/.test(id) && id.length <= 55) return;
  throw new AwsError(
    `"${id}" is no user pool id; it is a region, "_" and letters and digits, as eu-central-1_AbCdEf123`,
  );
}

export function checkClientId(id: string): void {
  if (/^[\w+]+$/.test(id) && id.length <= 128) return;
  throw new AwsError(`"${id}" is no app client id; it is up to 128 letters and digits, as 1example23456789abcdefghij`);
}

function checkRoleArn(arn: string): void {
  if (/^arn:aws[\w-]*:iam::\d{12}:role\/.+$/.test(arn)) return;
  throw new AwsError(`"${arn}" is no ARN of a role; it is written like arn:aws:iam::123456789012:role/audit`);
}
