import type { ClientPath } from './app-client.ts';
import type { UnknownValue } from './unknown.ts';

/**
 * How a client was written down, which decides what an absent member means: `described` is what the service returned,
 * `created` is what a create request, template or plan asks for, `updated` is an update request.
 */
export type Form = 'described' | 'created' | 'updated';

/** What a rule may need to know of a client beyond its settings. */
export interface Facts {
  readonly form: Form;
  /** This run asked AWS itself. */
  readonly live: boolean;
  /** Whether the client has a secret, as far as the form can tell. */
  readonly secret: 'present' | 'absent' | 'unknown';
  /** Why the secret is unknown, where the form alone does not say it. */
  readonly secretUnknown?: UnknownValue;
  /** A real secret stood in a file on disk. */
  readonly secretExposed: boolean;
  /** Where the first one stood. */
  readonly secretExposedAt?: ClientPath;
  /** Epoch seconds at the start of the run. */
  readonly now: number;
}
