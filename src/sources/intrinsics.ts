import { isName, isRecord } from '../client/secret.ts';
import { type Choice, UnknownValue } from '../client/unknown.ts';
import { toPointer } from '../pointer.ts';

/** What is taken to be the case where a value hangs on it, or undefined where it is left open. */
export type Assume = (choice: Choice) => string | undefined;

/** What resolving values needs of their template. */
export interface Scope {
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly resources: Readonly<Record<string, unknown>>;
  /** By their variables, the loops around. */
  readonly loops: ReadonlyMap<string, string>;
  readonly assume: Assume;
  /** Is told that a value hangs on a choice. */
  readonly hangsOn: () => void;
  /** Is told where an intrinsic function is wrong. */
  readonly reject: (at: string, message: string) => void;
}

/** The functions of templates, but for those that are read: Ref, Fn::If and Fn::Sub without variables. */
const FUNCTIONS = new Set(
  (
    'And Base64 Cidr Contains EachMemberEquals EachMemberIn Equals FindInMap ForEach GetAZs GetAtt ImportValue Join ' +
    'Length Not Or RefAll Select Split ToJsonString Transform ValueOf ValueOfAll'
  ).split(' '),
);

/** The function that an object calls. One with more than one key is a plain object. */
export function intrinsicOf(value: unknown): string | undefined {
  if (!isRecord(value)) return undefined;
  let only: string | undefined;
  for (const key in value) {
    if (only !== undefined) return undefined;
    only = key;
  }
  return only === 'Ref' || only?.startsWith('Fn::') ? only : undefined;
}

/**
 * A copy of a value with its intrinsic functions resolved: what cannot be known before the deployment is an
 * `UnknownValue` in the place of that value alone, and what is left out (`AWS::NoValue`) is undefined. `at` is the pointer
 * of the value.
 */
export function resolve(value: unknown, field: string, at: string, scope: Scope): unknown {
  if (typeof value === 'string') return dynamicValue(value, field) ?? loopValue(value, field, scope) ?? value;
  if (Array.isArray(value)) return value.map((entry, index) => resolve(entry, field, `${at}/${index}`, scope));
  if (!isRecord(value)) return value;
  const intrinsic = intrinsicOf(value);
  if (intrinsic) return resolveIntrinsic(intrinsic, value[intrinsic], field, at, scope);
  const members = Object.entries(value).map(([key, member]) => {
    return [key, resolve(member, field ? `${field}.${key}` : key, at + toPointer([key]), scope)];
  });
  return Object.fromEntries(members);
}

/** Follows a value through the conditions that are assumed; what is left is no `Fn::If`, or an open one. */
export function follow(value: unknown, assume: Assume): { readonly value: unknown; readonly keys: readonly string[] } {
  const branch =
    intrinsicOf(value) === 'Fn::If' ? conditionOf((value as Record<string, unknown>)['Fn::If']) : undefined;
  const outcome = branch && assume(branch.choice);
  if (!branch || outcome === undefined) return { value, keys: [] };
  const index = outcome === branch.choice.outcomes[0] ? 1 : 2;
  const next = follow(branch.arms[index - 1], assume);
  return { value: next.value, keys: ['Fn::If', String(index), ...next.keys] };
}

function resolveIntrinsic(name: string, operand: unknown, field: string, at: string, scope: Scope): unknown {
  const unknown = (reason: string, choice?: Choice) => new UnknownValue(field, reason, choice);
  if (name === 'Ref') {
    if (typeof operand === 'string') return resolveReference(operand, field, scope);
    return intrinsicOf(operand) ? unknown('Ref of a function is worked out when the stack is deployed') : malformed();
  }
  if (name === 'Fn::If') {
    const condition = conditionOf(operand);
    if (!condition) return malformed();
    const { choice, arms } = condition;
    scope.hangsOn();
    const outcome = scope.assume(choice);
    if (outcome === undefined) return unknown(`it depends on the ${choice.name}`, choice);
    const index = outcome === choice.outcomes[0] ? 1 : 2;
    return resolve(arms[index - 1], field, `${at}/${name}/${index}`, scope);
  }
  if (name === 'Fn::Sub') {
    const text = textOf(operand);
    if (typeof text !== 'string') return malformed();
    const looped = loopValue(text, field, scope);
    if (looped) return looped;
    if (hasVariables(operand)) return unknown('Fn::Sub fills in its variables when the stack is deployed');
    return resolve(text.replaceAll('${!', '${'), field, at, scope);
  }
  const isKnown = FUNCTIONS.has(name.slice('Fn::'.length).replace(/::.*/, ''));
  if (!isKnown) {
    scope.reject(
      at,
      `${shownName(name)} is no intrinsic function that this version knows, so ${field} is not judged; correct it if it is misspelt`,
    );
  }
  return unknown(`${shownName(name)} is worked out when the stack is deployed`);

  function malformed(): UnknownValue {
    scope.reject(at, `${name} has not the operands that it needs, so ${field} is not judged; correct it`);
    return unknown(`${name} has not the operands that it needs`);
  }
}

/** What stands for a text with a dynamic reference. */
function dynamicValue(text: string, field: string): UnknownValue | undefined {
  return text.includes('{{resolve:')
    ? new UnknownValue(field, 'a dynamic reference is resolved when the stack is deployed')
    : undefined;
}

/** What stands for a text that a loop fills its variable into. */
function loopValue(text: string, field: string, { loops }: Scope): UnknownValue | undefined {
  for (const [variable, loop] of loops) {
    if (text.includes(`$\{${variable}}`) || text.includes(`&{${variable}}`)) {
      return new UnknownValue(field, `it depends on the variable ${variable} of the loop ${loop}`);
    }
  }
  return undefined;
}

/** Of Fn::Sub. */
function textOf(operand: unknown): unknown {
  return Array.isArray(operand) ? operand[0] : operand;
}

/** Whether Fn::Sub has variables to fill in. */
export function hasVariables(operand: unknown): boolean {
  const text = textOf(operand);
  return typeof text === 'string' && /\$\{(?!!)/.test(text);
}

function shownName(name: string): string {
  return isName(name) ? name : 'the function';
}

function conditionOf(operand: unknown): { readonly choice: Choice; readonly arms: readonly unknown[] } | undefined {
  if (!Array.isArray(operand) || operand.length !== 3 || typeof operand[0] !== 'string') return undefined;
  const name = operand[0];
  return { choice: { name: `condition ${name}`, outcomes: [`if ${name}`, `unless ${name}`] }, arms: operand.slice(1) };
}

/** A parameter's default stands for it: whoever deploys may give another value, so the choice says what was taken. */
function resolveReference(name: string, field: string, scope: Scope): unknown {
  if (name === 'AWS::NoValue') return undefined;
  const looped = loopValue(`$\{${name}}`, field, scope);
  if (looped) return looped;
  const parameter = Object.hasOwn(scope.parameters, name) ? scope.parameters[name] : undefined;
  if (!isRecord(parameter)) {
    const what = Object.hasOwn(scope.resources, name) ? 'resource' : name.startsWith('AWS::') ? 'pseudo parameter' : '';
    const reason = what
      ? `it refers to the ${what} ${name}, which is known when the stack is deployed`
      : `it refers to ${name}, which is not in the template`;
    return new UnknownValue(field, reason);
  }
  const { Type: type, Default: preset, NoEcho: noEcho } = parameter;
  if (preset === undefined) return new UnknownValue(field, `the parameter ${name} has no default`);
  if (typeof type === 'string' && type.startsWith('AWS::SSM::')) {
    return new UnknownValue(field, `the parameter ${name} is read from the parameter store`);
  }
  if (noEcho === true || noEcho === 'true') {
    return new UnknownValue(field, `the parameter ${name} is not to be shown (NoEcho)`);
  }
  const dynamic = dynamicValue(String(preset), field);
  if (dynamic) return dynamic;
  const choice: Choice = { name: `parameter ${name}`, outcomes: [`with the default of the parameter ${name}`] };
  scope.hangsOn();
  if (scope.assume(choice) === undefined) {
    return new UnknownValue(field, `it depends on the parameter ${name}`, choice);
  }
  const isList = typeof type === 'string' && /^(CommaDelimitedList|List<)/.test(type);
  return isList && !Array.isArray(preset) ? splitList(String(preset)) : preset;
}

function splitList(text: string): string[] {
  return text.split(',').flatMap((entry) => entry.trim() || []);
}
