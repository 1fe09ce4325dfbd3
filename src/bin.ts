import { INCOMPLETE } from './cli/exit-codes.ts';
import { run } from './cli/program.ts';
import { say } from './cli/standard-error.ts';
import { strays } from './cli/strays.ts';
import { wordsOf } from './thrown.ts';

// Node ends as soon as nothing can happen any more, whether or not somebody waits for something.
process.exitCode = INCOMPLETE;
process.once('beforeExit', tellUnfinished);

const done = run(process.argv.slice(2)).then((exitCode) => {
  process.off('beforeExit', tellUnfinished);
  process.exitCode = exitCode;
});

// Without a listener Node ends at once, with outputs half written.
process.once('uncaughtException', (thrown) => {
  process.on('uncaughtException', () => {});
  const message = `something failed that nobody waits for, such as a timer or a promise of a plug-in (${wordsOf(thrown)}); report this to its author`;
  strays.push({ message });
  say(`cognito-lint: ${message}`);
  // A timer that throws again and again would keep the process from its end.
  void done.then(() => process.exit(INCOMPLETE));
});

function tellUnfinished(): void {
  say(
    'cognito-lint: the job is not done, as it waits for what never comes, such as a plug-in that does not finish loading',
  );
}
