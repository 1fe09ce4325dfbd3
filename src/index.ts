/** What rules of one's own are written with: what built-in rules are written with. See docs/plugins.md. */
export type { AppClient, ClientPath, ClientSecretDescriptor } from './client/app-client.ts';
export { isCustom as isCustomAttribute } from './client/attribute-names.ts';
export type { Effective } from './client/effective.ts';
export { type Entry, entries, ofEach } from './client/entries.ts';
export type { Facts, Form } from './client/facts.ts';
export { type AuthFlow, flowOf, flowsInForce, isLegacyFlow } from './client/flows.ts';
export { duration, type Lifetime } from './client/lifetimes.ts';
export { callbacks, logouts, type Redirect, redirects } from './client/redirects.ts';
export { epochSeconds, isoDay } from './client/time.ts';
export {
  isApp,
  isClearText,
  isLoopback,
  isPattern,
  isPrivate,
  isWeb,
  parseUri,
  shown,
  type Uri,
} from './client/uri.ts';
export type { Reference } from './references.ts';
export {
  type AnyRule,
  type Area,
  type Change,
  defineRule,
  type Level,
  type Preset,
  type Problem,
  type Remedy,
  type Rule,
  type RuleInput,
  type RuleOptions,
} from './rule.ts';
