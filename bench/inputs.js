// Makes the inputs of the bench: the same in every run.
import { closeSync, existsSync, mkdirSync, openSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';

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

/** A healthy client; every tenth, or as many as are asked for, has four findings, or fewer. */
export function client(index, every = 10, findings = 4) {
  const has = (finding) => index % every === 0 && finding <= findings;
  return {
    UserPoolClient: {
      UserPoolId: `eu-west-1_Pool${String(index % 1000).padStart(5, '0')}`,
      ClientName: `client-${index}`,
      ClientId: index.toString(36).padStart(26, '0'),
      LastModifiedDate: '2026-10-01T08:00:00.000000+00:00',
      CreationDate: '2026-01-01T08:00:00.000000+00:00',
      RefreshTokenValidity: has(2) ? 3650 : 12,
      AccessTokenValidity: 30,
      IdTokenValidity: 30,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: has(2) ? 'days' : 'hours' },
      ReadAttributes: [...ATTRIBUTES, 'email_verified'],
      WriteAttributes: ['family_name', 'given_name', 'locale', 'name', 'zoneinfo'],
      ExplicitAuthFlows: has(3) ? ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] : ['ALLOW_USER_SRP_AUTH'],
      SupportedIdentityProviders: ['COGNITO'],
      CallbackURLs: [`https://app-${index}.acme.io/oauth2/callback`, `https://app-${index}.acme.io/silent-refresh`],
      LogoutURLs: [`https://app-${index}.acme.io/signed-out`],
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['email', 'openid', 'profile', 'https://api.acme.io/orders.read'],
      AllowedOAuthFlowsUserPoolClient: true,
      PreventUserExistenceErrors: has(1) ? 'LEGACY' : 'ENABLED',
      EnableTokenRevocation: true,
      EnablePropagateAdditionalUserContextData: false,
      AuthSessionValidity: 3,
      RefreshTokenRotation: { Feature: has(4) ? 'DISABLED' : 'ENABLED', RetryGracePeriodSeconds: 0 },
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
export function list(folder, count, every = 10) {
  return make(join(folder, `list-${count}${every === 10 ? '' : `-every-${every}`}.json`), (write) => {
    write('[\n');
    for (let index = 0; index < count; index += 1)
      write(`${index > 0 ? ',\n' : ''}${JSON.stringify(client(index, every), null, 1)}`);
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

/** A folder with a file for each client; a tenth of them with so many findings each. */
export function files(folder, count, findings = 4) {
  const path = join(folder, `files-${count}${findings === 4 ? '' : `-findings-${findings}`}`);
  if (existsSync(path)) return path;
  for (let index = 0; index < count; index += 1) {
    const own = join(path, String(Math.floor(index / 100)));
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, `${index}.json`), JSON.stringify(client(index, 10, findings), null, 4));
  }
  return path;
}

/** A stack of functions with their roles and tables. Every twentieth resource is a client; every tenth has findings. */
export function template(folder, count, syntax) {
  return make(join(folder, `template-${count}.${syntax}`), (write) => {
    const ids = Array.from({ length: count }, (_, index) => index);
    const stack = {
      AWSTemplateFormatVersion: '2010-09-09',
      Parameters: {
        Stage: { Type: 'String', Default: 'dev' },
        Domain: { Type: 'String', Default: 'acme.io' },
        Bucket: { Type: 'String' },
        Provider: { Type: 'String' },
        RefreshHours: { Type: 'Number', Default: 12 },
      },
      Conditions: { IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } },
      Resources: {
        Pool: {
          Type: 'AWS::Cognito::UserPool',
          Properties: { UserPoolName: { 'Fn::Sub': `$\{AWS::StackName}-users` } },
        },
        ...Object.fromEntries(ids.map((index) => [idOf(index), resource(index)])),
      },
      Outputs: { PoolId: { Value: { Ref: 'Pool' } } },
    };
    write(syntax === 'yaml' ? stringify(stack, { aliasDuplicateObjects: false }) : JSON.stringify(stack, null, 2));
  });
}

const KINDS = ['Topic', 'Function', 'Role', 'Table'];

function idOf(index) {
  return (index % 20 === 0 ? 'Client' : KINDS[index % 4]) + index;
}

function resource(index) {
  if (index % 20 === 0) return templateClient(index / 20);
  return { Topic: topic, Function: lambda, Role: role, Table: table }[KINDS[index % 4]](index);
}

function topic(index) {
  return { Type: 'AWS::SNS::Topic', Properties: { TopicName: { 'Fn::Sub': `$\{AWS::StackName}-topic-${index}` } } };
}

function lambda(index) {
  return {
    Type: 'AWS::Lambda::Function',
    DependsOn: [`Role${index + 1}`],
    Properties: {
      FunctionName: { 'Fn::Sub': `$\{AWS::StackName}-handler-${index}` },
      Handler: 'index.handler',
      Runtime: 'nodejs22.x',
      MemorySize: 256,
      Role: { 'Fn::GetAtt': [`Role${index + 1}`, 'Arn'] },
      Code: { S3Bucket: { Ref: 'Bucket' }, S3Key: `build/${index}/code.zip` },
      Environment: {
        Variables: {
          TABLE: { Ref: `Table${index + 2}` },
          LEVEL: { 'Fn::If': ['IsProd', 'warn', 'debug'] },
          API: { 'Fn::Sub': [`https://$\{Host}/v1`, { Host: { Ref: 'Domain' } }] },
        },
      },
      Tags: [{ Key: 'stage', Value: { Ref: 'Stage' } }],
    },
  };
}

function role(index) {
  const allow = (Action, Resource) => ({ Effect: 'Allow', Action, Resource });
  const policy = (...Statement) => ({ Version: '2012-10-17', Statement });
  const table = [{ 'Fn::GetAtt': [`Table${index + 1}`, 'Arn'] }, { 'Fn::Sub': `$\{Table${index + 1}.Arn}/index/*` }];
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: policy({
        Effect: 'Allow',
        Principal: { Service: 'lambda.amazonaws.com' },
        Action: 'sts:AssumeRole',
      }),
      Policies: [
        {
          PolicyName: 'own',
          PolicyDocument: policy(
            allow(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'], table),
            allow(['logs:CreateLogStream', 'logs:PutLogEvents'], '*'),
          ),
        },
      ],
    },
  };
}

function table(index) {
  return {
    Type: 'AWS::DynamoDB::Table',
    DeletionPolicy: 'Retain',
    Properties: {
      TableName: { 'Fn::Sub': `$\{Stage}-table-${index}` },
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: { 'Fn::If': ['IsProd', true, false] } },
    },
  };
}

function templateClient(index) {
  const bad = index % 10 === 0;
  const own = client(index).UserPoolClient;
  return {
    Type: 'AWS::Cognito::UserPoolClient',
    Properties: {
      UserPoolId: { Ref: 'Pool' },
      ClientName: { 'Fn::Sub': `$\{AWS::StackName}-client-${index}` },
      GenerateSecret: { 'Fn::If': ['IsProd', true, index % 2 === 0] },
      RefreshTokenValidity: bad ? 3650 : { Ref: 'RefreshHours' },
      AccessTokenValidity: { 'Fn::If': ['IsProd', 15, 60] },
      IdTokenValidity: 30,
      TokenValidityUnits: own.TokenValidityUnits,
      WriteAttributes: own.WriteAttributes,
      ExplicitAuthFlows: own.ExplicitAuthFlows,
      SupportedIdentityProviders: ['COGNITO', { Ref: 'Provider' }],
      CallbackURLs: [
        ...own.CallbackURLs,
        { 'Fn::Sub': `https://app-${index}.$\{Domain}/callback` },
        { 'Fn::If': ['IsProd', { Ref: 'AWS::NoValue' }, 'http://localhost:3000/callback'] },
      ],
      LogoutURLs: [{ 'Fn::Sub': `https://app-${index}.$\{Domain}/signed-out` }],
      AllowedOAuthFlows: own.AllowedOAuthFlows,
      AllowedOAuthScopes: own.AllowedOAuthScopes,
      AllowedOAuthFlowsUserPoolClient: true,
      PreventUserExistenceErrors: own.PreventUserExistenceErrors,
      RefreshTokenRotation: own.RefreshTokenRotation,
    },
  };
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
