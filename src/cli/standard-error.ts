/** Who closes it wants no messages, and the output is written all the same. To make it ready takes 2 ms, so only who needs it asks. */
export function standardError(): NodeJS.WriteStream {
  if (process.stderr.listenerCount('error') === 0) process.stderr.on('error', () => {});
  return process.stderr;
}

/** A line for a person. */
export function say(text: string): void {
  standardError().write(`${text}\n`);
}
