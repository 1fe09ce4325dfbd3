import { isRealSecret, isRecord } from '../client/secret.ts';
import type { Secrets } from '../client/secrets.ts';
import { parse } from './json-values.ts';

const SECRET_KEY = /^client[_-]?secrets?(?:[_-]?value)?$/i;
/** What is a secret under one of those is one under these: in a template, its outputs and its parameters. */
const VALUE_KEY = /^(?:Fn::If|value|default)$/i;

/** Such a key as a text may spell it. JSON writes letters by `\u`, YAML also by `\x`, or over two lines. */
const SPELLED = /client[_-]?secret|NoEcho|\\[uUx\r\n]/i;

/** Whether a text may have a key that `addSecretsIn` looks for. Most have not, which is seen sooner without a pattern. */
export function mayNameSecrets(text: string): boolean {
  return ['ecret', 'ECRET', 'NoEcho', '\\'].some((part) => text.includes(part)) && SPELLED.test(text);
}

/** Adds the real secrets of all clients in a document: one of them may stand in a name or a URL of another client. */
export function addSecretsIn(document: unknown, secrets: Secrets): void {
  const open: { readonly value: unknown; readonly isSecret: boolean }[] = [{ value: document, isSecret: false }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, isSecret } = next;
    if (typeof value === 'string') {
      if (isSecret && isRealSecret(value)) secrets.add(value);
      // Some services keep settings as a text of JSON.
      else if (value.startsWith('{') && mayNameSecrets(value)) open.push({ value: parse(value), isSecret });
    } else if (Array.isArray(value)) {
      for (const entry of value) open.push({ value: entry, isSecret });
    } else if (isRecord(value)) {
      const isHidden = value['NoEcho'] === true || value['NoEcho'] === 'true';
      for (const key in value) {
        const isIts = (isSecret || isHidden) && VALUE_KEY.test(key);
        const own = key === 'Fn::If' ? armsOf(value[key]) : value[key];
        open.push({ value: own, isSecret: isIts || SECRET_KEY.test(key) });
      }
    }
  }
}

/** The first operand is the name of the condition. */
function armsOf(operands: unknown): unknown {
  return Array.isArray(operands) ? operands.slice(1) : operands;
}
