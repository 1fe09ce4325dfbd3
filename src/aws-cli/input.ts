import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isRecord } from '../client/secret.ts';
import { AwsError } from '../sources/aws/aws-error.ts';

/** What is asked for; the options of the command line win over `--cli-input-json`. */
export interface DescribeInput {
  readonly UserPoolId?: string;
  readonly ClientId?: string;
}

/** Reads `--cli-input-json`: JSON, or `file://` and a path. */
export function parseInput(argument: string): DescribeInput {
  const text = argument.startsWith('file://') ? readInputFile(argument.slice('file://'.length)) : argument;
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    throw new AwsError(
      `--cli-input-json is not valid JSON: ${(error as Error).message}; --generate-cli-skeleton prints what it takes`,
    );
  }
  if (!isRecord(input))
    throw new AwsError('--cli-input-json must be an object; --generate-cli-skeleton prints what it takes');
  for (const [key, value] of Object.entries(input)) {
    if (key !== 'UserPoolId' && key !== 'ClientId')
      throw new AwsError(`--cli-input-json has "${key}", which is no parameter; it takes UserPoolId and ClientId`);
    if (typeof value !== 'string') throw new AwsError(`${key} of --cli-input-json must be a text`);
  }
  return input;
}

function readInputFile(file: string): string {
  try {
    return readFileSync(expanded(file), 'utf8');
  } catch (error) {
    throw new AwsError(`--cli-input-json file://${file} cannot be read: ${(error as Error).message}`);
  }
}

/** The AWS CLI hands a path to `expanduser` and `expandvars` of Python: what is not known stays as it is written. */
function expanded(path: string): string {
  return path
    .replace(/^~(?=\/|$)/, () => homedir())
    .replace(/\$(?:(\w+)|\{([^}]*)\})/g, (all, bare, braced) => process.env[bare ?? braced] ?? all);
}
