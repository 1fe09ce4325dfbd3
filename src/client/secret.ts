import { UnknownValue } from './unknown.ts';

export const REDACTED = '[REDACTED]';

const GENERATED = /^[\w+]{24,64}$/;
const PLACEHOLDER = /secret|example|redacted|placeholder|changeme|hidden|xxxx/i;

/** Whether a text is a secret that Cognito may have made, rather than a stand-in for one. */
export function isRealSecret(text: string): boolean {
  return GENERATED.test(text) && new Set(text).size > 4 && !PLACEHOLDER.test(text);
}

/** The secrets that were taken out of one client. */
export interface TakenSecrets {
  readonly values: readonly string[];
  readonly state: 'present' | 'absent';
}

const NONE: TakenSecrets = { values: [], state: 'absent' };

/**
 * Replaces the secrets of a client by `[REDACTED]`, in place and before anything else looks at it. Of a value that is
 * no text, the texts in it are secrets too: whatever it is, it stands where a secret stands.
 */
export function takeSecrets(client: Record<string, unknown>): TakenSecrets {
  if (client['ClientSecret'] === undefined && client['ClientSecrets'] === undefined) return NONE;
  const values: string[] = [];
  const take = (holder: Record<string, unknown>, key: string) => {
    const value = holder[key];
    for (const text of textsIn(value)) if (text !== '' && text !== REDACTED) values.push(text);
    if (typeof value === 'string' && value !== '') holder[key] = REDACTED;
  };
  take(client, 'ClientSecret');
  const list = Array.isArray(client['ClientSecrets']) ? client['ClientSecrets'] : [];
  for (const secret of list) {
    if (isRecord(secret)) take(secret, 'ClientSecretValue');
    else for (const text of textsIn(secret)) values.push(text);
  }
  return { values, state: client['ClientSecret'] === REDACTED || list.length > 0 ? 'present' : 'absent' };
}

function* textsIn(value: unknown): Generator<string> {
  if (value instanceof UnknownValue) return;
  const open = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'string') yield next;
    else if (typeof next === 'object' && next !== null) for (const entry of Object.values(next)) open.push(entry);
  }
}

/** Whether a key may be shown: it is a name, and not a text of somebody's that may be long or secret. */
export function isName(key: string): boolean {
  return /^[\w.:-]{1,40}$/.test(key);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
