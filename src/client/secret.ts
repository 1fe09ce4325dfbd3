import type { ClientPath } from './app-client.ts';
import type { Secrets } from './secrets.ts';
import { UnknownValue } from './unknown.ts';

export const REDACTED = '[REDACTED]';

const GENERATED = /^[\w+]{24,64}$/;
const PLACEHOLDER = /secret|example|redacted|placeholder|changeme|hidden|xxxx/i;

/** Whether a text is a secret that Cognito may have made, rather than a stand-in for one. A block of YAML ends its line. */
export function isRealSecret(text: string): boolean {
  return GENERATED.test(text.trim()) && new Set(text).size > 4 && !PLACEHOLDER.test(text);
}

/** Runs of letters and digits that may have a real secret in them. */
export const RUN = /[\w+]{24,}/g;

/** Those as long as Cognito's secrets, which may be one that nobody knows. */
export const LONG_RUN = /[\w+]{45,64}/g;

/** What was found where the secrets of a client stand. */
export interface TakenSecrets {
  readonly state: 'present' | 'absent';
  /** Where the first one stood that Cognito may have made. */
  readonly realAt?: ClientPath;
}

const NONE: TakenSecrets = { state: 'absent' };

/**
 * Replaces the secrets of a client by `[REDACTED]`, in place and before anything else looks at it, and adds them to those
 * of its document. Of a value that is no text, the texts in it are secrets too, and replaced in it: whatever it is, it
 * stands where a secret stands. Where a real one of the document stands elsewhere, in a name or a URL, it is taken out of
 * that.
 */
export function takeSecrets(client: Record<string, unknown>, secrets: Secrets): TakenSecrets {
  const taken = takeOwn(client, secrets);
  if (secrets.hasReal) {
    for (const member of Object.keys(client)) replaceTexts(client, member, (text) => secrets.takenOutOf(text));
  }
  return taken;
}

function takeOwn(client: Record<string, unknown>, secrets: Secrets): TakenSecrets {
  if (client['ClientSecret'] === undefined && client['ClientSecrets'] === undefined) return NONE;
  let realAt: ClientPath | undefined;
  const takeAt = (path: ClientPath) => (text: string) => {
    if (text !== '' && text !== REDACTED) secrets.add(text);
    if (isRealSecret(text)) realAt ??= path;
    return text && REDACTED;
  };
  replaceTexts(client, 'ClientSecret', takeAt(['ClientSecret']));
  const { ClientSecrets: others } = client;
  const list: unknown[] = Array.isArray(others) ? others : [];
  for (const [index, secret] of list.entries()) {
    if (isRecord(secret)) {
      replaceTexts(secret, 'ClientSecretValue', takeAt(['ClientSecrets', index, 'ClientSecretValue']));
    } else {
      // No entry as the API has them, so nobody knows it by itself.
      replaceTexts(list, index, takeAt(['ClientSecrets']));
    }
  }
  if (!Array.isArray(others)) replaceTexts(client, 'ClientSecrets', takeAt(['ClientSecrets']));
  const state = client['ClientSecret'] === REDACTED || list.length > 0 ? 'present' : 'absent';
  return { state, ...(realAt && { realAt }) };
}

type Holder = { [key: string | number]: unknown };

/** Replaces all texts in a value, however deep. */
function replaceTexts(holder: object, key: string | number, replaced: (text: string) => string): void {
  const open: [holder: Holder, key: string | number][] = [[holder as Holder, key]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [within, at] = next;
    const value = within[at];
    if (typeof value === 'string') {
      within[at] = replaced(value);
    } else if (typeof value === 'object' && value !== null && !(value instanceof UnknownValue)) {
      for (const inner of Object.keys(value)) open.push([value as Holder, inner]);
    }
  }
}

/**
 * Makes unknown what a secret was taken out of, and gives the names of the members. It was not the secret alone that stood
 * there, and with the rest a rule would judge, or a remedy set, what the client does not have.
 */
export function forgetRedacted(client: Record<string, unknown>): string[] {
  return Object.keys(client).filter((member) => !member.startsWith('ClientSecret') && forgetIn(client, member));
}

/** What the API nests, it nests one deep. */
function forgetIn(client: Holder, member: string): boolean {
  const value = client[member];
  if (typeof value !== 'object' || value === null || value instanceof UnknownValue)
    return forgetText(client, member, member);
  let isForgotten = false;
  for (const key of Object.keys(value)) {
    const field = Array.isArray(value) ? member : `${member}.${key}`;
    isForgotten = forgetText(value as Holder, key, field) || isForgotten;
  }
  return isForgotten;
}

function forgetText(holder: Holder, key: string, field: string): boolean {
  const text = holder[key];
  if (typeof text !== 'string' || !text.includes(REDACTED)) return false;
  holder[key] = new UnknownValue(field, 'a client secret stands in it');
  return true;
}

/**
 * Whether a key may be shown: it is a name, and not a text of somebody's that may be long or secret. The API has names of
 * 40 letters, and none with digits.
 */
export function isName(key: string): boolean {
  return /^[\w.:-]{1,40}$/.test(key) && !/\d/.test(/\w{24,}/.exec(key)?.[0] ?? '');
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
