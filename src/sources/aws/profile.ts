import { homedir } from 'node:os';
import { AwsError } from './aws-error.ts';
import { loadSharedConfigFiles } from './sdk.ts';

/** What the config files say of one profile, and where its `services` section names endpoints. */
export interface Profile {
  /** Undefined where none was asked for, so that `default` applies as far as it is there. */
  readonly name: string | undefined;
  /** A setting of the profile, in `~/.aws/config` or `~/.aws/credentials`. */
  setting(name: string): string | undefined;
  /** An endpoint for one service, of the `services` section that the profile names. */
  endpointOf(service: string): string | undefined;
  /** A session that is not there, and the profile that names it: this one, or one that it has its credentials from. */
  readonly missingSession: { readonly name: string; readonly session: string } | undefined;
}

/** Reads the files that every AWS tool reads. A profile that was asked for and is in none of them is a mistake. */
export async function loadProfile(asked: string | undefined): Promise<Profile> {
  const name = asked ?? environment('AWS_PROFILE') ?? environment('AWS_DEFAULT_PROFILE');
  const { configFile, credentialsFile } = await loadSharedConfigFiles();
  const key = name ?? 'default';
  const own = { ...configFile[key], ...credentialsFile[key] };
  if (name !== undefined && name !== 'default' && !configFile[key] && !credentialsFile[key]) {
    throw new AwsError(unknownProfile(name, [...Object.keys(configFile), ...Object.keys(credentialsFile)]));
  }
  return {
    name,
    missingSession: missingSession(key, configFile, credentialsFile),
    setting: (setting) => own[setting] || undefined,
    endpointOf: (service) => configFile[`services.${own['services']}`]?.[`${service}.endpoint_url`] || undefined,
  };
}

type Sections = Awaited<ReturnType<typeof loadSharedConfigFiles>>['configFile'];

function missingSession(profile: string, config: Sections, credentials: Sections): Profile['missingSession'] {
  const seen = new Set<string>();
  for (let name: string | undefined = profile; name !== undefined && !seen.has(name); ) {
    seen.add(name);
    const settings: Sections[string] = { ...config[name], ...credentials[name] };
    const session = settings['sso_session'];
    if (session && !config[`sso-session.${session}`]) return { name, session };
    name = settings['source_profile'];
  }
  return undefined;
}

/** A variable that is set to nothing is not set. */
export function environment(name: string): string | undefined {
  return process.env[name] || undefined;
}

function unknownProfile(name: string, sections: readonly string[]): string {
  const config = environment('AWS_CONFIG_FILE') ?? `${homedir()}/.aws/config`;
  const credentials = environment('AWS_SHARED_CREDENTIALS_FILE') ?? `${homedir()}/.aws/credentials`;
  const known = [...new Set(sections.filter((section) => !/^(services|sso-session)\./.test(section)))].sort();
  const instead = known.length > 0 ? `it has ${known.join(', ')}` : 'it has no profile';
  return `there is no profile "${name}" in ${config} or ${credentials} (${instead}); add it with "aws configure --profile ${name}", or name another with --profile`;
}
