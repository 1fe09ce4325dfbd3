import jmespath from 'jmespath';
import { type TimestampFormat, toAnswer } from '../aws-cli/answer.ts';
import { type DescribeInput, parseInput } from '../aws-cli/input.ts';
import { toJson } from '../aws-cli/json.ts';
import { INPUT_SKELETON, outputSkeleton } from '../aws-cli/skeleton.ts';
import { toTable } from '../aws-cli/table.ts';
import { NoTable } from '../aws-cli/table-sections.ts';
import { toText } from '../aws-cli/text.ts';
import { isList, isObject, type Value } from '../aws-cli/value.ts';
import { takeSecrets } from '../client/secret.ts';
import { Secrets } from '../client/secrets.ts';
import { AwsError } from '../sources/aws/aws-error.ts';
import { type Connection, connect } from '../sources/aws/connection.ts';
import { describeText } from '../sources/aws/describe.ts';
import { environment } from '../sources/aws/profile.ts';
import { checkClientId, checkUserPoolId } from '../sources/aws/request.ts';
import { version } from '../version.ts';
import type { AwsOptions } from './aws-options.ts';
import { CLEAN } from './exit-codes.ts';
import { write } from './output.ts';
import { tracer } from './trace.ts';
import { UserError } from './user-error.ts';

export interface DescribeOptions extends AwsOptions {
  readonly userPoolId?: string;
  readonly clientId?: string;
  readonly cliInputJson?: string;
  readonly generateCliSkeleton?: 'input' | 'output' | true;
  readonly output?: string;
  readonly query?: string;
  readonly profile?: string;
  readonly region?: string;
  readonly version?: string | true;
  readonly color: 'on' | 'off' | 'auto';
  readonly debug?: boolean;
  readonly showSecret?: boolean;
}

/** `cognito-lint describe-user-pool-client`: the AWS CLI command of that name. Gives the exit code. */
export async function describeUserPoolClient(options: DescribeOptions): Promise<number> {
  if (options.version !== undefined) return print(`${version}\n`);
  const skeleton = options.generateCliSkeleton;
  if (skeleton === true || skeleton === 'input') return print(toJson(INPUT_SKELETON));
  try {
    return await print(await describe(options, skeleton === 'output'));
  } catch (error) {
    throw error instanceof AwsError ? new UserError(error.message) : error;
  }
}

async function print(text: string): Promise<number> {
  await write({ format: 'describe' }, [text]);
  return CLEAN;
}

async function describe(options: DescribeOptions, isSample: boolean): Promise<string> {
  const query = compileQuery(options.query);
  const { UserPoolId: pool, ClientId: client } = idsOf(options);
  const connection = await connect(options, options.profile);
  const output = outputOf(options.output, connection);
  const timestamps = timestampsOf(connection);
  const answer = isSample
    ? outputSkeleton()
    : toAnswer(
        await describeText(connection, options.region, pool, client, tracer(options.debug ?? false)),
        timestamps,
      );
  // Whatever is made of it afterwards, the secret is out of it.
  if (!options.showSecret) takeSecrets(answer.UserPoolClient as Record<string, Value>, new Secrets());
  return format(query(answer), output, options.color);
}

/** Both ids, of the options or of `--cli-input-json`, checked before any call. */
function idsOf({ userPoolId, clientId, cliInputJson }: DescribeOptions): Required<DescribeInput> {
  const input: DescribeInput = {
    ...(cliInputJson !== undefined && parseInput(cliInputJson)),
    ...(userPoolId !== undefined && { UserPoolId: userPoolId }),
    ...(clientId !== undefined && { ClientId: clientId }),
  };
  const { UserPoolId: pool, ClientId: client } = input;
  if (pool === undefined) throw new AwsError('--user-pool-id is missing; give it, or UserPoolId in --cli-input-json');
  if (client === undefined) throw new AwsError('--client-id is missing; give it, or ClientId in --cli-input-json');
  checkUserPoolId(pool);
  checkClientId(client);
  return { UserPoolId: pool, ClientId: client };
}

/** The types of the library lack it. */
const { compile } = jmespath as unknown as { compile(expression: string): unknown };

type Query = (answer: Value) => Value;

function compileQuery(expression: string | undefined): Query {
  if (expression === undefined) return (answer) => answer;
  try {
    compile(expression);
  } catch (error) {
    throw new AwsError(`--query is no JMESPath expression: ${(error as Error).message}`);
  }
  return (answer) => {
    try {
      return withoutInherited(jmespath.search(answer, expression));
    } catch (error) {
      throw new AwsError(`--query does not fit the answer: ${(error as Error).message}`);
    }
  };
}

/** The library finds the members that every object inherits, as `constructor`: an answer has none of them. */
function withoutInherited(found: Value | undefined): Value {
  if (found === undefined || typeof found === 'function' || found === Object.prototype) return null;
  if (isList(found)) return found.map(withoutInherited);
  if (!isObject(found)) return found;
  return Object.fromEntries(Object.entries(found).map(([key, value]) => [key, withoutInherited(value)]));
}

const OUTPUTS = ['json', 'text', 'table'];

function outputOf(asked: string | undefined, { profile }: Connection): string {
  const output = asked ?? environment('AWS_DEFAULT_OUTPUT') ?? profile.setting('output') ?? 'json';
  if (OUTPUTS.includes(output)) return output;
  throw new AwsError(
    `there is no output format "${output}"; --output, AWS_DEFAULT_OUTPUT and the profile's output take json, text or table`,
  );
}

function timestampsOf({ profile }: Connection): TimestampFormat {
  return profile.setting('cli_timestamp_format') === 'iso8601' ? 'iso8601' : 'wire';
}

function format(value: Value, output: string, color: DescribeOptions['color']): string {
  if (output === 'json') return toJson(value);
  if (output === 'text') return toText(value);
  const { isTTY, columns } = process.stdout;
  try {
    return toTable('DescribeUserPoolClient', value, {
      color: color === 'on' || (color === 'auto' && isTTY === true),
      width: isTTY ? columns : 80,
    });
  } catch (error) {
    if (!(error instanceof NoTable)) throw error;
    throw new AwsError(`the answer does not fit into a table, as it has ${error.message}; use --output json`);
  }
}
