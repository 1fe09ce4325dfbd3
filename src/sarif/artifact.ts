import type { Artifact } from 'sarif';
import { REDACTED } from '../client/secret.ts';
import { hash } from '../hash.ts';
import { mayHoldSecret } from '../locate/secret-tokens.ts';
import { keyBefore } from '../locate/tokens.ts';
import type { Document } from '../subject.ts';
import { artifactOf, filler, maskUrl } from './location.ts';

/** Larger documents are not repeated in a log. */
const MAX_LENGTH = 1_000_000;

/** A document with its contents, secrets replaced. Undefined where it is too large, or may hold secrets that nobody knows. */
export function toArtifact(document: Document, index: number): Artifact | undefined {
  const { text: source, confidential, syntax, isPart } = document;
  if (source.length > MAX_LENGTH || confidential || isPart || syntax === 'yaml') return undefined;
  const text = redactInPlace(document);
  const bytes = Buffer.from(text);
  return {
    location: artifactOf(document, index),
    roles: ['analysisTarget'],
    mimeType: 'application/json',
    encoding: document.encoding,
    sourceLanguage: 'json',
    length: bytes.length,
    hashes: { 'sha-256': hash('sha256', bytes) },
    contents: { text },
  };
}

/** What stands in the contents of documents instead of what was replaced, which SARIF wants told. */
export function redactionTokens(artifacts: ReadonlyMap<Document, Artifact>): string[] {
  const texts = [...artifacts].map(([{ text }, { contents }]) => [text, contents?.text ?? ''] as const);
  const hasName = texts.some(([, shown]) => shown.includes(REDACTED));
  const hasStars = texts.some(([text, shown]) => shown !== text && starsIn(shown).some((at) => text[at] !== '*'));
  return [...(hasName ? [REDACTED] : []), ...(hasStars ? ['*'] : [])];
}

function starsIn(text: string): number[] {
  return [...text.matchAll(/\*/g)].map(({ index }) => index);
}

/** Replaces what may be a secret by a text of the same length. Behind a fault of syntax one may stand without quotes. */
function redactInPlace(document: Document): string {
  const tokens = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[\w+]{24,64}/g;
  return document.text.replace(tokens, (whole: string, token?: string, colon?: string, at = 0) => {
    if (token === undefined) return mayHoldSecret(document, whole, '') ? filler(whole.length) : whole;
    if (colon !== undefined) {
      return mayHoldSecret(document, token, '') ? `"${filler(token.length - 2)}"${colon}` : whole;
    }
    const key = keyBefore(document.text, at);
    const isSecret = mayHoldSecret(document, token, key) || /password|passwd|credential|private_?key/i.test(key);
    return isSecret ? `"${filler(token.length - 2)}"` : maskUrl(token);
  });
}
