import { INCOMPLETE } from './cli/exit-codes.ts';
import { run } from './cli/program.ts';
import { say } from './cli/standard-error.ts';

// Node ends as soon as nothing can happen any more, whether or not somebody waits for something.
process.exitCode = INCOMPLETE;
process.once('beforeExit', tellUnfinished);

void run(process.argv.slice(2)).then((exitCode) => {
  process.off('beforeExit', tellUnfinished);
  process.exitCode = exitCode;
});

function tellUnfinished(): void {
  say(
    'cognito-lint: the job is not done, as it waits for what never comes, such as a plug-in that does not finish loading',
  );
}
