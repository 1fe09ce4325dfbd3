import { isName, isRecord } from '../client/secret.ts';

const DESCRIBE = 'aws cognito-idp describe-user-pool-client --user-pool-id <pool> --client-id <client>';

const NESTED = new Set(['AWS::CloudFormation::Stack', 'AWS::Serverless::Application']);

/** What a document without clients is, and what to scan instead: one sentence without its full stop. */
export function insteadOfClients(value: unknown): string {
  if (Array.isArray(value)) return insteadOfList(value);
  if (!isRecord(value)) return `there is no app client in it: it is ${nameOf(value)}; scan what "${DESCRIBE}" prints`;
  const has = (...keys: string[]) => keys.some((key) => Object.hasOwn(value, key));
  if (Array.isArray(value['UserPoolClients'])) {
    return `it is the answer of list-user-pool-clients, which has names and no settings; describe each client with "${DESCRIBE}"`;
  }
  if (has('UserPools')) return `it lists user pools; describe the app clients of each with "${DESCRIBE}"`;
  if (isRecord(value['UserPool']) || has('MfaConfiguration', 'EstimatedNumberOfUsers')) {
    return `it describes a user pool, not an app client; describe its clients with "${DESCRIBE}"`;
  }
  if (has('typeName')) return 'it is the schema of a resource type, not a resource; scan a template that uses it';
  if (value['version'] === 'tree-0.1') return 'it is a construct tree of the CDK; scan the template beside it';
  if (has('Resources', 'AWSTemplateFormatVersion')) {
    return nestsStacks(value['Resources'])
      ? 'it is a CloudFormation template without an app client of its own; scan the templates of its nested stacks'
      : 'it is a CloudFormation template without an app client';
  }
  if (has('TemplateBody')) {
    // The CLI gives a template of JSON as an object, and one of YAML as a text.
    const output = typeof value['TemplateBody'] === 'string' ? 'text' : 'json';
    return `it is the answer of get-template; scan the template in it, which "--query TemplateBody --output ${output}" prints`;
  }
  if (has('encrypted_data')) return 'it is an encrypted state; scan what "tofu show -json" prints of it';
  if (has('terraform_version') && has('modules')) {
    return 'it is a state of a Terraform before 0.12; scan what "terraform show -json" prints of it';
  }
  if (Object.keys(value).some((key) => /^(base)?configurationItems?$|^configurationItemStatus$/i.test(key))) {
    return 'it holds items of AWS Config, and none is of an app client that exists';
  }
  if (has('ResourceDescription', 'ResourceDescriptions')) {
    return `it is an answer of Cloud Control without the settings of an app client; get the resource, or describe it with "${DESCRIBE}"`;
  }
  if (has('planned_values') && !has('resource_changes')) {
    return 'it is a Terraform plan without its changes; scan all that "terraform show -json" prints of the plan';
  }
  if (has('planned_values', 'terraform_version')) return 'it is a Terraform plan or state without an app client';
  if (has('Outputs', 'Stacks')) return 'it holds the outputs of a stack; scan the template of the stack instead';
  if (has('StackResources', 'StackResourceSummaries'))
    return 'it lists the resources of a stack; scan the template of the stack instead';
  if (has('service') && has('provider') && isRecord(value['resources'])) {
    return 'it is a configuration of the Serverless Framework; scan the template that "serverless package" writes to .serverless/';
  }
  if (isRecord(value['deployment']) && Array.isArray(value['deployment']['resources'])) {
    return `it is the state of a Pulumi stack; describe its app clients with "${DESCRIBE}"`;
  }
  if (isRecord(value['Parameters'])) return 'it holds parameters of a stack; scan the template of the stack instead';
  if (isSkeleton(value)) {
    return `it is a skeleton of a request, without values; describe a client with "${DESCRIBE}", or fill it in`;
  }
  if (hasIds(value) || Object.values(value).some(hasIds)) {
    return `it has the ids of an app client and no settings; "${DESCRIBE}" prints those`;
  }
  const keys = Object.keys(value).filter(isName).slice(0, 4).join(', ');
  return `there is no app client in it: it is ${keys ? `an object with ${keys}` : 'an object of other things'}; scan what "${DESCRIBE}" prints`;
}

/** Blocks of Terraform's language, behind comments: https://developer.hashicorp.com/terraform/language */
const HCL =
  /^(?:\s*(?:#|\/\/).*\n)*\s*(?:check|data|import|locals|module|moved|output|provider|resource|terraform|variable)(?:\s+"[^"\n]*")*\s*\{/;

/** The same of a text that is no JSON, and YAML by chance at most; undefined where it is nothing in particular. */
export function insteadOfText(text: string): string | undefined {
  if (HCL.test(text)) {
    return 'it is written in the language of Terraform; scan what "terraform show -json" prints of a plan or of the state';
  }
  // The plan is in it, in a form of Terraform's own.
  if (text.startsWith('PK\x03\x04')) {
    return 'it is a zip archive, as a saved plan of Terraform is; scan what "terraform show -json <plan>" prints of it';
  }
  // As its formatters write them: text.py and table.py of botocore and the AWS CLI.
  const output = /^USERPOOLCLIENT\t/m.test(text)
    ? 'text'
    : /^\|\s*DescribeUserPoolClient\s*\|/m.test(text)
      ? 'table'
      : undefined;
  return output && `it is what the AWS CLI prints with "--output ${output}"; describe the client with "--output json"`;
}

/** Each nested stack has a template of its own. */
function nestsStacks(resources: unknown): boolean {
  if (!isRecord(resources)) return false;
  return Object.values(resources).some((resource) => isRecord(resource) && NESTED.has(String(resource['Type'])));
}

/** As files of settings and outputs of stacks have them: UserPoolClientId, user_pool_id, userPoolWebClientId. */
function hasIds(value: unknown): boolean {
  return (
    isRecord(value) &&
    Object.keys(value).some((key) => /^(user_?pool_?)?(web_?)?client_?id$|user_?pool_?(client_?)?id$/i.test(key))
  );
}

function insteadOfList(list: readonly unknown[]): string {
  const first = list.find(isRecord) ?? {};
  if (Object.hasOwn(first, 'OutputKey'))
    return 'it holds the outputs of a stack; scan the template of the stack instead';
  if (Object.hasOwn(first, 'ParameterKey'))
    return 'it holds the parameters of a stack; scan the template of the stack instead';
  if (Object.hasOwn(first, 'LogicalResourceId'))
    return 'it lists the resources of a stack; scan the template of the stack instead';
  if (hasIds(first))
    return `it has ids and names of app clients and no settings; describe each client with "${DESCRIBE}"`;
  return `there is no app client in it: it is ${list.length === 0 ? 'an empty list' : 'a list of other things'}; scan what "${DESCRIBE}" prints`;
}

function nameOf(value: unknown): string {
  if (value === null) return 'null';
  return typeof value === 'string' ? 'a text' : `a ${typeof value}`;
}

/** What `--generate-cli-skeleton` prints and the API reference shows: kinds of values instead of values. */
export function isSkeleton(value: Record<string, unknown>): boolean {
  const ids = [value['UserPoolId'], value['ClientName'] ?? value['ClientId']];
  return ids.every((id) => id === 'string') || ids.every((id) => id === '');
}
