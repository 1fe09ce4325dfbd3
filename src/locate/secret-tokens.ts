import { isRealSecret, LONG_RUN, RUN } from '../client/secret.ts';
import type { Document } from '../subject.ts';
import { decoded } from './tokens.ts';

const LITERAL = /^(?:true|false|null)$/;

/** Whether a text is a secret of the document, or stands where one may stand. */
export function mayHoldSecret(document: Document, token: string, key: string): boolean {
  if (LITERAL.test(token)) return false;
  if (/secret/i.test(key)) return true;
  if (document.syntax === 'yaml') {
    return holdsSecret(document, token) || document.secrets.allTakenOutOf(token) !== token;
  }
  // Behind a fault of syntax quotes are no guide: there a secret may stand bare.
  if (!token.startsWith('"')) return isRealSecret(token);
  const text = decoded(token);
  return document.secrets.has(text) || holdsSecret(document, text);
}

/** Whether a secret of the document is part of a text, or a run of letters and digits as long as Cognito's secrets. */
export function holdsSecret({ secrets }: Document, text: string): boolean {
  // Most texts are shorter than any run, and this is asked of each that is shown.
  if (text.length < 24) return false;
  if (secrets.takenOutOf(text) !== text) return true;
  return (text.match(RUN) ?? []).some((run) => secrets.has(run) || (run.match(LONG_RUN) ?? []).some(isRealSecret));
}
