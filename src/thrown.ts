/** What was thrown, in words. Code of a user's own may throw anything, also what has none. */
export function wordsOf(thrown: unknown): string {
  try {
    return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  } catch {
    return 'it threw what has no words';
  }
}

/**
 * The answer of a user's own code. Rules are not async, so nobody waits for a promise: where that is rejected later, Node
 * would end the process (https://nodejs.org/api/process.html#event-unhandledrejection).
 */
export function atOnce<Answer>(answer: Answer): Answer {
  if (!(answer instanceof Promise)) return answer;
  answer.catch(() => {});
  throw new TypeError('it is async, but must yield or give its answer at once');
}
