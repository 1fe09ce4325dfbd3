import { isRecord, takeSecrets } from '../../client/secret.ts';
import { Secrets } from '../../client/secrets.ts';

/** One page of a list, and the token of the next. */
export interface Page<Entry> {
  readonly entries: readonly Entry[];
  readonly nextToken?: string;
}

/** A secret, as far as an audit knows it. */
export interface SecretAge {
  readonly ClientSecretId?: string;
  /** As AWS wrote it, which is judged as the dates of a client are. */
  readonly ClientSecretCreateDate?: unknown;
}

/**
 * The ids in a page of ListUserPools or ListUserPoolClients; undefined of an entry that has none. An answer without its
 * list is none of AWS, whatever its status: AWS writes `[]` where there is nothing.
 */
export function idsIn(
  text: string,
  list: 'UserPools' | 'UserPoolClients',
  id: 'Id' | 'ClientId',
): Page<string | undefined> {
  const answer = answerOf(text);
  const entries = answer[list];
  if (!Array.isArray(entries)) throw new SyntaxError(`there is no ${list} in the answer`);
  const idOf = (entry: unknown) => (isRecord(entry) ? textOf(entry[id]) : undefined);
  return { entries: entries.map(idOf), ...nextOf(answer) };
}

/** The secrets in a page of ListUserPoolClientSecrets. Never a value. */
export function secretsIn(text: string): Page<SecretAge> {
  const answer = answerOf(text);
  takeSecrets(answer, new Secrets());
  const entries = answer['ClientSecrets'] ?? [];
  if (!Array.isArray(entries)) throw new SyntaxError('ClientSecrets is no list');
  return { entries: entries.map(ageOf), ...nextOf(answer) };
}

function ageOf(entry: unknown): SecretAge {
  const { ClientSecretId, ClientSecretCreateDate: date }: Record<string, unknown> = isRecord(entry) ? entry : {};
  const id = textOf(ClientSecretId);
  return {
    ...(id && { ClientSecretId: id }),
    ...(date !== undefined && date !== null && { ClientSecretCreateDate: date }),
  };
}

function answerOf(text: string): Record<string, unknown> {
  const answer: unknown = JSON.parse(text);
  if (isRecord(answer)) return answer;
  throw new SyntaxError('the answer is no object');
}

/** A token that is none would hide the pages behind it. */
function nextOf({ NextToken: next }: Record<string, unknown>): { readonly nextToken?: string } {
  if (next === undefined || next === null || next === '') return {};
  if (typeof next === 'string') return { nextToken: next };
  throw new SyntaxError('NextToken is no text');
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
