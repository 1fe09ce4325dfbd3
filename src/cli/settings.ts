import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { Secrets } from '../client/secrets.ts';
import type { Config } from '../config/config.ts';
import type { ParsedConfig, PlacedMistake } from '../config/parse.ts';
import { activeRules, overridesOf } from '../config/settings.ts';
import { locateJson } from '../locate/json.ts';
import { region } from '../locate/regions.ts';
import type { ActiveRule, Exception, PlacedRemark, RuleOverride } from '../report.ts';
import { printable } from '../reports/text.ts';
import type { AnyRule, Preset } from '../rule.ts';
import { rules as builtIn } from '../rules/index.ts';
import { decode } from '../sources/decode.ts';
import { uriOf } from '../sources/file-uri.ts';
import type { Document, Region } from '../subject.ts';
import { repositoryRoot } from './repository.ts';
import { UserError } from './user-error.ts';

const NAME = 'cognito-lint.config.json';

/** The options that say what is judged. */
export interface SettingsOptions {
  readonly preset?: Preset;
  /** A file, or `false` for none. */
  readonly config?: string | boolean;
}

/** What is judged, and how: the options of the command line over those of the config. */
export interface Settings {
  /** All rules, built-in ones and a user's own. */
  readonly rules: readonly AnyRule[];
  readonly active: readonly ActiveRule[];
  readonly overrides: readonly RuleOverride[];
  readonly exceptions: readonly Exception[];
  /** Plug-ins that could not be loaded. */
  readonly errors: readonly PlacedRemark[];
}

/** Reads the config and the plug-ins that it names. A config with mistakes is a `UserError` that tells them all. */
export async function loadSettings({ preset, config }: SettingsOptions): Promise<Settings> {
  const file = typeof config === 'string' ? config : config === false ? undefined : configAbove(process.cwd());
  if (file === undefined) return settingsOf(builtIn, preset, {}, [], []);
  const document = read(file);
  const { checkConfig, parseConfig, pluginsOf } = await import('../config/parse.ts');
  const parsed = parseConfig(document.text);
  if ('message' in parsed) throw mistakesError(file, [parsed]);
  const { loadPlugins } = await import('../config/plugins.ts');
  const loaded = await loadPlugins(pluginsOf(parsed.value), resolve(file));
  const rules = [...builtIn, ...loaded.rules];
  const checked = await checkConfig(parsed, rules, loaded.failures.length > 0);
  if (isMistakes(checked)) throw mistakesError(file, checked);
  const regions = regionsOf(parsed, checked);
  const exceptions = (checked.exceptions ?? []).map(
    (one, index): Exception => ({
      ...one,
      document,
      region: regions(`/exceptions/${index}`),
    }),
  );
  const errors = loaded.failures.map(({ plugin, message }): PlacedRemark => {
    const index = checked.plugins?.indexOf(plugin) ?? 0;
    return { document, path: document.path, uri: document.uri, message, region: regions(`/plugins/${index}`) };
  });
  return settingsOf(rules, preset, checked, exceptions, errors);
}

function settingsOf(
  rules: readonly AnyRule[],
  preset: Preset | undefined,
  config: Config,
  exceptions: readonly Exception[],
  errors: readonly PlacedRemark[],
): Settings {
  const active = activeRules(rules, preset ?? config.preset ?? 'recommended', config);
  return { rules, active, overrides: overridesOf(rules, active), exceptions, errors };
}

function configAbove(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, NAME);
    if (existsSync(file)) return relative(folder, file);
    if (dirname(at) === at) return undefined;
  }
}

function read(file: string): Document {
  try {
    const { text, encoding } = decode(readFileSync(file));
    const uri = uriOf(realpathSync(file), repositoryRoot(process.cwd()));
    return {
      uri,
      path: file,
      text,
      encoding,
      secrets: new Secrets(),
      locate: (pointers) => locateJson(text, pointers),
    };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : message;
    throw new UserError(`the config ${file} cannot be read: ${why}`);
  }
}

function isMistakes(checked: Config | readonly PlacedMistake[]): checked is readonly PlacedMistake[] {
  return Array.isArray(checked);
}

function mistakesError(file: string, mistakes: readonly PlacedMistake[]): UserError {
  const lines = mistakes.map(({ message, region }) =>
    printable(`${file}:${region.startLine}:${region.startColumn}: ${message}`),
  );
  return new UserError(lines.join('\ncognito-lint: '));
}

/** Where the exceptions and plug-ins of a config stand. */
function regionsOf({ text }: ParsedConfig, { exceptions = [], plugins = [] }: Config): (pointer: string) => Region {
  const pointers = [...exceptions.keys()].map((index) => `/exceptions/${index}`);
  pointers.push(...[...plugins.keys()].map((index) => `/plugins/${index}`));
  const regions = locateJson(text, pointers);
  return (pointer) => regions.get(pointer) ?? region(text, [0, 0]);
}
