import type { AppClient, ClientPath } from './client/app-client.ts';
import type { Effective } from './client/effective.ts';
import type { UpdateMember } from './client/update-input.ts';
import type { Reference } from './references.ts';

export type Level = 'error' | 'warning' | 'note';
export type Preset = 'recommended' | 'pedantic';
export type Area =
  | 'oauth'
  | 'auth-flow'
  | 'tokens'
  | 'redirects'
  | 'attributes'
  | 'secrets'
  | 'threat'
  | 'analytics'
  | 'hygiene';

/** What a rule finds in a client: where, and a plain sentence that names the offending value, but never a secret. */
export interface Problem {
  readonly path: ClientPath;
  readonly message: string;
  /** Other members of the client, present in it, that have a part in the problem. */
  readonly related?: readonly ClientPath[];
  /** What the fingerprint has instead of the path, where the entry that is pointed at depends on the order of a list. */
  readonly about?: string | undefined;
}

/** Options are told by their defaults: their names, and the types of their values. */
export type RuleOptions = Readonly<Record<string, number | string | boolean | readonly string[]>>;

/** One client, as a rule sees it. */
export interface RuleInput {
  readonly client: AppClient;
  readonly effective: Effective;
}

/** Members of the client with the values that they should have; `undefined` is to be left out. */
type Settings = { readonly [Member in UpdateMember]?: AppClient[Member] | undefined };

/** A change of settings that ends a problem, whatever else the client has. */
export interface Change {
  readonly settings: Settings;
  /** What may break, a sentence without its full stop. */
  readonly risk: string;
  /** It changes how an app signs in, so it is made only where that is asked for. */
  readonly risky?: boolean;
}

/** How a problem is ended, or why a person must decide: a sentence without its full stop. */
export type Remedy<Options> = string | ((input: RuleInput, options: Options) => Change | string);

/** A rule: its words, its rank, and one pure function. Built-in rules and a user's own have the same shape. */
export interface Rule<Options extends object = object> {
  /** Kebab-case, the name of its file; names the bad state. A user's own rule has a namespace: `acme/no-foo`. */
  readonly id: string;
  /** What is wrong, without a full stop. */
  readonly title: string;
  readonly level: Level;
  /** GitHub's security-severity, as text: above 7.0 for an error, 4.1 to 6.9 for a warning, up to 3.9 for a note. */
  readonly severity: string;
  /** How often a finding is a fault: `very-high` for literal settings, lower for heuristics. */
  readonly precision: 'very-high' | 'high' | 'medium' | 'low';
  /** The smallest preset that has it: `pedantic` has all of `recommended`. */
  readonly preset: Preset;
  readonly area: Area;
  /** What an attacker gains. Markdown. */
  readonly why: string;
  /** What to do. Markdown. */
  readonly fix: string;
  /** How the setting is judged where it is not set. Markdown. */
  readonly whenAbsent?: string;
  /** What is not reported, and where an exception with a reason is due. Markdown. */
  readonly notReported?: string;
  readonly references: readonly Reference[];
  /** CWE numbers, the closest first. */
  readonly cwe: readonly number[];
  /** Requirements of OWASP ASVS 5.0.0, as `10.4.4`. */
  readonly asvs?: readonly string[];
  /** Controls of NIST SP 800-53 Rev. 5, as `AC-6`. */
  readonly nist?: readonly string[];
  /** Clients as described: `bad` is reported by this rule, `good` is not. A test runs both. */
  readonly examples: { readonly bad: AppClient; readonly good: AppClient };
  /** The defaults of its options; their types are the options' types. */
  readonly options?: Options;
  /** How `remediate` ends the problem. Without one, a person must decide. */
  readonly remedy?: Remedy<Options>;
  /** Yields what is wrong. Pure: no input or output, no clock (see `effective.facts.now`). */
  check(input: RuleInput, options: Options): Iterable<Problem>;
}

/** A rule in a list, which holds rules of differing options. */
// biome-ignore lint/suspicious/noExplicitAny: options are checked against each rule's own defaults before it runs
export type AnyRule = Rule<any>;

/** Gives a rule its types. */
export function defineRule<Options extends RuleOptions = Record<never, never>>(rule: Rule<Options>): Rule<Options> {
  return Object.freeze(rule);
}

export const LEVELS: readonly Level[] = ['error', 'warning', 'note'];
