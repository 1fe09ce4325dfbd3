import type { Command } from 'commander';
import type { ConnectionOptions } from '../sources/aws/connection.ts';
import { UserError } from './user-error.ts';

export type AwsOptions = ConnectionOptions;

/** The connection options of the AWS CLI, under its names. */
export function connectionOptions(command: Command): Command {
  return command
    .optionsGroup('Connection to AWS:')
    .option('--endpoint-url <url>', 'ask this address instead of AWS')
    .option('--no-verify-ssl', 'do not verify certificates')
    .option('--no-sign-request', 'do not sign requests; no credentials are looked for')
    .option('--ca-bundle <file>', 'trust the certificates in this PEM file, too')
    .option('--cli-read-timeout <seconds>', 'wait so long for an answer; 0 is for ever (default: 60)')
    .option('--cli-connect-timeout <seconds>', 'wait so long for a connection; 0 is for ever (default: 60)');
}

/** Which accounts, regions and clients are read. */
export function accountOptions(command: Command): Command {
  const accounts = command
    .optionsGroup('Live accounts:')
    .option('--profile <name>', 'a profile of the AWS config files; several times for several accounts', several)
    .option('--region <region>', 'a region; several times for several', several)
    .option('--all-regions', 'every region that has Cognito')
    .option('--role-arn <arn>', 'a role to assume; several times for several accounts', several)
    .option('--external-id <id>', 'what the trust policy of the roles asks for')
    .option('--user-pool-id <id>', 'only this user pool; several times for several', several)
    .option('--client-id <id>', 'only this app client')
    .option('--no-secret-ages', 'do not ask when secrets were made, which takes a call for each client')
    .option('--rate <number>', 'calls a second, of an account in a region', '15')
    .option('--pool-rate <number>', 'calls a second of one operation on one user pool', '5');
  return connectionOptions(accounts);
}

/** Gathers an option that may be given several times. */
export function several(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), value];
}

/** Does something with AWS. What is wrong with the connection is a mistake that the user can mend. */
export async function aws<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  const { AwsError } = await import('../sources/aws/aws-error.ts');
  try {
    return await ask();
  } catch (error) {
    throw error instanceof AwsError ? new UserError(error.message) : error;
  }
}
