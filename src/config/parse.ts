import { locateJson } from '../locate/json.ts';
import { syntaxFault } from '../locate/json-syntax.ts';
import { region } from '../locate/regions.ts';
import { toPointer } from '../pointer.ts';
import type { AnyRule } from '../rule.ts';
import type { Region } from '../subject.ts';
import { blankComments } from './comments.ts';
import type { Config, Mistake } from './config.ts';
import { mistakesOf } from './mistakes.ts';
import { configSchema } from './schema.ts';

/** A mistake with its place in the file. */
export interface PlacedMistake {
  readonly message: string;
  readonly region: Region;
}

/** The text of a config with comments blanked out, and what it holds: nothing is known of its shape. */
export interface ParsedConfig {
  readonly text: string;
  readonly value: unknown;
}

/** Reads JSON with comments. */
export function parseConfig(withComments: string): ParsedConfig | PlacedMistake {
  const text = blankComments(withComments);
  try {
    return { text, value: JSON.parse(text) };
  } catch {
    const { offset, message } = syntaxFault(text);
    return { message: `not valid JSON: ${message}`, region: region(text, [offset, offset]) };
  }
}

/** The plug-ins that a config names, as far as it is in order. */
export function pluginsOf(value: unknown): readonly string[] {
  const { plugins } = (value ?? {}) as { readonly plugins?: unknown };
  return Array.isArray(plugins) ? [...new Set(plugins.filter((one) => typeof one === 'string' && one !== ''))] : [];
}

/**
 * Holds a config against the rules that there are; gives it, or all that is wrong with it. `open`: a plug-in could not
 * be loaded, so that nobody knows what rules it has.
 */
export async function checkConfig(
  { text, value }: ParsedConfig,
  rules: readonly AnyRule[],
  open: boolean,
): Promise<Config | readonly PlacedMistake[]> {
  const { Ajv } = await import('ajv');
  const ajv = new Ajv({ allErrors: true, verbose: true, strict: false, strictNumbers: true, formats: { date: isDay } });
  if (ajv.validate(configSchema(rules, { open }), value)) return value as Config;
  const mistakes = mistakesOf(ajv.errors ?? []);
  return place(text, mistakes).sort((a, b) => a.region.offset - b.region.offset);
}

function place(text: string, mistakes: readonly Mistake[]): PlacedMistake[] {
  const pointers = mistakes.map(({ pointer, key }) => (key === undefined ? pointer : pointer + toPointer([key])));
  const regions = locateJson(text, pointers);
  return mistakes.map(({ message, key }, index) => {
    const value = regions.get(pointers[index] ?? '') ?? region(text, [0, 0]);
    return { message, region: key === undefined ? value : keyRegion(text, key, value) };
  });
}

/** The key before a value; where it is written with escapes, the value. */
function keyRegion(text: string, key: string, value: Region): Region {
  const token = JSON.stringify(key);
  const start = text.lastIndexOf(token, value.offset - 1);
  return start === -1 ? value : region(text, [start, start + token.length]);
}

/** A day that there is, as `2027-06-30`. */
function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
