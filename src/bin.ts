import { run } from './cli/program.ts';

// A reader that has had enough, as `head`, is no error. A full disk is told by what writes the report.
process.stdout.on('error', () => {});

void run(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});
