import type { Exception } from '../report.ts';
import type { Level, Preset } from '../rule.ts';

/** What a config says of a rule: a level alone, or a level and options. */
export type RuleSetting = Level | 'off' | { readonly level?: Level | 'off'; readonly options?: object };

/** What is accepted, as the config has it. */
type ExceptionSetting = Omit<Exception, 'document' | 'region'>;

/** The config file, once it is known to be in order. */
export interface Config {
  readonly preset?: Preset;
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly exceptions?: readonly ExceptionSetting[];
  readonly plugins?: readonly string[];
}

/** Something in the config that is wrong, in one sentence without its full stop. */
export interface Mistake {
  readonly message: string;
  /** Of the value that it is about, or of what has it. */
  readonly pointer: string;
  /** The key that it is about, where that is below the pointer. */
  readonly key?: string;
}
