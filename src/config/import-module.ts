/**
 * Imports a module by its address. The build replaces this file: from the code that V8 kept, `import()` has no loader, so
 * `bin.js` lends its own.
 */
export async function importModule(url: string): Promise<{ readonly default?: unknown }> {
  return import(url);
}
