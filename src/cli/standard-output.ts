import { UserError } from './user-error.ts';

/** How standard output fares, from when it is first asked for: to make it ready takes 2 ms, and a scan may not need it. */
let state: { isOpen: boolean; fault?: Error } | undefined;

/** A reader that has had enough, as `head`, is no error. */
function standardOutput(): NodeJS.WriteStream {
  if (!state) {
    const own: { isOpen: boolean; fault?: Error } = { isOpen: true };
    state = own;
    process.stdout.on('error', (error: NodeJS.ErrnoException) => {
      own.isOpen = false;
      if (error.code !== 'EPIPE') own.fault = error;
    });
  }
  return process.stdout;
}

/** Writes all of it, as long as somebody reads it. A full disk is a `UserError`. */
export async function writeOut(pieces: Iterable<string | Uint8Array>): Promise<void> {
  const output = standardOutput();
  for (const piece of pieces) {
    if (!state?.isOpen) break;
    await new Promise<void>((done) => output.write(piece, () => done()));
  }
  // The callback of a write that fails comes before its event.
  await new Promise(setImmediate);
  if (state?.fault) throw new UserError(`standard output cannot be written: ${state.fault.message}`);
}
