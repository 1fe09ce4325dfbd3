import type { ErrorObject } from 'ajv';
import { nearest } from '../nearest.ts';
import { fromPointer, toPointer } from '../pointer.ts';
import type { Mistake } from './config.ts';

/** Turns what ajv found into mistakes, each told once. */
export function mistakesOf(errors: readonly ErrorObject[]): Mistake[] {
  const mistyped = new Set(errors.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath));
  return errors
    .filter(({ keyword, instancePath }) => keyword !== 'if' && !(keyword === 'enum' && mistyped.has(instancePath)))
    .map(toMistake);
}

/** `parentSchema` and `data` are those of ajv's `verbose`. */
function toMistake({ instancePath: pointer, keyword, params, parentSchema, data }: ErrorObject): Mistake {
  const keys = fromPointer(pointer);
  if (keyword === 'additionalProperties') {
    const key = String(params['additionalProperty']);
    return { pointer, key, message: unknownKey(keys, key, Object.keys(parentSchema?.['properties'] ?? {})) };
  }
  if (keyword === 'required') return { pointer, message: missing(String(params['missingProperty'])) };
  if (keyword === 'enum') return { pointer, message: notOneOf(keys, data, params['allowedValues'] as string[]) };
  if (keyword === 'type') {
    return {
      pointer,
      message: `${nameOf(keys)} is ${kindOf(data)}, but must be ${expected((parentSchema ?? {}) as Expected)}`,
    };
  }
  if (keyword === 'minimum') {
    return { pointer, message: `${nameOf(keys)} is ${quoted(data)}, but must be ${params['limit']} or more` };
  }
  if (keyword === 'uniqueItems') {
    const index = Math.max(params['i'], params['j']);
    return {
      pointer: pointer + toPointer([index]),
      message: `the plug-in ${quoted(list(data)[index])} is named twice`,
    };
  }
  if (keyword === 'format') {
    return { pointer, message: `${nameOf(keys)} is ${quoted(data)}, but must be a day, as "2027-06-30"` };
  }
  const isReason = keys.at(-1) === 'reason';
  return { pointer, message: `${nameOf(keys)} is empty; ${isReason ? 'say why it is accepted' : 'name one'}` };
}

function unknownKey(keys: readonly string[], key: string, known: readonly string[]): string {
  const near = nearest(key, known);
  const hint = near ? `; did you mean ${near}?` : known.length < 8 ? `; it may have ${sentence(known, 'and')}` : '';
  const [section, id = ''] = keys;
  if (section === undefined) return `the config has no key ${quoted(key)}${hint}`;
  if (section === 'exceptions') return `an exception has no key ${quoted(key)}${hint}`;
  if (id === '') return `there is no rule ${quoted(key)}${near ? hint : '; "cognito-lint rules" lists them'}`;
  if (keys.length === 3) return `the rule ${id} has no option ${quoted(key)}${hint}`;
  if (key === 'options') return `the rule ${id} has no options; give its level alone`;
  return `the setting of a rule has no key ${quoted(key)}${hint}`;
}

function missing(key: string): string {
  return key === 'reason'
    ? 'this exception has no reason; say why it is accepted'
    : 'this exception names no rule; give the id of one';
}

function notOneOf(keys: readonly string[], value: unknown, allowed: readonly string[]): string {
  const near = typeof value === 'string' ? nearest(value, allowed) : undefined;
  const hint = near ? `; did you mean ${near}?` : '';
  if (keys[0] === 'exceptions')
    return `there is no rule ${quoted(value)}${hint || '; "cognito-lint rules" lists them'}`;
  return `${nameOf(keys)} is ${quoted(value)}, but must be ${sentence(allowed, 'or')}${hint}`;
}

/** How a place in the config is called. */
function nameOf(keys: readonly string[]): string {
  const [section, second, third, option] = keys;
  if (section === undefined) return 'the config';
  if (second === undefined) return section;
  if (section === 'plugins') return 'a plug-in';
  if (section === 'exceptions') return third === undefined ? 'an exception' : `the ${third} of an exception`;
  if (section !== 'rules') return section;
  if (option !== undefined) return `${keys.length > 4 ? 'an entry of ' : ''}the option ${option} of ${second}`;
  return third === 'options' ? `the options of ${second}` : `the level of ${second}`;
}

interface Expected {
  readonly type?: string;
  readonly items?: object;
}

function expected(schema: Expected): string {
  if (schema.type === 'array')
    return JSON.stringify(schema.items).includes('properties') ? 'a list' : 'a list of texts';
  return article(schema.type ?? 'object');
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY) return 'infinite';
  return article(Array.isArray(value) ? 'array' : typeof value);
}

function article(type: string): string {
  const word = { array: 'list', string: 'text' }[type] ?? type;
  return `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;
}

/** A value as it stands, cut where it is long. */
function quoted(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}

function sentence(words: readonly string[], conjunction: string): string {
  return words.join(', ').replace(/, ([^,]*)$/, ` ${conjunction} $1`);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
