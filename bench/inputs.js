// Makes the inputs of the bench: the same in every run.
import { closeSync, existsSync, mkdirSync, openSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const ATTRIBUTES = [
  'address',
  'birthdate',
  'email',
  'family_name',
  'gender',
  'given_name',
  'locale',
  'middle_name',
  'name',
  'nickname',
  'phone_number',
  'picture',
  'preferred_username',
  'profile',
  'updated_at',
  'website',
  'zoneinfo',
];

/** A healthy client; every tenth has findings. */
export function client(index) {
  const bad = index % 10 === 0;
  return {
    UserPoolClient: {
      UserPoolId: `eu-west-1_Pool${String(index % 1000).padStart(5, '0')}`,
      ClientName: `client-${index}`,
      ClientId: index.toString(36).padStart(26, '0'),
      LastModifiedDate: '2026-10-01T08:00:00.000000+00:00',
      CreationDate: '2026-01-01T08:00:00.000000+00:00',
      RefreshTokenValidity: bad ? 3650 : 12,
      AccessTokenValidity: 30,
      IdTokenValidity: 30,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: bad ? 'days' : 'hours' },
      ReadAttributes: [...ATTRIBUTES, 'email_verified'],
      WriteAttributes: ['family_name', 'given_name', 'locale', 'name', 'zoneinfo'],
      ExplicitAuthFlows: bad ? ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] : ['ALLOW_USER_SRP_AUTH'],
      SupportedIdentityProviders: ['COGNITO'],
      CallbackURLs: [`https://app-${index}.acme.io/oauth2/callback`, `https://app-${index}.acme.io/silent-refresh`],
      LogoutURLs: [`https://app-${index}.acme.io/signed-out`],
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['email', 'openid', 'profile', 'https://api.acme.io/orders.read'],
      AllowedOAuthFlowsUserPoolClient: true,
      PreventUserExistenceErrors: bad ? 'LEGACY' : 'ENABLED',
      EnableTokenRevocation: true,
      EnablePropagateAdditionalUserContextData: false,
      AuthSessionValidity: 3,
      RefreshTokenRotation: { Feature: bad ? 'DISABLED' : 'ENABLED', RetryGracePeriodSeconds: 0 },
      ClientType: 'REGULAR',
      AnalyticsConfiguration: {},
    },
  };
}

/** One client. */
export function oneClient(folder) {
  return make(join(folder, 'one.json'), (write) => write(JSON.stringify(client(0), null, 4)));
}

/** A list, indented by one. */
export function list(folder, count) {
  return make(join(folder, `list-${count}.json`), (write) => {
    write('[\n');
    for (let index = 0; index < count; index += 1)
      write(`${index > 0 ? ',\n' : ''}${JSON.stringify(client(index), null, 1)}`);
    write('\n]\n');
  });
}

/** Lines, until the file has so many bytes. */
export function lines(folder, bytes) {
  return make(join(folder, `lines-${bytes}.ndjson`), (write) => {
    let size = 0;
    for (let index = 0; size < bytes; index += 1) size += write(`${JSON.stringify(client(index))}\n`);
  });
}

/** A folder with a file for each client. */
export function files(folder, count) {
  const path = join(folder, `files-${count}`);
  if (existsSync(path)) return path;
  for (let index = 0; index < count; index += 1) {
    const own = join(path, String(Math.floor(index / 100)));
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, `${index}.json`), JSON.stringify(client(index), null, 4));
  }
  return path;
}

function make(path, fill) {
  if (existsSync(path) && statSync(path).size > 0) return path;
  const descriptor = openSync(path, 'w');
  let batch = '';
  const flush = () => {
    writeSync(descriptor, batch);
    batch = '';
  };
  fill((text) => {
    batch += text;
    if (batch.length > 1_000_000) flush();
    return text.length;
  });
  flush();
  closeSync(descriptor);
  return path;
}
