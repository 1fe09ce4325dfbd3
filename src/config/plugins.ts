import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { AnyRule } from '../rule.ts';
import { wordsOf } from '../thrown.ts';
import { faultOf } from './rule-shape.ts';

/** The rules of some plug-ins, and what is wrong with the others: sentences without their full stop. */
export interface LoadedPlugins {
  readonly rules: readonly AnyRule[];
  readonly failures: readonly PluginFailure[];
}

interface PluginFailure {
  /** As the config names it. */
  readonly plugin: string;
  readonly message: string;
}

/**
 * Loads the plug-ins of a config, as seen from its folder. One that is broken, or a rule of it, keeps no other from
 * being loaded.
 */
export async function loadPlugins(plugins: readonly string[], configFile: string): Promise<LoadedPlugins> {
  const rules: AnyRule[] = [];
  const failures: PluginFailure[] = [];
  for (const plugin of plugins) {
    const fail = (message: string) =>
      failures.push({ plugin, message: `the plug-in ${JSON.stringify(plugin)} ${message}` });
    let path: string | undefined;
    try {
      path = createRequire(configFile).resolve(plugin);
      const exported = await load(path);
      if (exported === undefined) {
        fail('has no default export; export a rule, or a list of rules, as its default');
        continue;
      }
      const candidates: readonly unknown[] = Array.isArray(exported) ? exported : [exported];
      for (const [index, candidate] of candidates.entries()) {
        const fault = faultOf(candidate, rules);
        if (fault === undefined) rules.push(candidate as AnyRule);
        else fail(`has a rule that is none: ${nameOf(candidate, index)}: ${fault}`);
      }
    } catch (error) {
      fail(path === undefined ? whyNotFound(error) : whyNotLoaded(error));
    }
  }
  return { rules, failures };
}

async function load(path: string): Promise<unknown> {
  const { default: exported } = await import(pathToFileURL(path).href);
  // All that CommonJS exports is a default, with that of TypeScript in it: https://nodejs.org/api/esm.html#commonjs-namespaces
  return exported?.__esModule ? exported.default : exported;
}

function nameOf(candidate: unknown, index: number): string {
  const { id } = (candidate ?? {}) as { readonly id?: unknown };
  return `rule ${index + 1}${typeof id === 'string' ? ` (${id})` : ''}`;
}

function whyNotFound(error: unknown): string {
  const { code } = (error ?? {}) as { readonly code?: string };
  if (code === 'MODULE_NOT_FOUND')
    return 'cannot be found from the folder of the config; a file begins with "./", a package must be installed';
  if (code === 'ERR_PACKAGE_PATH_NOT_EXPORTED')
    return 'exports nothing that can be loaded; its package.json needs "default" in "exports"';
  return whyNotLoaded(error);
}

function whyNotLoaded(error: unknown): string {
  return `cannot be loaded (${wordsOf(error).split('\n')[0]}); report this to its author`;
}
