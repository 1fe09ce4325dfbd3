/** What was thrown, in words. Code of a user's own may throw anything, also what has none. */
export function wordsOf(thrown: unknown): string {
  try {
    return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  } catch {
    return 'it threw what has no words';
  }
}
