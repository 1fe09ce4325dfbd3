import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { AwsError } from './aws-error.ts';
import { environment, loadProfile, type Profile } from './profile.ts';
import { isRegion } from './regions.ts';

/** The connection options of the AWS CLI, as a command line has them. */
export interface ConnectionOptions {
  readonly endpointUrl?: string;
  readonly verifySsl?: boolean;
  readonly signRequest?: boolean;
  readonly caBundle?: string;
  readonly cliReadTimeout?: string;
  readonly cliConnectTimeout?: string;
}

/** How AWS is reached, after options, environment and config files; in that order the first that says so wins. */
export interface Connection {
  readonly profile: Profile;
  /** The profile was asked for in so many words, so it wins over keys in the environment. */
  readonly isExplicit: boolean;
  /** Of the profile or the environment; a run may ask others. */
  readonly region: string | undefined;
  readonly endpoint: string | undefined;
  readonly stsEndpoint: string | undefined;
  readonly verifiesTls: boolean;
  /** PEM, where more certificates are trusted than those that Node trusts. */
  readonly certificates: readonly string[] | undefined;
  readonly signs: boolean;
  /** Milliseconds; 0 is for ever. */
  readonly readTimeout: number;
  readonly connectTimeout: number;
  /** Ends every connection, also those that the SDK makes for credentials, which take no other signal. */
  readonly signal: AbortSignal | undefined;
}

export async function connect(
  options: ConnectionOptions,
  profileName: string | undefined,
  signal?: AbortSignal,
): Promise<Connection> {
  const profile = await loadProfile(profileName);
  const bundle = options.caBundle ?? environment('AWS_CA_BUNDLE') ?? profile.setting('ca_bundle');
  const endpoint = options.endpointUrl ?? configuredEndpoint(profile, 'cognito_identity_provider');
  const stsEndpoint = configuredEndpoint(profile, 'sts');
  const region = environment('AWS_REGION') ?? environment('AWS_DEFAULT_REGION') ?? profile.setting('region');
  for (const url of [endpoint, stsEndpoint]) if (url !== undefined) checkEndpoint(url);
  return {
    profile,
    isExplicit: profileName !== undefined,
    region,
    endpoint,
    stsEndpoint: stsEndpoint ?? (endpoint && !isAws(endpoint) ? endpoint : undefined),
    verifiesTls: options.verifySsl ?? true,
    certificates: bundle === undefined ? undefined : [...rootCertificates, readBundle(bundle)],
    signs: options.signRequest ?? true,
    readTimeout: milliseconds('--cli-read-timeout', options.cliReadTimeout),
    connectTimeout: milliseconds('--cli-connect-timeout', options.cliConnectTimeout),
    signal,
  };
}

/** The region of a single call, or of an audit of one region. */
export function regionOf({ region, profile }: Connection, asked: string | undefined): string {
  const found = asked ?? region;
  if (found !== undefined) return checkRegion(found);
  throw new AwsError(
    `no region is set; give --region, or set AWS_REGION or AWS_DEFAULT_REGION, or run "aws configure set region <region>${profile.name ? ` --profile ${profile.name}` : ''}" (looked in the environment and in profile ${profile.name ?? 'default'})`,
  );
}

export function checkRegion(region: string): string {
  if (isRegion(region)) return region;
  throw new AwsError(`"${region}" is no region; a region is written like eu-central-1`);
}

/** @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html */
function configuredEndpoint(profile: Profile, service: string): string | undefined {
  const ignored =
    environment('AWS_IGNORE_CONFIGURED_ENDPOINT_URLS') ?? profile.setting('ignore_configured_endpoint_urls');
  if (ignored?.toLowerCase() === 'true') return undefined;
  return (
    environment(`AWS_ENDPOINT_URL_${service.toUpperCase()}`) ??
    environment('AWS_ENDPOINT_URL') ??
    profile.endpointOf(service) ??
    profile.setting('endpoint_url')
  );
}

function checkEndpoint(url: string): void {
  const protocol = URL.canParse(url) ? new URL(url).protocol : '';
  if (protocol === 'http:' || protocol === 'https:') return;
  throw new AwsError(`the endpoint URL "${shownUrl(url)}" is none; write it with its scheme, as https://host:port`);
}

/** An address as messages show it: without a password, and without what may be a token. */
export function shownUrl(url: string): string {
  const { protocol, host, pathname } = URL.canParse(url) ? new URL(url) : { host: '' };
  return host === '' ? url.replace(/^.*@/, '') : `${protocol}//${host}${pathname}`.replace(/\/$/, '');
}

/** An emulator serves all of AWS at one address; an endpoint of AWS itself serves one service. */
function isAws(endpoint: string): boolean {
  return /\.(amazonaws\.(com|eu|com\.cn)|api\.aws)$/.test(new URL(endpoint).hostname);
}

function readBundle(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new AwsError(
      `the CA bundle ${file} cannot be read: ${(error as Error).message}; check --ca-bundle, AWS_CA_BUNDLE and ca_bundle`,
    );
  }
  if (text.includes('-----BEGIN')) return text;
  throw new AwsError(`the CA bundle ${file} holds no certificate; it must be a PEM file`);
}

function milliseconds(option: string, seconds: string | undefined): number {
  if (seconds === undefined) return 60_000;
  if (!/^\d{1,6}$/.test(seconds))
    throw new AwsError(`${option} takes a whole number of seconds, 0 for no limit, and not "${seconds}"`);
  return Number(seconds) * 1000;
}
