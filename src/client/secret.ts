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
 * no text, the texts in it are secrets too, and replaced in it: whatever it is, it stands where a secret stands.
 */
export function takeSecrets(client: Record<string, unknown>): TakenSecrets {
  if (client['ClientSecret'] === undefined && client['ClientSecrets'] === undefined) return NONE;
  const values: string[] = [];
  takeText(client, 'ClientSecret', values);
  const list: unknown[] = Array.isArray(client['ClientSecrets']) ? client['ClientSecrets'] : [];
  for (const [index, secret] of list.entries()) {
    if (isRecord(secret)) takeText(secret, 'ClientSecretValue', values);
    else takeText(list, index, values);
  }
  return { values, state: client['ClientSecret'] === REDACTED || list.length > 0 ? 'present' : 'absent' };
}

type Holder = { [key: string | number]: unknown };

function takeText(holder: object, key: string | number, values: string[]): void {
  const open: [holder: Holder, key: string | number][] = [[holder as Holder, key]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [within, at] = next;
    const value = within[at];
    if (typeof value === 'string' && value !== '') {
      if (value !== REDACTED) values.push(value);
      within[at] = REDACTED;
    } else if (typeof value === 'object' && value !== null && !(value instanceof UnknownValue)) {
      for (const inner of Object.keys(value)) open.push([value as Holder, inner]);
    }
  }
}

/** Whether a key may be shown: it is a name, and not a text of somebody's that may be long or secret. */
export function isName(key: string): boolean {
  return /^[\w.:-]{1,40}$/.test(key);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
