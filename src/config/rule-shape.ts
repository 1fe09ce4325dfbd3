import { link, type Reference } from '../references.ts';
import type { AnyRule, Area, Level, Preset, Rule } from '../rule.ts';

const AREAS: Readonly<Record<Area, true>> = {
  oauth: true,
  'auth-flow': true,
  tokens: true,
  redirects: true,
  attributes: true,
  secrets: true,
  threat: true,
  analytics: true,
  hygiene: true,
};
const LEVELS: Readonly<Record<Level, true>> = { error: true, warning: true, note: true };
const PRESETS: Readonly<Record<Preset, true>> = { recommended: true, pedantic: true };
const PRECISIONS: Readonly<Record<Rule['precision'], true>> = {
  'very-high': true,
  high: true,
  medium: true,
  low: true,
};

/** What a property must be, in words, and whether a value is. */
type Check = readonly [property: keyof Rule, expected: string, isFit: (value: unknown) => boolean];

const text = 'a text that is not empty';
const texts = 'a list of texts';

const CHECKS: readonly Check[] = [
  ['id', 'kebab-case with a namespace, as "acme/no-foo"', (id) => isText(id) && /^(@?[a-z\d-]+\/)+[a-z\d-]+$/.test(id)],
  ['title', text, isText],
  ['level', wordsOf(LEVELS), isOneOf(LEVELS)],
  ['severity', 'a text from "0.1" to "10.0"', (value) => isText(value) && /^(?!0\.0)(\d\.\d|10\.0)$/.test(value)],
  ['precision', wordsOf(PRECISIONS), isOneOf(PRECISIONS)],
  ['preset', wordsOf(PRESETS), isOneOf(PRESETS)],
  ['area', wordsOf(AREAS), isOneOf(AREAS)],
  ['why', text, isText],
  ['fix', text, isText],
  ['whenAbsent', text, isAbsentOr(isText)],
  ['notReported', text, isAbsentOr(isText)],
  ['references', 'a list of addresses', isListOf(isReference)],
  ['cwe', 'a list of whole numbers', isListOf((one) => Number.isInteger(one) && Number(one) > 0)],
  ['asvs', texts, isAbsentOr(isListOf(isText))],
  ['nist', texts, isAbsentOr(isListOf(isText))],
  [
    'examples',
    'an object with the clients "bad" and "good"',
    (value) => isObject(value) && isObject(value['bad']) && isObject(value['good']),
  ],
  ['options', 'an object of numbers, texts, booleans and lists of texts', isAbsentOr(isOptions)],
  ['remedy', 'a text or a function', isAbsentOr((value) => isText(value) || typeof value === 'function')],
  ['check', 'a function that yields problems', (value) => typeof value === 'function'],
];

/** The first thing that keeps a value from being a rule of a user's own, or undefined. */
export function faultOf(candidate: unknown, others: readonly AnyRule[]): string | undefined {
  if (!isObject(candidate)) return 'it is no object';
  for (const [property, expected, isFit] of CHECKS) {
    if (!isFit(candidate[property])) return `${property} must be ${expected}`;
  }
  return others.some(({ id }) => id === candidate['id']) ? 'id is taken by another rule' : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isReference(value: unknown): boolean {
  try {
    return isText(value) && link(value as Reference).url !== '';
  } catch {
    return false;
  }
}

function isOptions(value: unknown): boolean {
  return (
    isObject(value) &&
    Object.values(value).every(
      (one) =>
        ['number', 'string', 'boolean'].includes(typeof one) || isListOf((entry) => typeof entry === 'string')(one),
    )
  );
}

function isListOf(isFit: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => Array.isArray(value) && value.every(isFit);
}

function isAbsentOr(isFit: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => value === undefined || isFit(value);
}

function isOneOf(values: object): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && Object.hasOwn(values, value);
}

function wordsOf(values: object): string {
  return Object.keys(values)
    .join(', ')
    .replace(/, ([^,]*)$/, ' or $1');
}
