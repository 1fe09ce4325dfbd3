import { stringify } from 'yaml';

/** A client as described, but for what the service adds. */
export interface Settings {
  readonly [member: string]: unknown;
  readonly ClientName: string;
  /** Whether it has one. */
  readonly secret: boolean;
}

type Json = Record<string, unknown>;

const POOL = 'eu-west-1_AbCdEfGhI';
const ID = '1h57kf5cpq17m0eml12fixture';
const SECRET = 'q7WvN2mXk9Lr4TzB8YcJ5HsD3FgP6aE1';

/** The same client in each form, as a name for the file and its text. */
export const forms: Readonly<Record<string, (client: Settings) => readonly [name: string, text: string]>> = {
  'describe output': (client) => ['client.json', json({ UserPoolClient: described(client) })],
  'CloudFormation in JSON': (client) => ['template.json', json(template(client))],
  'CloudFormation in YAML': (client) => ['template.yaml', stringify(template(client))],
  'CloudFormation in YAML, flow style': (client) => [
    'template.yml',
    stringify(template(client), { collectionStyle: 'flow', defaultStringType: 'QUOTE_SINGLE' }),
  ],
  'Terraform plan': (client) => ['plan.json', JSON.stringify(plan(client))],
  'shown Terraform state': (client) => ['state.json', JSON.stringify(shownState(client))],
  'Terraform state file': (client) => ['terraform.tfstate', json(stateFile(client))],
  'Cloud Control answer': (client) => ['resource.json', json(controlled(client))],
  'AWS Config item': (client) => ['item.json', json(configItem(client))],
};

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

function settingsOf({ secret: _, ...settings }: Settings): Json {
  return settings;
}

function described(client: Settings): Json {
  return {
    UserPoolId: POOL,
    ClientId: ID,
    ...settingsOf(client),
    ...(client.secret && { ClientSecret: SECRET.replace(/./g, '*') }),
    CreationDate: '2026-11-01T10:00:00+00:00',
  };
}

function template(client: Settings): Json {
  const Properties = { UserPoolId: { Ref: 'Pool' }, ...settingsOf(client), GenerateSecret: client.secret };
  return {
    Resources: { Pool: { Type: 'AWS::Cognito::UserPool' }, Web: { Type: 'AWS::Cognito::UserPoolClient', Properties } },
  };
}

const SNAKE: Readonly<Record<string, string>> = {
  ClientName: 'name',
  CallbackURLs: 'callback_urls',
  LogoutURLs: 'logout_urls',
  DefaultRedirectURI: 'default_redirect_uri',
  AllowedOAuthFlows: 'allowed_oauth_flows',
  AllowedOAuthScopes: 'allowed_oauth_scopes',
  AllowedOAuthFlowsUserPoolClient: 'allowed_oauth_flows_user_pool_client',
  UserDataShared: 'user_data_shared',
};

function snake(member: string): string {
  return SNAKE[member] ?? member.replace(/(?<!^)([A-Z])/g, '_$1').toLowerCase();
}

/** Blocks are lists of one. */
function attributes(settings: Json): Json {
  const entries = Object.entries(settings).map(([member, value]) => {
    const isBlock = typeof value === 'object' && value !== null && !Array.isArray(value);
    return [snake(member), isBlock ? [attributes(value as Json)] : value];
  });
  return Object.fromEntries(entries);
}

const EVERY = [
  'access_token_validity allowed_oauth_flows allowed_oauth_flows_user_pool_client allowed_oauth_scopes',
  'analytics_configuration auth_session_validity callback_urls client_secret default_redirect_uri',
  'enable_propagate_additional_user_context_data enable_token_revocation explicit_auth_flows generate_secret id',
  'id_token_validity logout_urls name prevent_user_existence_errors read_attributes refresh_token_rotation',
  'refresh_token_validity supported_identity_providers token_validity_units user_pool_id write_attributes',
].flatMap((line) => line.split(' '));

/** A block that nobody set is an empty list in a plan, and any other attribute is left out. */
const NO_BLOCKS: Json = { analytics_configuration: [], refresh_token_rotation: [], token_validity_units: [] };

function plan(client: Settings): Json {
  const after: Json = { ...NO_BLOCKS, ...attributes(settingsOf(client)), generate_secret: client.secret };
  const unset = EVERY.filter((name) => after[name] === undefined);
  const expressions = Object.keys(after).map((name) => [name, { constant_value: after[name] }]);
  return {
    format_version: '1.2',
    planned_values: {},
    resource_changes: [
      {
        address: 'aws_cognito_user_pool_client.web',
        mode: 'managed',
        type: 'aws_cognito_user_pool_client',
        name: 'web',
        change: {
          actions: ['create'],
          after,
          after_unknown: Object.fromEntries(unset.map((name) => [name, true])),
          after_sensitive: { client_secret: true },
        },
      },
    ],
    configuration: {
      root_module: {
        resources: [
          {
            mode: 'managed',
            type: 'aws_cognito_user_pool_client',
            name: 'web',
            expressions: {
              ...Object.fromEntries(expressions),
              user_pool_id: { references: ['aws_cognito_user_pool.pool.id'] },
            },
          },
        ],
      },
    },
  };
}

function stored(client: Settings): Json {
  const unset = Object.fromEntries(EVERY.map((name) => [name, null]));
  const given = attributes(settingsOf(client));
  return {
    ...unset,
    ...given,
    id: ID,
    user_pool_id: POOL,
    client_secret: client.secret ? SECRET.replace(/./g, '*') : '',
    analytics_configuration: given['analytics_configuration'] ?? [],
  };
}

function shownState(client: Settings): Json {
  const resource = {
    address: 'aws_cognito_user_pool_client.web',
    mode: 'managed',
    type: 'aws_cognito_user_pool_client',
    name: 'web',
    values: stored(client),
    sensitive_values: { client_secret: true },
  };
  return { format_version: '1.0', terraform_version: '1.11.4', values: { root_module: { resources: [resource] } } };
}

function stateFile(client: Settings): Json {
  const resource = {
    mode: 'managed',
    type: 'aws_cognito_user_pool_client',
    name: 'web',
    instances: [{ schema_version: 0, attributes: stored(client) }],
  };
  return { version: 4, terraform_version: '1.11.4', serial: 1, lineage: 'l', resources: [resource] };
}

function controlled(client: Settings): Json {
  const { CreationDate: _, ...properties } = described(client);
  return {
    TypeName: 'AWS::Cognito::UserPoolClient',
    ResourceDescription: { Identifier: `${POOL}|${ID}`, Properties: JSON.stringify(properties) },
  };
}

function configItem(client: Settings): Json {
  const { RefreshTokenRotation: _, secret: __, ...configuration } = client;
  return {
    resourceType: 'AWS::Cognito::UserPoolClient',
    resourceId: ID,
    awsRegion: 'eu-west-1',
    awsAccountId: '123456789012',
    configurationItemStatus: 'OK',
    configuration: { UserPoolId: POOL, ClientId: ID, ...configuration },
  };
}
