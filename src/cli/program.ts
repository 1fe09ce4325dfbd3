import { Command, CommanderError, Option } from 'commander';
import { HOME } from '../references.ts';
import { wordsOf } from '../thrown.ts';
import { version } from '../version.ts';
import { accountOptions, connectionOptions, several } from './aws-options.ts';
import { CLEAN, INCOMPLETE } from './exit-codes.ts';
import { say, standardError } from './standard-error.ts';
import { writeOut } from './standard-output.ts';
import { UserError } from './user-error.ts';

/** Runs one command line; gives the exit code. Known mistakes get a sentence, unknown ones their stack. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    return await runCommand(args);
  } catch (error) {
    say(error instanceof UserError ? `cognito-lint: ${error.message}` : unexpected(error));
    return INCOMPLETE;
  }
}

async function runCommand(args: readonly string[]): Promise<number> {
  let exitCode = CLEAN;
  const help: string[] = [];
  const program = makeProgram(
    (code) => {
      exitCode = code;
    },
    (text) => {
      help.push(text);
    },
  );
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) return INCOMPLETE;
    await writeOut(help);
  }
  return exitCode;
}

/** Not the user's mistake: the stack is for whoever mends it. */
function unexpected(error: unknown): string {
  const stack = error instanceof Error ? error.stack : wordsOf(error);
  return `cognito-lint: this should not happen; please report it at ${HOME}/issues\n${stack}`;
}

type Exit = (code: number) => void;

/** Adds what a command takes, and what it does. */
type Define = (command: Command, exit: Exit) => Command;

/** In the order of the help: name, usage, summary. */
const COMMANDS: readonly (readonly [name: string, usage: string, summary: string, define: Define])[] = [
  ['scan', '[options] [path...]', 'lint the app clients in files', defineScan],
  ['audit', '[options]', 'list, describe and lint live app clients', defineAudit],
  [
    'describe-user-pool-client',
    '[options]',
    'print one live client: the AWS CLI command of that name',
    defineDescribeUserPoolClient,
  ],
  ['remediate', '[options] [path...]', 'print the complete update input that fixes what was found', defineRemediate],
  ['rules', '[options] [id]', 'list the rules, or explain one', defineRules],
  ['init', '[options]', 'write a config file and a GitHub workflow', defineInit],
];

function makeProgram(exit: Exit, writeHelp: (text: string) => void): Command {
  const program = new Command('cognito-lint')
    .description(
      'Finds what is insecure in Amazon Cognito user pool app clients: implicit grants, passwords in the request, ' +
        'error texts that tell who has an account, tokens that cannot be revoked, callbacks that others can claim.',
    )
    .version(version, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: writeHelp,
      writeErr: (text) => standardError().write(text),
    })
    .configureHelp({ showGlobalOptions: true, subcommandTerm: (command) => `${command.name()} ${command.usage()}` })
    .addHelpText('after', EXAMPLES);
  const definitions = new Map<Command, Define>();
  for (const [name, usage, summary, define] of COMMANDS)
    definitions.set(program.command(name).usage(usage).summary(summary), define);
  // Of the command that is asked for alone, as the options of all take a millisecond.
  return program.hook('preSubcommand', (_, command) => {
    definitions.get(command)?.(command, exit);
  });
}

function defineScan(command: Command, exit: Exit): Command {
  return sharedOptions(command)
    .argument('[path...]', 'files, folders and globs; - is standard input', ['.'])
    .description(
      'Lints the app clients in files: what "aws cognito-idp describe-user-pool-client" printed, lists, maps and lines ' +
        'of that, inputs for create- and update-user-pool-client, CloudFormation, SAM and CDK templates, Terraform plans ' +
        'and states, and AWS Config items. Files are told by content, never by name.',
    )
    .addOption(new Option('--stdin-filename <path>', 'the path that findings on standard input carry'))
    .addHelpText('after', SCAN_EXAMPLES)
    .action(async (paths: string[], options) => {
      const { scan } = await import('./scan.ts');
      exit(await scan(paths, options));
    });
}

function defineAudit(command: Command, exit: Exit): Command {
  const audit = sharedOptions(command).option('--save <dir>', 'write the redacted clients to <dir>/cognito-snapshot/');
  return accountOptions(audit)
    .description(
      'Lints every app client of live accounts. Reads only: ListUserPools, ListUserPoolClients, DescribeUserPoolClient, ' +
        'and, where it may, ListUserPoolClientSecrets and DescribeUserPool. No secret is kept, shown or written.',
    )
    .addHelpText('after', AUDIT_EXAMPLES)
    .action(async (options) => {
      const command = await import('./audit.ts');
      exit(await command.audit(options));
    });
}

/** Every option of the AWS CLI's man page, under its name. */
function defineDescribeUserPoolClient(command: Command, exit: Exit): Command {
  const describe = command
    .description('Prints one app client as "aws cognito-idp describe-user-pool-client" does, without its secret.')
    .option('--user-pool-id <id>', 'the user pool')
    .option('--client-id <id>', 'the app client')
    .option('--cli-input-json <json>', 'both ids as JSON, or file:// and the path of a file that has them')
    .addOption(
      new Option('--generate-cli-skeleton [kind]', 'print a sample of the input or of the output, without a call')
        .choices(['input', 'output'])
        .preset('input'),
    )
    .option('--debug', 'tell on standard error which calls are made')
    .option('--no-paginate', 'make one call, as this command does anyway')
    .option('--output <format>', 'json, text or table (default: AWS_DEFAULT_OUTPUT, the profile, json)')
    .option('--query <expression>', 'print what a JMESPath expression finds in the answer')
    .option('--profile <name>', 'a profile of the AWS config files')
    .option('--region <region>', 'the region')
    .option('--version [value]', 'print the version')
    .addOption(new Option('--color <when>', 'colour the table').choices(['on', 'off', 'auto']).default('auto'))
    .option('--show-secret', 'print the client secret, which is [REDACTED] otherwise');
  return connectionOptions(describe).action(async (options) => {
    const { describeUserPoolClient } = await import('./describe-user-pool-client.ts');
    exit(await describeUserPoolClient(options));
  });
}

function defineRemediate(command: Command, exit: Exit): Command {
  const remediate = settingsOptions(command)
    .argument('[path...]', 'files, folders and globs; - is standard input', ['.'])
    .description(
      'Prints what would fix each client: each setting from and to, what may break, and the complete input for ' +
        'update-user-pool-client, which resets every setting that a request omits. It changes no account.',
    )
    .addOption(new Option('-f, --format <name>', 'how to print it').choices(['text', 'json']).default('text'))
    .option('--live', 'read the clients of live accounts instead of files')
    .option('--include-risky', 'also make changes that alter how an app signs in')
    .option('--rule <id>', 'fix this rule alone; may be given several times', several)
    .option('--output-dir <dir>', 'write an input for each client: <userPoolId>__<clientId>.json')
    .option('--force', 'write inputs anew where they are')
    .option('--allow-incomplete', 'print an input although the description lacks what the service returns')
    .option('--stdin-filename <path>', 'the path that standard input goes by')
    .option('--debug', 'tell on standard error what is done')
    .option('--quiet', 'print no notices');
  return accountOptions(remediate)
    .addHelpText('after', REMEDIATE_EXAMPLES)
    .action(async (paths: string[], options, { args }: Command) => {
      if (options.live && args.length > 0)
        throw new UserError(`--live reads no files; leave out ${args.join(' ')}, or --live`);
      const command = await import('./remediate.ts');
      exit(await command.remediate(paths, options));
    });
}

function defineRules(command: Command, exit: Exit): Command {
  return settingsOptions(command)
    .argument('[id]', 'the rule to explain')
    .description(
      'Lists the rules with what is on, or prints all that one rule says: why, what to do, where that is written.',
    )
    .addOption(new Option('-f, --format <name>', 'how to print it').choices(['text', 'json']).default('text'))
    .option('--color', 'colour the output, whatever it goes to')
    .option('--no-color', 'do not colour the output')
    .action(async (id: string | undefined, options) => {
      const { rules } = await import('./rules.ts');
      exit(await rules(id, options));
    });
}

function defineInit(command: Command, exit: Exit): Command {
  return command
    .description(
      'Writes cognito-lint.config.json and .github/workflows/cognito-lint.yml, where they are not there yet.',
    )
    .option('--force', 'write them anew where they are')
    .action(async (options) => {
      const { init } = await import('./init.ts');
      exit(await init(options));
    });
}

/** The options that say what is judged. */
function settingsOptions(command: Command): Command {
  const preset = new Option(
    '--preset <name>',
    'which rules: pedantic has more (default: that of the config, or recommended)',
  );
  return command
    .addOption(preset.choices(['recommended', 'pedantic']))
    .option('--config <file>', 'the config file (default: cognito-lint.config.json, in this folder or above)')
    .option('--no-config', 'use no config file');
}

/** The options that every linting command has. */
function sharedOptions(command: Command): Command {
  const formatted = command.option(
    '-f, --format <name[=file]>',
    'pretty, json, sarif, github, markdown or html; several times with files, at most once without (default: pretty)',
    several,
  );
  return settingsOptions(formatted)
    .addOption(
      new Option('--fail-on <level>', 'exit 1 on findings of this level or above')
        .choices(['error', 'warning', 'note', 'never'])
        .default('warning'),
    )
    .option('--baseline <file.sarif>', 'report what is new against an earlier SARIF log')
    .option('--color', 'colour the output, whatever it goes to')
    .option('--no-color', 'do not colour the output')
    .option('--debug', 'tell on standard error what is done, and how long it takes')
    .option('--quiet', 'print no notices and no summary');
}

const EXAMPLES = `
Examples:
  aws cognito-idp describe-user-pool-client --user-pool-id <pool> --client-id <client> > client.json
  cognito-lint scan client.json
  cognito-lint scan --format sarif=cognito.sarif exports/

Exit code: 0 nothing at or above --fail-on, 1 findings, 2 the job could not be done, or not all of it.`;

const SCAN_EXAMPLES = `
Examples:
  cognito-lint scan client.json
  cognito-lint scan 'exports/**/*.json' --preset pedantic --fail-on error
  aws cognito-idp describe-user-pool-client … | cognito-lint scan -
  cognito-lint scan . --format pretty --format sarif=cognito.sarif --format html=cognito.html
  cognito-lint scan . --format github --format markdown="$GITHUB_STEP_SUMMARY"

Exit code: 0 nothing at or above --fail-on, 1 findings, 2 the job could not be done, or not all of it.`;

const REMEDIATE_EXAMPLES = `
Examples:
  cognito-lint remediate client.json
  cognito-lint remediate client.json --rule oauth-implicit-grant --output-dir fixes
  cognito-lint remediate --live --region eu-west-1 --output-dir fixes
  aws cognito-idp update-user-pool-client --cli-input-json file://fixes/<userPoolId>__<clientId>.json | cognito-lint scan -

Exit code: 0 nothing to fix, 1 something to fix or to decide, 2 not all of it could be printed.`;

const AUDIT_EXAMPLES = `
Examples:
  cognito-lint audit --profile prod --region eu-central-1
  cognito-lint audit --all-regions --format sarif=cognito.sarif
  cognito-lint audit --role-arn arn:aws:iam::111111111111:role/audit --role-arn arn:aws:iam::222222222222:role/audit
  cognito-lint audit --user-pool-id eu-central-1_AbCdEf123 --save audited/; cognito-lint scan audited/

Exit code: 0 nothing at or above --fail-on, 1 findings, 2 the job could not be done, or not all of it.`;
